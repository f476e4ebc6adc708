"""The table at the head of the Word file: each changed text in its old and its new words, which any view shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.shared import Cm, Pt
from docx.table import Table, _Cell

from briefgen.comparing.changes import Change
from briefgen.comparing.items import SINGULAR
from briefgen.comparing.words import Span, differing
from briefgen.render.docx.ooxml import legal, make

_WIDTHS = (Cm(3.4), Cm(2.2), Cm(5.7), Cm(5.7))
_SIZE = Pt(9)
_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """A text that changed: of which item it is, what became of it, and its words."""

    item: str
    what: str
    spans: tuple[Span, ...]


def rows_of(changes: Sequence[Change]) -> Iterator[Row]:
    """The rows of the table: one for each text that changed, each new id, and each item that came or went."""
    for change in changes:
        item = f"{SINGULAR[change.kind]} {change.id}".strip()
        if change.what in ("added", "removed"):
            lines = "\n".join(f"{text.name}: {text.new or text.old}" for text in change.texts)
            yield Row(item, change.what, (Span(change.what, lines),))
            continue
        if change.before:
            yield Row(item, change.what, (Span("removed", change.before), Span("added", change.id)))
        for text in change.texts:
            what = "added" if not text.old else "removed" if not text.new else _what(change)
            yield Row(f"{item}, {text.name}", what, differing(text.old, text.new))


def _what(change: Change) -> str:
    return "changed" if change.what == "renamed" else change.what


def add_table(document: WordDocument, heads: Sequence[str], rows: Sequence[Row]) -> None:
    """Add the table under these heads, which stand again on each page.

    What is gone is struck through in the old words, what is new is underlined in the new ones: as formatting, which
    shows whatever the reader chose for tracked changes.
    """
    table = document.add_table(rows=1, cols=len(_WIDTHS), style="Table Grid")
    table.autofit = False
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(make("tblHeader"))
    for row in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, (row.item, row.what), strict=False):
            cell.paragraphs[0].add_run(legal(text))
        _write(cells[2], row.spans, "removed")
        _write(cells[3], row.spans, "added")
    _dress(table)


def _dress(table: Table) -> None:
    """Widths and size: cells have them, since Word and LibreOffice each read them elsewhere."""
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
            for run in cell.paragraphs[0].runs:
                run.font.size = _SIZE


def _write(cell: _Cell, spans: Sequence[Span], own: str) -> None:
    """One version of a text: what both have, and what it alone has."""
    found = [span for span in spans if span.kind in ("same", own)]
    for span in found:
        run = cell.paragraphs[0].add_run(legal(span.text))
        if span.kind == "removed":
            run.font.strike = True
        elif span.kind == "added":
            run.bold = run.underline = True
    if not found:
        cell.paragraphs[0].add_run(_NOTHING)
