"""What a comparison is told in: entries with their remarks and marked texts."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.comparing.words import Span, differing
from briefgen.document import Direction


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its changes, under its name."""

    name: str
    spans: tuple[Span, ...]
    direction: Direction = "ltr"


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of a comparison: what it is about and what became of it, remarks, and the texts that differ."""

    heading: str
    remarks: tuple[str, ...] = ()
    texts: tuple[Marked, ...] = ()


def marked(name: str, old: str, new: str, direction: Direction = "ltr") -> Marked:
    """The changes of a text from its old to its new words."""
    return Marked(name, differing(old, new), direction)


def counted(number: int, noun: str) -> str:
    """So many of something, whose plural has an s: `no documents`, `1 document`, `2 documents`."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
