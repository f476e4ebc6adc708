"""Dates and lists in the usage of the United Nations, as Babel writes them for each language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date
from babel.lists import format_list


def long_date(day: date, locale: str) -> str:
    """A date in full for a letter or a title: 23 November 2026; 2026년 11월 23일."""
    return str(format_date(day, format="long", locale=locale))


def listing(items: Sequence[str], locale: str) -> str:
    """Items as a list in running text: 7, 10 and 11; 7, 10 및 11."""
    return str(format_list(items, style="standard", locale=locale))
