"""What a finished file says, whatever its kind: its passages in reading order, its notes, its properties."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.errors import Place

_SPACES = re.compile(r"\s+")
# Soft hyphens, and the marks and isolates that only steer the direction of writing.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One line of a passage as it is set: the page, from 1, the height of its base line in points, and its text."""

    page: int
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading, list item or cell; `role` is its type in the structure (`P`, `H1`, `TD`, `Note`).

    `lines` are those in which it is set, in a file that has pages.
    """

    text: str
    role: str = "P"
    where: str = ""
    lines: tuple[PlacedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says about itself; None where it says nothing."""

    title: str | None = None
    author: str | None = None
    language: str | None = None
    created: str | None = None
    """The day, as YYYY-MM-DD."""


@dataclass(frozen=True, slots=True)
class FinishedFile:
    """A finished file as it was read back.

    `furniture` is what stands in the margins of its pages; `faults` are what its container must not hold, or lacks, in
    plain words.
    """

    path: Path
    kind: str
    body: tuple[Passage, ...]
    notes: tuple[Passage, ...]
    furniture: tuple[str, ...]
    properties: Properties
    pages: int = 0
    faults: tuple[str, ...] = field(default=())

    def place(self, where: str = "") -> Place:
        """A place in it, in words."""
        return Place(f"{self.path}, {where}") if where else Place(self.path)

    @property
    def text(self) -> str:
        """All that it says, a line for each passage."""
        texts = [passage.text for passage in (*self.body, *self.notes)]
        return "\n".join([*texts, *self.furniture, self.properties.title or ""])


def bare(text: str) -> str:
    """A text without white space and unseen characters: where lines end is not what it says."""
    plain = unicodedata.normalize("NFC", text).translate(_UNSEEN)
    return _SPACES.sub("", plain)
