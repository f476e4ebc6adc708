"""A number stays on the line of its unit."""

from __future__ import annotations

from briefgen.languages.binding import bind_units


def test_a_number_and_its_unit_are_bound() -> None:
    assert bind_units("one every 110 metres, 20 per cent", ["m", "metres", "per cent"]) == (
        "one every 110\u00a0metres, 20\u00a0per cent"
    )


def test_other_words_are_not_bound() -> None:
    assert bind_units("in 2017 most of 6 monkeys", ["m", "metres"]) == "in 2017 most of 6 monkeys"


def test_without_units_nothing_changes() -> None:
    assert bind_units("6 metres", []) == "6 metres"
