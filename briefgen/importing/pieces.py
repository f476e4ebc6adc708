"""What a reader of one kind of file hands on: pieces in order, and what it has set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefgen.errors import BriefgenError, Place
from briefgen.importing.boilerplate import why_aside
from briefgen.importing.doubts import Doubt
from briefgen.importing.one_line import one_line
from briefgen.importing.page_head import NO_HEAD, PageHead
from briefgen.importing.passages import Kind, Passage

MAXIMUM_PASSAGES = 50_000
_BULLET = re.compile(r"(?:[•‣⁃◦▪▫●○■□–—*·]|[-+](?=\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s))\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage before its line is known."""

    text: str
    kind: Kind = "paragraph"
    level: int = 0
    page: int = 0
    turns: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """Text of the file that is no part of the release, and why it is not; `page` is 0 where there are none."""

    text: str
    why: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Read:
    """A release as it was read: its passages, what was set aside, and what a person has to decide about either.

    `head` is what the file says of the release outside of its text.
    """

    passages: tuple[Passage, ...]
    aside: tuple[Aside, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    head: PageHead = NO_HEAD


def bullet_in(text: str) -> str:
    """The bullet or number with which a list item begins, with its space; empty where there is none."""
    found = _BULLET.match(text)
    return found[0] if found else ""


def gathered(pieces: Iterable[Piece | Aside], place: Place, doubts: Iterable[Doubt] = ()) -> Read:
    """Passages with their lines, one to a line with a blank line between; boilerplate and repetitions are set aside.

    Raises a BriefgenError where there is no text, or more of it than a release can hold.
    """
    passages: list[Passage] = []
    aside: list[Aside] = []
    for piece in _without_boilerplate(pieces):
        if isinstance(piece, Aside):
            aside.append(piece)
            continue
        line = 2 * len(passages) + 1
        passages.append(Passage(piece.text, piece.kind, line, piece.page, piece.level, piece.turns))
        if len(passages) > MAXIMUM_PASSAGES:
            raise BriefgenError.one(f"the file has more than {MAXIMUM_PASSAGES:,} paragraphs", place, "split it")
    if not passages:
        raise BriefgenError.one("the file holds no text", place, "is it a scan? recognise its text first")
    return Read(tuple(passages), tuple(aside), tuple(doubts))


def _without_boilerplate(pieces: Iterable[Piece | Aside]) -> Iterator[Piece | Aside]:
    for piece in pieces:
        text = piece.text if isinstance(piece, Piece) and piece.turns else one_line(piece.text)
        if not text:
            continue
        why = why_aside(text) if isinstance(piece, Piece) and piece.kind != "note" else ""
        yield Aside(text, why, piece.page) if why else replace(piece, text=text)


def source_of(passages: Iterable[Passage]) -> str:
    """The text of `source.txt`: one passage a line, a blank line between them."""
    return "\n\n".join(passage.text for passage in passages) + "\n"
