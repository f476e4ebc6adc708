"""What operators of text draw."""

from __future__ import annotations

from briefgen.document import Paragraph
from briefgen.render.pdf import load, ready
from briefgen.render.pdf.html import page_of
from tests.render.pdf.samples import document, layout, line


def test_glyphs_are_read_from_operators_with_their_fonts() -> None:
    drawn = b"1 0 0 -1 9 9 Tm\n/ABCDEF 10.5 Tf\n[<00010002>-12<0003>] TJ\n/GHIJKL 10.5 Tf\n[<00ff>] TJ"
    assert load("lines").glyphs_in(drawn) == {("ABCDEF", 1), ("ABCDEF", 2), ("ABCDEF", 3), ("GHIJKL", 255)}


def test_the_stock_is_in_the_fonts_and_on_no_page() -> None:
    paper = ready(document(Paragraph(line("Clean water."))))
    plain, more = (
        load("press").impression(page_of(paper, layout()), paper, layout(), stock) for stock in ("", "Ñuñoa 물")
    )
    assert plain.stock.glyphs == frozenset()
    assert {name for name, _ in more.stock.glyphs} <= {font.hash for font in more.rendering.fonts.values()}
    held = {text for font in more.rendering.fonts.values() for text in font.to_unicode.values()}
    assert {"Ñ", "ñ", "물"} <= held
    assert "Ñ" not in {text for font in plain.rendering.fonts.values() for text in font.to_unicode.values()}
    contents = [page.stream for page in more.pdf.objects if hasattr(page, "_ctm_stack")]
    assert contents == [page.stream for page in plain.pdf.objects if hasattr(page, "_ctm_stack")]
