"""What a finished file must say: the passages of the composed document, each with its nature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from briefgen.compose.composition import Composition
from briefgen.compose.request import Request
from briefgen.document import (
    Addressee,
    Block,
    DateLine,
    Document,
    Heading,
    KeyFigures,
    Quotation,
    Signature,
    Subject,
    Title,
    lines_of,
    notes_of,
    text_of,
)
from briefgen.finished.reading import bare

Nature = Literal["ask", "quotation", "figure", "address line", "date", "heading", "note", "signature", "mark", "text"]


@dataclass(frozen=True, slots=True)
class Said:
    """A passage that must stand in the file: its text, what it is, and the number of its block, from 0."""

    text: str
    nature: Nature
    block: int = -1


@dataclass(frozen=True, slots=True)
class Expectation:
    """A document as it was composed anew, and the passages that a file of it must have, in their order."""

    request: Request
    document: Document
    asks: frozenset[str] = field(default=frozenset())
    """The texts of the recommendations and asks that it makes, without spaces."""

    def body(self, kind: str) -> tuple[Said, ...]:
        """The passages of a kind of file: a PDF says the marks of its first page at its head, Word in its margins."""
        marks = [Said(mark, "mark") for mark in self.document.furniture.marks] if kind == "pdf" else []
        return (*marks, *self._blocks())

    @property
    def notes(self) -> tuple[Said, ...]:
        """The notes in their order."""
        return tuple(Said(text_of(note.line), "note") for note in notes_of(self.document))

    def _blocks(self) -> Iterator[Said]:
        for number, block in enumerate(self.document.blocks):
            if isinstance(block, KeyFigures):
                yield Said(block.label, "heading", number)
            for line in lines_of(block):
                text = text_of(line)
                yield Said(text, "ask" if bare(text) in self.asks else _NATURES.get(type(block), "text"), number)


def expectation_of(request: Request, composition: Composition) -> Expectation:
    """What the files of a composed document must say."""
    places = {place for at, place in request.pack.text.values.items() if at[:1] == ("recommendations",)}
    asks = frozenset(bare(said.text) for said in composition.said if said.place in places)
    return Expectation(request, composition.document, asks)


_NATURES: dict[type[Block], Nature] = {
    Quotation: "quotation",
    KeyFigures: "figure",
    Addressee: "address line",
    DateLine: "date",
    Title: "heading",
    Subject: "heading",
    Heading: "heading",
    Signature: "signature",
}
