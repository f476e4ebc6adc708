"""Dates and lists as the United Nations write them in each language."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.languages.calendar import listing, long_date
from briefgen.library.languages import language_tags, load_settings
from briefgen.library.shelves import Library

DAY = date(2026, 11, 23)
FULL = {
    "en": "23 November 2026",
    "ko": "2026년 11월 23일",
    "ar": "23 تشرين الثاني/نوفمبر 2026",
    "fr": "23 novembre 2026",
    "es": "23 de noviembre de 2026",
    "ru": "23 ноября 2026 г.",
    "zh-Hans": "2026年11月23日",
    "ja": "2026年11月23日",
    "de": "23. November 2026",
    "pt": "23 de novembro de 2026",
}


def test_a_date_in_full(library: Library) -> None:
    found = {tag: long_date(DAY, load_settings(library, tag)).replace("\u202f", " ") for tag in language_tags(library)}
    assert found == {tag: FULL[tag] for tag in found}


def test_the_first_of_a_month_in_french(library: Library) -> None:
    french = load_settings(library, "en").model_copy(update={"babel": "fr", "first_of_month": "1er"})
    assert long_date(date(2027, 1, 1), french) == "1er janvier 2027"
    assert long_date(date(2027, 1, 11), french) == "11 janvier 2027"


@pytest.mark.parametrize(
    ("locale", "text"), [("en_GB", "7, 10 and 11"), ("ko_KR", "7, 10 및 11"), ("fr", "7, 10 et 11")]
)
def test_a_list(locale: str, text: str) -> None:
    assert listing(["7", "10", "11"], locale) == text
