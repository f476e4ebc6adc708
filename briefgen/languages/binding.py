"""Numbers and their units, kept on one line by a no-break space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

NO_BREAK_SPACE = "\u00a0"


def bind_units(text: str, units: Sequence[str]) -> str:
    """The text with a no-break space between each number and a unit that follows it."""
    return _gap(tuple(units)).sub(NO_BREAK_SPACE, text) if units else text


@lru_cache(maxsize=64)
def _gap(units: tuple[str, ...]) -> re.Pattern[str]:
    """The space between a number and one of the units."""
    longest_first = "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True))
    return re.compile(rf" (?<=\d )(?=(?:{longest_first})\b)")  # spaces are found faster than what stands before them
