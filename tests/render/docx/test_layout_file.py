"""The Word files of the layouts: made by a program, valid, and showing every kind of block once."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.render.docx.flat import KINDS
from tests.render.docx.editing import parts
from tests.render.docx.samples import LAYOUTS, ROOT

STYLES = (
    "Title,Subtitle,Kicker,heading 1,heading 2,heading 3,Body Text,Summary,List Number,List Bullet,Quote,"
    "Quote Source,caption,footnote text,footnote reference,Letterhead Name,Letterhead Line,Date,Letter Address,"
    "Subject,Salutation,Closing,Signature,Method,Table Heading,Table Text,Figure Value,Figure Caption,header,"
    "footer,Hyperlink,Strong,Emphasis"
)


@pytest.fixture(params=["letterhead", "briefing"])
def word(request: pytest.FixtureRequest) -> Path:
    return LAYOUTS / request.param / "word.docx"


def body(word: Path) -> str:
    with zipfile.ZipFile(word) as archive:
        return archive.read("word/document.xml").decode()


def test_one_run_of_the_program_writes_all_layouts_that_are_shipped(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "tools.layout.make_word_layout", tmp_path], check=True, cwd=ROOT)
    written = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.docx"))
    assert written == sorted(path.relative_to(LAYOUTS) for path in LAYOUTS.rglob("*.docx"))
    for path in written:
        assert (tmp_path / path).read_bytes() == (LAYOUTS / path).read_bytes()


def test_the_layout_opens_in_word(word: Path) -> None:
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(word).errors == []


def test_every_kind_is_shown_once(word: Path) -> None:
    shown = re.findall(r"(?:el)?if block\.(\w+) %", body(word))
    assert sorted(shown) == sorted(KINDS)


def test_letters_have_25_and_22_millimetres_at_the_sides_and_briefings_25() -> None:
    for name, right in (("letterhead", 1247), ("briefing", 1417)):
        found = body(LAYOUTS / name / "word.docx")
        assert re.findall(r'w:right="(\d+)" w:bottom="1361" w:left="(\d+)"', found) == [(str(right), "1417")]
        assert set(re.findall(r'<w:tblW w:w="(\d+)"', found)) == {str(11906 - right - 1417)}


def test_every_colour_of_the_styles_but_black_and_grey_follows_the_theme() -> None:
    free = re.findall(r'w:(?:val|color)="([0-9A-F]{6})"(?! w:themeColor)', parts()["word/styles.xml"])
    assert set(free) == {"262626", "A6A6A6"}


def test_tags_need_no_quotation_marks() -> None:
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footnotes.xml"):
        assert not re.findall(r"\{[%{][^}]*['\"][^}]*[%}]\}", parts()[name])


def test_the_styles_carry_words_names() -> None:
    found = set(re.findall(r'<w:name w:val="([^"]+)"/>', parts()["word/styles.xml"]))
    assert set(STYLES.split(",")) <= found
