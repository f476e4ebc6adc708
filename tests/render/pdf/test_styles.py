"""CSS made from data says what the data say."""

from __future__ import annotations

from pathlib import Path

import pytest
import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from briefgen.model.typography import Picture
from briefgen.render.pdf.styles import css_content, css_lines, css_string, language_rules, layout_rules, page_rules
from tests.render.pdf.samples import LAYOUTS, document, layout, typography


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_a_css_string_means_its_text(text: str) -> None:
    (token,) = tinycss2.parse_component_value_list(css_string(text))
    assert token.type == "string"
    assert token.value == text


@given(st.text())
def test_a_css_string_cannot_close_the_style_element(text: str) -> None:
    assert "<" not in css_string(text)


def test_placeholders_become_counters_in_any_order() -> None:
    assert css_content("Page {page} of {pages}") == '"Page " counter(page) " of " counter(pages)'
    assert css_content("{pages}쪽 중 {page}쪽") == 'counter(pages) "쪽 중 " counter(page) "쪽"'
    assert css_content("") == '""'


def test_other_braces_are_words() -> None:
    (token,) = tinycss2.parse_component_value_list(css_content('{total} "x"'))
    assert token.value == '{total} "x"'


def test_lines_are_parted_by_line_breaks() -> None:
    (token,) = tinycss2.parse_component_value_list(css_lines(("Draft", "Embargo")))
    assert token.value == "Draft\nEmbargo"


def test_each_language_has_its_fonts_in_order_and_the_document_its_leading() -> None:
    rules = language_rules({tag: typography(tag) for tag in ("en", "ko")}, "ko")
    assert "html{--step:16.5pt;" in rules
    assert ':lang("en"){font-family:"Briefgen Serif","Briefgen Serif Ext","Briefgen Serif KR"}' in rules
    assert ':lang("ko"){font-family:"Briefgen Serif KR",' in rules


def test_only_scripts_without_italics_are_upright() -> None:
    rules = language_rules({tag: typography(tag) for tag in ("en", "ko")}, "en")
    assert ':lang("ko"){font-style:normal} em:lang("ko"){font-weight:700}' in rules
    assert ':lang("en"){font-style' not in rules


def test_a_layout_that_says_nothing_adds_no_rule() -> None:
    assert layout_rules(layout(), "en") == ""


def test_only_the_colours_that_are_stated_are_set() -> None:
    found = layout_rules(layout(colours={"accent": "#8a1c1c", "rule": "#777777"}), "en")
    assert found == ":root{--accent:#8a1c1c;--rule:#777777}"


def test_the_side_margins_follow_the_direction() -> None:
    stated = layout("en", "ar", margins={"top": 26, "start": 35, "end": 20.5})
    assert layout_rules(stated, "en").startswith("@page{margin-top:26mm;margin-left:35mm;margin-right:20.5mm}")
    assert "@page rtl{margin-top:26mm;margin-right:35mm;margin-left:20.5mm}" in layout_rules(stated, "ar")


@pytest.mark.parametrize(("language", "rule"), [("zh-Hans", "2em"), ("ja", "1em"), ("en", ""), ("ko", "")])
def test_only_layouts_that_indent_do_so_and_as_the_language_wants(language: str, rule: str) -> None:
    indenting = layout_rules(layout(language, indent=True), language)
    assert indenting == (f"p.body{{text-indent:{rule}}}" if rule else "")
    assert layout_rules(layout(language), language) == ""


@pytest.mark.parametrize(("height", "top", "lacking"), [(8, None, ""), (14, None, "5.5mm"), (14, 40, "")])
def test_the_first_page_makes_room_for_a_logo(height: float, top: float | None, lacking: str) -> None:
    plain = layout(margins={"top": top} if top else {})
    found = layout_rules(plain.model_copy(update={"logo": Picture(png=b"", alt="a", width=20, height=height)}), "en")
    assert f".logo img{{height:{height}mm}}" in found
    assert (f"@page :first{{padding-top:{lacking}}}" in found) == bool(lacking)


def test_the_faces_that_are_there_are_declared(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    (folder / "fonts").mkdir(parents=True)
    for face in ("Regular", "Bold"):
        (folder / "fonts" / f"MySerif-{face}.ttf").touch()
    own = layout(folder=folder, fonts={"family": "My Serif"})
    assert layout_rules(own, "en").count("@font-face") == 2
    assert ";font-weight:700;font-style:normal}" in layout_rules(own, "en")
    assert ':lang("en"){font-family:"My Serif","Briefgen Serif",' in language_rules(own.typographies, "en", "My Serif")


def test_values_of_colours_stand_once_in_the_sheets_of_the_layouts() -> None:
    for sheet in LAYOUTS.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        for colour in ("#1b3a6b", "#4a4f57", "#9aa3b2"):
            assert text.count(colour) == (sheet.name == "base.css"), sheet


def test_the_start_of_the_header_is_right_in_arabic() -> None:
    rules = page_rules(document(language="ar"), layout("ar"))
    assert '@top-right{content:"Clean water"}' in rules
    assert "@bottom-left{content:" in rules
    assert "@top-left{content:" in page_rules(document(), layout("en"))
