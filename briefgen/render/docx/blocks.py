"""From the neutral document to the flat blocks of a Word layout."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from urllib.parse import quote

from briefgen.document import (
    Addressee,
    Block,
    DateLine,
    Document,
    Furniture,
    Heading,
    KeyFigures,
    Letterhead,
    Line,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Signature,
    Subject,
    Table,
    Title,
    text_of,
)
from briefgen.render.docx.flat import (
    LINK,
    FlatBlock,
    FlatCell,
    FlatDocument,
    FlatFigure,
    FlatFurniture,
    FlatLine,
    FlatNote,
    Link,
    NoteMark,
    NumberedList,
    PageField,
    Piece,
)

_TABLES = ("table", "figures")
_PAGE_BREAK = "page_break"
_PAGE_FIELDS = {"{page}": PageField("PAGE"), "{pages}": PageField("NUMPAGES")}
_SAFE_IN_URL = "%/:=&?~#+!$,;'@()*[]"
_NARROWEST, _WIDEST = 6, 40


def flatten(document: Document, first_note: int, first_list: int) -> FlatDocument:
    """Flatten a document: one block per paragraph or table, notes and lists numbered from the given ids."""
    flattener = _Flattener(first_note, first_list)
    blocks = [flat for block in document.blocks for flat in flattener.block(block)]
    return FlatDocument(
        blocks=tuple(_settle(blocks)),
        footnotes=tuple(flattener.notes),
        furniture=_furniture(document.furniture),
        body_links=tuple((name, url) for url, name in flattener.body_links.items()),
        note_links=tuple((name, url) for url, name in flattener.note_links.items()),
        lists=tuple(flattener.lists),
    )


@dataclass(slots=True)
class _Flattener:
    """Walks the blocks once and collects notes, links and lists on the way."""

    first_note: int
    first_list: int
    notes: list[FlatNote] = field(default_factory=list)
    lists: list[NumberedList] = field(default_factory=list)
    body_links: dict[str, str] = field(default_factory=dict)
    note_links: dict[str, str] = field(default_factory=dict)

    def block(self, block: Block) -> Iterator[FlatBlock]:
        """The paragraphs and tables of one block, in reading order."""
        match block:
            case Letterhead() | DateLine() | Addressee() | Title() | Subject() | Heading():
                yield from self._opening(block)
            case Paragraph(line, role, keep):
                yield FlatBlock("paragraph" if role == "body" else role, self._line(line), keep_next=keep)
            case ListBlock():
                yield from self._list(block)
            case Table():
                yield from self._table(block)
            case KeyFigures():
                yield from self._figures(block)
            case Quotation(paragraphs, source):
                lines = [FlatBlock("quotation", self._line(line)) for line in paragraphs]
                end = [FlatBlock("quotation_source", self._line(source))] if source else []
                yield from _together(lines + end)
            case Signature(closing, lines):
                yield from _together(
                    [FlatBlock("closing", self._line(line)) for line in closing]
                    + [FlatBlock("signature", self._line(line)) for line in lines]
                )
            case PageBreak():
                yield FlatBlock(_PAGE_BREAK)

    def _opening(self, block: Letterhead | DateLine | Addressee | Title | Subject | Heading) -> Iterator[FlatBlock]:
        match block:
            case Letterhead(name, texts):
                yield FlatBlock("letterhead_name", _plain(name))
                yield from (FlatBlock("letterhead_line", _plain(text)) for text in texts)
            case DateLine(texts):
                yield from (FlatBlock("date", _plain(text)) for text in texts)
            case Addressee(lines):
                yield from (FlatBlock("addressee", self._line(line)) for line in lines)
            case Title(line, kicker, subtitle):
                yield from (FlatBlock("kicker", _plain(kicker)),) if kicker else ()
                yield FlatBlock("title", self._line(line))
                yield from (FlatBlock("subtitle", _plain(subtitle)),) if subtitle else ()
            case Subject(line):
                yield FlatBlock("subject", self._line(line))
            case Heading(level, line):
                yield FlatBlock(f"heading{level}", self._line(line))

    def _list(self, block: ListBlock) -> Iterator[FlatBlock]:
        number = 0
        if block.ordered:
            number = self.first_list + len(self.lists)
            self.lists.append(NumberedList(number, block.start))
        for item in block.items:
            yield FlatBlock("number" if block.ordered else "bullet", self._line(item), list_id=number)

    def _table(self, table: Table) -> Iterator[FlatBlock]:
        if table.caption:
            yield FlatBlock("caption", self._line(table.caption), keep_next=True)
        shares = _shares(table)
        numeric = table.numeric or (False,) * len(table.header)
        header, *rows = (
            tuple(
                FlatCell(self._line(line), share, number)
                for line, share, number in zip(row, shares, numeric, strict=True)
            )
            for row in (table.header, *table.rows)
        )
        text = FlatLine((Run("\n".join("\t".join(str(cell.text) for cell in row) for row in (header, *rows))),))
        yield FlatBlock("table", text, columns=shares, header=header, rows=tuple(rows))

    def _figures(self, panel: KeyFigures) -> Iterator[FlatBlock]:
        """The label of the panel, kept with it, and the panel."""
        if panel.figures:
            yield FlatBlock("caption", _plain(panel.label), keep_next=True)
            yield self._panel(panel)

    def _panel(self, panel: KeyFigures) -> FlatBlock:
        """Up to three figures a row, four as two by two; columns stay in line from row to row."""
        count = len(panel.figures)
        width = 2 if count == 4 else max(1, min(3, count))
        share = 1 / width
        figures = [FlatFigure(_plain(f.value), self._line(f.caption), share) for f in panel.figures]
        figures += [FlatFigure(FlatLine(), FlatLine(), share)] * (-count % width)
        rows = tuple(tuple(figures[at : at + width]) for at in range(0, len(figures), width))
        text = _plain("\n".join(f"{figure.value}\t{text_of(figure.caption)}" for figure in panel.figures))
        return FlatBlock("figures", text, label=_plain(panel.label), columns=(share,) * width, panel=rows)

    def _line(self, line: Line) -> FlatLine:
        return FlatLine(tuple(self._piece(run) for run in line))

    def _piece(self, run: Run | Note) -> Piece:
        if isinstance(run, Run):
            return _linked(run, self.body_links)
        number = self.first_note + len(self.notes)
        pieces = tuple(_linked(part, self.note_links) for part in run.line)
        self.notes.append(FlatNote(number, FlatLine(pieces)))
        return NoteMark(number)


def _linked(run: Run, links: dict[str, str]) -> Run | Link:
    """A run with an address as a link; the same address is named once in a part."""
    if run.url is None:
        return run
    # A relationship's target is a URI (ECMA-376 part 2, 6.5.3): other characters are written in per cent form.
    url = quote(run.url, safe=_SAFE_IN_URL)
    return Link(run, links.setdefault(url, f"{LINK}{len(links) + 1}"))


def _plain(text: str) -> FlatLine:
    return FlatLine((Run(text),))


def _together(blocks: list[FlatBlock]) -> Iterator[FlatBlock]:
    """The same blocks, kept on one page."""
    yield from (replace(block, keep_next=True) for block in blocks[:-1])
    yield from blocks[-1:]


def _settle(blocks: list[FlatBlock]) -> Iterator[FlatBlock]:
    """Mark what stands below a table, and part tables that stand side by side.

    Word joins two tables without a paragraph between them, and wants one after a table at the end.
    """
    whole = list(_without_breaks(blocks))
    for block, following in pairwise([*whole, None]):
        if block is None:
            return
        yield block
        if block.kind in _TABLES and (following is None or following.kind in _TABLES):
            yield FlatBlock("separator")


def _without_breaks(blocks: list[FlatBlock]) -> Iterator[FlatBlock]:
    """Turn page breaks into a property of what follows them."""
    broken = after_table = False
    for block in blocks:
        if block.kind == _PAGE_BREAK:
            broken = True
            continue
        if broken:
            block = _new_page(block)  # noqa: PLW2901
        elif after_table:
            block = replace(block, after_table=True)  # noqa: PLW2901
        yield block
        broken, after_table = False, block.kind in _TABLES


def _new_page(block: FlatBlock) -> FlatBlock:
    """The block on a new page; a table breaks before the paragraphs of its first row."""
    header = tuple(replace(cell, new_page=True) for cell in block.header)
    first = tuple(tuple(replace(figure, new_page=True) for figure in row) for row in block.panel[:1])
    return replace(block, new_page=True, header=header, panel=first + block.panel[1:])


def _furniture(furniture: Furniture) -> FlatFurniture:
    parts = re.split(r"(\{pages?\})", furniture.page)
    page = tuple(_PAGE_FIELDS.get(part) or Run(part) for part in parts if part)
    marks = tuple(_plain(mark) for mark in furniture.marks)
    return FlatFurniture(_plain(furniture.short_title), FlatLine(page), marks)


def _shares(table: Table) -> tuple[float, ...]:
    """How the width is shared among the columns: by their longest cell, within limits."""
    columns = zip(table.header, *table.rows, strict=True)
    wishes = [min(_WIDEST, max(_NARROWEST, *(_width(text_of(line)) for line in column))) for column in columns]
    return tuple(wish / sum(wishes) for wish in wishes)


def _width(text: str) -> int:
    """The width of a text in Latin letters; East Asian ones take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
