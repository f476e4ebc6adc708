"""The sentence around a quotation: who is named in it, and whether it is someone's words at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.importing.marks import Quote
from briefgen.importing.names import without_article
from briefgen.importing.rules import Rules
from briefgen.importing.sentences import spans_of
from briefgen.importing.speakers import speaker_of, trimmed


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words before and after a quotation in its sentence, and the stop with which the quotation ends, if any.

    `fresh` says whether a sentence ends between the quotation before and this one.
    """

    before: str
    after: str
    ended: str
    fresh: bool = False

    @property
    def full(self) -> bool:
        """Whether the quotation is more than words within a sentence."""
        return bool(self.ended) or bool(re.match(r"\s*[,，–—-]", self.after))

    @property
    def introduced(self) -> bool:
        """Whether a sentence leads to a quotation that ends it; the words behind it belong to the next one."""
        if self.ended not in tuple(".?!…") or re.match(r"\s*[,–—-]", self.after):
            return False
        leads_on = re.match(r"\s+[A-ZÀ-Þ][^§]*:\s*$", self.after)  # “… alive.” He added: “…”
        led_to = self.before.strip() and re.match(r"\s+[A-ZÀ-Þ]", self.after)
        return self.before.rstrip().endswith(":") or bool(leads_on or led_to)

    @property
    def local(self) -> str:
        """The sentence with the quotation as §."""
        return f"{self.before}§{self.after}"


@dataclass(frozen=True, slots=True)
class Incise:
    """Words that name the speaker inside the quotation marks, as French texts have them, and the words around them."""

    who: str
    parts: tuple[str, ...]


def incise_in(words: str, rules: Rules) -> Incise | None:
    """What names the speaker among the words of a quotation, taken out of them; None where nothing does."""
    for pattern in rules.speakers.inside:
        if match := rules.speakers.regex(pattern).search(words):
            parts = (words[: match.start()].strip(), words[match.end() :].strip(" ,"))
            return Incise(match["who"], tuple(part for part in parts if part))
    return None


def surroundings_of(text: str, quotes: Sequence[Quote], number: int, rules: Rules) -> Surroundings:
    """The surroundings of one of the quotations of a passage, up to its neighbours."""
    quote = quotes[number]
    left = quotes[number - 1].end if number else 0
    right = quotes[number + 1].start if number + 1 < len(quotes) else len(text)
    before, after = text[left : quote.start], text[quote.end : right]
    spans = list(spans_of(before, rules))
    open_end = not before.rstrip().endswith((".", "!", "?")) if before.strip() else True
    ends = list(spans_of(after, rules))
    sentence, last = before[spans[-1][0] :] if spans and open_end else "", quote.words(text).rstrip("”’»'\"")[-1:]
    outside = re.match(r"\s*([.!?…])", after) if not sentence.strip() else None
    goes_on = re.match(rf",? ?(?:{rules.speakers.joints}) ", sentence)  # “…” but says that “…”
    if number and (goes_on or sentence.strip() == ":"):  # a quotation within the words that introduce this one
        sentence = f"{surroundings_of(text, quotes, number - 1, rules).before}…{sentence}"
    return Surroundings(
        sentence,
        after[: ends[0][1]] if ends else after,
        last if last in ",.?!…" else outside[1] if outside else "",
        number > 0 and (len(spans) > 1 or not open_end),
    )


def who_in(local: str, patterns: Sequence[str], rules: Rules) -> str | None:
    """The words that name the speaker, by the first pattern by which they name anyone, else by the first that fits."""
    guess = None
    for pattern in patterns:
        found = rules.speakers.regex(pattern).search(local)
        named = found["who"].replace("§", "").strip(" ,;") if found else ""
        if found and re.search(r"\w", named) and not re.fullmatch(rules.speakers.joints, named):
            if speaker_of(found["who"], rules).kind != "unknown":
                return found["who"]
            guess = guess or found["who"]
    return guess


def said_when(text: str, rules: Rules) -> str:
    """The month and the year in which something was said, in the words of the text; empty where it gives none."""
    found = re.search(rules.speakers.said_when, text)
    return found[1].strip() if found else ""


def is_alone(text: str, quotes: Sequence[Quote]) -> bool:
    """Whether a passage holds nothing but one quotation."""
    return len(quotes) == 1 and not (text[: quotes[0].start] + text[quotes[0].end :]).strip(" .,*")


def is_norm(who: str, before: str, rules: Rules) -> bool:
    """Whether it is a law or a sign that says so."""
    told = re.split(rf" (?:{rules.speakers.says})\b", before)[0]
    head = re.split(
        rf", (?:{rules.speakers.relative}|{rules.speakers.part_of}|in|dans|en)\b", trimmed(told, rules.speakers)
    )[0]
    norm = re.search(rf"(?i)\b(?:{rules.speakers.norms})\b", head)
    speaker = speaker_of(who, rules)
    titled = speaker.name != without_article(speaker.name, rules.speakers)  # “The Declaration” is no one's name
    return norm is not None and (titled or speaker.kind != "person")


def is_title(around: Surroundings, rules: Rules) -> bool:
    """Whether the words are the name of a report, a law or a film."""
    works = rules.speakers.works
    named = around.before.rstrip().endswith((":", ","))
    who = who_in(around.local, rules.speakers.before, rules) if named else None
    if who and speaker_of(who, rules).kind in ("person", "witness"):
        return False
    if re.search(rules.speakers.appraised, around.before):
        return False
    if re.search(rf"(?i)\b(?:{rules.speakers.charges})\s*$", around.before):
        return True
    return bool(re.search(rf"(?i)\b(?:{works})\b,? ?(?:(?!as\b)\w+ )?[(:,]?\s*$", around.before)) and not re.match(
        rf"\s*,? ?(?:{rules.speakers.says})\b", around.after
    )
