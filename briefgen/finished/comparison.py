"""A finished file held against the composed document, passage by passage; each difference is told by what it alters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from briefgen.errors import Problem
from briefgen.finished.expectation import Expectation, Said
from briefgen.finished.reading import FinishedFile, Passage, bare
from briefgen.provenance.numbers import NumberStyle, numbers_in

_SAY_IT_THERE = "change the words where they come from, and make the file again; verify the file that you send"

_AROUND = 24
_LONGEST = 90
_NOT_COUNTED = frozenset({"date", "address line"})
"""What is told as a whole, whatever numbers it holds."""
_QUOTED = re.compile(r"[“„«「『‹](.*?)[”“»」』›]", re.DOTALL)
Key = str | tuple[tuple[str, int], ...]


def disagreement(one: FinishedFile, other: FinishedFile, *, unordered: bool) -> str:
    """A passage that only one of two files of a document says, what stands in margins aside; empty if there is none."""
    margins = {key_of(text, unordered=unordered) for file in (one, other) for text in file.furniture}
    said = [
        {key_of(passage.text, unordered=unordered): passage.text for passage in (*file.body, *file.notes)}
        for file in (one, other)
    ]
    only = (said[0].keys() ^ said[1].keys()) - margins
    return next((texts[key] for texts in said for key in texts if key in only), "")


def key_of(text: str, *, unordered: bool) -> Key:
    """What two passages that say the same have in common; `unordered` leaves the sequence out."""
    plain = bare(text)
    if not unordered:
        return plain
    numbers = re.findall(r"\d+", plain)
    letters = re.findall(r"[^\W\d]", plain)
    return tuple(sorted(Counter([*numbers, *letters]).items()))


def differences(file: FinishedFile, expected: Expectation, numbers: NumberStyle) -> Iterator[Problem]:
    """Every passage that the file alters, lacks or adds; `numbers` is how its language writes numbers.

    White space is left out. Where a text runs from right to left, the letters and numbers of each passage are compared
    and not their sequence: a file holds its lines as they are seen, and no reader restores the order in full.
    """
    direction = expected.document.direction
    for wanted, found in ((expected.body(file.kind), file.body), (expected.notes, file.notes)):
        yield from _Comparison(file, numbers, direction == "rtl").of(wanted, found)


class _Comparison:
    def __init__(self, file: FinishedFile, numbers: NumberStyle, unordered: bool) -> None:
        self.file = file
        self.numbers = numbers
        self.unordered = unordered

    def of(self, wanted: Sequence[Said], found: Sequence[Passage]) -> Iterator[Problem]:
        unordered = self.unordered
        wanted_keys = [key_of(said.text, unordered=unordered) for said in wanted]
        found_keys = [key_of(passage.text, unordered=unordered) for passage in found]
        for tag, first, last, begin, end in SequenceMatcher(
            None, wanted_keys, found_keys, autojunk=False
        ).get_opcodes():
            if tag == "equal":
                continue
            for said, passage in zip_longest(wanted[first:last], found[begin:end]):
                yield self._told(said, passage)

    def _told(self, said: Said | None, passage: Passage | None) -> Problem:
        if said is not None and passage is not None:
            return Problem(self._altered(said, passage), self.file.place(passage.where), _SAY_IT_THERE)
        if said is not None:
            return Problem(f"the {said.nature} “{_short(said.text)}” is missing", self.file.place(), _SAY_IT_THERE)
        text, where = (passage.text, passage.where) if passage else ("", "")
        hint = "take it out, or put it into the format or the report"
        return Problem(f"“{_short(text)}” does not stand in the document", self.file.place(where), hint)

    def _altered(self, said: Said, passage: Passage) -> str:
        there, here = parting(said.text, passage.text)
        what = self._what(said, passage)
        return f"{what}: it reads “{here}”, and should read “{there}”"

    def _what(self, said: Said, passage: Passage) -> str:
        if said.nature in _NOT_COUNTED:
            return f"the {said.nature} is altered"
        beyond = sorted(numbers_in(passage.text, self.numbers) - numbers_in(said.text, self.numbers))
        if beyond:
            return f"the number {beyond[0]:f} does not stand in the report at this place"
        if said.nature == "text" and _quoted(said.text) != _quoted(passage.text):
            return "the quotation is altered"
        return f"the {said.nature} is altered"


def _quoted(text: str) -> list[str]:
    return [bare(words) for words in _QUOTED.findall(text)]


def parting(wanted: str, found: str) -> tuple[str, str]:
    """The stretches around the first difference of two texts, white space aside."""
    texts = [" ".join(text.split()) for text in (wanted, found)]
    places = [[at for at, char in enumerate(text) if char != " "] for text in texts]
    same = 0
    for one, other in zip(*places, strict=False):
        if texts[0][one] != texts[1][other]:
            break
        same += 1
    ends = [at[same] if same < len(at) else len(text) for at, text in zip(places, texts, strict=True)]
    return _around(texts[0], ends[0]), _around(texts[1], ends[1])


def _around(text: str, at: int) -> str:
    start, end = max(0, at - _AROUND), at + 2 * _AROUND
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
