"""Quotations with their speakers, and the accounts of witnesses who are described and not named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefgen.importing.marks import Quote, begins_with_mark, goes_on, masked, quotes_of
from briefgen.importing.passages import Passage
from briefgen.importing.passed import Passed
from briefgen.importing.rules import Rules
from briefgen.importing.sentences import spans_of
from briefgen.importing.speakers import Roster, Speaker, speaker_of
from briefgen.importing.told import Told, count_of, doubts_about, doubts_about_marks, joined

_FRAGMENT = 5
"""From how many words on words in quotation marks within a sentence are what someone said, and no scare quotes."""
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
    passed: list[Passed] = field(default_factory=list)
    """Words in quotation marks that nobody said."""

    def __post_init__(self) -> None:
        self.roster = Roster(" ".join(passage.text for passage in self.passages), self.rules.speakers)
        self.quotes = quotes_of(self.passages, self.rules.speakers.says)
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
        self._mentions(index)
        if quotes and not quotes[-1].closed and found and found[-1].line == passage.line:
            return self._continued(index, found)
        return index + 1

    def _remember(self, speaker: Speaker) -> None:
        self.roster.add(speaker)
        if speaker.kind not in ("unknown", "pronoun"):
            self.roster.last = speaker

    def _mentions(self, index: int) -> None:
        """Speakers of indirect speech: a pronoun in the next passage may mean them."""
        if self.quotes[index]:
            return
        for start, end in spans_of(self.passages[index].text, self.rules):
            sentence = self.passages[index].text[start:end]
            match = re.match(rf"(?P<who>[^,]+(?:, [^,]+,)?) (?:{self.rules.speakers.says})\b", sentence)
            if match and (speaker := speaker_of(match["who"], self.rules)).kind in ("person", "witness"):
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
        return bool(quotes) and not quotes[-1].closed and goes_on(self.passages, index) and bool(self.quotes[index + 1])

    def _named_later(self, index: int, told: Told) -> Told:
        """The speaker who is named only where the last paragraph of the quotation ends."""
        local, _ = self._surroundings(index, 0)
        if (who := self._who(local, self.rules.speakers.after)) is None:
            return told
        speaker = self.roster.resolve(speaker_of(who, self.rules))
        self._remember(speaker)
        return replace(told, speaker=speaker, doubts=doubts_about(speaker, told.line), anchor=self.passages[index].text)

    def _surroundings(self, index: int, number: int) -> tuple[str, str]:
        """The sentence around a quotation, which stands as § in it; and all that stands before it in the passage."""
        text, quotes = self.passages[index].text, self.quotes[index]
        quote = quotes[number]
        left = quotes[number - 1].end if number else 0
        right = quotes[number + 1].start if number + 1 < len(quotes) else len(text)
        before, after = text[left : quote.start], text[quote.end : right]
        spans = list(spans_of(before, self.rules))
        open_end = not before.rstrip().endswith((".", "!", "?")) if before.strip() else True
        sentence = before[spans[-1][0] :] if spans and open_end else ""
        ends = list(spans_of(after, self.rules))
        tail = after[: ends[0][1]] if ends else after
        ended = quote.words(text)[-1:] if quote.words(text)[-1:] in ",.?!…" else ""
        return f"{sentence}§{tail}", ended

    def _who(self, local: str, patterns: Sequence[str]) -> str | None:
        for pattern in patterns:
            found = self.rules.speakers.regex(pattern).search(local)
            if found and found["who"].strip():
                return found["who"]
        return None

    def _quoted(self, index: int, number: int, found: list[Told]) -> Told | None:
        passage, quote = self.passages[index], self.quotes[index][number]
        words = quote.words(passage.text)
        local, ended = self._surroundings(index, number)
        after = local[local.index("§") + 1 :]
        before = local[: local.index("§")]
        if self._is_title(before, after):
            self.passed.append(Passed("a title", words, passage.line))
        if not words or self._is_title(before, after):
            return None
        speaker = self._speaker(index, number, (before, after, ended), words, found)
        if speaker is None:
            norm = (who := self._who(f"{before}§{after}", self.rules.speakers.before)) and self._norm(who, before)
            self.passed.append(Passed("words of a norm" if norm else "a scare quote", words, passage.line))
            return None
        parts = self._incised(words, speaker)
        speaker = parts[0]
        doubts = (
            *doubts_about(speaker, passage.line),
            *doubts_about_marks(quote, passage, goes_on(self.passages, index)),
        )
        span = (index, quote.start, quote.end)
        return Told(speaker, parts[1], passage.text, passage.line, (span,), doubts, self._when(passage.text))

    def _speaker(  # noqa: PLR0911 - one answer for each place at which a speaker may be named
        self, index: int, number: int, around: tuple[str, str, str], words: str, found: list[Told]
    ) -> Speaker | None:
        before, after, ended = around
        rules, count = self.rules.speakers, count_of(words)
        full = bool(ended) or bool(re.match(r"\s*[,，–—-]", after))
        if (full or rules.wholes) and (who := self._who(f"§{after}", rules.after)):
            return self._resolved(who, index, number)
        who = self._who(f"{before}§{after}", rules.before)
        if who is not None:
            direct = bool(re.search(r"[:：,]\s*$", before)) or bool(rules.wholes)
            if self._norm(who, before) or (not direct and count < _FRAGMENT):
                return None
            return self._resolved(who, index, number)
        previous = found[-1] if found and found[-1].line == self.passages[index].line else None
        if previous is not None and number and (ended or count >= _STATEMENT or re.match(rules.reported, after)):
            return previous.speaker
        if self._alone(index, number):
            return self._from_neighbours(index, found)
        if re.search(rules.inside, words) and count >= _STATEMENT:
            return Speaker("", "unknown")
        if (ended and count >= _FRAGMENT and not before.strip()) or count >= 2 * _STATEMENT:
            return Speaker("", "unknown", candidates=tuple(self.roster.people))
        return None

    def _resolved(self, who: str, index: int, number: int) -> Speaker:
        speaker = speaker_of(who, self.rules)
        if speaker.kind == "pronoun" and (nearer := self._antecedent(index, number)) is not None:
            return nearer
        return self.roster.resolve(speaker)

    def _antecedent(self, index: int, number: int) -> Speaker | None:
        """The person named last before the quotation in its own passage."""
        text = self.skeletons[index][: self.quotes[index][number].start if self.quotes[index] else None]
        sentences = [text[start:end] for start, end in spans_of(text, self.rules)]
        complete = text.rstrip().endswith((".", "!", "?", "¶"))
        for sentence in sentences if complete else sentences[:-1]:
            speaker = self._subject(sentence)
            if speaker is not None:
                return self.roster.resolve(speaker)
        return None

    def _subject(self, sentence: str) -> Speaker | None:
        says = rf"^(?P<who>.+?),? (?:\w+ )?(?:{self.rules.speakers.says})\b"
        if match := re.match(says, sentence):
            speaker = speaker_of(match["who"], self.rules)
        else:
            speaker = speaker_of(sentence, self.rules)
            if speaker.kind == "person" and " " not in speaker.name:
                return None
        return speaker if speaker.kind in ("person", "witness") else None

    def _norm(self, who: str, before: str) -> bool:
        """Whether it is a law or a sign that says so."""
        head = re.split(rf" (?:{self.rules.speakers.says})\b", before)[0]
        return (
            bool(re.search(rf"(?i)\b(?:{self.rules.speakers.norms})\b", head))
            and speaker_of(who, self.rules).kind != "person"
        )

    def _is_title(self, before: str, after: str) -> bool:
        works = self.rules.speakers.works
        return bool(re.search(rf"(?i)\b(?:{works})\b,? ?(?:\w+ )?[(:,]?\s*$", before)) and not re.match(
            rf"\s*,? ?(?:{self.rules.speakers.says})\b", after
        )

    def _alone(self, index: int, number: int) -> bool:
        """Whether the passage holds nothing but this quotation."""
        text, quote = self.passages[index].text, self.quotes[index][number]
        return len(self.quotes[index]) == 1 and not (text[: quote.start] + text[quote.end :]).strip(" .,*")

    def _from_neighbours(self, index: int, found: list[Told]) -> Speaker:
        """The speaker named in the line below, else the one who spoke last, as a candidate."""
        if index + 1 < len(self.passages):
            text = self.passages[index + 1].text
            dashed = re.match(r"[–—-]+\s*(?P<who>[^\s].{2,150})$", text)
            local = self._who(f"§{text}", self.rules.speakers.after) if text[:1].islower() else None
            if dashed or local:
                return self.roster.resolve(speaker_of(dashed["who"] if dashed else local or "", self.rules))
        last = self.roster.last
        near = found[-1] if found and found[-1].spans and found[-1].spans[-1][0] == index - 1 else None
        if near is not None and near.speaker.name:
            return replace(near.speaker, candidates=(near.speaker.name,))
        return Speaker("", "unknown", candidates=(last.name,) if last else tuple(self.roster.people))

    def _incised(self, words: str, speaker: Speaker) -> tuple[Speaker, tuple[str, ...]]:
        """Words that name the speaker inside the quotation marks, as French texts have them, taken out of it."""
        if speaker.name:
            return speaker, (words,)
        match = self.rules.speakers.regex(self.rules.speakers.inside).search(words)
        if match is None:
            return speaker, (words,)
        parts = tuple(part.strip() for part in (words[: match.start()], words[match.end() :]) if part.strip())
        return self.roster.resolve(speaker_of(match["who"], self.rules)), parts

    def _when(self, text: str) -> str:
        found = re.search(self.rules.speakers.said_when, text)
        return found[1].strip() if found else ""

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
            for start, end in spans[:-1]:
                if (subject := self._subject(skeleton[start:end])) is not None:
                    return self.roster.resolve(subject)
        return self.roster.resolve(speaker)

    def _block(self, index: int, speaker: Speaker, found: list[Told]) -> int:
        intro, block = self.passages[index], self.passages[index + 1]
        self._remember(speaker)
        quotes = self.quotes[index + 1]
        quoted = bool(quotes) and begins_with_mark(block.text) and bool(quotes[0].words(block.text))
        words = quotes[0].words(block.text) if quoted else block.text
        span = (index + 1, 0, quotes[0].end if quoted else len(block.text))
        doubts = doubts_about(speaker, intro.line)
        found.append(Told(speaker, (words,), intro.text, intro.line, (span,), doubts, self._when(intro.text)))
        if quoted and not quotes[-1].closed:
            return self._continued(index + 1, found)
        for number in range(1, len(quotes)) if quoted else ():
            if (told := self._quoted(index + 1, number, found)) is not None:
                found.append(told)
        return index + 2
