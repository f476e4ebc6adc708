"""Which stretches of a text run left to right and which right to left.

Word takes the direction of neutral characters from the run (`w:rtl`, ECMA-376 part 1, 17.3.2.30), so a text of
both directions is split into runs beforehand. The rules are those of the Unicode Bidirectional Algorithm
(UAX #9) as far as plain prose needs them: W7 for digits, N0 for brackets, N1 and N2 for neutral characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

_LEFT: Final = frozenset({"L"})
_RIGHT: Final = frozenset({"R", "AL"})
_DIGITS: Final = frozenset({"EN", "AN"})
_OPENING: Final = {"(": ")", "[": "]", "{": "}"}


# Kept, since the letters of a batch have most of their text in common.
@lru_cache(maxsize=1024)
def segments(text: str, right_to_left: bool) -> tuple[tuple[bool, str], ...]:
    """The text cut into stretches of one direction, each with whether it runs right to left.

    `right_to_left` is the direction of the line; characters without a direction of their own follow it unless
    they stand between two stretches of the other.
    """
    against = _LEFT if right_to_left else _RIGHT
    if against.isdisjoint(map(unicodedata.bidirectional, set(text))):
        return ((right_to_left, text),)
    strong = _strong(text, right_to_left)
    resolved = _fill_neutrals(strong, right_to_left)
    _join_brackets(text, resolved, right_to_left)
    pairs = zip(resolved, text, strict=True)
    groups = groupby(pairs, lambda pair: pair[0])
    return tuple((way, "".join(character for _, character in group)) for way, group in groups)


def _strong(text: str, base: bool) -> list[bool | None]:
    """For each character whether it runs right to left; digits follow the letter before them; None: neutral."""
    directions: list[bool | None] = []
    last = base
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _LEFT or kind in _RIGHT:
            last = kind in _RIGHT
            directions.append(last)
        else:
            directions.append(last if kind in _DIGITS else None)
    return directions


def _fill_neutrals(strong: Sequence[bool | None], base: bool) -> list[bool]:
    """Neutral characters take the direction on both their sides, or the line's where the sides differ."""
    resolved: list[bool] = []
    for given, group in groupby(enumerate(strong), lambda pair: pair[1]):
        indexes = [index for index, _ in group]
        way = given
        if way is None:
            before = strong[indexes[0] - 1] if indexes[0] else base
            after = strong[indexes[-1] + 1] if indexes[-1] + 1 < len(strong) else base
            way = before if before is not None and before == after else base
        resolved.extend([way] * len(indexes))
    return resolved


def _join_brackets(text: str, resolved: list[bool], base: bool) -> None:
    """Give a closing bracket the direction of its opening one when what they enclose runs against the line."""
    open_at: list[int] = []
    for index, character in enumerate(text):
        if character in _OPENING:
            open_at.append(index)
        elif character in _OPENING.values() and open_at and _OPENING[text[open_at[-1]]] == character:
            start = open_at.pop()
            if resolved[start] != resolved[index]:
                inside = resolved[start + 1 : index]
                way = (not base) if inside and all(item != base for item in inside) else base
                resolved[start] = resolved[index] = way
