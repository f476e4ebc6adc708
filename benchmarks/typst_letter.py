"""The letters by Typst: the same text in the same fonts, in a look that is as near as Typst comes to ours."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefgen import fonts
from briefgen.document import (
    Addressee,
    Block,
    DateLine,
    Document,
    Letterhead,
    Line,
    ListBlock,
    Note,
    Paragraph,
    Signature,
    Subject,
)
from briefgen.model.typography import Layout

SOURCE = Path(__file__).with_name("letter.typ")
STANDARDS = ("a-3a", "ua-1")
"""Both standards in one file, as ours has them."""


class TypstLetters:
    """A loop's body over Typst; its compiler is kept, and with it the fonts and whatever it remembers of a letter."""

    def __init__(self, layout: Layout) -> None:
        import typst  # noqa: PLC0415 - only the benchmarks need it

        self._layout = layout
        self._compiler: Any = typst.Compiler(str(SOURCE), font_paths=[str(fonts.FOLDER)], ignore_system_fonts=True)

    def render(self, document: Document) -> bytes:
        """The PDF of a letter; raises what Typst raises where it warns of anything, a missing font for example."""
        inputs = {"letter": json.dumps(as_data(document, self._layout), ensure_ascii=False)}
        pdf, warnings = self._compiler.compile_with_warnings(sys_inputs=inputs, pdf_standards=list(STANDARDS))
        if warnings:
            raise RuntimeError(f"Typst warns: {warnings}")
        return bytes(pdf)


def as_data(document: Document, layout: Layout) -> dict[str, Any]:
    """A letter as JSON: its blocks, and the families and the leading of every language in it."""
    own = layout.typographies[document.language]
    languages = {document.language, *(run for block in document.blocks for run in _languages(block))}
    return {
        "language": document.language,
        "direction": document.direction,
        "title": document.title,
        "organisation": document.organisation,
        "date": [document.date.year, document.date.month, document.date.day],
        "leading": own.leading,
        "italics": own.italics,
        "families": {tag: list(layout.typographies[tag].families) for tag in sorted(languages)},
        "short_title": document.furniture.short_title,
        "page": document.furniture.page,
        "marks": list(document.furniture.marks),
        "blocks": [_block(block) for block in document.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    """A block of a letter; a kind that letters do not have is refused, for Typst would leave it out in silence."""
    match block:
        case Letterhead(name, texts):
            found: dict[str, Any] = {"kind": "letterhead", "name": name, "lines": list(texts)}
        case DateLine(texts):
            found = {"kind": "date", "lines": list(texts)}
        case Addressee(lines):
            found = {"kind": "address", "lines": [_line(line) for line in lines]}
        case Subject(line):
            found = {"kind": "subject", "line": _line(line)}
        case Paragraph(line, role, keep):
            found = {"kind": "paragraph", "line": _line(line), "role": role, "keep": keep}
        case ListBlock(items, ordered, start):
            found = {"kind": "list", "items": [_line(item) for item in items], "ordered": ordered, "start": start}
        case Signature(closing, lines):
            found = {"kind": "signature", "closing": list(map(_line, closing)), "lines": list(map(_line, lines))}
        case _:
            raise ValueError(f"letter.typ does not know the block {type(block).__name__}")
    return found


def _line(line: Line) -> list[Mapping[str, Any]]:
    return [
        {"note": _line(run.line)}
        if isinstance(run, Note)
        else {"text": run.text, "look": run.emphasis, "lang": run.language or "", "url": run.url or ""}
        for run in line
    ]


def _languages(block: Block) -> Iterator[str]:
    """The languages of the runs of a block, notes included."""
    data: list[Any] = [_block(block)]
    while data:
        item = data.pop()
        if isinstance(item, Mapping):
            if item.get("lang"):
                yield item["lang"]
            data += item.values()
        elif isinstance(item, list):
            data += item
