"""The check of a report pack: its words stand in the source, and its ids and roles name something."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefgen.errors import Problem, did_you_mean
from briefgen.languages.sentences import PlaceholderError, placeholders
from briefgen.library.delegations import Delegations
from briefgen.library.packs import ReportPack
from briefgen.model.phrases import translatable
from briefgen.provenance.numbers import NumberStyle
from briefgen.provenance.proof import Proof
from briefgen.reading.yaml_text import Path_


def check_pack(pack: ReportPack, delegations: Delegations, style: NumberStyle) -> list[Problem]:
    """Every problem of a pack: provenance, ids, roles, states and placeholders; `style` is its language's."""
    references = _References(pack, delegations)
    return [*Proof(pack.report, pack.text, pack.source, style).problems(), *references.problems()]


@dataclass(frozen=True, slots=True)
class _References:
    """What names something else: each name must be there, and stand once."""

    pack: ReportPack
    delegations: Delegations

    def problems(self) -> Iterator[Problem]:
        yield from self._twice()
        yield from self._ids()
        yield from self._addressees()
        yield from self._shared()
        yield from self._placeholders()

    def _twice(self) -> Iterator[Problem]:
        report = self.pack.report
        seen: set[str] = set()
        for key in ("summary", "figures", "findings", "quotations", "testimonies", "recommendations", "annexes"):
            for index, item in enumerate(getattr(report, key)):
                if item.id in seen:
                    yield self._problem(f"the id `{item.id}` stands twice", (key, index, "id"), "choose another")
                seen.add(item.id)

    def _ids(self) -> Iterator[Problem]:
        report = self.pack.report
        claims, figures = report.claims, {figure.id for figure in report.figures}
        accounts = {testimony.id for testimony in report.testimonies}
        for index, section in enumerate(report.sections):
            yield from self._known(section.claims, claims, ("sections", index, "claims"), "finding or figure")
            at: Path_ = ("sections", index, "paragraphs")
            yield from self._known(section.paragraphs, section.claims, at, "claim of the section")
        for index, annex in enumerate(report.annexes):
            yield from self._known(annex.claims, claims, ("annexes", index, "claims"), "finding or figure")
        yield from self._known(report.key_figures, figures, ("key_figures",), "figure")
        yield from self._known(report.method, claims, ("method",), "finding or figure")
        yield from self._known(report.accounts, accounts, ("accounts",), "testimony")
        for index, item in enumerate(report.recommendations):
            yield from self._known(item.evidence, claims, ("recommendations", index, "evidence"), "finding or figure")
            yield from self._known(item.answer, claims, ("recommendations", index, "answer"), "finding or figure")
            if item.account and item.account not in accounts:
                yield self._unknown(item.account, accounts, ("recommendations", index, "account"), "testimony")

        for index, question in enumerate(report.questions):
            yield from self._known(question.answer, claims, ("questions", index, "answer"), "finding or figure")
        known = [item.id for item in report.recommendations]
        for name in report.waived:
            if name not in known:
                yield self._unknown(name, known, ("waived", name), "recommendation")

    def _addressees(self) -> Iterator[Problem]:
        roles = [role.id for role in self.delegations.roles]
        states = self.delegations.states
        concerned = self.pack.report.about
        if concerned and concerned not in states:
            yield self._unknown(concerned, states, ("concerned", "state"), "state")
        for index, item in enumerate(self.pack.report.recommendations):
            at: Path_ = ("recommendations", index)
            yield from self._known(item.addressees, roles, (*at, "addressees"), "addressee role")
            if not concerned and self._concerned_role & set(item.addressees):
                hint = "name it under `concerned`, or address others"
                yield self._problem("the report is about no single state", (*at, "addressees"), hint)
            for number, ask in enumerate(item.asks):
                yield from self._known(ask.roles, roles, (*at, "asks", number, "roles"), "addressee role")
                yield from self._known(ask.states, states, (*at, "asks", number, "states"), "state")

    def _shared(self) -> Iterator[Problem]:
        """Those who see more than what is public are known; the state that the report is about is not among them."""
        known = [*self.delegations.states, *self.delegations.group_names()]
        concerned = self.pack.report.about
        for level in ("partners", "restricted"):
            for index, name in enumerate(getattr(self.pack.report.shared_with, level)):
                at: Path_ = ("shared_with", level, index)
                if name not in known:
                    yield self._unknown(name, known, at, "state or group")
                elif name == concerned:
                    yield self._problem(
                        "the state that the report is about sees only what is public", at, "leave it out"
                    )
                elif concerned in self._ever_in(name):
                    hint = f"name the states of `{name}` one by one, without `{concerned}`"
                    yield self._problem(f"`{name}` has the state that the report is about among its members", at, hint)

    def _ever_in(self, name: str) -> frozenset[str]:
        """The members of a group on any day: documents of other days are made from the same pack."""
        group = self.delegations.groups.get(name)
        return frozenset(seat.state for seat in group.members) if group else self.delegations.members(name, date.min)

    @property
    def _concerned_role(self) -> set[str]:
        return {role.id for role in self.delegations.roles if role.members == "concerned"}

    def _placeholders(self) -> Iterator[Problem]:
        for at, *texts in translatable(self.pack.report):
            try:
                for text in texts:
                    placeholders(text)
            except PlaceholderError as error:
                yield self._problem(str(error), at)

    def _known(self, names: Iterable[str], known: Collection[str], at: Path_, what: str) -> Iterator[Problem]:
        for index, name in enumerate(names):
            if name not in known:
                yield self._unknown(name, known, (*at, index), what)

    def _unknown(self, name: str, known: Iterable[str], at: Path_, what: str) -> Problem:
        listed = sorted(known)
        hint = did_you_mean(name, listed) or (f"known are {', '.join(listed)}" if len(listed) < 15 else "")
        return self._problem(f"there is no {what} `{name}`", at, hint)

    def _problem(self, message: str, at: Path_, hint: str = "") -> Problem:
        return Problem(message, self.pack.text.place(at), hint)
