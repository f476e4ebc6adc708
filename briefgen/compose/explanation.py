"""Why a document says what it says: the recommendations taken or left, and the file and line of each piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

from briefgen.compose.choice import LISTED, Decision, account_for, decide, evidence_for, is_listed
from briefgen.compose.composition import compose
from briefgen.compose.context import addressee_of, sender_names
from briefgen.compose.request import Request
from briefgen.compose.template import names_in
from briefgen.compose.visibility import as_seen, level_of, withheld
from briefgen.compose.wording import Said
from briefgen.document import Block, Note, PageBreak, lines_of, text_of
from briefgen.errors import Place
from briefgen.model.visibility import Visibility

_SHORTEST = 12
"""Letters; a shorter text is a piece of a block only where it is a whole line of it."""
_MARKUP = re.compile(r"\]\{lang=[^}]*\}|[\[\]*]")


@dataclass(frozen=True, slots=True)
class Reason:
    """What became of one recommendation, where it stands, and what it brings along."""

    recommendation: str
    taken: bool
    basis: str
    role: str
    reason: str
    place: Place
    evidence: tuple[str, ...] = ()
    account: str = ""
    listed: bool = False
    """Whether the document lists it under those whom it addresses, taken as an ask or not."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the document: its kind, its text, and the texts of which it is made."""

    kind: str
    text: str
    said: tuple[Said, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """The places of the texts of which it is made, and of their translations."""
        found = (place for said in self.said for place in (said.place, said.translation) if place)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Explanation:
    """The explanation of one document."""

    roles: tuple[str, ...]
    reasons: tuple[Reason, ...]
    pieces: tuple[Piece, ...]
    layers: tuple[Place, ...]
    """The files of the format: overlays first, then itself, then what it extends."""
    level: Visibility = "public"
    """How much of the report the document may show."""
    withheld: tuple[str, ...] = ()
    """The ids of the statements and annexes that it may not show."""


def explain(request: Request) -> Explanation:
    """Explain the document of a request; raises a BriefgenError where it cannot be composed."""
    composition = compose(request)
    said = [*composition.said, *_sender(request)]
    return Explanation(
        addressee_of(request).roles,
        tuple(_reasons(as_seen(request))),
        tuple(piece for block in composition.document.blocks if (piece := _piece(block, said))),
        tuple(layer.place(1) for layer in request.format.layers_for(request.owners)),
        level_of(request),
        withheld(request),
    )


def _reasons(request: Request) -> Iterator[Reason]:
    report, takes = request.pack.report, request.format.format.takes
    decisions = decide(report, addressee_of(request), takes, request.pick)
    chosen = [decision.chosen for decision in decisions if decision.chosen]
    printed = names_in(request.format.layers_for(request.owners), request.format.shared)
    claims = evidence_for(report, chosen, takes.evidence) if "evidence" in printed else ()
    brought = {claim.id for group in claims for claim in group}
    account = account_for(report, chosen, request.pick) if takes.accounts and "account" in printed else None
    for decision in decisions:
        if "asks_in_full" in printed:  # each ask has its own evidence there, whether another has it too or not
            brought = set(decision.recommendation.evidence[: takes.evidence])
        listed = bool(LISTED & printed) and is_listed(takes, decision.recommendation)
        yield replace(_reason(decision, request, brought, account.id if account else ""), listed=listed)


def _reason(decision: Decision, request: Request, brought: set[str], account: str) -> Reason:
    item, chosen = decision.recommendation, decision.chosen
    at = ("recommendations", request.pack.report.recommendations.index(item))
    return Reason(
        recommendation=item.id,
        taken=chosen is not None,
        basis=chosen.ask.basis if chosen else "",
        role=chosen.role if chosen else "",
        reason=decision.reason,
        place=request.pack.text.place(at),
        evidence=tuple(name for name in item.evidence if chosen and name in brought),
        account=account if chosen and item.account == account else "",
    )


def _sender(request: Request) -> Iterator[Said]:
    names, place = sender_names(request), Place(request.sender_path)
    for text in (names.organisation, names.signatory, names.post, *names.address, *names.contact):
        if text:
            yield Said(str(text), place)


def _piece(block: Block, said: list[Said]) -> Piece | None:
    if isinstance(block, PageBreak):
        return None
    lines = [_letters(text_of(line)) for line in lines_of(block)]
    notes = [_letters(text_of(run.line)) for line in lines_of(block) for run in line if isinstance(run, Note)]
    found: dict[Said, None] = {}
    for each in said:
        text = _letters(_MARKUP.sub("", unescape(each.text)))
        if any(text == line or (len(text) >= _SHORTEST and text in line) for line in (*lines, *notes) if text):
            found[each] = None
    shown = " ".join(text_of(line) for line in lines_of(block)).replace("\u00a0", " ")
    return Piece(type(block).__name__, shown, tuple(found))


def _letters(text: str) -> str:
    """A text by its letters and digits: spaces, no-break spaces and the marks of runs do not count."""
    return "".join(re.findall(r"\w", text)).casefold()
