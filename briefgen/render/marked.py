"""What the two kinds of HTML share: the elements of runs, the direction of a text, and the ranks of headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.document import Block, Direction, Heading, Run, Subject, Title

ELEMENTS = {"plain": "span", "emphasis": "em", "strong": "strong"}


@dataclass(frozen=True, slots=True)
class Item:
    """A block, the name of its kind for a shell (`list_block`), and for headings the number of its `h` element."""

    kind: str
    block: Block
    rank: int = 0


def element_of(run: Run) -> str:
    """The element in which a run stands; none where it is plain and in the document's own language."""
    return "" if run.emphasis == "plain" and not run.language else ELEMENTS[run.emphasis]


def direction_of(text: str) -> Direction:
    """The direction of a text by its first strong character (UAX #9, rules P2 and P3)."""
    strong = (unicodedata.bidirectional(character) for character in text)
    first = next((kind for kind in strong if kind in ("L", "R", "AL")), "L")
    return "ltr" if first == "L" else "rtl"


def items_of(blocks: Iterable[Block]) -> Iterator[Item]:
    """Each block with the rank of its heading; ranks begin at 1 and never skip one.

    ISO 14289-1, 7.4.2, and technique H42 of WCAG 2.2.
    """
    below_title, last = 0, 0
    for block in blocks:
        rank = 0
        if isinstance(block, Title | Subject):
            rank = 1 if last == 0 else 2
            below_title = 1
        elif isinstance(block, Heading):
            rank = min(block.level + below_title, last + 1)
        last = rank or last
        yield Item(_kind(block), block, rank)


def _kind(block: Block) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(block).__name__).lower()
