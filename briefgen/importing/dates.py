"""Dates as releases write them: 7 March 2024, March 7, 2024, 7 de marzo de 2024, 2024년 3월 7일, 2024-03-07."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from babel.dates import get_month_names

_LOCALES = ("en", "fr", "es", "de", "pt", "ru")


@cache
def _months() -> dict[str, int]:
    return {
        name.casefold().rstrip("."): number
        for tag in _LOCALES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, "format", tag).items()
        if len(name) > 2
    }


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?(?P<m1>{names})\.?,?\s+(?:de\s+)?(?P<y1>\d{{4}})"
        rf"|\b(?P<m2>{names})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})"
        r"|(?P<y3>\d{4})\s?[-年년]\s?(?P<m3>\d{1,2})\s?[-月월]\s?(?P<d3>\d{1,2})(?!\d)"
        r"|(?<!\d)(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y4>\d{4})",
        re.IGNORECASE,
    )


def dates_in(text: str) -> tuple[date, ...]:
    """The first date that a text states; two where day and month cannot be told apart (03/07/2024); none if none."""
    for match in _pattern().finditer(text):
        found = match.groupdict()
        for n in "12":
            if found[f"d{n}"]:
                return _real((found[f"y{n}"], str(_months()[found[f"m{n}"].casefold()]), found[f"d{n}"]))
        if found["y3"]:
            return _real((found["y3"], found["m3"], found["d3"]))
        ways = ((found["y4"], found["b"], found["a"]), (found["y4"], found["a"], found["b"]))
        return tuple(dict.fromkeys(day for way in ways for day in _real(way)))
    return ()


def _real(parts: tuple[str, str, str]) -> tuple[date, ...]:
    try:
        return (date(*map(int, parts)),)
    except ValueError:
        return ()
