"""Dates and lists in the usage of the United Nations, as Babel writes them for each language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_interval, format_time, get_timezone_name
from babel.lists import format_list

from briefgen.model.language import LanguageSettings


def long_date(day: date, settings: LanguageSettings) -> str:
    """A date in full for a letter or a title: 23 November 2026; 2026년 11월 23일; 1er janvier 2027."""
    if settings.months:
        return f"{day.day} {settings.months[day.month - 1]} {day.year}"
    return re.sub(r"^1(?= )", settings.first_of_month, _by_babel(day, settings.babel))


@lru_cache(maxsize=1024)
def _by_babel(day: date, locale: str) -> str:
    return str(format_date(day, format="long", locale=locale))


def hours(begins: datetime, ends: time | None, zone: str, settings: LanguageSettings) -> str:
    """A time of day, or the hours from and to, on the clock of 24 hours, with the name of the time zone."""
    day = begins.replace(tzinfo=ZoneInfo(zone))
    name = get_timezone_name(day, width="long", locale=settings.babel)
    if ends is None:
        shown = format_time(begins, "HH:mm", locale=settings.babel)
    else:
        shown = format_interval(begins.time(), ends, skeleton="Hm", locale=settings.babel)
    return name.join((f"{shown}{settings.aside[0]}", settings.aside[1]))


def day_and_time(at: datetime, zone: str, settings: LanguageSettings) -> str:
    """A moment in full: 10 December 2026, 13:15 (Eastern Standard Time)."""
    return f"{long_date(at.date(), settings)}, {hours(at, None, zone, settings)}"


def listing(items: Sequence[str], locale: str) -> str:
    """Items as a list in running text: 7, 10 and 11; 7, 10 및 11."""
    return _listing(tuple(items), locale)


@lru_cache(maxsize=1024)
def _listing(items: tuple[str, ...], locale: str) -> str:
    return str(format_list(items, style="standard", locale=locale))
