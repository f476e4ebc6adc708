"""Two documents side by side, block by block, and what an overlay makes of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefgen.comparing.blocks import BlockChange, block_text
from briefgen.comparing.words import Span, differing
from briefgen.document import Block, Direction, Document, PageBreak


@dataclass(frozen=True, slots=True)
class Side:
    """How one of two documents is shown: its language and direction."""

    language: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two documents in rows; a text is empty where the other document has nothing to set against it."""

    left: Side
    right: Side
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A block that is another than by default, word by word."""

    kind: str
    spans: tuple[Span, ...]


def side_by_side(left: Document, right: Document) -> Aligned:
    """Two documents aligned by their blocks: the same format says the same things in the same order in any language."""
    return Aligned(_side(left), _side(right), tuple(_rows(_blocks(left), _blocks(right))))


def difference(change: BlockChange) -> Difference:
    """A change of a block as the words that were taken out and put in."""
    return Difference(change.kind, differing(change.old, change.new))


def _side(document: Document) -> Side:
    return Side(document.language, document.direction)


def _blocks(document: Document) -> list[Block]:
    return [block for block in document.blocks if not isinstance(block, PageBreak)]


def _rows(left: list[Block], right: list[Block]) -> Iterator[tuple[str, str]]:
    kinds, others = ([type(block).__name__ for block in blocks] for blocks in (left, right))
    for _, start, end, first, last in SequenceMatcher(None, kinds, others, autojunk=False).get_opcodes():
        for step in range(max(end - start, last - first)):
            texts = [
                block_text(blocks[at + step]) if at + step < until else ""
                for blocks, at, until in ((left, start, end), (right, first, last))
            ]
            yield texts[0], texts[1]
