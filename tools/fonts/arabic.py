"""What Amiri alone needs after it has been cut, so that text copied from a PDF is the text that was written."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

_ROUND_TO_GRID_AND_SCALED_OFFSET = 0x0204
_MULTIPLE, _MARK_TO_BASE = 2, 4
_MARK_CLASS = 3


def plain_spaces(font: Any) -> None:
    """Give the spaces glyphs that no lookup knows: Amiri kerns across them until two words look like one."""
    for point in (0x20, 0xA0):
        old = font.getBestCmap()[point]
        new = f"plain.u{point:04X}"
        _add(font, new, copy.deepcopy(font["glyf"][old]), font["hmtx"][old])
        for table in font["cmap"].tables:
            if point in table.cmap:
                table.cmap[point] = new


def own_kashidas(font: Any) -> None:
    """Make a letter and the tatweel that Amiri sets after it (الكرامة) one glyph, which stands for the letter.

    As two glyphs, readers of a PDF would find a tatweel, or a gap, that nobody wrote.
    """
    made: dict[str, tuple[str, int]] = {}
    for table in _subtables(font, "GSUB", _MULTIPLE):
        for letter, sequence in list(table.mapping.items()):
            if _is_letter_with_tatweel(font, letter, sequence):
                name = f"{letter}+{sequence[1]}"
                if name not in made:
                    made[name] = (letter, _join(font, name, letter, sequence[1]))
                table.mapping[letter] = [name]
    for table in _subtables(font, "GPOS", _MARK_TO_BASE):
        _move_marks(font, table, made)


def _is_letter_with_tatweel(font: Any, letter: str, sequence: list[str]) -> bool:
    if len(sequence) != 2 or sequence[0] != letter:
        return False
    classes, tatweel = font["GDEF"].table.GlyphClassDef.classDefs, sequence[1]
    return classes.get(letter) != _MARK_CLASS and classes.get(tatweel) != _MARK_CLASS and font["hmtx"][tatweel][0] > 0


def _join(font: Any, name: str, letter: str, tatweel: str) -> int:
    """Add the glyph of a letter with its tatweel to the left, and give the tatweel's width."""
    width: int = font["hmtx"][tatweel][0]
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = [_component(tatweel, 0), _component(letter, width)]
    _add(font, name, glyph, (font["hmtx"][letter][0] + width, 0))
    glyph.recalcBounds(font["glyf"])
    font["hmtx"].metrics[name] = (font["hmtx"][letter][0] + width, glyph.xMin)
    font["GDEF"].table.GlyphClassDef.classDefs[name] = 1
    return width


def _component(glyph: str, x: int) -> GlyphComponent:
    component = GlyphComponent()
    component.glyphName, component.x, component.y = glyph, x, 0
    component.flags = _ROUND_TO_GRID_AND_SCALED_OFFSET
    return component


def _move_marks(font: Any, table: Any, made: dict[str, tuple[str, int]]) -> None:
    """Let the new glyphs carry the marks of their letters, as far to the right as the letter moved."""
    records = dict(zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True))
    for name, (letter, width) in made.items():
        if letter in records:
            record = copy.deepcopy(records[letter])
            for anchor in record.BaseAnchor:
                if anchor is not None:
                    anchor.XCoordinate += width
            records[name] = record
    table.BaseCoverage.glyphs = sorted(records, key=font.getGlyphID)
    table.BaseArray.BaseRecord = [records[glyph] for glyph in table.BaseCoverage.glyphs]
    table.BaseArray.BaseCount = len(records)


def _subtables(font: Any, tag: str, kind: int) -> Iterator[Any]:
    for lookup in font[tag].table.LookupList.Lookup:
        for table in lookup.SubTable:
            inner = getattr(table, "ExtSubTable", table)
            if inner.LookupType == kind:
                yield inner


def _add(font: Any, name: str, glyph: Any, metrics: tuple[int, int]) -> None:
    order = [*font.getGlyphOrder(), name]
    font["glyf"].glyphs[name] = glyph
    font["hmtx"].metrics[name] = metrics
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    font["maxp"].numGlyphs = len(order)
