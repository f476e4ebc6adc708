"""The context of a template, built from a request: only the parts that the template names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from briefgen.compose.addressing import address_of
from briefgen.compose.choice import Addressee, Chosen, account_for, choose, evidence_for
from briefgen.compose.occasion import OccasionViews
from briefgen.compose.request import Recipient, Request, owners_of
from briefgen.compose.statements import Statements, position
from briefgen.compose.views import (
    AccountView,
    AsksView,
    AskView,
    ConcernedNames,
    Context,
    Passage,
    ReportNames,
    SenderNames,
)
from briefgen.compose.wording import Wording
from briefgen.errors import Place
from briefgen.languages.calendar import long_date
from briefgen.library.delegations import Delegations
from briefgen.library.formats import FormatFile
from briefgen.library.languages import INTERFACE
from briefgen.library.overlays import pick_of
from briefgen.library.packs import ReportPack
from briefgen.markup.escape import Text
from briefgen.model.report import Claim


@dataclass(frozen=True, slots=True)
class ContextBuilder:
    """Builds the context of one request; what cannot be said is noted in the wording."""

    request: Request
    wording: Wording
    statements: Statements
    chosen: tuple[Chosen, ...]
    """The asks for the addressee of the request."""

    def build(self, used: Collection[str] | None = None) -> Context:
        """The context with the parts of these names, or with all: a part that is not used need not be translated."""
        concerned, report, sender = self._name_things()
        parts = self._parts()
        wanted = [name for name in parts if used is None or name in used]
        context = Context(
            report=report,
            concerned=concerned,
            sender=sender,
            date=Text(long_date(self.request.day, self.request.language.settings)),
            gap=Text(self.request.language.settings.sentence_gap),
            addressees=self._addressees(),
            to_one=bool(self.request.recipient.state),
        )
        self.wording.names["addressees"] = context.addressees
        built: dict[str, Any] = {name: parts[name]() for name in wanted}
        for name in ("event", "sign_on"):
            if built.get(name) is not None:
                self.wording.names[name] = built[name]
        return replace(context, **built, names=MappingProxyType(dict(self.wording.names)))

    def _parts(self) -> Mapping[str, Callable[[], object]]:
        """How each part comes about, by its name in a template."""
        request, report, say = self.request, self.request.pack.report, self.statements
        takes = request.format.format.takes
        place = Place(request.details_path) if request.details_path else None
        occasion = OccasionViews(request.details, request.language, place)
        return {
            "summary": lambda: say.passage(report.summary),
            "summary_points": lambda: tuple(say.passage([claim]) for claim in report.summary),
            "introduction": say.introduction,
            "key_figures": lambda: say.key_figures(takes.figures),
            "sections": say.sections,
            "challenges": say.challenges,
            "accounts": lambda: say.accounts(takes.accounts),
            "quotations": say.quotations,
            "recommendations": lambda: say.recommendations(request.delegations.roles, takes),
            "listed": lambda: say.listed(request.delegations.roles, takes),
            "method": lambda: say.passage(report.claims[name] for name in report.method),
            "questions": say.questions,
            "annexes": say.annexes,
            "asks": self._asks,
            "asks_in_full": lambda: tuple(self._in_full(item) for item in self.chosen),
            "evidence": lambda: tuple(say.passage(claims) for claims in self._evidence()),
            "background": self._background,
            "account": self._account,
            "address": lambda: address_of(request, self.wording),
            "event": occasion.event,
            "sign_on": occasion.sign_on,
            "signatories": occasion.signatories,
        }

    def _name_things(self) -> tuple[ConcernedNames, ReportNames, SenderNames]:
        """The names that every sentence may use, set in the order in which they rest on each other."""
        names = self.wording.names
        names["concerned"] = concerned = self._concerned()
        state = self.request.language.states.get(self.request.recipient.state)
        if state:
            names["state"] = state
        names["report"] = report = self._report_names()
        names["sender"] = sender = sender_names(self.request)
        return concerned, report, sender

    def _concerned(self) -> ConcernedNames:
        """The state concerned, if there is one; in a letter to that state, by the name that it uses itself."""
        concerned = self.request.pack.report.concerned
        if concerned is None:
            return ConcernedNames(Text(), Text())
        if self.request.recipient.state == concerned.state:
            own = self.statements.say(concerned.own, "concerned", "own")
            return ConcernedNames(own, own)
        return ConcernedNames(
            self.statements.say(concerned.introduced, "concerned", "introduced"),
            self.statements.say(concerned.short, "concerned", "short"),
        )

    def _report_names(self) -> ReportNames:
        report, say = self.request.pack.report, self.statements.say
        names = ReportNames(
            publisher=say(report.publisher, "publisher"),
            title=say(report.title, "title"),
            original_title=Text(report.title),
            release=say(report.release, "release") if report.release else say(report.title, "title"),
            original_release=Text(report.release or report.title),
            language=report.language,
        )
        return replace(
            names,
            headline=say(report.headline, "headline", report=names),
            short_title=say(report.short_title, "short_title", report=names),
        )

    def _addressees(self) -> Text:
        """To whom the document goes, as one line."""
        recipient = self.request.recipient
        if recipient.state:
            return Text(self.request.language.states[recipient.state].name)
        name = self.request.interface.groups.get(recipient.group)
        return self.wording.say(name, INTERFACE) if name else Text(recipient.group)

    def _evidence(self) -> tuple[tuple[Claim, ...], ...]:
        """The claims that support the asks, in paragraphs."""
        limit = self.request.format.format.takes.evidence
        return evidence_for(self.request.pack.report, self.chosen, limit)

    def _background(self) -> tuple[Passage, ...]:
        """The sections of findings, without the claims of the evidence."""
        report = self.request.pack.report
        said = {claim.id for claims in self._evidence() for claim in claims}
        left = ([name for name in section.claims if name not in said] for section in report.sections)
        return tuple(self.statements.passage(report.claims[name] for name in names) for names in left if names)

    def _account(self) -> AccountView | None:
        account = account_for(self.request.pack.report, self.chosen, self.request.pick)
        wanted = account and self.request.format.format.takes.accounts
        return self.statements.account(account) if account and wanted else None

    def _asks(self) -> AsksView:
        if not self.chosen:
            return AsksView()
        lead = self.chosen[0]
        return AsksView(
            self._said(lead, "opening", lead.ask.opening),
            self._said(lead, "subject", lead.ask.subject),
            self._points("stated"),
            self._points("inferred"),
        )

    def _points(self, basis: str) -> tuple[Text, ...]:
        return tuple(
            self._said(item, "points" if item.points == item.ask.points else "ask", point)
            for item in self.chosen
            if item.ask.basis == basis
            for point in item.points
        )

    def _in_full(self, item: Chosen) -> AskView:
        """An ask with its evidence, as much of it as the format takes, and the answer to a likely reply."""
        report, recommendation = self.request.pack.report, item.recommendation
        claims, limit = report.claims, self.request.format.format.takes.evidence
        at = ("recommendations", position(report.recommendations, recommendation), "reply")
        return AskView(
            subject=self._said(item, "subject", item.ask.subject),
            text=self._said(item, "ask", item.ask.ask),
            stated=item.ask.basis == "stated",
            evidence=self.statements.passage(claims[name] for name in recommendation.evidence[:limit]),
            reply=self.statements.say(recommendation.reply, *at) if recommendation.reply else Text(),
            answer=self.statements.passage(claims[name] for name in recommendation.answer),
        )

    def _said(self, item: Chosen, key: str, text: str) -> Text:
        order = position(self.request.pack.report.recommendations, item.recommendation)
        number = position(item.recommendation.asks, item.ask)
        return self.statements.say(text, "recommendations", order, "asks", number, key)


def chosen_for(request: Request) -> tuple[Chosen, ...]:
    """The asks for the addressee of a request, in their order."""
    return asked_of(request.recipient, request.format, request.delegations, request.pack, request.day)


def asked_of(
    recipient: Recipient, file: FormatFile, delegations: Delegations, pack: ReportPack, day: date
) -> tuple[Chosen, ...]:
    """What a format asks of a recipient on a day, in its order: as overlays pick it, or by itself."""
    addressee = addressee_in(delegations, pack, day, recipient)
    pick = pick_of(file, owners_of(recipient, delegations, day), pack.report.id)
    return choose(pack.report, addressee, file.format.takes, pick)


def addressee_of(request: Request) -> Addressee:
    """Who is asked in the document of a request, and in which roles."""
    return addressee_in(request.delegations, request.pack, request.day, request.recipient)


def addressee_in(delegations: Delegations, pack: ReportPack, day: date, recipient: Recipient) -> Addressee:
    """A recipient with its roles on a day; those of a group are the roles that each of its members holds.

    The state concerned and the observers do not count among the members of a group: a joint letter asks of all others.
    """
    concerned = pack.report.about
    if recipient.state:
        return Addressee(recipient.state, delegations.roles_of(recipient.state, day, concerned))
    members = delegations.members(recipient.group, day) - {concerned}
    members = frozenset(iso for iso in members if delegations.states[iso].status == "member") or members
    held = [set(delegations.roles_of(iso, day, concerned)) for iso in members]
    common = set.intersection(*held) if held else set()
    return Addressee("", tuple(role.id for role in delegations.roles if role.id in common))


def sender_names(request: Request) -> SenderNames:
    """The sender in the document's language, and in English where the sender gives no other."""
    sender, tag = request.sender, request.language.tag

    def one(texts: dict[str, str]) -> Text:
        return Text(texts.get(tag) or texts.get("en") or "")

    address = sender.address.get(tag) or sender.address.get("en") or ()
    return SenderNames(
        one(sender.organisation),
        tuple(Text(line) for line in address),
        tuple(Text(line) for line in sender.contact),
        one(sender.signatory),
        one(sender.post),
    )
