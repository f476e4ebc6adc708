"""An embargo ends at one moment, whatever the clocks of its zone do."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from briefgen.model.embargo import Embargo

ZONES = ["UTC", "Asia/Seoul", "America/New_York", "Europe/Paris", "Australia/Lord_Howe", "Asia/Kathmandu"]


def embargo(at: object, zone: str = "America/New_York") -> Embargo:
    return Embargo.model_validate({"at": at, "zone": zone})


def test_it_ends_when_the_clock_of_its_zone_says_so() -> None:
    assert embargo("2026-12-10T10:00").ends == datetime(2026, 12, 10, 15, tzinfo=UTC)
    assert embargo("2026-12-10T10:00", "Asia/Seoul").ends == datetime(2026, 12, 10, 1, tzinfo=UTC)


def test_of_a_time_that_the_clock_shows_twice_the_later_is_meant() -> None:
    assert embargo("2026-11-01T01:30").ends == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)


def test_a_time_that_the_clock_skips_is_not_before_the_next_that_it_shows() -> None:
    assert embargo("2026-03-08T02:30").ends == datetime(2026, 3, 8, 7, 30, tzinfo=UTC)


@given(at=st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1)), zone=st.sampled_from(ZONES))
def test_no_reading_of_the_time_is_later(at: datetime, zone: str) -> None:
    found = embargo(at, zone)
    assert found.local.replace(fold=0) == at
    assert all(embargo(at.replace(fold=fold), zone).ends == found.ends for fold in (0, 1))


@pytest.mark.parametrize(
    "given_",
    [
        {"at": "2026-12-10T10:00"},
        {"zone": "UTC"},
        {"at": "2026-12-10", "zone": "UTC"},
        {"at": "2026-12-10T10:00+01:00", "zone": "UTC"},
        {"at": "2026-12-10T10:00", "zone": "Mars/Olympus"},
        {"at": "2026-12-10T10:00", "zone": "UTC", "open": {"en": "soon"}},
    ],
)
def test_what_leaves_the_moment_open_is_refused(given_: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Embargo.model_validate(given_)
