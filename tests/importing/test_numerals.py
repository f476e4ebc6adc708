"""The numbers of a text: a row of digits that is too long for one is a code."""

from __future__ import annotations

import pytest

from briefgen.importing.numerals import numerals_in
from briefgen.importing.rules import rules_of


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "1,300 wells and 2.5 metres", [1300, 2]),
        ("en", "two hundred and five wells", [205]),
        ("fr", "1 250 écoles et 3,5 mètres", [1250, 3]),
        ("es", "1.400 familias", [1400]),
        ("ko", "12만 3천 명과 5억 원", [123000, 500000000]),
        ("en", "10000000000000000000000000000", []),
        ("ko", "10000000000000000000000000000", []),
        ("en", "999999999999999 trillion", [999999999999999 * 10**12]),
    ],
)
def test_numbers_as_a_language_writes_them(language: str, text: str, numbers: list[int]) -> None:
    assert [int(each.number) for each in numerals_in(text, rules_of(language).figures)] == numbers
