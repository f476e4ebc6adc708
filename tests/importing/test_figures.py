"""Figures: value, unit and approximation; years, addresses and ages are none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.importing.statements_read import read


@pytest.mark.parametrize(
    ("text", "number", "upper", "unit", "approximation"),
    [
        ("Almost 150 people came.", "150", None, "people", "Almost"),
        ("More than two hundred and forty-five thousand people came.", "245000", None, "people", "More than"),
        ("There was a 20-fold rise.", "20", None, "times", ""),
        ("It cost US$1.2 million.", "1200000", None, "US$", ""),
        ("Between 40 and 60 percent left.", "40", "60", "%", ""),
        ("It took 3 to 5 trucks.", "3", "5", "trucks", ""),
        ("Ten or more villages burned.", "10", None, "villages", "or more"),
        ("Dol ranked 152nd out of 180 countries.", "152", None, "rank", ""),
        ("Roughly two-thirds of the homes fell.", "0.67", None, "share", "Roughly"),
    ],
)
def test_figures(text: str, number: str, upper: str | None, unit: str, approximation: str) -> None:
    (found,) = read(text).figures
    assert (found.number, found.upper) == (Decimal(number), Decimal(upper) if upper else None)
    assert (found.unit.startswith(unit), found.approximation) == (True, approximation)


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2019 and went on through the 1990s, from 2015 to 2018.",
        "See resolution 2397 (2017), Article 14, paragraph 3 and document A/HRC/52/65.",
        "The office at 12 Hill Road opened on 12 March 2025 at 10:30.",
        "A 34-year-old aged 34 died of Covid-19.",
        "Over the past 30 years nothing changed; 3 years later it did.",
        "Call +41 22 917 90 00 or write to a2@example.org.",
    ],
)
def test_years_paragraphs_addresses_and_ages_are_no_figures(text: str) -> None:
    assert read(text).figures == ()
