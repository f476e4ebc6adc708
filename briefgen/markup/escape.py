"""Values inside Markdown: text that can never become mark-up."""

from __future__ import annotations

import string
from functools import lru_cache

from markupsafe import Markup

_ENTITIES = {ord(sign): f"&#{ord(sign)};" for sign in string.punctuation}


@lru_cache(maxsize=1024)
def escape_markdown(value: str) -> Markup:
    """The value as Markdown that shows exactly its characters.

    Every ASCII punctuation sign becomes a character reference, which can open no construct of Markdown
    (CommonMark 0.31, section 2.5); line ends become spaces, so that a value never starts a block.
    """
    return Markup(" ".join(value.splitlines()).translate(_ENTITIES))  # noqa: S704 - this is the escape itself


class Text(str):
    """A value of a template: a plain text that escapes itself wherever it is printed."""

    __slots__ = ()

    def __html__(self) -> str:
        """The text as Markdown; Jinja and markupsafe ask for it under this name."""
        return str(escape_markdown(str(self)))
