"""Small tools for WordprocessingML."""

from __future__ import annotations

import pytest

from briefgen.render.docx.ooxml import ensure, escape, illegal_characters, insert, local, make, rank, value_of


def test_children_go_where_the_schema_wants_them() -> None:
    properties = make("pPr")
    for name in ("jc", "pStyle", "spacing", "keepNext", "bidi"):
        insert(properties, make(name))
    assert [local(child) for child in properties] == ["pStyle", "keepNext", "bidi", "spacing", "jc"]
    assert ensure(properties, "bidi") is properties[2]
    assert local(ensure(properties, "numPr")) == "numPr"
    assert local(properties[2]) == "numPr"


def test_unknown_children_come_last() -> None:
    assert rank("rPr", "glow") > rank("rPr", "lang")


def test_values_are_found_by_path() -> None:
    properties = make("pPr")
    properties.append(make("pStyle", val="Quote"))
    assert value_of(properties, "pStyle") == "Quote"
    assert value_of(properties, "numPr/numId") is None


@pytest.mark.parametrize("text", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe"])
def test_what_xml_cannot_hold(text: str) -> None:
    assert list(illegal_characters(f"a{text}\t\n\U0001f33e")) == [text]


def test_escaping() -> None:
    assert escape('<a & "b">') == "&lt;a &amp; &quot;b&quot;&gt;"
    assert escape("{_{ a_b }_}") == "{&#95;{ a_b }&#95;}"
