"""What text each glyph stands for: from the characters of a face, carried on through its substitutions."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]


class Substitution(NamedTuple):
    """Glyphs that a layout feature replaces by others."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def glyph_texts(path: Path) -> dict[int, str]:
    """Glyph number to text for the face at `path`; empty for a glyph that continues the one before it."""
    with TTFont(path) as font:
        texts = _characters(font)
        substitutions = tuple(_substitutions(font))
        _carry(texts, tuple(one for one in substitutions if len(one.after) == 1))
        _carry(texts, substitutions)
        numbers = font.getReverseGlyphMap()
        return {numbers[glyph]: text for glyph, text in texts.items()}


def _characters(font: Any) -> dict[str, str]:
    """The text of the glyphs that characters have; a ligature such as ﬁ stands for its letters."""
    texts: dict[str, str] = {}
    for point, glyph in sorted(font.getBestCmap().items()):
        character = chr(point)
        ligature = 0xFB00 <= point <= 0xFB06
        texts.setdefault(glyph, unicodedata.normalize("NFKC", character) if ligature else character)
    return texts


def _carry(texts: dict[str, str], substitutions: tuple[Substitution, ...]) -> None:
    """Name the results of substitutions whose glyphs are named, until no more can be named.

    Where several glyphs replace others, those after the first continue it, unless they are named already.
    """
    named = 0
    while named < len(texts):
        named = len(texts)
        for before, after in substitutions:
            if all(glyph in texts for glyph in before):
                texts.setdefault(after[0], "".join(texts[glyph] for glyph in before))
                for continuation in after[1:]:
                    texts.setdefault(continuation, "")


def _substitutions(font: Any) -> Iterator[Substitution]:
    """Every substitution of one, several or alternative glyphs, and every ligature, in the font's order."""
    if "GSUB" not in font:
        return
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            yield from _of_subtable(getattr(subtable, "ExtSubTable", subtable))


def _of_subtable(subtable: Any) -> Iterator[Substitution]:
    """The substitutions of one GSUB subtable of types 1 to 4; contextual ones only call these."""
    match subtable.LookupType:
        case 1:
            pairs = [((glyph,), (result,)) for glyph, result in subtable.mapping.items()]
        case 2:
            pairs = [((glyph,), tuple(results)) for glyph, results in subtable.mapping.items() if results]
        case 3:
            pairs = [((glyph,), (one,)) for glyph, choices in subtable.alternates.items() for one in choices]
        case 4:
            pairs = [
                ((first, *ligature.Component), (ligature.LigGlyph,))
                for first, ligatures in subtable.ligatures.items()
                for ligature in ligatures
            ]
        case _:
            pairs = []
    return itertools.starmap(Substitution, pairs)
