"""The lines of each kind of block in plain text."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.document import (
    Direction,
    Heading,
    KeyFigures,
    ListBlock,
    Quotation,
    Signature,
    Table,
    Title,
)
from briefgen.render.text.lines import Written
from briefgen.render.text.tables import figure_lines, table_lines
from briefgen.render.text.wrapping import width_of, wrap

INDENT = "  "
RULE = "-" * 20


def block_lines(item: Written, direction: Direction) -> list[str]:  # noqa: PLR0911 - one case per kind of block
    """The lines of one block, without blank lines around it; a heading of level 1 begins with one of its own."""
    texts = item.texts
    match item.block:
        case Title(_, kicker):
            return _title(texts, 1 if kicker else 0, direction)
        case Heading(level):
            heading = wrap(texts[0])
            return ["", *_underlined(heading, "-", direction)] if level == 1 else heading
        case ListBlock(_, ordered, start):
            return _list(texts, start if ordered else None)
        case Table() as table:
            return table_lines(table, texts)
        case KeyFigures(label):
            return [*wrap(label), *figure_lines(texts)]
        case Quotation(paragraphs):
            return _quotation(texts[: len(paragraphs)], texts[len(paragraphs) :])
        case Signature(closing):
            return _apart([_wrapped(texts[: len(closing)]), _wrapped(texts[len(closing) :])])
        case _:  # each line of an address stands alone, and so does a paragraph
            return _wrapped(texts)


def note_lines(notes: Sequence[str]) -> list[str]:
    """The notes under a thin rule, each behind its number; nothing where there is none."""
    labels = [f"[{number}]" for number in range(1, len(notes) + 1)]
    return [RULE, *_labelled(labels, notes)] if notes else []


def _title(texts: Sequence[str], at: int, direction: Direction) -> list[str]:
    above, below = _wrapped(texts[:at]), _wrapped(texts[at + 1 :])
    return [*above, *_underlined(wrap(texts[at]), "=", direction), *below]


def _underlined(lines: list[str], stroke: str, direction: Direction) -> list[str]:
    """The lines with a stroke below; text from right to left has none, as it would stand on the wrong side."""
    if direction == "rtl" or not lines:
        return lines
    return [*lines, stroke * max(map(width_of, lines))]


def _list(items: Sequence[str], start: int | None) -> list[str]:
    if start is None:
        return _labelled(["-"] * len(items), items)
    return _labelled([f"{number}." for number in range(start, start + len(items))], items)


def _labelled(labels: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Each text behind its label, all texts at the same column."""
    column = max(map(len, labels), default=0) + 1
    lines: list[str] = []
    for label, text in zip(labels, texts, strict=True):
        lines += wrap(text, label.ljust(column), " " * column) or [label]
    return lines


def _quotation(paragraphs: Sequence[str], source: Sequence[str]) -> list[str]:
    lines = _apart([wrap(text, INDENT, INDENT) for text in paragraphs])
    return lines + [line for text in source for line in wrap(text, INDENT * 2, INDENT * 2)]


def _wrapped(texts: Sequence[str]) -> list[str]:
    return [line for text in texts for line in wrap(text)]


def _apart(parts: Sequence[list[str]]) -> list[str]:
    """The lines of several parts with a blank line between them."""
    lines: list[str] = []
    for part in parts:
        lines += ["", *part] if lines and part else part
    return lines
