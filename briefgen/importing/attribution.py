"""Whose words a quotation is: by the sentence around it, by the sentences before, or by the passages beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from briefgen.importing.antecedents import body_of, reporter_of, role_of, source_of, subject_of
from briefgen.importing.marks import Quote, begins_with_mark
from briefgen.importing.names import CAPITAL, Speaker
from briefgen.importing.passages import Passage
from briefgen.importing.patterns import compiled
from briefgen.importing.roster import Roster
from briefgen.importing.rules import Rules
from briefgen.importing.sentences import spans_of
from briefgen.importing.speakers import speaker_of
from briefgen.importing.surroundings import Surroundings, incise_in, is_alone, is_norm, who_in
from briefgen.importing.told import Told, count_of

_FRAGMENT = 5
"""From how many words on words in quotation marks within a sentence are what someone said, and no scare quotes."""
_SECOND = 4
"""The same in a second clause, whose first one is quoted."""
_SHORT = 2
"""From how many words on a quotation may be what someone said in full."""
_STATEMENT = 8
"""From how many words on a quotation is one although no one is named for it."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Finds who speaks in the passages of a release; `found` is what was told before, `roster` who was named."""

    passages: Sequence[Passage]
    rules: Rules
    roster: Roster
    quotes: Sequence[Sequence[Quote]]
    skeletons: Sequence[str]

    def nearest(self, index: int, place: int, found: Sequence[Told], *, only_reports: bool = False) -> Speaker | None:
        """Who speaks, or acts unless only what is said counts, in the last sentence before a place of a passage."""
        spans = list(spans_of(self.skeletons[index][:place], self.rules))
        for start, end in reversed(spans):
            told = _told_between(found, index, (start, end))
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
            if not only_reports and (known := self._acting(sentence)) and known.name in self.roster.people:
                return known
            if (role := role_of(sentence, self.rules)) and not only_reports:
                return self.roster.resolve(role)
        return None

    def named(
        self, index: int, number: int, around: Surroundings, found: Sequence[Told]
    ) -> tuple[bool, Speaker | None]:
        """Whether the sentence says whose words these are, and who it is; no one where they are no one's."""
        rules, quote = self.rules.speakers, self.quotes[index][number]
        at, count = (index, quote.start), count_of(quote.words(self.passages[index].text))
        after = "" if around.introduced else around.after
        if (around.full or rules.wholes) and (who := who_in(f"§{after}", rules.after, self.rules)):
            return True, self._resolved(who, around, at, found)
        if who := who_in(around.local, rules.before, self.rules):
            clause = rules.wholes or rules.regex(rules.clause).search(around.before) or self._leads_on(index, number)
            direct = bool(re.search(r"[:：,]\s*$", around.before)) or (bool(clause) and count >= _SHORT)
            second = rules.regex(rf"… ?,? ?(?:{rules.joints}) {rules.that}").search(around.before)
            least = _SHORT if second and not re.match(r"\s+\w", around.after) else _SECOND
            direct = direct or ("…" in around.before and count >= least)
            if is_norm(who, around.before, self.rules) or (not direct and count < _FRAGMENT):
                return True, None
            return True, self._resolved(who, around, at, found)
        if rules.regex(rules.bare).search(around.local) and (count >= _SHORT or around.ended):
            return True, self._resolved("", around, at, found)
        return False, None

    def _leads_on(self, index: int, number: int) -> bool:
        """Whether the sentence goes on with other words of the one who said these: “…”, but says that “…”."""
        if number + 1 >= len(self.quotes[index]):
            return False
        rules, quote, following = self.rules.speakers, *self.quotes[index][number : number + 2]
        between = self.passages[index].text[quote.end : following.start]
        return bool(rules.regex(rf",? ?(?:{rules.joints}) .*(?:\b(?:{rules.says})\b|{rules.that})").match(between))

    def supposed(self, index: int, number: int, around: Surroundings, found: list[Told]) -> Speaker | None:
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
        if whole and (nearest := self.nearest(index, quote.start, found, only_reports=True)):
            return nearest
        if is_alone(self.passages[index].text, self.quotes[index]):
            return self._from_neighbours(index, found)
        if any(rules.regex(pattern).search(words) for pattern in rules.inside) and count >= _STATEMENT:
            return Speaker("", "unknown")
        if sentence and count >= _FRAGMENT:
            acting = self.nearest(index, quote.start, found) or self._following(index, quote.end)
            return replace(acting, candidates=(acting.name,)) if acting else self._nobody()
        norm = re.search(rf"(?i)\b(?:{rules.norms})\b", around.before)
        return self._nobody() if count >= 2 * _STATEMENT and not norm else None

    def _following(self, index: int, place: int) -> Speaker | None:
        """Who acts in the sentence right behind a quotation."""
        text = self.skeletons[index][place:]
        span = next(iter(spans_of(text, self.rules)), None)
        acting = subject_of(text[span[0] : span[1]], self.rules) if span else None
        return self.roster.resolve(acting) if acting else None

    def _nobody(self) -> Speaker:
        return Speaker("", "unknown", candidates=tuple(self.roster.people))

    def _resolved(self, who: str, around: Surroundings, at: tuple[int, int], found: Sequence[Told]) -> Speaker:
        """The speaker whom the words name in full; of a quotation `at` a place of a passage."""
        speaker = speaker_of(who, self.rules) if who else Speaker("", "pronoun")
        if speaker.kind == "unknown" and (acting := self._acting(who)):
            return acting
        if speaker.kind == "unknown" and self.rules.speakers.regex(self.rules.speakers.bare).search(around.local):
            speaker = Speaker("", "pronoun")
        if not speaker.name and (together := self._together(around)):
            return together
        if speaker.kind == "pronoun" and re.fullmatch(self.rules.speakers.neuter, speaker.name, re.IGNORECASE):
            return self._body(*at) or self._nobody()
        if speaker.kind == "pronoun":
            nearer = self.nearest(*at, found) or self.roster.resolve(speaker)
            several = re.search(rf"(?i)(?:^|\W)(?:{self.rules.speakers.plural})$", speaker.name)
            if several and nearer.kind in ("person", "witness") and (together := self.roster.together()):
                return together
            return self._nobody() if several and nearer.kind == "person" else nearer
        if speaker.kind == "witness" and (told := self.nearest(*at, found)):
            self.roster.add(told)
        return self.roster.resolve(speaker)

    def _acting(self, words: str) -> Speaker | None:
        """Who is named in full elsewhere, where the words begin with the surname: “Dele turns to the port”."""
        rules = self.rules.speakers
        lead = re.match(
            rf"(?!(?i:{rules.articles})\b)(?:(?:{rules.titles})\.? )?(?P<name>{CAPITAL}(?: {CAPITAL})*)(?= [a-zà-ÿ])",
            words,
        )
        known = self.roster.resolve(Speaker(lead["name"], "person")) if lead else None
        if known is None or lead is None:
            return None
        return known if known.name in self.roster.people or known.name != lead["name"] else None

    def _body(self, index: int, place: int) -> Speaker | None:
        """The body that acts last before a place of a passage, or at the end of the passage before."""
        before = (self.skeletons[index][:place], self.skeletons[index - 1] if index else "")
        sentences = (text[start:end] for text in before for start, end in reversed(list(spans_of(text, self.rules))))
        bodies = (body for sentence in sentences if (body := body_of(sentence, self.rules)))
        body = next((body for body in bodies if body.name not in self.roster.people), None)
        return self.roster.resolve(body) if body else None

    def _together(self, around: Surroundings) -> Speaker | None:
        """The people who speak together throughout the text, where the verb alone says that several spoke."""
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

    def by_incise(
        self, words: str, speaker: Speaker | None, at: tuple[int, int], found: Sequence[Told]
    ) -> tuple[Speaker | None, tuple[str, ...]]:
        """The speaker whom the quotation itself names, and its halves; the speaker and the words where it does not."""
        incise = incise_in(words, self.rules)
        if incise is None:
            return speaker, (words,)
        named = speaker_of(incise.who, self.rules)
        nearer = self.nearest(*at, found) if named.kind == "pronoun" else None
        return nearer or self.roster.resolve(named), incise.parts

    def _lists_asks(self, index: int, sentence: str) -> bool:
        """Whether a sentence introduces a list of what is asked, and nothing that was said."""
        item = self.passages[index + 1]
        asks = compiled(self.rules.recommendations.lead_open).search(sentence.rstrip())
        return item.kind == "item" and not begins_with_mark(item.text) and asks is not None

    def introduced(self, index: int) -> Speaker | None:
        """The speaker of a passage that ends by introducing what the next one holds."""
        if index + 1 >= len(self.passages) or self.passages[index + 1].kind == "heading":
            return None
        skeleton = self.skeletons[index]
        spans = list(spans_of(skeleton, self.rules))
        if not spans or not skeleton.rstrip().endswith((":", "：")):
            return None
        sentence = skeleton[spans[-1][0] : spans[-1][1]]
        match = self.rules.speakers.regex(self.rules.speakers.introduction).search(sentence)
        if match is None or "§" in sentence or self._lists_asks(index, sentence):
            return None
        speaker = speaker_of(match["who"], self.rules)
        if speaker.kind == "pronoun":
            nearer = self.nearest(index, spans[-1][0], ())
            return nearer or self.roster.resolve(speaker)
        return self.roster.resolve(speaker)


def _told_between(found: Sequence[Told], index: int, span: tuple[int, int]) -> Told | None:
    """The last thing told that begins in a span of a passage; what was told is in the order of the text."""
    for told in takewhile(lambda told: told.spans[-1][0] >= index, reversed(found)):
        if any(number == index and span[0] <= first < span[1] for number, first, _ in told.spans):
            return told
    return None
