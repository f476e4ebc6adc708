"""A letter as it came from the press, in which the lines that differ from letter to letter can be exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import inf
from typing import Any

import pydyf
from weasyprint.css.targets import TargetCollector
from weasyprint.formatting_structure import boxes
from weasyprint.layout import LayoutContext
from weasyprint.layout.inline import iter_line_boxes

from briefgen.document import Document, Line, Run
from briefgen.render.marked import element_of
from briefgen.render.pdf.conformance import Metadata
from briefgen.render.pdf.file import PdfFile, content_of, page_content, plain_of
from briefgen.render.pdf.lines import glyphs_in, operators
from briefgen.render.pdf.press import Impression

MOST = 4096
"""Drawn lines that a master remembers: “New York” is in all letters."""
COLLAPSING = re.compile(r"[\t\n\r\f]|  |^ | $")
"""White space that a page shows otherwise than it is written (CSS Text 3, 4.1.1)."""
Texts = tuple[str, ...]
Pieces = tuple[bytes, ...]
"""What draws the text boxes of a line, one after the other."""
Content = tuple[bytes | tuple[int, int], ...]
"""The operators of a page; a pair of numbers (line and text box) stands for those that are exchanged."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A line of the master that may be exchanged: its block and its line as laid out, and its texts."""

    block: Any
    line: Any
    texts: Texts


@dataclass(frozen=True, slots=True)
class Master:
    """One letter, laid out and written, and what of it may be exchanged."""

    file: PdfFile
    spots: tuple[_Spot, ...]
    pages: dict[int, Content]
    """The pages that have such lines, by the number of the object of their content."""
    context: Any
    made: Impression
    _known: dict[tuple[int, Texts], Pieces | None] = field(default_factory=dict)
    """What draws each text box of a line with such texts; nothing where it does not fit."""

    def exchanged(self, lines: Sequence[Line], document: Document) -> bytes | None:
        """The file of another document with the same structure; nothing where one of its lines does not fit."""
        drawn = [self._drawn(at, _texts(line)) for at, line in enumerate(lines)]
        fitting = [pieces for pieces in drawn if pieces is not None]
        if len(fitting) < len(self.spots) or not document.title:
            return None
        changed = {number: _filled(content, fitting) for number, content in self.pages.items()}
        return self.file.data(changed | self._metadata(document))

    def _drawn(self, at: int, texts: Texts) -> Pieces | None:
        if (at, texts) not in self._known:
            if len(self._known) >= MOST:
                self._known.clear()
            self._known[at, texts] = self._draw(self.spots[at], texts)
        return self._known[at, texts]

    def _draw(self, spot: _Spot, texts: Texts) -> Pieces | None:
        line = _set(self.context, spot, texts)
        if line is None:
            return None
        return _pieces(line, self.made)

    def _metadata(self, document: Document) -> dict[int, bytes]:
        """The two objects that hold the title: the document information, and the XMP packet."""
        info = pydyf.Dictionary({**self.made.pdf.info, "Title": pydyf.String(document.title)})
        alone = pydyf.PDF()
        Metadata(document).include_in_pdf(alone, "a", 3, "A", True)
        packet = int(self.made.pdf.catalog["Metadata"].split()[0])
        return {self.made.pdf.info.number: info.data, packet: content_of(alone.objects[-1])}


def master_of(made: Impression, lines: Sequence[Line]) -> Master | None:
    """The master of a document with these variable lines; nothing where it cannot be one.

    Each line must be found on the pages as a block of its own that takes one line, its operators in the content of
    its page, and its glyphs in the stock: or the fonts of another letter would not be the same.
    """
    spots = _spots(made, [_texts(line) for line in lines])
    if not spots or "Title" not in made.pdf.info:
        return None
    drawn = [_pieces(spot.line, made) for spot in spots]
    pages = _pages(made, [pieces for pieces in drawn if pieces is not None])
    if None in drawn or sum(map(_places, pages.values())) != sum(len(pieces or ()) for pieces in drawn):
        return None
    font_config = spots[0].block.style.font_config
    context = LayoutContext(None, lambda *_, **__: None, font_config, None, TargetCollector())
    return Master(made.file, spots, pages, context, made)


