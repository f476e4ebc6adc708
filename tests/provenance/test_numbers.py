from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.provenance.numbers import NumberStyle, numbers_in
from briefgen.reading.validation import read_model

LOCALES = Path(__file__).parents[2] / "locales"
ENGLISH = read_model(LOCALES / "en" / "numbers.yaml", NumberStyle)[0]
KOREAN = read_model(LOCALES / "ko" / "numbers.yaml", NumberStyle)[0]
GERMAN = NumberStyle(thousands=".", decimal=",")
FRENCH = NumberStyle(thousands="\u202f\u00a0", decimal=",")


def values(*numbers: int | str) -> frozenset[Decimal]:
    return frozenset(Decimal(number) for number in numbers)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("no number at all", ()),
        ("", ()),
        ("6,820 facilities", (6820,)),
        ("1,234,567.5 units", ("1234567.5",)),
        ("the 1990s, a 20-fold rise, Covid-19", (1990, 20, 19)),
        ("2018-2023", (2018, 2023)),
        ("from 3.5 to 7.", ("3.5", 7)),
        ("in 2016, 2017", (2016, 2017)),
        ("12,34", (12, 34)),
        ("007 and 0.50", (7, "0.5")),
        ("Thirty-two people, twice", (32, 2)),
        ("two or three times", (2, 3)),
        ("nineteen ninety", (19, 90)),
        ("twenty ten", (20, 10)),
        ("one hundred twenty-five", (125,)),
        ("two hundred, three hundred", (200, 300)),
        ("two thousand three hundred", (2300,)),
        ("forty-five thousand six hundred seventy-eight", (45678,)),
        ("two hundred thousand", (200000,)),
        ("someone, tension and often", ()),
        ("six metres, 6 metres", (6,)),
        ("seven and 10", (7, 10)),
    ],
)
def test_english(text: str, numbers: tuple[int | str, ...]) -> None:
    assert numbers_in(text, ENGLISH) == values(*numbers)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("시설 6,820개", (6820,)),
        ("2020년 1월", (2020, 1)),
        ("20만 명", (200000,)),
        ("1.5만명", (15000,)),
        ("3억", (300000000,)),
        ("1억2000만", (100000000, 20000000)),  # two numbers, neither of them 1
        ("2만5000", (20000, 5000)),
        ("만일 억지로", ()),
    ],
)
def test_korean(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(text, KOREAN) == values(*numbers)


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [("6.820,5", GERMAN, "6820.5"), ("6\u202f820,5", FRENCH, "6820.5"), ("6\u00a0820", FRENCH, "6820")],
)
def test_separators_are_those_of_the_language(text: str, style: NumberStyle, number: str) -> None:
    assert numbers_in(text, style) == values(number)


def test_a_language_without_separators_between_thousands() -> None:
    assert numbers_in("6,820", NumberStyle(thousands="", decimal=".")) == values(6, 820)


@given(st.integers(0, 10**27), st.sampled_from([(ENGLISH, ","), (KOREAN, ","), (GERMAN, "."), (FRENCH, "\u202f")]))
def test_any_whole_number_with_separators_reads_back(number: int, form: tuple[NumberStyle, str]) -> None:
    style, sign = form
    assert numbers_in(f"about {number:,} times".replace(",", sign), style) == values(number)
    assert numbers_in(f"({number})", style) == values(number)


@given(st.integers(0, 10**9), st.integers(0, 999))
def test_any_decimal_number_reads_back(whole: int, fraction: int) -> None:
    assert numbers_in(f"{whole:,}.{fraction:03}", ENGLISH) == values(f"{whole}.{fraction:03}")
    assert numbers_in(f"{whole},{fraction:03}", GERMAN) == values(f"{whole}.{fraction:03}")


@given(st.integers(1, 9999), st.sampled_from([("만", 10**4), ("억", 10**8)]))
def test_any_korean_myriad_reads_back(number: int, unit: tuple[str, int]) -> None:
    sign, factor = unit
    assert numbers_in(f"약 {number:,}{sign}여 명", KOREAN) == values(number * factor)


ONES = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spelled(number: int) -> str:
    """A whole number in English words, without “and”."""
    if number >= 1000:
        return f"{spelled(number // 1000)} thousand {spelled(number % 1000) if number % 1000 else ''}".strip()
    if number >= 100:
        return f"{ONES[number // 100 - 1]} hundred {spelled(number % 100) if number % 100 else ''}".strip()
    if number >= 20:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10 - 1]}" if number % 10 else "")
    return ONES[number - 1]


@given(st.integers(1, 999_999))
def test_any_number_in_english_words_reads_back(number: int) -> None:
    assert numbers_in(f"Some {spelled(number)} people.", ENGLISH) == values(number)
