"""Tables and key figures in plain text: columns where they fit, and lines where they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from briefgen.document import Table
from briefgen.render.text.wrapping import WIDTH, collapsed, width_of, wrap

GAP = "  "
WIDEST_VALUE = 24
"""Columns; beside a longer value there would be too little room for its caption."""


def table_lines(table: Table, texts: Sequence[str]) -> list[str]:
    """The lines of a table; `texts` are those of its caption (if it has one), its header and its rows."""
    cells = iter([collapsed(text) for text in texts])
    caption = wrap(next(cells)) if table.caption else []
    header, *rows = [[next(cells) for _ in row] for row in (table.header, *table.rows)]
    body = _aligned(header, rows, table.numeric) or _records(header, rows)
    return [*caption, *([""] if caption and body else []), *body]


def figure_lines(texts: Sequence[str]) -> Iterator[str]:
    """Lines of key figures: the values in a column of their own, what they count beside it."""
    values, captions = [collapsed(text) for text in texts[::2]], texts[1::2]
    column = min(max(map(width_of, values), default=0), WIDEST_VALUE)
    for value, caption in zip(values, captions, strict=True):
        indent = " " * (column + len(GAP))
        if width_of(value) > column:
            yield from wrap(value)
            yield from wrap(caption, indent, indent)
        else:
            yield from wrap(caption, _padded(value, column, to_end=False) + GAP, indent) or [value]


def _aligned(header: list[str], rows: list[list[str]], numeric: Sequence[bool]) -> list[str]:
    """The table as columns, numbers to the right; nothing where it would be wider than a line."""
    columns = [*zip_longest(header, *rows, fillvalue="")]
    widths = [max(map(width_of, column)) for column in columns]
    if sum(widths) + len(GAP) * (len(widths) - 1) > WIDTH:
        return []
    ends = [index < len(numeric) and numeric[index] for index in range(len(widths))]

    def line(cells: Sequence[str]) -> str:
        # Rows may be shorter than the header; a line has no space at its end.
        padded = (_padded(cell, width, to_end=end) for cell, width, end in zip(cells, widths, ends, strict=False))
        return GAP.join(padded).rstrip(" ")

    return [line(header), GAP.join("-" * width for width in widths), *map(line, rows)]


def _records(header: list[str], rows: list[list[str]]) -> list[str]:
    """The table row by row, each cell on lines of its own behind the head of its column."""
    if not rows:
        return [text for cell in header for text in wrap(cell)]
    lines: list[str] = []
    for row in rows:
        lines += [""] if lines else []
        for head, cell in zip_longest(header, row, fillvalue=""):
            lines += wrap(f"{head}: {cell}" if head else cell, rest=GAP)
    return lines


def _padded(text: str, width: int, *, to_end: bool) -> str:
    space = " " * (width - width_of(text))
    return space + text if to_end else text + space