def _texts(line: Line) -> Texts:
    """The texts of a line as text boxes hold them: runs without an element of their own become one."""
    runs = [run for run in line if isinstance(run, Run)]
    parts = groupby(enumerate(runs), lambda item: -1 if _is_bare(item[1]) else item[0])
    return tuple("".join(run.text for _, run in group) for _, group in parts)


def _is_bare(run: Run) -> bool:
    return not element_of(run) and not run.url


def _spots(made: Impression, lines: Sequence[Texts]) -> tuple[_Spot, ...]:
    """The blocks of these lines on the pages; none at all where one of them is not found, or found twice."""
    found: dict[Texts, list[_Spot]] = {}
    for page in made.rendering.pages:
        for block in page._page_box.descendants():
            if isinstance(block, boxes.BlockContainerBox) and len(block.children) == 1:
                line = block.children[0]
                if isinstance(line, boxes.LineBox) and _is_plain(line):
                    texts = tuple(box.text for box in _text_boxes(line))
                    found.setdefault(texts, []).append(_Spot(block, line, texts))
    spots = [found.get(texts, []) for texts in lines]
    return tuple(spot for each in spots for spot in each) if all(len(each) == 1 for each in spots) else ()


def _is_plain(line: Any) -> bool:
    """Whether a line holds texts alone, and none of them is a link."""
    kinds = (boxes.TextBox, boxes.InlineBox, boxes.LineBox)
    return all(isinstance(box, kinds) and not box.link_annotation for box in line.descendants())


def _text_boxes(line: Any) -> Iterator[Any]:
    return (box for box in line.descendants() if isinstance(box, boxes.TextBox))


def _pieces(line: Any, made: Impression) -> Pieces | None:
    """What draws each text box of a line; nothing where a glyph is not in the stock."""
    pieces = tuple(plain_of(operators(box, made.rendering.fonts)) for box in _text_boxes(line))
    return pieces if all(drawn <= made.stock.glyphs for drawn in map(glyphs_in, pieces)) else None


def _pages(made: Impression, drawn: Sequence[Pieces]) -> dict[int, Content]:
    """The content of each page on which one of these lines stands, cut at the operators that draw them."""
    found: dict[int, Content] = {}
    for reference in made.pdf.page_references:
        page = made.pdf.objects[int(reference.split()[0])]
        number = int(page["Contents"].split()[0])
        content: Content = (plain_of(made.pdf.objects[number].stream),)
        for at, pieces in enumerate(drawn):
            for index, piece in enumerate(pieces):
                content = _cut(content, piece, (at, index))
        if _places(content):
            found[number] = content
    return found


def _cut(content: Content, piece: bytes, place: tuple[int, int]) -> Content:
    """The content with a piece of it taken out, if it is there; the place stands for it then."""
    for index, part in enumerate(content):
        if isinstance(part, bytes) and piece in part:
            before, _, after = part.partition(piece)
            return (*content[:index], before, place, after, *content[index + 1 :])
    return content


def _places(content: Content) -> int:
    return sum(isinstance(part, tuple) for part in content)


def _filled(content: Content, drawn: Sequence[Pieces]) -> bytes:
    """The content of a page with other operators in its places."""
    parts = (part if isinstance(part, bytes) else drawn[part[0]][part[1]] for part in content)
    return page_content(b"".join(parts))


def _set(context: Any, spot: _Spot, texts: Texts) -> Any:
    """The line of a spot with other texts, as laid out; nothing where it takes more room than the line it had."""
    if len(texts) != len(spot.texts) or not all(texts) or COLLAPSING.search("".join(texts)):
        return None
    empty = _with_texts(spot.line, iter(texts))
    context.create_block_formatting_context()
    try:
        there: tuple[Any, ...] = (spot.line.position_y, -inf, None, spot.block, [], [], None, None)
        found = [line for line, _ in iter_line_boxes(context, empty, *there)]
    finally:
        context.finish_block_formatting_context()
    return found[0] if len(found) == 1 and _measures(found[0]) == _measures(spot.line) else None


def _with_texts(box: Any, texts: Iterator[str]) -> Any:
    """A copy of a line with other texts in its text boxes, in their order."""
    if isinstance(box, boxes.TextBox):
        return box.copy_with_text(next(texts))
    return box.copy_with_children([_with_texts(child, texts) for child in box.children])


def _measures(line: Any) -> tuple[float, ...]:
    """What other lines depend on, in CSS pixels."""
    return tuple(round(value, 6) for value in (line.position_y, line.height, line.baseline))
