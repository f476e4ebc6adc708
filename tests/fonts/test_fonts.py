"""The fonts in the package are what the renderer, the licences and the records beside them claim."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from briefgen import fonts

FACES = sorted(fonts.FOLDER.glob("*.ttf"))
STYLES = {"Regular", "Italic", "Bold", "Bold Italic"}
EXPECTED = {
    "Briefgen Serif": {"Regular", "Italic", "Bold", "Bold Italic"},
    "Briefgen Serif Ext": {"Regular", "Italic", "Bold"},
    "Briefgen Serif KR": {"Regular", "Bold"},
}
HANGUL = set(range(0xAC00, 0xD7A4))

each_face = pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)


@cache
def face(path: Path) -> TTFont:
    return TTFont(path, lazy=False)


def family(path: Path) -> str:
    return face(path)["name"].getDebugName(1)


def characters(name: str) -> set[int]:
    """What all faces of a family draw, from the fonts themselves."""
    return set.intersection(*(set(face(path).getBestCmap()) for path in FACES if family(path) == name))


def coverage() -> dict[str, set[int]]:
    recorded = json.loads((fonts.FOLDER / "coverage.json").read_text(encoding="utf-8"))
    return {name: {c for a, b in runs for c in range(a, b + 1)} for name, runs in recorded.items()}


def test_families_have_their_styles():
    found: dict[str, set[str]] = {}
    for path in FACES:
        found.setdefault(family(path), set()).add(face(path)["name"].getDebugName(2))
    assert found.items() >= EXPECTED.items()
    assert all(styles <= STYLES for styles in found.values())


@each_face
def test_ascent_and_descent_are_the_same_in_every_face(path):
    font = face(path)
    units, hhea, os2 = font["head"].unitsPerEm, font["hhea"], font["OS/2"]
    for ascent, descent in (
        (hhea.ascent, hhea.descent),
        (os2.sTypoAscender, os2.sTypoDescender),
        (os2.usWinAscent, -os2.usWinDescent),
    ):
        assert ascent / units == pytest.approx(0.98, abs=0.001)
        assert descent / units == pytest.approx(-0.32, abs=0.001)
    assert hhea.lineGap == os2.sTypoLineGap == 0


@each_face
def test_faces_are_static_truetype_without_hints(path):
    tables = set(face(path).keys())
    assert {"glyf", "loca", "cmap", "name", "OS/2", "post"} <= tables
    assert tables.isdisjoint({"CFF ", "CFF2", "fvar", "gvar", "STAT", "fpgm", "prep", "cvt "})


@each_face
def test_names_are_ours_and_the_reserved_name_is_not_used(path):
    names = face(path)["name"]
    for number in (1, 4, 6):
        assert names.getDebugName(number).startswith("Briefgen")
    assert names.getDebugName(6) == path.stem
    assert {record.nameID for record in names.names}.isdisjoint({16, 17, 21, 22, 25})
    for number in (1, 2, 3, 4, 5, 6):
        assert not re.search("source|noto", names.getDebugName(number), re.IGNORECASE)


@each_face
def test_copyright_and_licence_lines_are_kept(path):
    names = face(path)["name"]
    assert re.search(r"Adobe|Noto Project Authors|Amiri Project Authors", names.getDebugName(0))
    assert "SIL Open Font License" in names.getDebugName(13)


@each_face
def test_weight_slope_and_embedding_are_stated(path):
    font = face(path)
    style = font["name"].getDebugName(2)
    bold, italic = "Bold" in style, "Italic" in style
    assert font["OS/2"].usWeightClass == (700 if bold else 400)
    assert font["OS/2"].fsType == 0
    assert bool(font["OS/2"].fsSelection & 0x20) is bold
    assert bool(font["OS/2"].fsSelection & 0x01) is italic
    assert bool(font["OS/2"].fsSelection & 0x40) is (style == "Regular")
    assert font["head"].macStyle == bold | italic << 1


@each_face
def test_no_two_characters_share_a_glyph(path):
    glyphs = list(face(path).getBestCmap().values())
    assert len(glyphs) == len(set(glyphs))


@each_face
def test_every_face_has_its_own_spaces(path):
    assert {0x20, 0xA0} <= set(face(path).getBestCmap())


def test_korean_has_every_syllable_and_leaves_letters_to_the_serif():
    korean = characters("Briefgen Serif KR")
    assert korean >= HANGUL
    assert set(map(ord, "大韓民國人權〈〉《》「」『』‘’“”—·")) <= korean
    assert korean.isdisjoint(range(0x21, 0x7F))


def test_korean_draws_no_full_width_quotes_dots_or_dashes():
    """Where the Korean design has them one em wide, they come from the Latin serif."""
    assert characters("Briefgen Serif KR").isdisjoint(map(ord, "…‥―"))
    for path in FACES:
        if family(path) == "Briefgen Serif KR":
            font = face(path)
            widths = {c: font["hmtx"][font.getBestCmap()[ord(c)]][0] for c in "‘’“”—·"}
            assert all(width < 0.95 * font["head"].unitsPerEm for width in widths.values()), widths
    assert set(map(ord, "‘’“”—·…‥―")) <= characters("Briefgen Serif")


def test_latin_text_of_all_languages_is_covered():
    text = "Côte d’Ivoire\u202f: «\u00a0à\u00a0» Türkiye Việt Nam Россия Ελλάς Adébáyọ̀ Ɗan ŋ ƙ €₩₹£ №"
    assert fonts.uncovered(text) == ()
    assert 0x202F in characters("Briefgen Serif")


def test_apostrophe_keeps_its_kerning():
    """The letter apostrophe shares its outline, and must not take the glyph that the kerning knows."""
    font = face(fonts.FOLDER / "BriefgenSerif-Regular.ttf")
    lookups = (
        getattr(subtable, "ExtSubTable", subtable)
        for lookup in font["GPOS"].table.LookupList.Lookup
        for subtable in lookup.SubTable
    )
    kerned = {g for t in lookups if t.LookupType == 2 for g in t.Coverage.glyphs}
    assert font.getBestCmap()[ord("’")] in kerned


def test_checksums_match_and_name_every_face():
    lines = (fonts.FOLDER / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    recorded = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert recorded == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FACES}


def test_coverage_is_what_the_fonts_draw():
    assert coverage() == {name: characters(name) for name in {family(path) for path in FACES}}


def test_glyph_texts_name_every_character_of_latin_faces():
    texts = fonts.glyph_texts()
    assert {name for name in texts if "KR" in name} == set()
    for stem, table in texts.items():
        font = face(fonts.FOLDER / f"{stem}.ttf")
        for point, glyph in font.getBestCmap().items():
            text = table[font.getGlyphID(glyph)]
            assert text in {chr(point), unicodedata.normalize("NFKC", chr(point))}, f"{stem} U+{point:04X}"


def test_glyph_texts_follow_substitutions():
    """A tabular figure stands for the digit, and a ligature for its letters."""
    table = fonts.glyph_texts()["BriefgenSerif-Regular"]
    assert list(table.values()).count("1") > 1
    assert "fi" in table.values()


def test_glyph_texts_name_the_marks_of_capitals():
    """The grave of Ẹ̀ is another glyph than that of ọ̀; readers who copy the text must get it too."""
    font = face(fonts.FOLDER / "BriefgenSerif-Regular.ttf")
    table = fonts.glyph_texts()["BriefgenSerif-Regular"]
    grave = font.getGlyphID(font.getBestCmap()[0x300])
    assert any(text == "\u0300" for number, text in table.items() if number != grave)
    assert all(table.values()), "a Latin glyph without text is lost on whoever copies it"


def test_build_record_names_no_place():
    text = (fonts.FOLDER / "build.json").read_text(encoding="utf-8")
    record = json.loads(text)
    assert [entry["file"] for entry in record["faces"]]
    assert {entry["file"] for entry in record["faces"]} == {path.name for path in FACES}
    assert "://" not in text
    assert not any(Path(entry["source"]).is_absolute() for entry in record["faces"])


def test_licences_are_carried():
    licences = sorted(fonts.FOLDER.glob("OFL-*.txt"))
    assert len(licences) >= 3
    for path in licences:
        text = path.read_text(encoding="utf-8")
        assert text.startswith("Copyright")
        assert "SIL OPEN FONT LICENSE" in text


def test_uncovered_finds_an_ethiopic_letter_with_its_offset():
    assert fonts.uncovered("ok ክ") == ((3, "ክ"),)


def test_uncovered_counts_offsets_in_nfc():
    assert fonts.uncovered("e\u0301 ክ") == ((2, "ክ"),)
    assert fonts.uncovered("\u1112\u1161\u11ab") == ()


@pytest.mark.parametrize("text", ["\n\t", "\u200b\u200d\u2060\ufeff\u00ad", "\u2003\u3000\u2028", "가\ufe0f\U000e0100"])
def test_uncovered_passes_what_needs_no_glyph(text):
    assert fonts.uncovered(text) == ()


@pytest.mark.parametrize("character", ["😀", "न", "\ue000", "\ufffc"])
def test_uncovered_reports_what_readers_would_miss(character):
    assert fonts.uncovered(character) == ((0, character),)


@given(st.text(st.characters(max_codepoint=0x7F)))
@example("".join(map(chr, range(0x80))))
def test_uncovered_never_reports_ascii(text):
    assert fonts.uncovered(text) == ()


@given(st.text())
def test_uncovered_points_at_the_characters_it_names(text):
    normal = unicodedata.normalize("NFC", text)
    drawn = set().union(*coverage().values())
    for offset, character in fonts.uncovered(text):
        assert normal[offset] == character
        assert ord(character) not in drawn


def test_isolate_names_only_our_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "elsewhere")
    cache_folder = tmp_path / "a & b"
    fonts.isolate(cache_folder)
    configuration = Path(os.environ["FONTCONFIG_FILE"])
    assert configuration.is_absolute()
    root = etree.parse(configuration).getroot()
    assert [(child.tag, child.text) for child in root] == [
        ("dir", str(fonts.FOLDER)),
        ("cachedir", str(cache_folder.resolve())),
    ]
    assert [path.name for path in cache_folder.iterdir()] == ["fonts.conf"]


def test_module_is_light():
    """It is imported to set the stage for WeasyPrint, so it must not bring that in itself."""
    code = "import sys, briefgen.fonts; print({'weasyprint', 'fontTools'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
