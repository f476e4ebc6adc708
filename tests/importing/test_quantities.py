"""A part of a whole takes the unit of the whole; where the text does not join them, a person confirms it."""

from __future__ import annotations

from decimal import Decimal

from briefgen.importing.quantities import Quantity, parts_with_units
from briefgen.importing.rules import rules_of

EN = rules_of("en").figures


def quantity(text: str, value: str, unit: str = "") -> Quantity:
    start = text.index(value)
    return Quantity(start, start + len(value), value, Decimal(value.split(" ", maxsplit=1)[0]), unit=unit)


def test_a_part_takes_the_unit_of_the_whole_that_follows() -> None:
    text = "312 of the 905 homes"
    part, whole = parts_with_units([quantity(text, "312"), quantity(text, "905 homes", "homes")], text, EN)
    assert (part.unit, part.unsure, whole.unit) == ("homes", False, "homes")


def test_parts_of_a_whole_that_begins_the_sentence_are_to_be_confirmed() -> None:
    text = "Of the 39 complaints, 31 were closed and 8 pages lost"
    found = [quantity(text, "39 complaints", "complaints"), quantity(text, "31"), quantity(text, "8 pages", "pages")]
    whole, part, other = parts_with_units(found, text, EN)
    assert [(item.unit, item.unsure) for item in (whole, part, other)] == [
        ("complaints", False),
        ("complaints", True),
        ("pages", False),
    ]


def test_numbers_that_nothing_joins_stay_as_they_are() -> None:
    text = "They came in 12 trucks; 40 left"
    found = [quantity(text, "12 trucks", "trucks"), quantity(text, "40")]
    assert parts_with_units(found, text, EN) == tuple(found)
