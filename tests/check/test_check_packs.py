"""What names something else in a pack must be there, and stand once; each mistake is found at its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.check.packs import check_pack
from briefgen.library.delegations import Delegations
from briefgen.library.languages import load_numbers
from briefgen.library.packs import ReportPack, load_pack
from tests.check.shelf_copy import REPORT, ShelfCopy

BROKEN_NAMES = [
    (
        "claims: [shoot-on-sight,",
        "claims: [shot-on-sight,",
        "there is no finding or figure `shot-on-sight`",
        "did you mean `shoot-on-sight`?",
    ),
    (
        "claims: [shoot-on-sight,",
        "paragraphs: [sealing]\n    claims: [shoot-on-sight,",
        "there is no claim of the section `sealing`",
        "known are",
    ),
    ("key_figures: [facilities,", "key_figures: [facilitys,", "there is no figure `facilitys`", "`facilities`"),
    ("key_figures: [facilities,", "key_figures: [sealed,", "there is no figure `sealed`", "known are analysed"),
    ("method: [interviews,", "method: [intervews,", "there is no finding or figure `intervews`", "`interviews`"),
    ("accounts: [T", "accounts: [T9, T", "there is no testimony `T9`", "known are T1, T2"),
    ("evidence: [S1, fences,", "evidence: [S1, fence,", "there is no finding or figure `fence`", "`fences`"),
    ("account: T2", "account: T22", "there is no testimony `T22`", "`T2`"),
    (
        "addressees: [security-council]",
        "addressees: [securty-council]",
        "there is no addressee role `securty-council`",
        "did you mean `security-council`",
    ),
    (
        "- roles: [human-rights-council]",
        "- roles: [human-right-council]",
        "there is no addressee role `human-right-council`",
        "`human-rights-council`",
    ),
    ("states: [KR, JP, US]", "states: [KR, JPN, US]", "there is no state `JPN`", "`JP`"),
    (
        "answer: [shoot-on-sight, fences,",
        "answer: [shot-on-sight, fences,",
        "there is no finding or figure `shot-on-sight`",
        "did you mean `shoot-on-sight`?",
    ),
    ("  state: KP", "  state: PRK", "there is no state `PRK`", "did you mean"),
]


def problems(shelf: ShelfCopy, delegations: Delegations) -> list[tuple[int, str, str]]:
    pack = load_pack(shelf.library, "north-korea-border")
    found = check_pack(pack, delegations, load_numbers(shelf.library, "en"))
    return [(problem.place.line if problem.place else 0, problem.message, problem.hint) for problem in found]


def test_the_bundled_pack_has_no_problem(shelf: ShelfCopy, pack: ReportPack, delegations: Delegations) -> None:
    assert check_pack(pack, delegations, load_numbers(shelf.library, "en")) == []


@pytest.mark.parametrize(("old", "new", "message", "hint"), BROKEN_NAMES, ids=[case[1] for case in BROKEN_NAMES])
def test_a_name_of_nothing_is_found_at_its_line_with_the_nearest(
    shelf: ShelfCopy, delegations: Delegations, old: str, new: str, message: str, hint: str
) -> None:
    line = shelf.edit(REPORT, old, new)
    ((at, said, hinted),) = problems(shelf, delegations)
    assert (at, said) == (line, message)
    assert hint in hinted


def test_an_id_that_stands_twice_is_found_at_the_second(shelf: ShelfCopy, delegations: Delegations) -> None:
    shelf.edit(REPORT, "  - id: works\n", "  - id: travel\n")
    second = shelf.line_of(REPORT, "  - id: travel\n    claim: >-\n      The expansion")
    assert (second, "the id `travel` stands twice", "choose another") in problems(shelf, delegations)


def test_braces_that_do_not_match_are_found(shelf: ShelfCopy, delegations: Delegations) -> None:
    line = shelf.edit(REPORT, 'short_title: "The closing of {concerned.short}"', 'short_title: "Of {concerned.short"')
    ((at, said, _),) = problems(shelf, delegations)
    assert at == line
    assert "braces" in said


def test_a_changed_anchor_and_a_wrong_role_are_told_at_once(shelf: ShelfCopy, delegations: Delegations) -> None:
    shelf.edit(REPORT, "anchor: The 148-page report,", "anchor: The 184-page report,")
    shelf.edit(REPORT, "addressees: [state-concerned]", "addressees: [state-concernd]")
    messages = [message for _, message, _ in problems(shelf, delegations)]
    assert "there is no addressee role `state-concernd`" in messages
    assert len(messages) >= 2


@pytest.mark.parametrize(
    ("shared", "message", "hint"),
    [
        ("{partners: [eu, JPN]}", "there is no state or group `JPN`", "did you mean"),
        (
            "{restricted: [eu, human-right-council]}",
            "there is no state or group `human-right-council`",
            "`human-rights",
        ),
        ("{restricted: [eu, KP]}", "the state that the report is about sees only what is public", "leave it out"),
        ("{partners: [eu, all]}", "`all` has the state that the report is about among its members", "without `KP`"),
        ("{partners: [eu, asia-pacific]}", "`asia-pacific` has the state that the report is about among", "one by one"),
    ],
)
def test_with_whom_a_report_cannot_be_shared_is_told_at_its_place(
    shelf: ShelfCopy, delegations: Delegations, shared: str, message: str, hint: str
) -> None:
    line = shelf.edit(REPORT, "\nsummary:\n", f"\nshared_with: {shared}\nsummary:\n") + 1
    ((at, said, hinted),) = problems(shelf, delegations)
    assert at == line
    assert said.startswith(message)
    assert hint in hinted


def test_a_group_of_which_the_state_concerned_was_once_a_member_is_told(
    shelf: ShelfCopy, delegations: Delegations
) -> None:
    council = delegations.groups["security-council"]
    left = next(seat for seat in council.members if seat.last is not None)
    shelf.edit(REPORT, "\n  state: KP\n", f"\n  state: {left.state}\n")
    shelf.edit(REPORT, "\nsummary:\n", "\nshared_with: {partners: [security-council]}\nsummary:\n")
    assert any(
        "has the state that the report is about among its members" in said
        for _, said, _ in problems(shelf, delegations)
    )


def test_those_with_whom_a_report_may_be_shared_are_no_problem(shelf: ShelfCopy, delegations: Delegations) -> None:
    shelf.edit(REPORT, "\nsummary:\n", "\nshared_with: {partners: [eu, JP, weog], restricted: [CH]}\nsummary:\n")
    assert problems(shelf, delegations) == []


def test_the_claims_of_an_annex_must_be_there_and_its_id_its_own(shelf: ShelfCopy, delegations: Delegations) -> None:
    annex = "\nannexes:\n  - id: travel\n    heading: An annex\n    claims: [sealed, seeled]\nsummary:\n"
    shelf.edit(REPORT, "\nsummary:\n", annex)
    assert {said for _, said, _ in problems(shelf, delegations)} == {
        "the id `travel` stands twice", "there is no finding or figure `seeled`",
    }  # fmt: skip


def test_a_recommendation_that_is_waived_must_be_there(shelf: ShelfCopy, delegations: Delegations) -> None:
    line = shelf.edit(REPORT, "\nsummary:\n", "\nwaived: {R1: No one is asked., R99: Nor here.}\nsummary:\n") + 1
    ((at, said, hint),) = problems(shelf, delegations)
    assert (at, said) == (line, "there is no recommendation `R99`")
    assert hint.startswith(("did you mean", "known are R1"))


def test_a_name_like_none_of_many_is_told_without_the_list_of_them(shelf: ShelfCopy, delegations: Delegations) -> None:
    shelf.edit(REPORT, "method: [interviews,", "method: [zzzzzz,")
    assert [hint for _, said, hint in problems(shelf, delegations) if "zzzzzz" in said] == [""]


def test_a_report_about_no_state_cannot_address_the_state_concerned_and_may_address_others(
    shelf: ShelfCopy, pack: ReportPack, delegations: Delegations
) -> None:
    addressed = [item for item in pack.report.recommendations if "state-concerned" in item.addressees]
    assert 0 < len(addressed) < len(pack.report.recommendations)
    no_state = replace(pack, report=pack.report.model_copy(update={"concerned": None}))
    found = [problem.message for problem in check_pack(no_state, delegations, load_numbers(shelf.library, "en"))]
    assert found.count("the report is about no single state") == len(addressed)
