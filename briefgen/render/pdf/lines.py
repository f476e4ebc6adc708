"""Single lines, set and drawn without a page around them."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import weasyprint
from weasyprint.draw.text import draw_first_line
from weasyprint.matrix import Matrix
from weasyprint.pdf.stream import Stream
from weasyprint.text.line_break import create_layout

_DRAWN = re.compile(rb"/(\w+) \S+ Tf|<([0-9a-f]+)>")
"""A change of the font, or numbers of glyphs of four digits each."""


def draw_stock(rendering: weasyprint.Document, text: str) -> frozenset[tuple[str, int]]:
    """Draw a text in the style of the document's own text, on no page: its glyphs come into the fonts of the file.

    Returns these glyphs, each with the name of its font in the file.
    """
    style = _root(rendering).style
    box = SimpleNamespace(text=text, style=style, pango_layout=create_layout(text, style, None, None, 0))
    stream = _nowhere(rendering.fonts)
    draw_first_line(stream, box, "clip", "none", Matrix())
    return glyphs_in(b"\n".join(stream.stream))


def operators(box: Any, fonts: dict[int, Any]) -> list[Any]:
    """The operators that draw the text of a laid-out text box, between `BT` and `ET`."""
    stream = _nowhere(fonts)
    box.pango_layout.reactivate(box.style)
    place = Matrix(d=-1, e=box.position_x, f=box.position_y + box.baseline)
    draw_first_line(stream, box, "clip", "none", place)
    box.pango_layout.deactivate()
    found: list[Any] = stream.stream
    return found


def glyphs_in(drawn: bytes) -> frozenset[tuple[str, int]]:
    """The glyphs that operators of text draw, each with the name of its font in the file."""
    font, found = "", set()
    for match in _DRAWN.finditer(drawn):
        font = match[1].decode() if match[1] else font
        digits = match[2] or b""
        found |= {(font, int(digits[at : at + 4], 16)) for at in range(0, len(digits), 4)}
    return frozenset(found)


def _nowhere(fonts: dict[int, Any]) -> Stream:
    """A stream that belongs to no page."""
    return Stream(fonts, None, {}, {}, None, {}, None)


def _root(rendering: weasyprint.Document) -> Any:
    """The box of the root element."""
    page = rendering.pages[0]._page_box
    return next(box for box in page.descendants() if box.element_tag == "html")
