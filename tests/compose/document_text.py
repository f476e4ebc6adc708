"""A document as plain text, one line for each of its own, so that a golden file reads like the document."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.document import (
    Addressee,
    Block,
    DateLine,
    Document,
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
    notes_of,
    text_of,
)

_MARKS = {"plain": "", "emphasis": "*", "strong": "**"}


def as_text(document: Document) -> str:
    """Everything that a document says; `¤n¤` refers to note n, `⍽` is a no-break space."""
    dump = _Dump(notes_of(document))
    furniture = document.furniture
    head = [
        f"kind: {document.kind}",
        f"title: {document.title}",
        f"language: {document.language} {document.direction}",
        f"organisation: {document.organisation}",
        f"date: {document.date}",
        f"header: {furniture.short_title}",
        f"footer: {furniture.page}",
        *(f"mark: {mark}" for mark in furniture.marks),
    ]
    blocks = ["\n".join(dump.block(block)) for block in document.blocks]
    notes = [f"[{number}] {text_of(note.line)}" for number, note in enumerate(dump.notes, start=1)]
    return "\n\n".join(["\n".join(head), *blocks, *notes]).replace("\u00a0", "⍽") + "\n"


class _Dump:
    def __init__(self, notes: tuple[Note, ...]) -> None:
        self.notes = notes
        self._numbers = iter(range(1, len(notes) + 1))

    def block(self, block: Block) -> Iterator[str]:  # noqa: C901, PLR0912 - one case per kind of block
        match block:
            case Letterhead(name, lines):
                yield from (f"letterhead: {text}" for text in (name, *lines))
            case DateLine(lines):
                yield from (f"date: {text}" for text in lines)
            case Title(line, kicker, subtitle):
                yield from [f"kicker: {kicker}", f"# {self.line(line)}", f"subtitle: {subtitle}"]
            case Addressee(lines):
                yield from (f"to: {self.line(line)}" for line in lines)
            case Subject(line):
                yield f"# {self.line(line)}"
            case Heading(level, line):
                yield f"{'#' * (level + 1)} {self.line(line)}"
            case Paragraph(line, role):
                yield f"{'' if role == 'body' else f'{role}: '}{self.line(line)}"
            case ListBlock(items, ordered, start):
                for number, item in enumerate(items, start=start):
                    yield f"{f'{number}.' if ordered else '-'} {self.line(item)}"
            case Table(header, rows, caption):
                yield f"table: {self.line(caption)}"
                yield from (" | ".join(self.line(cell) for cell in row) for row in (header, *rows))
            case KeyFigures(label, figures):
                yield f"figures: {label}"
                yield from (f"{figure.value} = {self.line(figure.caption)}" for figure in figures)
            case Quotation(paragraphs, source):
                yield from (f"> {self.line(line)}" for line in paragraphs)
                yield f"> — {self.line(source)}"
            case Signature(closing, lines):
                yield from (f"closing: {self.line(line)}" for line in closing)
                yield from (f"signature: {self.line(line)}" for line in lines)
            case PageBreak():
                yield "--- page ---"

    def line(self, line: Line) -> str:
        return "".join(self._run(item) if isinstance(item, Run) else f"¤{next(self._numbers)}¤" for item in line)

    @staticmethod
    def _run(run: Run) -> str:
        mark = _MARKS[run.emphasis]
        text = f"{mark}{run.text}{mark}"
        text = f"[{text}]({run.url})" if run.url else text
        return f"⟨{run.language}: {text}⟩" if run.language else text
