"""The families that briefgen carries, as rows: where each face comes from and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools.fonts import arabic, charsets


@dataclass(frozen=True, slots=True)
class Style:
    """A weight and a slope, as the operating system names them."""

    name: str
    weight: int
    italic: bool = False

    @property
    def file_part(self) -> str:
        """The name as it stands in file names and PostScript names."""
        return self.name.replace(" ", "")


REGULAR = Style("Regular", 400)
ITALIC = Style("Italic", 400, italic=True)
BOLD = Style("Bold", 700)
BOLD_ITALIC = Style("Bold Italic", 700, italic=True)


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence file among the sources and the name under which the package carries it."""

    source: str
    file: str


@dataclass(frozen=True, slots=True)
class Family:
    """A family of static faces that are cut from one design."""

    name: str
    faces: Mapping[Style, str]
    """The source file of each style, relative to the folder of sources."""
    licence: Licence
    scale: float
    """How much bigger than its source the family is, so that one nominal size fits all scripts."""
    characters: Callable[[Path], frozenset[int]]
    """Given the folder of sources, what the family shall draw; a face has those that its source has."""
    features: tuple[str, ...]
    """The OpenType layout features that are kept."""
    supplements: str = ""
    """A family that goes before this one: what it draws in every style is left out here."""
    substitutes: bool = True
    """Whether glyphs other than those of characters occur, so that `glyphtext.json` must name their text."""
    steps: tuple[Callable[[Any], None], ...] = field(default=())
    """What this design alone needs after it has been cut, each given the `TTFont`."""

    def file(self, style: Style) -> str:
        """The file name of the face in `style`."""
        return f"{self.name.replace(' ', '')}-{style.file_part}.ttf"


_SHARED_FEATURES = ("ccmp", "locl", "mark", "kern")
_FIGURES = ("tnum", "pnum", "lnum", "onum", "sups", "subs", "ordn", "frac", "numr", "dnom", "zero")
LATIN_FEATURES = (*_SHARED_FEATURES, "mkmk", "liga", "case", *_FIGURES)
CJK_FEATURES = (*_SHARED_FEATURES, "palt", "halt", "chws", "fwid", "hwid", "pwid")

ARABIC_FEATURES = (
    *("ccmp", "locl", "isol", "init", "medi", "med2", "fina", "fin2", "fin3"),
    *("rlig", "liga", "calt", "clig", "curs", "mark", "mkmk", "tnum", "pnum", "rtlm"),
)
"""Without kern: it swallows the space between words."""

_SOURCE_SERIF = "source-serif-4.5.1/TTF/SourceSerif4"
_NOTO_SERIF = "noto-serif-0.4.2"
_NOTO_SERIF_KR = "noto-serif-kr-0.4.3"
_NOTO_SERIF_SC = "noto-serif-sc-0.4.3"
_NOTO_SERIF_JP = "noto-serif-jp-0.4.3"
_AMIRI = "amiri-0.4.1"

FAMILIES: tuple[Family, ...] = (
    Family(
        name="Briefgen Serif",
        faces={
            REGULAR: f"{_SOURCE_SERIF}-Regular.ttf",
            ITALIC: f"{_SOURCE_SERIF}-It.ttf",
            BOLD: f"{_SOURCE_SERIF}-Bold.ttf",
            BOLD_ITALIC: f"{_SOURCE_SERIF}-BoldIt.ttf",
        },
        licence=Licence("source-serif-4.5.1/LICENSE.md", "OFL-SourceSerif4.txt"),
        scale=1.08,
        characters=charsets.latin,
        features=LATIN_FEATURES,
    ),
    Family(
        name="Briefgen Serif Ext",
        faces={
            REGULAR: f"{_NOTO_SERIF}/400Regular/NotoSerif_400Regular.ttf",
            ITALIC: f"{_NOTO_SERIF}/400Regular_Italic/NotoSerif_400Regular_Italic.ttf",
            BOLD: f"{_NOTO_SERIF}/700Bold/NotoSerif_700Bold.ttf",
        },
        licence=Licence(f"{_NOTO_SERIF}/LICENSE_FONT", "OFL-NotoSerif.txt"),
        scale=0.96,
        characters=charsets.latin,
        features=LATIN_FEATURES,
        supplements="Briefgen Serif",
    ),
    Family(
        name="Briefgen Serif KR",
        faces={
            REGULAR: f"{_NOTO_SERIF_KR}/400Regular/NotoSerifKR_400Regular.ttf",
            BOLD: f"{_NOTO_SERIF_KR}/700Bold/NotoSerifKR_700Bold.ttf",
        },
        licence=Licence(f"{_NOTO_SERIF_KR}/LICENSE_FONT", "OFL-NotoSerifKR.txt"),
        scale=1.0,
        characters=charsets.korean,
        features=CJK_FEATURES,
        substitutes=False,
    ),
    Family(
        name="Briefgen Serif SC",
        faces={
            REGULAR: f"{_NOTO_SERIF_SC}/400Regular/NotoSerifSC_400Regular.ttf",
            BOLD: f"{_NOTO_SERIF_SC}/700Bold/NotoSerifSC_700Bold.ttf",
        },
        licence=Licence(f"{_NOTO_SERIF_SC}/LICENSE_FONT", "OFL-NotoSerifSC.txt"),
        scale=1.0,
        characters=charsets.chinese,
        features=CJK_FEATURES,
        substitutes=False,
    ),
    Family(
        name="Briefgen Serif JP",
        faces={
            REGULAR: f"{_NOTO_SERIF_JP}/400Regular/NotoSerifJP_400Regular.ttf",
            BOLD: f"{_NOTO_SERIF_JP}/700Bold/NotoSerifJP_700Bold.ttf",
        },
        licence=Licence(f"{_NOTO_SERIF_JP}/LICENSE_FONT", "OFL-NotoSerifJP.txt"),
        scale=1.0,
        characters=charsets.japanese,
        features=CJK_FEATURES,
        substitutes=False,
    ),
    Family(
        name="Briefgen Naskh",
        faces={
            REGULAR: f"{_AMIRI}/400Regular/Amiri_400Regular.ttf",
            BOLD: f"{_AMIRI}/700Bold/Amiri_700Bold.ttf",
        },
        licence=Licence(f"{_AMIRI}/LICENSE_FONT", "OFL-Amiri.txt"),
        scale=1.25,
        characters=charsets.arabic,
        features=ARABIC_FEATURES,
        steps=(arabic.plain_spaces, arabic.own_kashidas),
    ),
)
