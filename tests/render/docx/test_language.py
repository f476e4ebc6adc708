"""What a language changes in the parts of a layout."""

from __future__ import annotations

import pytest

from briefgen.document import Paragraph, Quotation, Table
from briefgen.render.docx import render_docx
from tests.render.docx.reading import find, paragraph_with, part, run_with
from tests.render.docx.samples import briefing, document, layout, line

STYLES, SETTINGS = "word/styles.xml", "word/settings.xml"
DEFAULTS = "/w:styles/w:docDefaults/w:rPrDefault/w:rPr"


def style(root: object, name: str, path: str) -> list[str]:
    return find(root, f"/w:styles/w:style[w:name/@w:val='{name}']{path}")


@pytest.mark.parametrize(
    ("language", "slot", "tag"), [("en", "val", "en-GB"), ("ko", "eastAsia", "ko-KR"), ("ar", "bidi", "ar-SA")]
)
def test_the_language_of_the_document_is_in_the_defaults(language: str, slot: str, tag: str) -> None:
    data = render_docx(briefing(language), layout())
    assert find(part(data, STYLES), f"{DEFAULTS}/w:lang/@w:{slot}") == [tag]
    assert find(part(data, SETTINGS), f"//w:themeFontLang/@w:{slot}") == [tag]


def test_korean_has_its_faces_sizes_and_line_breaks() -> None:
    root = part(render_docx(briefing("ko"), layout()), STYLES)
    for slot in ("ascii", "hAnsi", "eastAsia"):
        assert find(root, f"{DEFAULTS}/w:rFonts/@w:{slot}") == ["Batang"]
        assert style(root, "heading 1", f"/w:rPr/w:rFonts/@w:{slot}") == ["Malgun Gothic"]
    assert find(root, f"{DEFAULTS}/w:sz/@w:val") == ["21"]
    for path in ("/w:styles/w:docDefaults/w:pPrDefault/w:pPr", "//w:style[@w:default='1']/w:pPr"):
        assert find(root, f"{path}/w:autoSpaceDE/@w:val") == ["0"]
        assert find(root, f"{path}/w:autoSpaceDN/@w:val") == ["0"]
        assert find(root, f"{path}/w:wordWrap/@w:val") == ["1"]


def test_emphasis_is_bold_in_the_heading_face_where_a_script_has_no_italics() -> None:
    root = part(render_docx(briefing("ko"), layout()), STYLES)
    assert style(root, "Emphasis", "/w:rPr/w:i") == []
    assert len(style(root, "Emphasis", "/w:rPr/w:b")) == 1
    assert style(root, "Strong", "/w:rPr/w:rFonts/@w:eastAsia") == ["Malgun Gothic"]
    english = part(render_docx(briefing("en"), layout()), STYLES)
    assert len(style(english, "Emphasis", "/w:rPr/w:i")) == 1


def test_arabic_is_set_from_right_to_left() -> None:
    table = Table((line("المنطقة"),), ((line("التلال"),),))
    data = render_docx(document("ar", Paragraph(line("ماء")), Quotation((line("قول"),)), table), layout())
    root = part(data, "word/document.xml")
    assert len(find(root, "//w:p")) == len(find(root, "//w:p/w:pPr/w:bidi"))
    assert find(root, "//w:tblPr/w:bidiVisual")
    assert find(root, "//w:sectPr/w:bidi")
    assert find(run_with(data, "ماء"), "./w:rPr/w:rtl")
    assert find(paragraph_with(data, "قول"), "./w:pPr/w:bidi")
    for name in ("word/header1.xml", "word/footer1.xml", "word/footnotes.xml"):
        other = part(data, name)
        assert len(find(other, "//w:p")) == len(find(other, "//w:p/w:pPr/w:bidi"))
    styles = part(data, STYLES)
    assert style(styles, "Quote", "/w:pPr/w:pBdr/w:left") == []
    assert len(style(styles, "Quote", "/w:pPr/w:pBdr/w:right")) == 1


def test_arabic_letters_grow_and_latin_ones_beside_them_do_not() -> None:
    root = part(render_docx(briefing("ar"), layout()), STYLES)
    assert find(root, f"{DEFAULTS}/w:sz/@w:val") == ["22"]
    assert find(root, f"{DEFAULTS}/w:szCs/@w:val") == ["28"]
    assert style(root, "heading 1", "/w:rPr/w:sz/@w:val") == ["26"]
    assert style(root, "heading 1", "/w:rPr/w:szCs/@w:val") == ["33"]


@pytest.mark.parametrize(("language", "step"), [("en", "295"), ("ko", "330"), ("ar", "390")])
def test_the_line_step_is_the_languages(language: str, step: str) -> None:
    root = part(render_docx(briefing(language), layout()), STYLES)
    assert find(root, "/w:styles/w:docDefaults/w:pPrDefault/w:pPr/w:spacing/@w:line") == [step]


def test_the_font_table_names_every_face_and_what_may_stand_in_for_it() -> None:
    root = part(render_docx(briefing("ko"), layout()), "word/fontTable.xml")
    assert find(root, "//w:font/@w:name") == ["Batang", "Malgun Gothic", "Times New Roman"]
    assert find(root, "//w:font[@w:name='Batang']/w:altName/@w:val")[0].startswith("바탕,")


def test_faces_of_the_layout_are_for_letters_that_the_language_does_not_claim() -> None:
    fonts = {"word_body": "Georgia", "word_heading": "Verdana"}
    for language, own in (("en", {}), ("ko", {"eastAsia": "Batang"}), ("ar", {"cs": "Times New Roman"})):
        root = part(render_docx(briefing(language), layout(fonts=fonts)), STYLES)
        found = {slot: find(root, f"{DEFAULTS}/w:rFonts/@w:{slot}")[0] for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert found == {"ascii": "Georgia", "hAnsi": "Georgia", "eastAsia": "Georgia", "cs": "Georgia", **own}
        assert style(root, "heading 1", "/w:rPr/w:rFonts/@w:ascii") == ["Verdana"]
