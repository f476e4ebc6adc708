"""CSS made from data says what the data say."""

from __future__ import annotations

import tinycss2
from hypothesis import given
from hypothesis import strategies as st

from briefgen.render.pdf.styles import css_content, css_lines, css_string, language_rules
from tests.render.pdf.samples import typography


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
