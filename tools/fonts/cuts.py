"""What is done to one source face: cut down, made one glyph per character, renamed and measured anew."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from fontTools import subset  # type: ignore[import-untyped]

from tools.fonts.faces import Family, Style

ASCENT, DESCENT = 0.98, 0.32
"""In em, the same in every face, so that a word in another script never moves a line."""

OWNERS = frozenset("‘’")
"""Characters that keep a shared glyph, and with it its kerning, though another one sorts first."""

_DROPPED_TABLES = ["DSIG", "BASE", "STAT", "vhea", "vmtx", "VORG", "gasp", "meta", "kern"]
_NO_EMBEDDING_LIMIT = 0
_USE_TYPO_METRICS, _REGULAR, _BOLD, _ITALIC = 0x80, 0x40, 0x20, 0x01


def cut(source: Path, characters: frozenset[int], features: tuple[str, ...]) -> Any:
    """The face at `source` without hints and with only `characters` and `features`, as a `TTFont`."""
    options = subset.Options(
        layout_features=list(features),
        hinting=False,
        notdef_outline=True,
        recalc_timestamp=False,
        glyph_names=False,
        name_IDs=["*"],
        name_languages=["*"],
        harfbuzz_repacker=False,
        legacy_kern=False,
    )
    options.drop_tables += _DROPPED_TABLES
    font = subset.load_font(str(source), options)
    font.recalcTimestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters & set(font.getBestCmap()))
    subsetter.subset(font)
    return font


def finish(font: Any, family: Family, style: Style) -> None:
    """Turn a cut face into that of `family` in `style`."""
    unshare(font)
    for step in family.steps:
        step(font)
    rename(font, family.name, style)
    classify(font, style)
    measure(font, family.scale)
    font["post"].formatType = 3.0


def unshare(font: Any) -> None:
    """Give each character a glyph of its own: a PDF can name only one text per glyph."""
    characters: dict[str, list[int]] = {}
    for point, glyph in sorted(font.getBestCmap().items()):
        characters.setdefault(glyph, []).append(point)
    copies: dict[int, str] = {}
    for glyph, shared in characters.items():
        shared.sort(key=lambda point: (chr(point) not in OWNERS, point))
        copies.update({point: glyph for point in shared[1:]})
    for point, glyph in sorted(copies.items()):
        assign(font, point, glyph)


def assign(font: Any, point: int, glyph: str) -> None:
    """Draw the character `point` with a copy of `glyph`, which no layout lookup knows."""
    name = f"{glyph}.u{point:04X}"
    order = [*font.getGlyphOrder(), name]
    font["glyf"].glyphs[name] = copy.deepcopy(font["glyf"][glyph])
    font["hmtx"].metrics[name] = font["hmtx"].metrics[glyph]
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    font["maxp"].numGlyphs = len(order)
    for table in font["cmap"].tables:
        if point in table.cmap:
            table.cmap[point] = name


def rename(font: Any, family: str, style: Style) -> None:
    """Name the face ours (OFL 3 reserves "Source") and keep the copyright and licence lines (OFL 2)."""
    names = font["name"]
    full, postscript = f"{family} {style.name}", f"{family.replace(' ', '')}-{style.file_part}"
    origin = f"{names.getDebugName(4)}, {str(names.getDebugName(5)).split(';')[0]}"
    kept = {number: names.getDebugName(number) for number in (0, 13, 14)}
    ours = {
        1: family,
        2: style.name,
        3: f"briefgen;{postscript}",
        4: full,
        5: "Version 1.000",
        6: postscript,
        10: f"Subset of {origin}, with other vertical metrics, made for briefgen",
    }
    names.names = []
    for number, text in sorted({**kept, **ours}.items()):
        if text:
            names.setName(text, number, 3, 1, 0x409)


def classify(font: Any, style: Style) -> None:
    """State the weight and slope where operating systems look for them, and that the face may be embedded."""
    os2 = font["OS/2"]
    bold = style.weight >= 700
    os2.version = max(os2.version, 4)
    os2.usWeightClass = style.weight
    os2.fsType = _NO_EMBEDDING_LIMIT
    os2.achVendID = "NONE"
    slope_and_weight = (_ITALIC if style.italic else 0) | (_BOLD if bold else 0)
    os2.fsSelection = (slope_and_weight or _REGULAR) | _USE_TYPO_METRICS
    font["head"].macStyle = int(bold) | int(style.italic) << 1


def measure(font: Any, scale: float) -> None:
    """Scale the face by its units per em, which touches no outline, and give it our ascent and descent."""
    units = font["head"].unitsPerEm = round(font["head"].unitsPerEm / scale)
    ascent, descent = round(ASCENT * units), round(DESCENT * units)
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = ascent, -descent, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, descent
