from datetime import date

import pytest
from pydantic import ValidationError

from briefgen.model.delegation import Delegation, Group, Membership, Role

SEAT = Membership.model_validate({"state": "FR", "from": date(2025, 1, 1), "to": date(2026, 12, 31)})
STANDING = Membership.model_validate({"state": "CN", "from": date(1971, 10, 25)})


@pytest.mark.parametrize(
    ("seat", "day", "held"),
    [
        (SEAT, date(2024, 12, 31), False),
        (SEAT, date(2025, 1, 1), True),
        (SEAT, date(2025, 6, 1), True),
        (SEAT, date(2026, 12, 31), True),
        (SEAT, date(2027, 1, 1), False),
        (STANDING, date(1971, 10, 24), False),
        (STANDING, date(1971, 10, 25), True),
        (STANDING, date.max, True),
    ],
)
def test_a_seat_is_held_from_its_first_to_its_last_day(seat: Membership, day: date, held: bool) -> None:
    assert seat.holds(day) is held


def test_a_group_has_the_members_of_the_day() -> None:
    again = Membership(state="FR", first=date(2028, 1, 1))
    group = Group(id="security-council", members=(SEAT, STANDING, again))
    assert group.on(date(2026, 12, 31)) == {"FR", "CN"}
    assert group.on(date(2027, 1, 1)) == {"CN"}
    assert group.on(date(2028, 1, 1)) == {"FR", "CN"}
    assert group.on(date(1970, 1, 1)) == frozenset()


def test_an_empty_cell_is_no_value() -> None:
    row = {"iso2": "VA", "iso3": "VAT", "status": "observer", "regional_group": "", "un_language": "", "checked_on": ""}
    delegation = Delegation.model_validate(row)
    assert (delegation.regional_group, delegation.un_language, delegation.checked_on) == (None, None, None)


@pytest.mark.parametrize("change", [{"iso2": "fr"}, {"iso2": "FRA"}, {"iso3": "FR"}, {"status": "guest"}, {"iso": "x"}])
def test_a_delegation_is_strict(change: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Delegation.model_validate({"iso2": "FR", "iso3": "FRA", "status": "member", **change})


def test_a_role_says_how_its_holders_are_found() -> None:
    assert Role(id="eu", heading="The EU", members="group").members == "group"
    with pytest.raises(ValidationError):
        Role.model_validate({"id": "eu", "heading": "The EU", "members": "friends"})
