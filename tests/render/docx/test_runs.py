"""Runs as WordprocessingML."""

from __future__ import annotations

import pytest

from briefgen.document import Run
from briefgen.render.docx.flat import FlatLine, Link, NoteMark, PageField
from briefgen.render.docx.runs import RunWriter
from tests.render.docx.samples import layout

STYLES = {"emphasis": "E", "strong": "S", "hyperlink": "H", "footnote reference": "F"}
T = '<w:t xml:space="preserve">'


def write(*pieces: object, language: str = "en", properties: str = "") -> str:
    typographies = layout().typographies
    writer = RunWriter(typographies[language], typographies, STYLES)
    return str(writer.write(FlatLine(pieces), properties))  # type: ignore[arg-type]


def test_plain_text_keeps_its_spaces_and_is_escaped() -> None:
    assert write(Run(" a & b <c> ")) == f"<w:r>{T} a &amp; b &lt;c&gt; </w:t></w:r>"


def test_docxtpls_own_marks_in_a_text_stay_text() -> None:
    assert write(Run("{_{ x }_}")) == f"<w:r>{T}{{&#95;{{ x }}&#95;}}</w:t></w:r>"


def test_tabs_and_line_ends_become_elements() -> None:
    assert write(Run("a\tb\r\nc")) == f"<w:r>{T}a</w:t><w:tab/>{T}b</w:t><w:br/>{T}c</w:t></w:r>"


def test_the_formatting_of_the_sample_is_kept_in_schema_order() -> None:
    found = write(Run("x", "strong"), properties='<w:color w:val="FF0000"/><w:lang w:val="de-DE"/><w:b/>')
    assert found == f'<w:r><w:rPr><w:rStyle w:val="S"/><w:b/><w:color w:val="FF0000"/></w:rPr>{T}x</w:t></w:r>'


def test_a_link_a_note_and_a_page_number() -> None:
    assert 'r:id="link1"' in write(Link(Run("x", url="u"), "link1"))
    assert '<w:rStyle w:val="H"/>' in write(Link(Run("x", url="u"), "link1"))
    mark = '<w:r><w:rPr><w:rStyle w:val="F"/></w:rPr><w:footnoteReference w:id="4"/></w:r>'
    assert write(NoteMark(4), language="ja", properties="<w:b/>") == write(NoteMark(4), language="ar") == mark
    assert " PAGE " in write(PageField("PAGE"))


def test_arabic_runs_are_marked_and_latin_ones_in_them_are_not() -> None:
    found = write(Run("من WHO"), language="ar")
    assert found == f"<w:r><w:rPr><w:rtl/></w:rPr>{T}من </w:t></w:r><w:r>{T}WHO</w:t></w:r>"


def test_emphasis_follows_the_language_of_the_run() -> None:
    korean = write(Run("강조", "emphasis", language="ko"))
    assert '<w:b w:val="1"/>' in korean
    assert '<w:i w:val="0"/>' in korean
    english = write(Run("stress", "emphasis", language="en"), language="ko")
    assert '<w:i w:val="1"/>' in english
    assert 'w:ascii="Times New Roman"' in english
    assert '<w:lang w:val="en-GB"/>' in english
    assert "<w:i" not in write(Run("강조", "emphasis"), language="ko")


@pytest.mark.parametrize("value", [42, "a < b"])
def test_other_values_print_as_text(value: object) -> None:
    typographies = layout().typographies
    writer = RunWriter(typographies["en"], typographies, STYLES)
    assert str(value).replace("<", "&lt;") in str(writer.write(value))


def test_a_writer_keeps_no_look_from_one_run_for_another() -> None:
    typographies = layout().typographies
    writer = RunWriter(typographies["en"], typographies, STYLES)
    lines = [
        (FlatLine((Run(text, emphasis, language),)), properties)
        for text in ("x", "ماء")
        for emphasis in ("plain", "emphasis", "strong")
        for language in (None, "en", "ko", "ar", "ja")
        for properties in ("", "<w:b/>")
    ]
    alone = [RunWriter(typographies["en"], typographies, STYLES).write(*line) for line in lines]
    assert [writer.write(*line) for line in lines] == alone
    assert [writer.write(*line) for line in reversed(lines)] == alone[::-1]
    assert len(set(alone)) > len(alone) / 2
