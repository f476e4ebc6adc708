"""Two documents block by block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefgen.comparing.words import aligned, likeness
from briefgen.document import Block, BlockName, Document, Line, Note, lines_of, name_of, text_of

_EVERY_PAGE = BlockName("header", once=True)
_SINGLE = 0.5
"""How alike two blocks are at least of whose kind a document has one: the new one is the old one changed."""


@dataclass(frozen=True, slots=True)
class BlockChange:
    """A block in its old and its new words, with its notes in brackets; empty where it is not there."""

    kind: str
    what: Literal["added", "removed", "changed"]
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class _Said:
    """A block as it reads; how it is marked up does not count."""

    called: BlockName
    text: str


def compare_documents(old: Document, new: Document) -> tuple[BlockChange, ...]:
    """The blocks that differ, in the order of the documents, with what stands on every page at the end."""
    return tuple(_changes(old, new))


def _changes(old: Document, new: Document) -> Iterator[BlockChange]:
    for before, after in aligned(_said(old), _said(new), _alike):
        found = after or before
        if found is None:
            continue
        what: Literal["added", "removed", "changed"] = (
            "changed" if before and after else "added" if after else "removed"
        )
        yield BlockChange(found.called.name, what, before.text if before else "", after.text if after else "")


def _said(document: Document) -> list[_Said]:
    furniture = document.furniture
    every_page = _Said(_EVERY_PAGE, "\n".join((furniture.short_title, *furniture.marks)))
    return [*(_Said(name_of(block), block_text(block)) for block in document.blocks), every_page]


def _alike(before: _Said, after: _Said) -> float:
    if before.called != after.called:
        return 0.0
    return max(likeness(before.text, after.text), _SINGLE if before.called.once else 0.0)


def block_text(block: Block) -> str:
    """A block as plain text, each line of it in a line, notes in brackets where they are referred to."""
    return "\n".join(_line_text(line) for line in lines_of(block))


def _line_text(line: Line) -> str:
    return "".join(f" [{text_of(run.line)}]" if isinstance(run, Note) else run.text for run in line)
