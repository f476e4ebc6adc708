"""Numbers and their units, kept on one line by a no-break space."""

from __future__ import annotations

import re
from collections.abc import Sequence

NO_BREAK_SPACE = "\u00a0"


def bind_units(text: str, units: Sequence[str]) -> str:
    """The text with a no-break space between each number and a unit that follows it."""
    if not units:
        return text
    longest_first = "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True))
    return re.sub(rf"(?<=\d) (?=(?:{longest_first})\b)", NO_BREAK_SPACE, text)
