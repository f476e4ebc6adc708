"""Dates as releases write them."""

from __future__ import annotations

import pytest

from briefgen.importing.dates import dates_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7 March 2024", ["2024-03-07"]),
        ("March 7, 2024", ["2024-03-07"]),
        ("le 1er mars 2024", ["2024-03-01"]),
        ("7 de marzo de 2024", ["2024-03-07"]),
        ("2024년 3월 7일", ["2024-03-07"]),
        ("2024-03-07", ["2024-03-07"]),
        ("03/07/2024", ["2024-07-03", "2024-03-07"]),
        ("25/07/2024", ["2024-07-25"]),
        ("31 February 2024", []),
        ("in March 2024", []),
    ],
)
def test_dates_as_releases_write_them(text: str, found: list[str]) -> None:
    assert [day.isoformat() for day in dates_in(text)] == found
