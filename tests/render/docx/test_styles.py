"""What the styles of a layout settle."""

from __future__ import annotations

from lxml import etree

from briefgen.render.docx.styles import Styles
from tests.render.docx.editing import parts

STYLES = Styles(etree.fromstring(parts()["word/styles.xml"].encode()))


def test_names_are_found_whatever_their_case() -> None:
    assert STYLES.ids()["heading 1"] == "Heading1"
    assert STYLES.ids()["list number"] == "ListNumber"


def test_numbering_and_space_are_inherited() -> None:
    assert STYLES.numbering("ListNumber") == ("2", "0")
    assert STYLES.numbering("BodyText") is None
    assert STYLES.space_before("Caption") == 240
    assert STYLES.space_before("Strong") == 0
    assert [len(list(STYLES.chain(name))) for name in ("Subject", "Nothing", None)] == [3, 0, 0]
