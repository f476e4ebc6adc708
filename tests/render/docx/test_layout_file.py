"""The house layout: made by a program, valid, and showing every kind of block once."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.render.docx.flat import KINDS
from tests.render.docx.editing import parts
from tests.render.docx.samples import HOUSE, ROOT

STYLES = (
    "Title,Subtitle,Kicker,heading 1,heading 2,heading 3,Body Text,Summary,List Number,List Bullet,Quote,"
    "Quote Source,caption,footnote text,footnote reference,Letterhead Name,Letterhead Line,Date,Letter Address,"
    "Subject,Salutation,Closing,Signature,Method,Table Heading,Table Text,Figure Value,Figure Caption,header,"
    "footer,Hyperlink,Strong,Emphasis"
)


def test_the_program_writes_the_layout_that_is_shipped(tmp_path: Path) -> None:
    target = tmp_path / "word.docx"
    subprocess.run([sys.executable, ROOT / "tools" / "layout" / "make_word_layout.py", target], check=True)
    assert target.read_bytes() == (HOUSE / "word.docx").read_bytes()


def test_the_layout_opens_in_word() -> None:
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(HOUSE / "word.docx").errors == []


def test_every_kind_is_shown_once() -> None:
    shown = re.findall(r"(?:el)?if block\.(\w+) %", parts()["word/document.xml"])
    assert sorted(shown) == sorted(KINDS)


def test_tags_need_no_quotation_marks() -> None:
    for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml", "word/footnotes.xml"):
        assert not re.findall(r"\{[%{][^}]*['\"][^}]*[%}]\}", parts()[name])


def test_the_styles_carry_words_names() -> None:
    found = set(re.findall(r'<w:name w:val="([^"]+)"/>', parts()["word/styles.xml"]))
    assert set(STYLES.split(",")) <= found
