"""The font table."""

from __future__ import annotations

from lxml import etree

from briefgen.render.docx.fonts import font_table
from briefgen.render.docx.ooxml import W, w


def names(table: bytes) -> list[str | None]:
    return [font.get(w("name")) for font in etree.fromstring(table)]


def test_faces_are_listed_once_in_order_and_known_ones_stay() -> None:
    table = f'<w:fonts xmlns:w="{W}"><w:font w:name="House"/></w:fonts>'.encode()
    run = b'<w:rFonts w:ascii="Georgia" w:eastAsia="Batang"/><w:rFonts w:hAnsi="Georgia" w:cs="House"/>'
    found = font_table({"word/fontTable.xml": table, "word/document.xml": run})
    assert names(found) == ["House", "Batang", "Georgia"]
    (named,) = [font for font in etree.fromstring(found) if len(font)]
    assert str(named[0].get(w("val"))).startswith("바탕,")
