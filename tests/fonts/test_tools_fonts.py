"""The script that cuts the fonts: its pure parts, and one face cut from another."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from tools.fonts import build, charsets, cuts
from tools.fonts.faces import BOLD, FAMILIES

POINTS = st.frozensets(st.integers(0, 0x10FFFF))


@pytest.fixture
def font() -> TTFont:
    """A face in which ’ and ʼ, and - and ‑, share their glyphs."""
    pen = TTGlyphPen(None)
    for corner in ((0, 0), (0, 500), (300, 500)):
        (pen.lineTo if corner != (0, 0) else pen.moveTo)(corner)
    pen.closePath()
    box = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "quote", "hyphen"])
    builder.setupCharacterMap({0x2D: "hyphen", 0x2011: "hyphen", 0x2BC: "quote", 0x2019: "quote"})
    builder.setupGlyf({name: box for name in (".notdef", "quote", "hyphen")})
    builder.setupHorizontalMetrics({name: (400, 0) for name in (".notdef", "quote", "hyphen")})
    builder.setupHorizontalHeader(ascent=900, descent=-200)
    builder.setupNameTable({"copyright": "Someone", "familyName": "Source Test", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    return builder.font


@given(POINTS)
def test_ranges_hold_the_same_characters_in_as_few_runs_as_can_be(points):
    runs = build.ranges(points)
    assert {point for first, last in runs for point in range(first, last + 1)} == points
    assert all(first[1] + 1 < second[0] for first, second in itertools.pairwise(runs))


def test_two_byte_codec_leaves_out_what_it_cannot_decode():
    ksx1001 = charsets.two_byte("euc_kr", range(0xA1, 0xFF), range(0xA1, 0xFF))
    assert set(map(ord, "가힝國㈜")) <= ksx1001
    assert min(ksx1001) > 0x7F
    assert not any(0xF900 <= point <= 0xFAFF for point in ksx1001)


def test_two_byte_codec_takes_no_trailing_ascii():
    assert min(charsets.two_byte("gbk", range(0x81, 0xFF), range(0x40, 0xFF))) > 0x7F


def test_unshare_gives_each_character_a_glyph_and_keeps_that_of_the_owner(font):
    cuts.unshare(font)
    cmap = font.getBestCmap()
    assert len(set(cmap.values())) == len(cmap)
    assert (cmap[0x2019], cmap[0x2D]) == ("quote", "hyphen")
    assert font["glyf"][cmap[0x2BC]] == font["glyf"]["quote"]
    assert font["hmtx"][cmap[0x2011]] == font["hmtx"]["hyphen"]


def test_rename_drops_the_reserved_name_and_keeps_the_copyright(font):
    cuts.rename(font, "Briefgen Test", BOLD)
    names = {record.nameID: str(record) for record in font["name"].names}
    assert names[0] == "Someone"
    assert (names[1], names[2], names[6]) == ("Briefgen Test", "Bold", "BriefgenTest-Bold")
    assert not any("Source" in names[number] for number in (1, 2, 3, 4, 5, 6))


def test_measure_scales_without_touching_outlines(font, tmp_path: Path):
    before = font["glyf"]["quote"].coordinates
    cuts.measure(font, 1.25)
    assert font["head"].unitsPerEm == 800
    assert font["glyf"]["quote"].coordinates == before
    assert (font["hhea"].ascent, font["hhea"].descent) == (784, -256)
    font.save(tmp_path / "test.ttf")


def test_families_do_not_collide():
    files = [family.file(style) for family in FAMILIES for style in family.faces]
    assert len(files) == len(set(files))
    assert all(family.name.startswith("Briefgen ") for family in FAMILIES)


def test_supplements_name_families():
    names = {family.name for family in FAMILIES}
    assert {family.supplements for family in FAMILIES} <= names | {""}
