"""The statements of a report in the words of one document, each with the place that a note cites."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.compose.views import (
    AccountView,
    AddresseeGroup,
    FigureView,
    PanelView,
    Passage,
    QuotationView,
    SectionView,
)
from briefgen.compose.wording import Wording
from briefgen.languages.calendar import listing
from briefgen.library.languages import INTERFACE
from briefgen.library.packs import ReportPack
from briefgen.markup.escape import Text
from briefgen.model.delegation import Role
from briefgen.model.language import LanguageSettings
from briefgen.model.report import Claim, Testimony
from briefgen.reading.yaml_text import Path_


@dataclass(frozen=True, slots=True)
class Statements:
    """Says what a report pack holds; every text is translated in the pack's own domain."""

    pack: ReportPack
    wording: Wording
    language: LanguageSettings

    def say(self, message: str, *at: str | int, **more: object) -> Text:
        """One text of the pack; `at` is its path in report.yaml."""
        return self.wording.say(message, self.pack.report.id, self.pack.text.place(at), **more)

    def cite(self, anchors: Iterable[str]) -> Text:
        """What a note calls the places of anchors: `paragraphs 10 and 11`; places named once, in their order."""
        numbers: dict[int, list[int]] = {}
        for anchor in anchors:
            found = self.pack.source.find(anchor)
            if found is not None and found.part is not None:
                index = self.pack.report.source.parts.index(found.part)
                numbers.setdefault(index, []).append(found.paragraph)
        return Text(self.language.cite_gap.join(self._places(i, sorted(set(numbers[i]))) for i in sorted(numbers)))

    def _places(self, index: int, numbers: Sequence[int]) -> Text:
        part = self.pack.report.source.parts[index]
        listed = listing([str(number) for number in numbers], self.language.babel)
        if len(numbers) > 1 and part.cite_several:
            return self.say(part.cite_several, "source", "parts", index, "cite_several", numbers=listed)
        return self.say(part.cite, "source", "parts", index, "cite", number=listed)

    def passage(self, claims: Iterable[Claim]) -> Passage:
        """Claims as one paragraph, with the note of their places."""
        items = list(claims)
        text = self.language.sentence_gap.join(self.say(claim.claim, *self._path(claim), "claim") for claim in items)
        return Passage(Text(text), self.cite(claim.anchor for claim in items))

    def _path(self, claim: Claim) -> Path_:
        for key in ("summary", "figures", "findings"):
            items: Sequence[Claim] = getattr(self.pack.report, key)
            if claim in items:
                return (key, items.index(claim))
        return ()

    def key_figures(self) -> PanelView:
        """The figures of the panel."""
        known = {figure.id: figure for figure in self.pack.report.figures}
        figures = [known[name] for name in self.pack.report.key_figures]
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
        claims = self.pack.report.claims
        return tuple(
            SectionView(
                self.say(section.heading, "sections", index, "heading"),
                self.passage(claims[name] for name in section.claims),
            )
            for index, section in enumerate(self.pack.report.sections)
        )

    def account(self, testimony: Testimony) -> AccountView:
        """One testimony by its excerpt."""
        index = self.pack.report.testimonies.index(testimony)
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

    def recommendations(self, roles: Sequence[Role]) -> tuple[AddresseeGroup, ...]:
        """The recommendations by stated addressee, those to several addressees under a heading of each."""
        groups = []
        for role in roles:
            texts = tuple(
                self.say(recommendation.text, "recommendations", index, "text")
                for index, recommendation in enumerate(self.pack.report.recommendations)
                if role.id in recommendation.addressees
            )
            if texts:
                groups.append(AddresseeGroup(self.wording.say(role.heading, INTERFACE), texts))
        return tuple(groups)
