"""The context of a template, built from a request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefgen.compose.choice import Chosen, account_for, choose, evidence_for
from briefgen.compose.request import Request
from briefgen.compose.statements import Statements
from briefgen.compose.views import AddressView, AsksView, ConcernedNames, Context, ReportNames, SenderNames
from briefgen.compose.wording import Wording
from briefgen.languages.calendar import long_date
from briefgen.library.languages import INTERFACE
from briefgen.markup.escape import Text


@dataclass(frozen=True, slots=True)
class ContextBuilder:
    """Builds the context of one request; what cannot be said is noted in the wording."""

    request: Request
    wording: Wording
    statements: Statements

    def build(self) -> Context:
        """The whole context: the report, the addressee and, for one delegation, the asks and their evidence."""
        request, report, say = self.request, self.request.pack.report, self.statements
        self._name_things()
        takes = request.format.format.takes
        context = Context(
            report=self._report_names(),
            concerned=self._concerned(),
            sender=sender_names(request),
            date=Text(long_date(request.day, request.language.settings)),
            gap=Text(request.language.settings.sentence_gap),
            addressees=self._addressees(),
            to_one=bool(request.recipient.state),
            summary=say.passage(report.summary),
            key_figures=say.key_figures(),
            sections=say.sections(),
            accounts=say.accounts(takes.accounts),
            quotations=say.quotations(),
            recommendations=say.recommendations(request.delegations.roles),
            method=say.passage(report.claims[name] for name in report.method),
            names=MappingProxyType(dict(self.wording.names)),
        )
        return self._addressed(context) if request.recipient.state else context

    def _name_things(self) -> None:
        """The names that every sentence may use, in the order in which they rest on each other."""
        self.wording.names["concerned"] = self._concerned()
        state = self.request.language.states.get(self.request.recipient.state)
        if state:
            self.wording.names["state"] = state
        self.wording.names["report"] = self._report_names()
        self.wording.names["sender"] = sender_names(self.request)

    def _concerned(self) -> ConcernedNames:
        """The state concerned; in a letter to that state, by the name that it uses itself."""
        concerned = self.request.pack.report.concerned
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
            release=say(report.release, "release"),
            original_release=Text(report.release),
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

    def _addressed(self, context: Context) -> Context:
        """The context with what is said to one delegation: asks, evidence, account and form of address."""
        request, takes = self.request, self.request.format.format.takes
        chosen = self.chosen()
        paragraphs = evidence_for(request.pack.report, chosen, takes.evidence)
        account = account_for(request.pack.report, chosen)
        return replace(
            context,
            asks=self._asks(chosen),
            evidence=tuple(self.statements.passage(claims) for claims in paragraphs),
            account=self.statements.account(account) if account and takes.accounts else None,
            address=self._address(),
        )

    def chosen(self) -> tuple[Chosen, ...]:
        """The asks for the delegation of the request."""
        request, report = self.request, self.request.pack.report
        iso = request.recipient.state
        roles = request.delegations.roles_of(iso, request.day, report.concerned.state)
        return choose(report, iso, roles, request.format.format.takes.asks)

    def _asks(self, chosen: Sequence[Chosen]) -> AsksView:
        if not chosen:
            return AsksView()
        lead = chosen[0]
        return AsksView(
            self._said(lead, "opening", lead.ask.opening),
            self._said(lead, "subject", lead.ask.subject),
            self._points(chosen, "stated"),
            self._points(chosen, "inferred"),
        )

    def _points(self, chosen: Sequence[Chosen], basis: str) -> tuple[Text, ...]:
        return tuple(
            self._said(item, "points" if item.points == item.ask.points else "ask", point)
            for item in chosen
            if item.ask.basis == basis
            for point in item.points
        )

    def _said(self, item: Chosen, key: str, text: str) -> Text:
        order = self.request.pack.report.recommendations.index(item.recommendation)
        number = item.recommendation.asks.index(item.ask)
        return self.statements.say(text, "recommendations", order, "asks", number, key)

    def _address(self) -> AddressView:
        """The form of address in the sender's register; the office is addressed, so that no gender is guessed."""
        language, iso = self.request.language, self.request.recipient.state
        register = getattr(language.address, self.request.sender.address_register)
        form = getattr(register, self.request.delegations.states[iso].status)
        return AddressView(
            tuple(self.wording.written(line) for line in form.block),
            self.wording.written(form.salutation),
            tuple(self.wording.written(line) for line in form.closing),
        )


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
