"""Every recommendation reaches someone by some format, or is waived by name; no format is dead."""

from __future__ import annotations

from datetime import date

from briefgen.check.coverage import check_coverage, check_dead
from briefgen.library.delegations import load_delegations
from briefgen.library.formats import format_names, load_format
from briefgen.library.packs import load_pack
from briefgen.library.shelves import Library
from tests.check.shelf_copy import REPORT, ShelfCopy


def problems(library: Library, day: date, *formats: str) -> list[str]:
    files = [load_format(library, name) for name in formats or format_names(library)]
    pack, delegations = load_pack(library, "north-korea-border"), load_delegations(library)
    found = [*check_coverage(pack, files, delegations, day), *check_dead([pack], files, delegations, day)]
    return [str(problem) for problem in found]


def test_every_recommendation_of_the_report_is_carried_and_no_format_is_dead(library: Library, day: date) -> None:
    assert problems(library, day) == []


def test_a_recommendation_that_no_format_carries_is_told_at_its_place(library: Library, day: date) -> None:
    found = problems(library, day, "letter-security-council")
    assert len(found) == 3
    for name, line in zip(("R1", "R2", "R3"), found, strict=True):
        assert f"no format carries the recommendation {name} to anyone" in line
        assert "report.yaml:" in line


def test_a_format_that_makes_asks_carries_none_of_those_who_are_only_listed(library: Library, day: date) -> None:
    (found,) = problems(library, day, "open-letter")
    assert "no format carries the recommendation R2 to anyone" in found


def test_a_waived_recommendation_need_not_be_carried(shelf: ShelfCopy, day: date) -> None:
    shelf.edit(REPORT, "recommendations:\n", "waived: {R1: reason, R2: reason}\nrecommendations:\n")
    (found,) = problems(shelf.library, day, "letter-security-council")
    assert "R3" in found


def test_a_needless_waiver_is_told(shelf: ShelfCopy, day: date) -> None:
    shelf.edit(REPORT, "recommendations:\n", "waived: {R4: reason}\nrecommendations:\n")
    (found,) = problems(shelf.library, day)
    assert "the recommendation R4 is waived, but a format carries it" in found


def test_a_format_that_takes_nothing_of_any_report_is_dead(shelf: ShelfCopy, day: date) -> None:
    path = "templates/formats/letter-security-council.md"
    shelf.edit(path, "takes: {asks: 3,", "takes: {asks: 3, themes: [fishing],")
    found = [problem for problem in problems(shelf.library, day) if "fishing" not in problem]
    assert len(found) == 1
    assert f"letter-security-council.md:{shelf.line_of(path, 'addressees:')}:" in found[0]
    assert "the format goes to nobody" in found[0]


def test_a_list_that_holds_nothing_of_any_report_is_dead(shelf: ShelfCopy, day: date) -> None:
    path = "templates/formats/briefing.md"
    line = shelf.edit(path, "takes: {asks: 4,", "takes: {asks: 4, kinds: [fishing],")
    (found,) = problems(shelf.library, day)
    assert f"briefing.md:{line}:" in found
    assert "takes no recommendation for anyone" in found


def test_a_format_that_one_report_has_no_use_for_is_not_dead_for_all(library: Library, day: date) -> None:
    packs = [load_pack(library, name) for name in library.names("reports")]
    files = [load_format(library, name) for name in format_names(library)]
    delegations = load_delegations(library)
    assert list(check_dead(packs, files, delegations, day)) == []
    assert list(check_dead(packs[:1], files, delegations, day)) != []


def test_a_format_that_goes_to_nobody_is_dead(shelf: ShelfCopy, day: date) -> None:
    shelf.edit("templates/formats/letter-security-council.md", "within: security-council", "within: nowhere")
    assert any("the format goes to nobody" in found for found in problems(shelf.library, day))


def test_a_list_of_recommendations_carries_those_of_its_roles(library: Library, day: date) -> None:
    left = problems(library, day, "oral-statement")
    assert [line.split("recommendation ")[1].split(" ")[0] for line in left] == ["R2", "R4", "R5"]
    assert problems(library, day, "briefing") == []
