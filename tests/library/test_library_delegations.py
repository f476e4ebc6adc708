"""Who holds which role on which day, and how a state is found by the names that people use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, Place
from briefgen.library.delegations import Delegations, find_state, load_delegations, read_rows
from briefgen.library.languages import load_states
from briefgen.library.shelves import Library
from briefgen.model.delegation import Delegation
from briefgen.model.language import StateForms
from tests.check.shelf_copy import ShelfCopy

NEXT_YEAR = date(2027, 1, 15)
PERMANENT = {"CN", "FR", "GB", "RU", "US"}
BOTH_YEARS = {"BH", "CD", "CO", "LR", "LV"}
COUNCIL_2026 = PERMANENT | BOTH_YEARS | {"DK", "GR", "PA", "PK", "SO"}
COUNCIL_2027 = PERMANENT | BOTH_YEARS | {"AT", "KG", "PT", "TT", "ZW"}

Names = dict[str, dict[str, StateForms]]


@pytest.fixture(scope="module")
def names(library: Library) -> Names:
    return {tag: load_states(library, tag) for tag in ("en", "ko")}


def test_the_council_of_2026(delegations: Delegations, day: date) -> None:
    assert delegations.members("security-council", day) == COUNCIL_2026


def test_a_letter_of_january_2027_uses_the_council_of_2027(delegations: Delegations) -> None:
    assert delegations.members("security-council", NEXT_YEAR) == COUNCIL_2027


@pytest.mark.parametrize(("on", "member"), [(date(2026, 12, 31), "DK"), (date(2027, 1, 1), "AT")])
def test_a_seat_is_held_on_its_first_and_last_day(delegations: Delegations, on: date, member: str) -> None:
    assert "security-council" in delegations.roles_of(member, on, "KP")


@pytest.mark.parametrize(("on", "member"), [(date(2027, 1, 1), "DK"), (date(2026, 12, 31), "AT")])
def test_a_seat_is_not_held_a_day_longer(delegations: Delegations, on: date, member: str) -> None:
    assert "security-council" not in delegations.roles_of(member, on, "KP")


def test_all_is_every_delegation(delegations: Delegations, day: date) -> None:
    assert len(delegations.members("all", day)) == 195


def test_regional_groups_are_groups_too(delegations: Delegations, day: date) -> None:
    sizes = {name: len(delegations.members(name, day)) for name in delegations.group_names()}
    assert sizes["african"] == 54
    assert sizes["eu"] == 27
    assert "" not in sizes


@pytest.mark.parametrize("on", [date(2026, 11, 23), NEXT_YEAR])
def test_the_state_concerned_holds_that_role_alone(delegations: Delegations, on: date) -> None:
    assert delegations.roles_of("KP", on, "KP") == ("state-concerned",)
    others = [iso for iso in delegations.states if iso != "KP"]
    assert not any("state-concerned" in delegations.roles_of(iso, on, "KP") for iso in others)


def test_even_a_council_member_holds_that_role_alone_when_it_is_concerned(delegations: Delegations, day: date) -> None:
    assert delegations.roles_of("CN", day, "CN") == ("state-concerned",)


@pytest.mark.parametrize(
    ("iso", "roles"),
    [
        ("FR", ("security-council", "permanent-five", "human-rights-council", "eu", "all-member-states")),
        ("DE", ("eu", "all-member-states")),
        ("NR", ("all-member-states",)),
        ("VA", ("observer-states",)),
        ("PS", ("observer-states",)),
    ],
)
def test_roles_come_the_most_specific_first(
    delegations: Delegations, day: date, iso: str, roles: tuple[str, ...]
) -> None:
    assert delegations.roles_of(iso, day, "KP") == roles


def test_nobody_holds_a_role_without_a_list(delegations: Delegations, day: date) -> None:
    held = {role for iso in delegations.states for role in delegations.roles_of(iso, day, "KP")}
    assert not held & {"donors", "concerned-governments"}


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("FR", "FR"),
        ("fr", "FR"),
        ("FRA", "FR"),
        ("France", "FR"),
        ("the French Republic", "FR"),
        ("French Republic", "FR"),
        ("프랑스", "FR"),
        ("대한민국", "KR"),
        ("한국", "KR"),
        ("Republic of Korea", "KR"),
        ("South Korea", "KR"),
        ("North Korea", "KP"),
        ("북한", "KP"),
        ("the DPRK", "KP"),
        ("Russia", "RU"),
        ("  viet   nam ", "VN"),
        ("Vietnam", "VN"),
        ("cote d'ivoire", "CI"),
        ("Côte d’Ivoire", "CI"),
        ("the Netherlands", "NL"),
        ("the Gambia", "GM"),
        ("Holy See", "VA"),
    ],
)
def test_a_state_is_found_by_code_and_by_name(delegations: Delegations, names: Names, text: str, iso: str) -> None:
    assert find_state(text, delegations, names) == iso


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_no_two_states_share_a_name(delegations: Delegations, names: Names, tag: str) -> None:
    found = {iso: find_state(forms.name, delegations, names) for iso, forms in names[tag].items()}
    assert found == {iso: iso for iso in delegations.states}


def test_a_near_miss_is_met_with_the_nearest(delegations: Delegations, names: Names) -> None:
    with pytest.raises(BriefgenError, match=r"there is no state “Frnace” \(did you mean `france`"):
        find_state("Frnace", delegations, names)


def test_what_is_near_nothing_is_met_with_the_list(delegations: Delegations, names: Names) -> None:
    with pytest.raises(BriefgenError, match="see `briefgen list delegations`"):
        find_state("Atlantis-on-Sea", delegations, names)


def test_the_roles_are_the_workspaces_own(shelf: ShelfCopy) -> None:
    shelf.write("templates/roles.yaml", "roles:\n  - {id: eu, heading: The Union, members: group}\n")
    assert [role.id for role in load_delegations(shelf.library).roles] == ["eu"]


def test_a_role_without_a_known_kind_of_members_is_refused(shelf: ShelfCopy) -> None:
    line = shelf.edit("templates/roles.yaml", "members: concerned", "members: concernd")
    with pytest.raises(BriefgenError) as caught:
        load_delegations(shelf.library)
    (problem,) = caught.value.problems
    assert problem.place
    assert problem.place.line == line
    assert problem.hint == "did you mean `concerned`?"


def test_a_row_is_located_by_its_line_even_after_comments_and_blank_lines(tmp_path: Path) -> None:
    path = tmp_path / "states.csv"
    path.write_text("# one\n# two\niso2,iso3,status\nFR,FRA,member\n\nxx,XXX,member\n", encoding="utf-8")
    with pytest.raises(BriefgenError) as caught:
        read_rows(path, Delegation)
    (problem,) = caught.value.problems
    assert problem.place == Place(path, 6)
    assert "`iso2`" in problem.message


def test_all_wrong_rows_are_reported_at_once(tmp_path: Path) -> None:
    path = tmp_path / "states.csv"
    path.write_text("iso2,iso3,status\nFR,FRA,membre\nDE,DEU\n", encoding="utf-8")
    with pytest.raises(BriefgenError) as caught:
        read_rows(path, Delegation)
    assert [problem.place for problem in caught.value.problems] == [Place(path, 2), Place(path, 3)]


@pytest.mark.parametrize(
    ("name", "iso"),
    [("UK", "GB"), ("Turkey", "TR"), ("Ivory Coast", "CI"), ("DR Congo", "CD"), ("Palestine", "PS"), ("Nauru", "NR")],
)
def test_a_state_is_found_by_its_everyday_name(name: str, iso: str, delegations: Delegations, library: Library) -> None:
    names = {tag: load_states(library, tag) for tag in ("en", "ko")}
    assert find_state(name, delegations, names) == iso


def test_the_groups_of_a_state_are_those_that_it_is_a_member_of(delegations: Delegations) -> None:
    for on in (date(2026, 11, 23), NEXT_YEAR):
        for iso in delegations.states:
            found = delegations.groups_of(iso, on)
            assert set(found) == {name for name in delegations.group_names() if iso in delegations.members(name, on)}
            assert list(found) == sorted(found, key=lambda name: (len(delegations.members(name, on)), name))


def test_other_groups_have_other_members(delegations: Delegations, day: date) -> None:
    assert delegations.members("eu", day)
    assert replace(delegations, groups={}).members("eu", day) == frozenset()
