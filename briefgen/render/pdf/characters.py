"""What a document is made of before it is set: normal forms, and characters and addresses that cannot go in."""

from __future__ import annotations

import dataclasses
import unicodedata
from functools import lru_cache
from typing import Any, TypeVar

from briefgen import fonts
from briefgen.document import Document
from briefgen.errors import Problem
from briefgen.render.contents import address_problems, texts_of

T = TypeVar("T")

CONTEXT = 20
"""Characters of text shown on either side of one that has no glyph."""


def normalised(value: T) -> T:
    """The value with every string in it in Unicode normal form C.

    Our fonts draw composed letters, and a PDF names each glyph after the first characters that it stood for,
    so one decomposed letter would spoil the text that readers copy. Strings are normalised one by one: in the
    finished HTML a combining mark at the start of a text would melt into the tag before it.
    """
    return _composed(value)  # type: ignore[no-any-return]


def _composed(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, tuple):
        return tuple(_composed(item) for item in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = (item.name for item in dataclasses.fields(value))
        return dataclasses.replace(value, **{name: _composed(getattr(value, name)) for name in names})
    return value


def problems_in(document: Document) -> tuple[Problem, ...]:
    """Every character that cannot be drawn (each named once) and every address that cannot be a link."""
    found: dict[str, Problem] = {}
    for text in texts_of(document):
        for character, problem in _problems_of(text):
            found.setdefault(character, problem)
    return (*found.values(), *address_problems(document))


@lru_cache(maxsize=4096)
def _problems_of(text: str) -> tuple[tuple[str, Problem], ...]:
    """Every character of a text that cannot be drawn; most texts stand in many letters of a batch."""
    missing = [(character, _no_glyph(text, offset, character)) for offset, character in fonts.uncovered(text)]
    controls = [
        (character, _control(text, offset, character))
        for offset, character in enumerate(text)
        if unicodedata.category(character) == "Cc" and character not in "\n\t"
    ]
    return (*missing, *controls)


def _around(text: str, offset: int) -> str:
    start, end = max(0, offset - CONTEXT), offset + CONTEXT + 1
    shown = " ".join("".join(c if c.isprintable() else " " for c in text[start:end]).split())
    return f"{'…' if start else ''}{shown}{'…' if end < len(text) else ''}"


def _no_glyph(text: str, offset: int, character: str) -> Problem:
    name = unicodedata.name(character, "unnamed character")
    return Problem(
        f"no font has `{character}` (U+{ord(character):04X}, {name}), which stands in “{_around(text, offset)}”",
        hint="write it with other characters",
    )


def _control(text: str, offset: int, character: str) -> Problem:
    return Problem(
        f"the control character U+{ord(character):04X} stands in “{_around(text, offset)}”", hint="delete it"
    )
