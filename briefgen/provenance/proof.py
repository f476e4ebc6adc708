"""The proof of a report pack: anchors stand in the source, and statements say no more numbers than their anchors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefgen.errors import Problem
from briefgen.model.report import Claim, Figure, Report, Testimony
from briefgen.provenance.numbers import NumberStyle, numbers_in
from briefgen.provenance.source_text import SourceText, stands_in
from briefgen.reading.yaml_text import Path_, YamlText

_QUOTED = re.compile("“([^”]+)”")
_NAME = re.compile(r"(?<![.!?…] )(?<!^)\b[A-Z]\w+")
"""A word with a capital that does not begin a sentence: in English, a name."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Everything that the statements of one report pack are held against."""

    report: Report
    text: YamlText
    source: SourceText
    style: NumberStyle

    def problems(self) -> list[Problem]:
        """Every statement that its source does not carry, each with its place in the pack."""
        return [
            *self._titles(),
            *self._claims(),
            *self._quotations(),
            *self._testimonies(),
            *self._recommendations(),
        ]

    def _titles(self) -> Iterator[Problem]:
        for name in ("title", "release", "publisher"):
            if words := getattr(self.report, name):
                yield from self._verbatim(words, (name,))

    def _claims(self) -> Iterator[Problem]:
        groups: dict[str, Iterable[Claim]] = {
            "summary": self.report.summary,
            "figures": self.report.figures,
            "findings": self.report.findings,
        }
        for key, claims in groups.items():
            for index, claim in enumerate(claims):
                at: Path_ = (key, index)
                yield from self._verbatim(claim.anchor, (*at, "anchor"))
                yield from self._carried(claim.claim, claim.anchor, (*at, "claim"))
                if isinstance(claim, Figure):
                    yield from self._carried(claim.value, claim.anchor, (*at, "value"))
                    yield from self._carried(claim.caption, claim.anchor, (*at, "caption"))

    def _quotations(self) -> Iterator[Problem]:
        for index, quotation in enumerate(self.report.quotations):
            at: Path_ = ("quotations", index)
            yield from self._verbatim(quotation.anchor, (*at, "anchor"))
            for part, words in enumerate(quotation.text):
                yield from self._verbatim(words, (*at, "text", part))
            if not stands_in(quotation.speaker, quotation.anchor):
                yield self._problem("the anchor does not name the speaker", (*at, "speaker"), "quote the words that do")

    def _testimonies(self) -> Iterator[Problem]:
        for index, testimony in enumerate(self.report.testimonies):
            at: Path_ = ("testimonies", index)
            yield from self._verbatim(testimony.anchor, (*at, "anchor"))
            yield from self._verbatim(testimony.text, (*at, "text"))
            if not stands_in(testimony.excerpt, testimony.text):
                yield self._problem("the excerpt does not stand in the account", (*at, "excerpt"), "copy it verbatim")
            yield from self._description(testimony, at)

    def _description(self, testimony: Testimony, at: Path_) -> Iterator[Problem]:
        if not stands_in(testimony.speaker, testimony.anchor):
            yield self._problem(
                "the speaker is not described in the words of the source",
                (*at, "speaker"),
                "copy the anonymised description; never add to it",
            )
        for name in ("attribution", "sentence"):
            text = getattr(testimony, name)
            if not _begins(text, testimony.speaker):
                yield self._problem(f"the {name} must begin with the description of the speaker", (*at, name))
        for name in ("attribution", "sentence", "context"):
            text = getattr(testimony, name)
            yield from self._carried(text, testimony.anchor, (*at, name))
            yield from self._named(text, testimony.anchor, (*at, name))

    def _named(self, text: str, anchor: str, at: Path_) -> Iterator[Problem]:
        """Whether the anchor carries every name, so that no place or person is added to a witness."""
        for name in sorted(set(_NAME.findall(text))):
            if not re.search(rf"\b{name}\b", anchor):
                yield self._problem(f"“{name}” does not stand in the anchor", at, "never add to what the source says")

    def _recommendations(self) -> Iterator[Problem]:
        for index, recommendation in enumerate(self.report.recommendations):
            at: Path_ = ("recommendations", index)
            anchor = recommendation.anchor
            yield from self._verbatim(anchor, (*at, "anchor"))
            yield from self._carried(recommendation.text, anchor, (*at, "text"))
            for number, ask in enumerate(recommendation.asks):
                place: Path_ = (*at, "asks", number)
                for name in ("subject", "opening", "ask"):
                    yield from self._carried(getattr(ask, name), anchor, (*place, name))
                for point, words in enumerate(ask.points):
                    yield from self._carried(words, anchor, (*place, "points", point))

    def _verbatim(self, words: str, at: Path_) -> Iterator[Problem]:
        if self.source.find(words) is None:
            yield self._problem(
                f"these words do not stand in {self.source.path.name}",
                at,
                self.source.nearest(words) or "copy them from the source",
            )

    def _carried(self, statement: str, anchor: str, at: Path_) -> Iterator[Problem]:
        """Whether the anchor carries every number and every quoted word of a statement."""
        beyond = numbers_in(statement, self.style) - numbers_in(anchor, self.style)
        for number in sorted(beyond):
            yield self._problem(
                f"the number {number:f} does not stand in the anchor",
                at,
                "correct it, or extend the anchor to the words that carry it",
            )
        for words in _QUOTED.findall(statement):
            if not stands_in(words, anchor):
                yield self._problem(f"the quoted words “{words}” do not stand in the anchor", at, "quote verbatim")

    def _problem(self, message: str, at: Path_, hint: str = "") -> Problem:
        return Problem(message, self.text.place(at), hint)


def _begins(text: str, words: str) -> bool:
    """Whether a text begins with words, to which it may give the capital of a sentence."""
    return text.startswith((words, words[:1].upper() + words[1:]))
