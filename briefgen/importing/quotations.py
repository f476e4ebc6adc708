"""Quotations with their speakers, and the accounts of witnesses who are described and not named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefgen.importing.antecedents import reporter_of
from briefgen.importing.attribution import Attribution
from briefgen.importing.endmatter import set_aside
from briefgen.importing.marks import Quote, begins_with_mark, goes_on, masked, quotes_of
from briefgen.importing.names import Speaker
from briefgen.importing.passages import Passage
from briefgen.importing.passed import Passed
from briefgen.importing.roster import Roster
from briefgen.importing.rules import Rules
from briefgen.importing.sentences import spans_of
from briefgen.importing.speakers import speaker_of
from briefgen.importing.surroundings import (
    is_norm,
    is_title,
    said_when,
    surroundings_of,
    who_in,
)
from briefgen.importing.told import Told, doubts_about, doubts_about_marks, joined


@dataclass(slots=True)
class Speeches:
    """Reads the passages of a release for what was said, in order, remembering who has spoken."""

    passages: Sequence[Passage]
    rules: Rules
    roster: Roster = field(init=False)
    quotes: list[tuple[Quote, ...]] = field(init=False)
    skeletons: list[str] = field(init=False)
    aside: frozenset[int] = field(init=False)
    attribution: Attribution = field(init=False)
    passed: list[Passed] = field(default_factory=list)
    """Words in quotation marks that nobody said."""

    def __post_init__(self) -> None:
        self.roster = Roster(" ".join(passage.text for passage in self.passages), self.rules.speakers)
        self.quotes = quotes_of(self.passages, self.rules.speakers.says)
        self.aside = set_aside(self.passages, self.rules.findings)
        self.skeletons = [masked(p.text, q) for p, q in zip(self.passages, self.quotes, strict=True)]
        self.attribution = Attribution(self.passages, self.rules, self.roster, self.quotes, self.skeletons)

    def told(self) -> list[Told]:
        """Everything that was said; read twice, since a full name may follow a surname."""
        self._introduce()
        self._read()
        self.roster.last = None
        self.passed.clear()
        return joined(self._read())

    def _introduce(self) -> None:
        """Keep who is named in full as the source of a sentence, whether or not a quotation stands beside it."""
        for skeleton in self.skeletons:
            for start, end in spans_of(skeleton, self.rules):
                speaker = reporter_of(skeleton[start:end], self.rules)
                if speaker is not None and speaker.kind == "person":
                    self.roster.add(speaker)

    def _read(self) -> list[Told]:
        found: list[Told] = []
        index = 0
        while index < len(self.passages):
            index = self._passage(index, found)
        return found

    def _passage(self, index: int, found: list[Told]) -> int:
        """Read one passage, and what follows as part of it; the number of the next passage."""
        passage = self.passages[index]
        if passage.kind in ("heading", "note"):
            return index + 1
        quotes = self.quotes[index]
        introduced = self.attribution.introduced(index)
        if introduced is not None:
            return self._block(index, introduced, found)
        for number in range(len(quotes)):
            told = self._quoted(index, number, found)
            if told is not None:
                found.append(told)
                self._remember(told.speaker)
        if index not in self.aside:
            self._mentions(index, found)
        if quotes and not quotes[-1].closed and found and found[-1].line == passage.line:
            return self._continued(index, found)
        return index + 1

    def _remember(self, speaker: Speaker) -> None:
        self.roster.add(speaker)
        if speaker.kind not in ("unknown", "pronoun"):
            self.roster.last = speaker

    def _mentions(self, index: int, found: Sequence[Told]) -> None:
        """Who acts last in a passage: a pronoun or a quotation in the next passage may be theirs."""
        speaker = self.attribution.nearest(index, len(self.skeletons[index]), found)
        if speaker is not None and speaker.kind in ("person", "witness"):
            self._remember(self.roster.resolve(speaker))

    def _continued(self, index: int, found: list[Told]) -> int:
        """Paragraphs that a quotation left open goes on in, each opened again, the last one closed."""
        start = index
        while self._goes_on(index):
            index += 1
            passage, first = self.passages[index], self.quotes[index][0]
            last = found[-1]
            words = first.words(passage.text)
            span = (index, first.start, first.end)
            found[-1] = replace(last, text=(*last.text, words), spans=(*last.spans, span))
        for number in range(1, len(self.quotes[index])):
            if (told := self._quoted(index, number, found)) is not None:
                found.append(told)
        if index > start and self.quotes[index] and found[-1].doubts:
            found[-1] = self._named_later(index, found[-1])
        return index + 1

    def _goes_on(self, index: int) -> bool:
        """Whether a quotation is left open that the next passage goes on with; a mark alone goes on with nothing."""
        quotes = self.quotes[index]
        if not quotes or quotes[-1].closed or not goes_on(self.passages, index):
            return False
        following = self.quotes[index + 1]
        return bool(following) and bool(following[0].words(self.passages[index + 1].text))

    def _named_later(self, index: int, told: Told) -> Told:
        """The speaker who is named only where the last paragraph of the quotation ends."""
        around = surroundings_of(self.passages[index].text, self.quotes[index], 0, self.rules)
        if (who := who_in(around.local, self.rules.speakers.after, self.rules)) is None:
            return told
        speaker = self.roster.resolve(speaker_of(who, self.rules))
        self._remember(speaker)
        return replace(told, speaker=speaker, doubts=doubts_about(speaker, told.line), anchor=self.passages[index].text)

    def _quoted(self, index: int, number: int, found: list[Told]) -> Told | None:
        passage, quote = self.passages[index], self.quotes[index][number]
        words = quote.words(passage.text)
        parts: tuple[str, ...] = (words,)
        around = surroundings_of(passage.text, self.quotes[index], number, self.rules)
        title = is_title(around, self.rules)
        if title:
            self.passed.append(Passed("a title", words, passage.line))
        if title or not words:
            return None
        named, speaker = self.attribution.named(index, number, around, found)
        if not named:
            speaker = self.attribution.supposed(index, number, around, found)
            if speaker is None or not speaker.name or speaker.candidates == (speaker.name,):
                speaker, parts = self.attribution.by_incise(words, speaker, (index, quote.start), found)
        if speaker is None:
            who = who_in(around.local, self.rules.speakers.before, self.rules)
            norm = who and is_norm(who, around.before, self.rules)
            self.passed.append(Passed("words of a norm" if norm else "a scare quote", words, passage.line))
            return None
        about_marks = doubts_about_marks(quote, passage, self._goes_on(index))
        doubts = (*doubts_about(speaker, passage.line), *about_marks)
        told = Told(speaker, parts, passage.text, passage.line, ((index, quote.start, quote.end),), doubts)
        return replace(told, when=said_when(passage.text, self.rules), apart=named and around.fresh)

    def _block(self, index: int, speaker: Speaker, found: list[Told]) -> int:
        intro, block = self.passages[index], self.passages[index + 1]
        self._remember(speaker)
        quotes = self.quotes[index + 1]
        quoted = bool(quotes) and begins_with_mark(block.text) and bool(quotes[0].words(block.text))
        words = quotes[0].words(block.text) if quoted else block.text
        span = (index + 1, 0, quotes[0].end if quoted else len(block.text))
        doubts = doubts_about(speaker, intro.line)
        found.append(
            Told(speaker, (words,), intro.text, intro.line, (span,), doubts, said_when(intro.text, self.rules))
        )
        if quoted and not quotes[-1].closed:
            return self._continued(index + 1, found)
        for number in range(1, len(quotes)) if quoted else ():
            if (told := self._quoted(index + 1, number, found)) is not None:
                found.append(told)
        return index + 2
