"""Numbers that are grouped by ten thousands."""

from __future__ import annotations

import pytest

from briefgen.importing.myriads import value_of
from briefgen.importing.rules import rules_of

KO = rules_of("ko").figures


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", 12),
        ("1,240", 1240),
        ("3.5", 3.5),
        ("1만2천", 12_000),
        ("만", 10_000),
        ("6천500억", 650_000_000_000),
        ("3조 2천억", 3_200_000_000_000),
        ("삼천", 3000),
        ("오만 육백", 50_600),
        ("백", 100),
    ],
)
def test_values(words: str, value: float) -> None:
    assert float(value_of(words, KO.scales, KO.signs)) == value
