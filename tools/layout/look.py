"""In what the two layouts differ; everything else they share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tools.layout.word_xml import twips


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type and its line step, both in points."""

    size: float
    step: str


@dataclass(frozen=True, slots=True)
class Look:
    """A layout: its name, its side margins in millimetres, and the type of its largest lines."""

    name: str
    left: float
    right: float
    title: Type
    heading: Type
    value: Type
    """A key figure."""

    @property
    def text_width(self) -> int:
        """A4 less both margins, in twentieths of a point."""
        return PAGE_WIDTH - twips(self.left) - twips(self.right)


PAGE_WIDTH: Final = 11906
LETTERHEAD: Final = Look("letterhead", 25, 22, Type(17, "22"), Type(13, "17"), Type(17, "21"))
BRIEFING: Final = Look("briefing", 25, 25, Type(21, "26"), Type(15, "19"), Type(21, "25"))
LOOKS: Final = (LETTERHEAD, BRIEFING)
