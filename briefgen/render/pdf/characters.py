"""What a document is made of before it is set: normal forms, and characters and addresses that cannot go in."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterator
from typing import Any, TypeVar
from urllib.parse import urlsplit

from briefgen import fonts
from briefgen.document import Document, Line, Note, Run, lines_of
from briefgen.errors import Problem, did_you_mean

T = TypeVar("T")

SCHEMES = ("https", "http", "mailto")
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
    for text in _texts(document):
        for offset, character in fonts.uncovered(text):
            found.setdefault(character, _no_glyph(text, offset, character))
        for offset, character in enumerate(text):
            if unicodedata.category(character) == "Cc" and character not in "\n\t":
                found.setdefault(character, _control(text, offset, character))
    return (*found.values(), *_addresses(document))


def _texts(document: Document) -> Iterator[str]:
    """Every text that comes onto a page, whole lines at a time so that a message can show what is around."""
    furniture = document.furniture
    yield from (document.title, document.organisation, furniture.short_title, furniture.page, *furniture.marks)
    for line in _lines(document):
        yield "".join(run.text for run in line if isinstance(run, Run))
    for block in document.blocks:
        if label := getattr(block, "label", ""):
            yield label


def _lines(document: Document) -> Iterator[Line]:
    for block in document.blocks:
        for line in lines_of(block):
            yield line
            yield from (piece.line for piece in line if isinstance(piece, Note))


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


def _addresses(document: Document) -> Iterator[Problem]:
    for line in _lines(document):
        for piece in line:
            if isinstance(piece, Run) and piece.url is not None and not _is_address(piece.url):
                scheme = piece.url.partition(":")[0]
                yield Problem(
                    f"`{piece.url}` cannot be a link: it is no web or mail address",
                    hint=did_you_mean(scheme, SCHEMES) or "begin it with https:// or mailto:",
                )


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets of an IPv6 address that do not match
        return False
    return parts.scheme in SCHEMES and bool(parts.netloc or (parts.scheme == "mailto" and parts.path))
