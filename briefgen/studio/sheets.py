"""What the page shows of one document: its pages as pictures, its blocks with what may be changed, its asks and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

import pypdfium2

from briefgen.compose.composition import Possible, possible_picks
from briefgen.compose.explanation import Explanation, Piece, explain
from briefgen.compose.request import Request
from briefgen.document import Direction
from briefgen.errors import BriefgenError
from briefgen.library.languages import FORMATS
from briefgen.workshop import Workshop

_SCALE = 1.5
"""Picture elements for each point: sharp at the width at which the page shows them."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as a PNG picture, with its size in picture elements."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the format as this document says it: what may be changed for its addressee.

    `text` has its placeholders; `changed` says whether an overlay gave it its words.
    """

    message: str
    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block of the document with the sentences of the format in it, and the places of all of which it is made."""

    kind: str
    text: str
    sentences: tuple[Sentence, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskOption:
    """A recommendation that may be asked of the addressee."""

    id: str
    text: str
    """In the language of the document."""
    basis: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that the page shows of one document."""

    name: str
    title: str
    language: str
    direction: Direction
    pages: tuple[PageImage, ...]
    blocks: tuple[ShownBlock, ...]
    explanation: Explanation
    asks: tuple[AskOption, ...]
    most_asks: int
    accounts: Mapping[str, str]
    """Those that may go in, by their ids, in the language of the document."""
    picked: bool
    """Whether a person chose the asks."""
    account: str
    """The account that a person chose, `none`, or empty where the format chooses."""
    warnings: tuple[str, ...]

    @property
    def messages(self) -> frozenset[str]:
        """The sentences of the format that the document says."""
        return frozenset(sentence.message for block in self.blocks for sentence in block.sentences)

    def require_sentence(self, message: str) -> None:
        """Raise a BriefgenError where the document does not say a sentence of the format: then it is not to change."""
        if message not in self.messages:
            raise BriefgenError.one("the document does not say this sentence", None, "load the page again")


def sheet_of(request: Request, workshop: Workshop) -> Sheet:
    """What is shown of the document of a request; raises a BriefgenError with every problem."""
    draft = workshop.draft(request)
    document = draft.composition.document
    explanation = explain(request)
    possible = possible_picks(request)
    return Sheet(
        name=draft.name,
        title=document.title,
        language=document.language,
        direction=document.direction,
        pages=tuple(page_images(workshop.files(draft, ["pdf"])["pdf"])),
        blocks=tuple(_shown(piece, request) for piece in explanation.pieces),
        explanation=explanation,
        asks=tuple(_asks(possible, explanation)),
        most_asks=request.format.format.takes.asks,
        accounts=possible.accounts,
        picked=bool(request.pick.asks),
        account=request.pick.account.id if request.pick.account else "",
        warnings=draft.composition.warnings,
    )


def page_images(pdf: bytes) -> Iterator[PageImage]:
    """The pages of a PDF file as pictures."""
    opened = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(opened)):
            image = opened[number].render(scale=_SCALE).to_pil()
            buffer = BytesIO()
            image.save(buffer, "PNG", compress_level=1)
            yield PageImage(buffer.getvalue(), image.width, image.height)
    finally:
        opened.close()


def _shown(piece: Piece, request: Request) -> ShownBlock:
    overlays = {overlay.layer.path for overlay in request.format.overlays.values()}
    sentences = {
        said.message: Sentence(
            said.message, said.template, bool(said.translation and said.translation.path in overlays)
        )
        for said in piece.said
        if said.domain == FORMATS
    }
    return ShownBlock(piece.kind, piece.text, tuple(sentences.values()), tuple(str(place) for place in piece.places))


def _asks(possible: Possible, explanation: Explanation) -> Iterator[AskOption]:
    """The recommendations that may be asked: those that are, in their order, then the others."""
    asks = {chosen.recommendation.id: (chosen, text) for chosen, text in possible.asks}
    taken = [reason.recommendation for reason in explanation.reasons if reason.taken]
    for name in dict.fromkeys([*taken, *asks]):
        chosen, text = asks[name]
        yield AskOption(name, text, chosen.ask.basis, name in taken)
