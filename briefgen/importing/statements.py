"""What a release says and asks: proposals for a report pack, each with its words and the line at which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefgen.importing.antecedents import reporter_of
from briefgen.importing.counted import figures_of
from briefgen.importing.endmatter import set_aside
from briefgen.importing.figures import quantities_in
from briefgen.importing.passages import Passage
from briefgen.importing.passed import without_parts
from briefgen.importing.patterns import compiled
from briefgen.importing.proposals import (
    Proposal,
    Proposals,
    QuotationProposal,
    RecommendationProposal,
    TestimonyProposal,
)
from briefgen.importing.quantities import Quantity, counting, lacks_unit
from briefgen.importing.quotations import Speeches
from briefgen.importing.recommendations import Asked, Asking
from briefgen.importing.rules import Rules, rules_of
from briefgen.importing.sentences import spans_of, texts_of
from briefgen.importing.told import Told

_ATTRIBUTION = 8
"""Up to how many words a sentence with a verb of saying only tells who spoke."""
_ATTRIBUTION_BY_PARTICLE = 3
"""The same where the verb ends every sentence."""


def statements_of(passages: Sequence[Passage], language: str) -> Proposals:
    """Propose the statements of a release in a language; raises a BriefgenError where there are no rules for it."""
    rules = rules_of(language)
    speeches = Speeches(passages, rules)
    told = speeches.told()
    witnesses = [item for item in told if item.speaker.kind == "witness"]
    named = [item for item in told if item.speaker.kind != "witness"]
    reading = _Reading(passages, rules, speeches, _taken(witnesses), named)
    reading.read()
    return Proposals(
        _proposals("S", reading.summary),
        _proposals("C", reading.findings),
        figures_of(reading.figures, rules),
        tuple(_quotation(number, item) for number, item in enumerate(named, start=1)),
        tuple(
            TestimonyProposal(
                f"T{number}", item.anchor, item.line, item.doubts, item.text, item.speaker.name, item.when
            )
            for number, item in enumerate(witnesses, start=1)
        ),
        tuple(_recommendation(number, item) for number, item in enumerate(reading.asking.found, start=1)),
        without_parts((*speeches.passed, *reading.asking.passed)),
    )


def _taken(told: Iterable[Told]) -> dict[int, list[tuple[int, int]]]:
    taken: dict[int, list[tuple[int, int]]] = {}
    for item in told:
        for index, start, end in item.spans:
            taken.setdefault(index, []).append((start, end))
    return taken


@dataclass(slots=True)
class _Reading:
    """Reads the narration and what named speakers say, passage by passage."""

    passages: Sequence[Passage]
    rules: Rules
    speeches: Speeches
    witnessed: dict[int, list[tuple[int, int]]]
    named: Sequence[Told]
    summary: list[tuple[str, int]] = field(default_factory=list)
    findings: list[tuple[str, int]] = field(default_factory=list)
    figures: list[tuple[Quantity, str, int]] = field(default_factory=list)
    asking: Asking = field(init=False)
    known: set[tuple[object, ...]] = field(default_factory=set)
    """What is the same of one figure and another, of those that are kept."""
    counted: tuple[str, int] = ("", 0)
    """What the last number counts, and the line of it."""

    def __post_init__(self) -> None:
        self.asking = Asking(self.rules)

    def read(self) -> None:
        """Go through the passages; the points before the first paragraph are the summary, else its first sentence."""
        spoken = _taken(self.named)
        aside = set_aside(self.passages, self.rules.findings)
        body = next((n for n, passage in enumerate(self.passages) if passage.kind == "paragraph"), 0)
        for index, passage in enumerate(self.passages):
            if passage.kind == "heading":
                self.asking.heading(passage)
            elif index not in aside:
                self._passage(index, passage, spoken.get(index, []), points=index < body)
        if not self.summary and self.findings:
            self.summary.append(self.findings[0])

    def _passage(self, index: int, passage: Passage, spoken: list[tuple[int, int]], *, points: bool) -> None:
        witnessed = self.witnessed.get(index, [])
        number = compiled(rf"^(?:\(?\d{{1,2}}[.)]\s+|{self.rules.recommendations.numbering})").match(passage.text)
        item = passage.kind == "item" or (self.asking.under is not None and number)
        if item and not witnessed and self.asking.item(passage.text[number.end() if number else 0 :], passage.line):
            self._figures(passage.text, passage.line)
            return
        if passage.kind == "paragraph" and not item and not self.asking.in_section:
            self.asking.under = None
        skeleton = self._skeleton(index, spoken, witnessed)
        begin = compiled(self.rules.findings.dateline).match(passage.text)
        for start, end in spans_of(skeleton, self.rules):
            first = max(start, begin.end() if begin else 0)
            if end == len(skeleton.rstrip()) and self.asking.lead_in(passage.text[start:end]):
                return
            if not any(start <= place < end for place, _ in witnessed):  # what describes a witness counts nothing
                self._sentence(passage, skeleton[first:end], (first, end), points=points)
        for start, end in spoken:
            for sentence in texts_of(passage.text[start:end].strip('“”"«»‘’ 「」'), self.rules):
                self.asking.spoken(sentence, passage.line)
                self._figures(sentence, passage.line)

    def _skeleton(self, index: int, spoken: list[tuple[int, int]], witnessed: list[tuple[int, int]]) -> str:
        """The passage with what people say replaced, so that only the words of the publisher are read."""
        text, marked = self.passages[index].text, self.speeches.skeletons[index]
        for start, end in (*spoken, *witnessed):
            stop = "¶" if marked[end - 1 : end] == "¶" or end == len(text) else "§"
            text = text[:start] + "§" * (end - start - 1) + stop + text[end:]
        return text

    def _sentence(self, passage: Passage, words: str, span: tuple[int, int], *, points: bool) -> None:
        sentence = passage.text[span[0] : span[1]]
        if "§" in words or "¶" in words:
            self._figures(words, passage.line, sentence)
            self.asking.around(words, sentence, passage.line)
            return
        if self._only_names(words):
            return
        self._figures(words, passage.line)
        asked = self.asking.sentence(sentence, passage.line)
        if points:
            self.summary.append((sentence, passage.line))
        elif not asked and _is_whole(sentence):
            self.findings.append((sentence, passage.line))

    def _only_names(self, words: str) -> bool:
        """Whether a sentence says nothing but who speaks in what follows."""
        speakers = self.rules.speakers
        said = re.match(rf"^[^,.]{{2,80}}?(?:, [^.]+?,)? (?:{speakers.says})[:.]?$", words)
        colon = words.rstrip().endswith((":", "："))
        most = _ATTRIBUTION if not speakers.wholes else _ATTRIBUTION_BY_PARTICLE
        if said and len(words.split()) <= most and not re.search(r"\d", words):
            reporter = reporter_of(words, self.rules)
            return colon or (reporter is not None and reporter.kind in ("person", "witness"))
        described = compiled(rf"(?i)^(?:{speakers.anonymous}) .* (?:{speakers.says})\b").search(words)
        return described is not None and colon

    def _figures(self, words: str, line: int, anchor: str = "") -> None:
        """Keep the figures among the words, which stand in the sentence `anchor` if they are not all of it."""
        for found in quantities_in(words, self.rules.figures):
            quantity = self._with_unit(found, line)
            if (known := _key(quantity)) not in self.known:
                self.known.add(known)
                self.figures.append((quantity, anchor or words, line))

    def _with_unit(self, quantity: Quantity, line: int) -> Quantity:
        """A figure with what the one before it in the passage counts, where nothing says it: “Two have died.”."""
        unit, last = self.counted
        if lacks_unit(quantity, self.rules.figures):
            return counting(quantity, unit) if unit and last == line else quantity
        if quantity.out_of is None and quantity.unit[:1].isalpha() and not quantity.unit.startswith(("share", "times")):
            self.counted = (quantity.unit, line)
        return quantity


def _is_whole(sentence: str) -> bool:
    """Whether the words are a sentence, and no line such as a signature or a label."""
    return sentence.rstrip(')”»"’」').endswith((".", "!", "…", "。", "다")) and len(sentence) > 15


def _key(quantity: Quantity) -> tuple[object, ...]:
    """What makes two figures the same: their number, and the last word for what it counts."""
    words = quantity.unit.casefold().split()
    return quantity.number, quantity.upper, quantity.out_of, words[-1] if words else ""


def _proposals(letter: str, found: Sequence[tuple[str, int]]) -> tuple[Proposal, ...]:
    return tuple(Proposal(f"{letter}{number}", text, line) for number, (text, line) in enumerate(found, start=1))


def _quotation(number: int, told: Told) -> QuotationProposal:
    speaker = told.speaker
    return QuotationProposal(
        f"Q{number}", told.anchor, told.line, told.doubts, told.text, speaker.name, speaker.post, speaker.organisation
    )


def _recommendation(number: int, asked: Asked) -> RecommendationProposal:
    return RecommendationProposal(f"R{number}", asked.anchor, asked.line, asked.doubts, asked.addressee, asked.act)
