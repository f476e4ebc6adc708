"""What stays on one line by a no-break space: a number and its unit, a title and the name to which it belongs."""

from __future__ import annotations

import re
from functools import lru_cache

from briefgen.model.language import LanguageSettings

NO_BREAK_SPACE = "\u00a0"


def bind(text: str, settings: LanguageSettings) -> str:
    """The text with a no-break space where the settings of its language keep two words together.

    Those are a number and a unit behind it, a title and a name behind it that does not begin in lower case, and a name
    and a title behind it.
    """
    for gap in _gaps(settings.units, settings.titles, settings.titles_behind):
        text = gap.sub(NO_BREAK_SPACE, text)
    return text


@lru_cache(maxsize=64)
def _gaps(
    units: tuple[str, ...], titles: tuple[str, ...], titles_behind: tuple[str, ...]
) -> tuple[re.Pattern[str], ...]:
    """The spaces of which each is found faster than what stands before it."""
    patterns = []
    if units:
        patterns.append(rf" (?<=\d )(?=(?:{_any(units)})\b)")
    if titles:
        # A look behind has one length: there is one for each title.
        before = "|".join(rf"(?<=\b{re.escape(title)} )" for title in titles)
        patterns.append(rf" (?:{before})(?=[\w\[])(?![a-zß-öø-ÿа-яё])")
    if titles_behind:
        patterns.append(rf" (?<=\w )(?=(?:{_any(titles_behind)})\b)")
    return tuple(map(re.compile, patterns))


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
