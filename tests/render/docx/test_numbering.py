"""Instances of numbered lists."""

from __future__ import annotations

from lxml import etree

from briefgen.render.docx.flat import NumberedList
from briefgen.render.docx.numbering import add_lists, definition_behind, first_free
from briefgen.render.docx.ooxml import w
from tests.render.docx.editing import parts

PART = parts()["word/numbering.xml"].encode()


def test_the_first_free_id_is_above_all_that_are_used() -> None:
    assert first_free(etree.fromstring(PART)) == 3


def test_only_a_list_that_counts_has_a_definition() -> None:
    root = etree.fromstring(PART)
    assert definition_behind(root, "2", "0") == "1"
    assert definition_behind(root, "1", "0") is None
    assert definition_behind(root, "9", "0") is None


def test_lists_are_added_in_order_behind_the_definitions() -> None:
    added = add_lists({"word/numbering.xml": PART}, "1", (NumberedList(3, 1), NumberedList(4, 7)))
    root = etree.fromstring(added["word/numbering.xml"])
    assert [num.get(w("numId")) for num in root.findall(w("num"))] == ["1", "2", "3", "4"]
    assert [start.get(w("val")) for start in root.iter(w("startOverride"))] == ["1", "7"]
