"""Single lines, set and drawn without a page around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import weasyprint
from weasyprint.draw.text import draw_first_line
from weasyprint.matrix import Matrix
from weasyprint.pdf.stream import Stream
from weasyprint.text.line_break import create_layout

_DRAWN = re.compile(rb"/(\w+) \S+ Tf|<([0-9a-f]+)>")
"""A change of the font, or numbers of glyphs of four digits each."""


@dataclass(frozen=True, slots=True)
class Stock:
    """The glyphs of some words, each with the name of its font in the file, and the fonts that hold them."""

    glyphs: frozenset[tuple[str, int]] = frozenset()
    fonts: Mapping[int, Any] = field(default_factory=dict)
    layout: Any = None
    """Pango's own layout of the words: while it is there, the fonts are."""


def stock_of(text: str, style: Any) -> Stock:
    """The stock of some words, set in a style and drawn on no page."""
    fonts: dict[int, Any] = {}
    box = SimpleNamespace(text=text, style=style, pango_layout=create_layout(text, style, None, None, 0))
    stream = _nowhere(fonts)
    draw_first_line(stream, box, "clip", "none", Matrix())
    return Stock(glyphs_in(b"\n".join(stream.stream)), fonts, box.pango_layout)


def lay_in(rendering: weasyprint.Document, stock: Stock) -> None:
    """Put a stock into the fonts of a document that has not been drawn yet."""
    for key, font in stock.fonts.items():
        own = copy(font)
        own.to_unicode, own.widths, own.missing = dict(font.to_unicode), dict(font.widths), {}
        rendering.fonts[key] = own


def root_style(rendering: weasyprint.Document) -> Any:
    """The style of the document's own text: that of its root element."""
    page = rendering.pages[0]._page_box
    return next(box for box in page.descendants() if box.element_tag == "html").style


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
