"""Text of a file on one line, as passages hold it."""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset("\u200b\u2060\ufeff\u00ad")
"""Characters of no width: a web page or a word processor puts them in, and no anchor can be copied with them."""


def one_line(text: str) -> str:
    """The text on one line: every run of spaces and line ends is one space, and what has no width is left out."""
    kept = (" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text if char not in _UNSEEN)
    return " ".join("".join(kept).split())
