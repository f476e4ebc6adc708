"""Something that someone said in a release, and what is unsure about who it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.importing.doubts import Doubt
from briefgen.importing.marks import Quote
from briefgen.importing.names import Speaker
from briefgen.importing.passages import Passage


@dataclass(frozen=True, slots=True)
class Told:
    """Something that someone said: the words, the passage with the words that name the speaker, and what is unsure."""

    speaker: Speaker
    text: tuple[str, ...]
    anchor: str
    line: int
    spans: tuple[tuple[int, int, int], ...] = ()
    """Passage, first and last place of what it takes of the text."""
    doubts: tuple[Doubt, ...] = ()
    when: str = ""
    apart: bool = False
    """Whether a sentence of its own names the speaker, so that it is no half of the words before."""


def doubts_about(speaker: Speaker, line: int) -> tuple[Doubt, ...]:
    """The doubt about who speaks in a line, with the candidates; none where the text names one."""
    if not speaker.name or speaker.kind in ("unknown", "pronoun"):
        candidates = speaker.candidates or ((speaker.name,) if speaker.name else ())
        return (Doubt(line, "who says this?", candidates),)
    if speaker.candidates:
        return (Doubt(line, "who says this?", speaker.candidates),)
    return ()


def joined(found: list[Told]) -> list[Told]:
    """The halves of one statement between which the speaker is named, as one."""
    whole: list[Told] = []
    for told in found:
        last = whole[-1] if whole else None
        if (
            last is not None
            and last.line == told.line
            and last.speaker.name == told.speaker.name
            and told.anchor == last.anchor
            and not told.apart
        ):
            doubts = (*last.doubts, *(doubt for doubt in told.doubts if doubt not in last.doubts))
            whole[-1] = replace(last, text=(*last.text, *told.text), spans=(*last.spans, *told.spans), doubts=doubts)
        else:
            whole.append(told)
    return whole


def doubts_about_marks(quote: Quote, passage: Passage, follows: bool) -> Iterator[Doubt]:
    """The doubt where a quotation begins or ends whose mark is missing; none where the next passage follows it."""
    if not quote.closed and not follows:
        question = "where does this quotation end? its closing mark is missing"
        yield Doubt(passage.line, question, (quote.words(passage.text)[-40:],))
    if not quote.opened:
        question = "where does this quotation begin? its opening mark is missing"
        yield Doubt(passage.line, question, (quote.words(passage.text)[:40],))


def count_of(words: str) -> int:
    """How many words; of Hangul, kana and ideographs, by their spaces and length."""
    return max(len(words.split()), len(re.findall(r"[\u3040-\u30ff\u4e00-\u9fff]", words)) // 2)
