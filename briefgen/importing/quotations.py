"""Quotations with their speakers, and the accounts of witnesses who are described and not named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefgen.importing.antecedents import reporter_of, role_of, source_of, subject_of
from briefgen.importing.endmatter import set_aside
from briefgen.importing.marks import Quote, begins_with_mark, goes_on, masked, quotes_of
from briefgen.importing.passages import Passage
from briefgen.importing.passed import Passed
from briefgen.importing.roster import Roster
from briefgen.importing.rules import Rules
from briefgen.importing.sentences import spans_of
from briefgen.importing.speakers import Speaker, speaker_of
from briefgen.importing.surroundings import (
    Surroundings,
    incise_in,
    is_alone,
    is_norm,
    is_title,
    said_when,
    surroundings_of,
    who_in,
)
from briefgen.importing.told import Told, count_of, doubts_about, doubts_about_marks, joined

_FRAGMENT = 5
"""From how many words on words in quotation marks within a sentence are what someone said, and no scare quotes."""
_SHORT = 2
"""From how many words on a quotation may be what someone said in full."""
_STATEMENT = 8
"""From how many words on a quotation is one although no one is named for it."""


@dataclass(slots=True)
class Speeches:
    """Reads the passages of a release for what was said, in order, remembering who has spoken."""

    passages: Sequence[Passage]
    rules: Rules
    roster: Roster = field(init=False)
    quotes: list[tuple[Quote, ...]] = field(init=False)
    skeletons: list[str] = field(init=False)
    aside: frozenset[int] = field(init=False)
    passed: list[Passed] = field(default_factory=list)
    """Words in quotation marks that nobody said."""

    def __post_init__(self) -> None:
        self.roster = Roster(" ".join(passage.text for passage in self.passages), self.rules.speakers)
        self.quotes = quotes_of(self.passages, self.rules.speakers.says)
        self.aside = set_aside(self.passages, self.rules.findings)
        self.skeletons = [masked(p.text, q) for p, q in zip(self.passages, self.quotes, strict=True)]

    def told(self) -> list[Told]:
        """Everything that was said; read twice, since a full name may follow a surname."""
        self._read()
        self.roster.last = None
        self.passed.clear()
        return joined(self._read())

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
        introduced = self._introduction(index)
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
        speaker = self._nearest(index, len(self.skeletons[index]), found)
        if speaker is not None and speaker.kind in ("person", "witness"):
            self._remember(self.roster.resolve(speaker))

    def _nearest(self, index: int, place: int, found: Sequence[Told], *, only_reports: bool = False) -> Speaker | None:
        """Who speaks, or acts unless only what is said counts, in the last sentence before a place of a passage."""
        spans = [span for span in spans_of(self.skeletons[index][:place], self.rules)]
        for start, end in reversed(spans):
            told = next(
                (t for t in reversed(found) for n, first, _ in t.spans if n == index and start <= first < end), None
            )
            sentence = self.skeletons[index][start:end]
            if source := source_of(sentence, self.rules):
                return self.roster.resolve(source)
            if told is not None and told.speaker.name:
                return told.speaker
            if not sentence.endswith((".", "!", "?", "…", "¶", ":", "。")) and end >= len(
                self.skeletons[index][:place].rstrip()
            ):
                continue
            speaker = reporter_of(sentence, self.rules) if only_reports else subject_of(sentence, self.rules)
            if speaker is not None:
                return self.roster.resolve(speaker)
            if (role := role_of(sentence, self.rules)) and not only_reports:
                return self.roster.resolve(role)
        return None

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
        named, speaker = self._named(index, number, around, found)
        if not named:
            speaker = self._supposed(index, number, around, found)
            if speaker is None or not speaker.name or speaker.candidates == (speaker.name,):
                speaker, parts = self._by_incise(words, speaker)
        if speaker is None:
            who = who_in(around.local, self.rules.speakers.before, self.rules)
            norm = who and is_norm(who, around.before, self.rules)
            self.passed.append(Passed("words of a norm" if norm else "a scare quote", words, passage.line))
            return None
        about_marks = doubts_about_marks(quote, passage, self._goes_on(index))
        doubts = (*doubts_about(speaker, passage.line), *about_marks)
        told = Told(speaker, parts, passage.text, passage.line, ((index, quote.start, quote.end),), doubts)
        return replace(told, when=said_when(passage.text, self.rules), apart=named and around.fresh)

    def _named(
        self, index: int, number: int, around: Surroundings, found: Sequence[Told]
    ) -> tuple[bool, Speaker | None]:
        """Whether the sentence says whose words these are, and who it is; no one where they are no one's."""
        rules, words = self.rules.speakers, self.quotes[index][number].words(self.passages[index].text)
        count = count_of(words)
        after = "" if around.introduced else around.after
        if (around.full or rules.wholes) and (who := who_in(f"§{after}", rules.after, self.rules)):
            bare = speaker_of(who, self.rules).kind == "unknown" and rules.regex(rules.bare).search(around.local)
            return True, self._resolved("" if bare else who, index, number, found)
        if who := who_in(around.local, rules.before, self.rules):
            direct = bool(re.search(r"[:：,]\s*$", around.before)) or (bool(rules.wholes) and count >= _SHORT)
            if is_norm(who, around.before, self.rules) or (not direct and count < _FRAGMENT):
                return True, None
            bare = speaker_of(who, self.rules).kind == "unknown" and rules.regex(rules.bare).search(around.local)
            return True, self._resolved("" if bare else who, index, number, found)
        if rules.regex(rules.bare).search(around.local) and (count >= _SHORT or around.ended):
            return True, self._resolved("", index, number, found)
        return False, None

    def _supposed(self, index: int, number: int, around: Surroundings, found: list[Told]) -> Speaker | None:
        """Who may say what no one is named for: by the sentences before it, else by the passages around."""
        rules, quote = self.rules.speakers, self.quotes[index][number]
        words = quote.words(self.passages[index].text)
        previous = found[-1] if found and found[-1].line == self.passages[index].line else None
        count = count_of(words)
        goes_on = re.match(rules.reported, around.after) or (not around.fresh and count >= _FRAGMENT)
        if previous is not None and number and goes_on:
            return previous.speaker
        sentence = bool(around.ended) and not around.before.strip()
        whole = (sentence and count >= _SHORT) or count >= _STATEMENT
        if whole and (nearest := self._nearest(index, quote.start, found, only_reports=True)):
            return nearest
        if is_alone(self.passages[index].text, self.quotes[index]):
            return self._from_neighbours(index, found)
        if any(rules.regex(pattern).search(words) for pattern in rules.inside) and count >= _STATEMENT:
            return Speaker("", "unknown")
        if sentence and count >= _FRAGMENT:
            acting = self._nearest(index, quote.start, found) or self._following(index, quote.end)
            return replace(acting, candidates=(acting.name,)) if acting else self._nobody()
        return self._nobody() if count >= 2 * _STATEMENT else None

    def _following(self, index: int, place: int) -> Speaker | None:
        """Who acts in the sentence right behind a quotation."""
        text = self.skeletons[index][place:]
        span = next(iter(spans_of(text, self.rules)), None)
        acting = subject_of(text[span[0] : span[1]], self.rules) if span else None
        return self.roster.resolve(acting) if acting else None

    def _nobody(self) -> Speaker:
        return Speaker("", "unknown", candidates=tuple(self.roster.people))

    def _resolved(self, who: str, index: int, number: int, found: Sequence[Told]) -> Speaker:
        speaker = speaker_of(who, self.rules) if who else Speaker("", "pronoun")
        if not who and (together := self._together(index, number)):
            return together
        if speaker.kind == "pronoun":
            nearer = self._nearest(index, self.quotes[index][number].start, found) or self.roster.resolve(speaker)
            several = re.search(rf"(?i)(?:^|\W)(?:{self.rules.speakers.plural})$", speaker.name)
            if several and nearer.kind in ("person", "witness") and (together := self.roster.together()):
                return together
            return self._nobody() if several and nearer.kind == "person" else nearer
        if speaker.kind == "witness" and (told := self._nearest(index, self.quotes[index][number].start, found)):
            self.roster.add(told)
        return self.roster.resolve(speaker)

    def _together(self, index: int, number: int) -> Speaker | None:
        """The people who speak together throughout the text, where the verb alone says that several spoke."""
        around = surroundings_of(self.passages[index].text, self.quotes[index], number, self.rules)
        several = self.rules.speakers.regex(self.rules.speakers.several_say).search(around.local)
        return self.roster.together() if several else None

    def _from_neighbours(self, index: int, found: list[Told]) -> Speaker:
        """The speaker named in the line below, else the one who spoke last, as a candidate."""
        if index + 1 < len(self.passages):
            text = self.passages[index + 1].text
            dashed = re.match(r"[–—-]+\s*(?P<who>[^\s].{2,150})$", text)
            local = who_in(f"§{text}", self.rules.speakers.after, self.rules) if text[:1].islower() else None
            if dashed or local:
                return self.roster.resolve(speaker_of(dashed["who"] if dashed else local or "", self.rules))
        last = self.roster.last
        near = found[-1] if found and found[-1].spans and found[-1].spans[-1][0] == index - 1 else None
        if near is not None and near.speaker.name:
            return replace(near.speaker, candidates=(near.speaker.name,))
        return Speaker("", "unknown", candidates=(last.name,) if last else tuple(self.roster.people))

    def _by_incise(self, words: str, speaker: Speaker | None) -> tuple[Speaker | None, tuple[str, ...]]:
        incise = incise_in(words, self.rules)
        return (
            (self.roster.resolve(speaker_of(incise.who, self.rules)), incise.parts) if incise else (speaker, (words,))
        )

    def _introduction(self, index: int) -> Speaker | None:
        """The speaker of a passage that ends by introducing what the next one holds."""
        if index + 1 >= len(self.passages) or self.passages[index + 1].kind == "heading":
            return None
        skeleton = self.skeletons[index]
        spans = list(spans_of(skeleton, self.rules))
        if not spans or not skeleton.rstrip().endswith((":", "：")):
            return None
        sentence = skeleton[spans[-1][0] : spans[-1][1]]
        match = self.rules.speakers.regex(self.rules.speakers.introduction).search(sentence)
        if match is None or "§" in sentence:
            return None
        speaker = speaker_of(match["who"], self.rules)
        if speaker.kind == "pronoun":
            nearer = self._nearest(index, spans[-1][0], ())
            return nearer or self.roster.resolve(speaker)
        return self.roster.resolve(speaker)

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
