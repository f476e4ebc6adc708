"""The statements of a report in the words of one document, each with the place that a note cites."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from markupsafe import Markup

from briefgen.compose.choice import is_for
from briefgen.compose.views import (
    AccountView,
    AddresseeGroup,
    Challenge,
    Challenges,
    Citation,
    ConcernedNames,
    FigureView,
    Listed,
    PanelView,
    Passage,
    QuestionView,
    QuotationView,
    SectionView,
)
from briefgen.compose.wording import Wording
from briefgen.languages.calendar import listing
from briefgen.library.languages import INTERFACE
from briefgen.library.packs import ReportPack
from briefgen.markup.escape import Text
from briefgen.model.delegation import Role
from briefgen.model.format import Takes
from briefgen.model.language import LanguageSettings
from briefgen.model.report import Claim, Section, Testimony
from briefgen.reading.yaml_text import Path_

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Statements:
    """Says what a report pack holds; every text is translated in the pack's own domain."""

    pack: ReportPack
    wording: Wording
    language: LanguageSettings

    def say(self, message: str, *at: str | int, **more: object) -> Text:
        """One text of the pack; `at` is its path in report.yaml."""
        return self.wording.say(message, self.pack.report.id, self.pack.text.place(at), **more)

    def cite(self, anchors: Iterable[str]) -> Citation:
        """A note on the places of anchors, in the words of the pack; each place is named once, in their order."""
        places = self.places(anchors)
        source = self.pack.report.source
        return Citation(self._note(source.first_note, "first_note", places), self._note(source.note, "note", places))

    def _note(self, sentence: str, key: str, places: Text) -> Markup:
        """The sentence of a note; unlike other texts of a pack it may hold mark-up, such as a title's language."""
        at = self.pack.text.place(("source", key))
        said = self.wording.sentence(sentence, self.pack.report.id, at, {**self.wording.names, "cite": places})
        return Markup(said)  # noqa: S704 - the values in it are escaped

    def places(self, anchors: Iterable[str]) -> Text:
        """What a note calls the places of anchors: `paragraphs 10 and 11`."""
        numbers: dict[int, list[int]] = {}
        for anchor in anchors:
            found = self.pack.source.find(anchor)
            if found is not None and found.part is not None:
                index = self.pack.report.source.parts.index(found.part)
                numbers.setdefault(index, []).append(found.number)
        return Text(self.language.cite_gap.join(self._places(i, sorted(set(numbers[i]))) for i in sorted(numbers)))

    def _places(self, index: int, numbers: Sequence[int]) -> Text:
        part = self.pack.report.source.parts[index]
        listed = listing([str(number) for number in numbers], self.language.babel)
        if not part.cite_several:
            return self.say(part.cite, "source", "parts", index, "cite", numbers=listed)
        texts, at = (part.cite, part.cite_several), self.pack.text.place(("source", "parts", index, "cite"))
        return self.wording.count(texts, len(numbers), self.pack.report.id, at, numbers=listed)

    def passage(self, claims: Iterable[Claim]) -> Passage:
        """Claims as one paragraph, with the note of their places."""
        items = list(claims)
        text = self.language.sentence_gap.join(self.say(claim.claim, *self._path(claim), "claim") for claim in items)
        return Passage(Text(text), self.cite(claim.anchor for claim in items))

    def introduction(self) -> Passage:
        """The first point of the summary, in which the state concerned is introduced."""
        first = self.pack.report.summary[0]
        names = self.wording.names["concerned"]
        introducing = replace(names, short=names.introduced) if isinstance(names, ConcernedNames) else names
        text = self.say(first.claim, *self._path(first), "claim", concerned=introducing)
        return Passage(text, self.cite([first.anchor]))

    def _path(self, claim: Claim) -> Path_:
        for key in ("summary", "figures", "findings"):
            items: Sequence[Claim] = getattr(self.pack.report, key)
            for index, item in enumerate(items):
                if item.id == claim.id:
                    return (key, index)
        return ()

    def key_figures(self, limit: int) -> PanelView:
        """The first figures of the panel."""
        known = {figure.id: figure for figure in self.pack.report.figures}
        figures = [known[name] for name in self.pack.report.key_figures[:limit]]
        return PanelView(
            tuple(
                FigureView(
                    self.say(figure.value, *self._path(figure), "value"),
                    self.say(figure.caption, *self._path(figure), "caption"),
                )
                for figure in figures
            ),
            self.cite(figure.anchor for figure in figures),
        )

    def sections(self) -> tuple[SectionView, ...]:
        """The sections of findings under their headings."""
        return tuple(self._section(item, "sections", index) for index, item in enumerate(self.pack.report.sections))

    def annexes(self) -> tuple[SectionView, ...]:
        """The annexes under their headings."""
        return tuple(self._section(item, "annexes", index) for index, item in enumerate(self.pack.report.annexes))

    def _section(self, section: Section, *at: str | int) -> SectionView:
        claims = self.pack.report.claims
        return SectionView(
            self.say(section.heading, *at, "heading"),
            self.passage(claims[name] for name in section.claims),
            tuple(self.passage(claims[name] for name in names) for names in section.in_paragraphs()),
            tuple(self.passage([claims[name]]) for name in section.claims),
        )

    def challenges(self) -> Challenges:
        """The sections of findings by their first claims."""
        claims = self.pack.report.claims
        leading = [claims[section.claims[0]] for section in self.pack.report.sections]
        items = tuple(
            Challenge(
                self.say(section.heading, "sections", index, "heading"),
                self.say(claim.claim, *self._path(claim), "claim"),
            )
            for index, (section, claim) in enumerate(zip(self.pack.report.sections, leading, strict=True))
        )
        return Challenges(items, self.cite(claim.anchor for claim in leading))

    def account(self, testimony: Testimony) -> AccountView:
        """One testimony by its excerpt."""
        index = position(self.pack.report.testimonies, testimony)
        at: Path_ = ("testimonies", index)
        excerpt = self.say(testimony.excerpt, *at, "excerpt")
        quotation = self._quoted(excerpt)
        return AccountView(
            excerpt,
            self.say(testimony.attribution, *at, "attribution"),
            self.say(testimony.sentence, *at, "sentence", quotation=quotation),
            self.cite([testimony.text]),
        )

    def _quoted(self, sentence: str) -> Text:
        """A sentence between the language's marks, its full stop where the language has it."""
        opening, closing = self.language.quotes
        if self.language.stop_outside_quotes and sentence.endswith(".") and not sentence.endswith(".."):
            return Text(f"{opening}{sentence[:-1]}{closing}.")
        return Text(f"{opening}{sentence}{closing}")

    def accounts(self, limit: int) -> tuple[AccountView, ...]:
        """The first accounts of the pack's own order."""
        known = {testimony.id: testimony for testimony in self.pack.report.testimonies}
        return tuple(self.account(known[name]) for name in self.pack.report.accounts[:limit])

    def quotations(self) -> tuple[QuotationView, ...]:
        """What named speakers said."""
        return tuple(
            QuotationView(
                tuple(self.say(part, "quotations", index, "text", n) for n, part in enumerate(quotation.text)),
                self.say(quotation.attribution, "quotations", index, "attribution"),
                self.cite(quotation.text),
            )
            for index, quotation in enumerate(self.pack.report.quotations)
        )

    def questions(self) -> tuple[QuestionView, ...]:
        """The questions of the pack with their answers."""
        claims = self.pack.report.claims
        return tuple(
            QuestionView(
                self.say(item.question, "questions", index, "question"),
                self.passage(claims[name] for name in item.answer),
            )
            for index, item in enumerate(self.pack.report.questions)
        )

    def recommendations(self, roles: Sequence[Role], takes: Takes) -> tuple[AddresseeGroup, ...]:
        """The recommendations that a format lists by stated addressee, those to several under a heading of each."""
        groups = []
        for role in (role for role in roles if not takes.roles or role.id in takes.roles):
            texts = tuple(
                self.say(recommendation.text, "recommendations", index, "text")
                for index, recommendation in enumerate(self.pack.report.recommendations)
                if role.id in recommendation.addressees and is_for(takes, recommendation)
            )
            if texts:
                groups.append(AddresseeGroup(role.id, self.wording.say(role.heading, INTERFACE), texts))
        return tuple(groups)

    def listed(self, roles: Sequence[Role], takes: Takes) -> tuple[Listed, ...]:
        """The recommendations that a format lists, one by one, each with the headings of all whom it addresses."""
        found = []
        for index, item in enumerate(self.pack.report.recommendations):
            to = [role for role in roles if role.id in item.addressees and (not takes.roles or role.id in takes.roles)]
            if to and is_for(takes, item):
                headings = self.language.cite_gap.join(self.wording.say(role.heading, INTERFACE) for role in to)
                found.append(Listed(Text(headings), self.say(item.text, "recommendations", index, "text")))
        return tuple(found)


def position(items: Sequence[Item], wanted: Item) -> int:
    """Where an item of a report stands; sought by identity first, since to compare models field by field is slow."""
    for index, item in enumerate(items):
        if item is wanted:
            return index
    return items.index(wanted)
