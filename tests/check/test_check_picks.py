"""What overlays pick is checked for everyone to whom they apply."""

from __future__ import annotations

from datetime import date

from briefgen.check.picks import check_picks
from briefgen.library.delegations import load_delegations
from briefgen.library.formats import format_names, load_format
from briefgen.library.packs import load_pack
from tests.check.shelf_copy import ShelfCopy


def told(shelf: ShelfCopy, owner: str, front: str, report: str = "north-korea-border") -> list[str]:
    text = f"---\nchanges: letter\nfor: {owner}\n{front}\n---\n"
    shelf.write(f"templates/delegations/{owner}/letter.md", text)
    library, day = shelf.library, date(2026, 11, 23)
    files = [load_format(library, name) for name in format_names(library)]
    found = check_picks(load_pack(library, report), files, load_delegations(library), day)
    return [str(problem).partition("/delegations/")[2] for problem in found]


def test_a_sound_pick_has_no_problem(shelf: ShelfCopy) -> None:
    assert told(shelf, "FR", "asks: [R6, R4]\naccount: T7") == []
    assert told(shelf, "permanent-five", "asks: [R4]") == []


def test_what_one_state_of_a_group_cannot_be_asked_is_told(shelf: ShelfCopy) -> None:
    found = told(shelf, "human-rights-council", "asks: [R1, R4]")
    assert any(each.startswith("human-rights-council/letter.md:4:12: `R4` may not be asked of `JP`") for each in found)
    assert not any("`FR`" in each for each in found), "France sits in the Security Council"


def test_the_pick_of_a_state_goes_before_that_of_its_group(shelf: ShelfCopy) -> None:
    told(shelf, "FR", "asks: [R4]")
    assert not any("of `FR`" in each for each in told(shelf, "eu", "asks: [R99]"))
    assert any("no recommendation `R99`" in each for each in told(shelf, "eu", "asks: [R99]"))


def test_a_pick_from_another_report_is_not_held_against_this_one(shelf: ShelfCopy) -> None:
    assert told(shelf, "FR", "report: north-korea-border\nasks: [R6]", "example-school-water") == []
    (found,) = told(shelf, "FR", "asks: [R6]", "example-school-water")
    assert "the report `example-school-water` has no recommendation `R6`" in found
