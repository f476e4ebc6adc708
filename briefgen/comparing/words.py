"""Two texts word by word, and two lists item by item."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeVar

Item = TypeVar("Item")
Kind = Literal["same", "removed", "added"]

# A placeholder, a number with its separators, a character of a script that writes words together, a word, a mark.
_WORD = re.compile(
    r"\s*(?:\{[^{}\s]*\}|\d+(?:[.,]\d+)*|[\u0e00-\u0eff\u2e80-\u9fff\uf900-\ufaff]|[^\W\d\u2e80-\u9fff]+|\S)"
)
_ALIKE = 0.4
"""From which likeness on two texts are versions of one another."""
_LONG = 2000
"""Words; in a longer text frequent words are no landmarks, or finding the others would take minutes."""
_NEAR = 25
"""Places; versions of an item that lie farther apart within one change are not sought."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that stands in both versions, in the old one alone, or in the new one alone."""

    kind: Kind
    text: str


def differing(old: str, new: str) -> tuple[Span, ...]:
    """The words of two texts: joined without those added they are the old one, without those removed the new one."""
    before, after = _words(old), _words(new)
    matcher = SequenceMatcher(None, before, after, autojunk=max(len(before), len(after)) > _LONG)
    spans: list[Span] = []
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            spans.append(Span("same", "".join(before[start:end])))
            continue
        pieces = (Span("removed", "".join(before[start:end])), Span("added", "".join(after[first:last])))
        spans += [span for span in pieces if span.text]
    return tuple(_joined(spans))


def _words(text: str) -> list[str]:
    """The words of a text, each with the space before it."""
    found = _WORD.findall(text)
    rest = text[len("".join(found)) :]
    return [*found, rest] if rest else found


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans with a mark between two changes taken into them, so that a changed phrase is read as one."""
    held = {"removed": "", "added": ""}
    for index, span in enumerate(spans):
        inside = 0 < index < len(spans) - 1
        if span.kind != "same":
            held[span.kind] += span.text
        elif inside and not re.search(r"\w", span.text):
            held = {kind: text + span.text for kind, text in held.items()}
        else:
            yield from _held(held)
            held = {"removed": "", "added": ""}
            yield span
    yield from _held(held)


def _held(texts: dict[str, str]) -> Iterator[Span]:
    if texts["removed"]:
        yield Span("removed", texts["removed"])
    if texts["added"]:
        yield Span("added", texts["added"])


def likeness(old: str, new: str) -> float:
    """How much of two texts is the same, from 0 to 1, by their words."""
    if old == new:
        return 1.0
    before, after = _words(old), _words(new)
    matcher = SequenceMatcher(None, before, after, autojunk=max(len(before), len(after)) > _LONG)
    return matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE else 0.0


def aligned(
    old: Sequence[Item], new: Sequence[Item], alike: Callable[[Item, Item], float]
) -> Iterator[tuple[Item | None, Item | None]]:
    """The items of two lists that differ, in the order of the lists: pairs of versions, and what has no other version.

    `alike` says from 0 to 1 how much two items are versions of one another. Items must be hashable.
    """
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _paired(old[start:end], new[first:last], alike)


def _paired(
    old: Sequence[Item], new: Sequence[Item], alike: Callable[[Item, Item], float]
) -> Iterator[tuple[Item | None, Item | None]]:
    near = ((i, j) for i in range(len(old)) for j in range(len(new)) if abs(i - j) <= _NEAR)
    scores = sorted(((alike(old[i], new[j]), -i, -j) for i, j in near), reverse=True)
    partner: dict[int, int] = {}
    for score, i, j in scores:
        if score >= _ALIKE and -i not in partner and -j not in partner.values():
            partner[-i] = -j
    taken = set(partner.values())
    fresh = [j for j in range(len(new)) if j not in taken]
    for i, before in enumerate(old):
        if i not in partner:
            yield before, None
            continue
        while fresh and fresh[0] < partner[i]:
            yield None, new[fresh.pop(0)]
        yield before, new[partner[i]]
    yield from ((None, new[j]) for j in fresh)
