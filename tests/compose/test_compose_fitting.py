"""A format goes to those for whom it is made, and says to whom where it does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from briefgen.compose.fitting import misfit, require_fitting
from briefgen.compose.request import Recipient
from briefgen.errors import BriefgenError
from briefgen.library.delegations import Delegations
from briefgen.library.formats import FormatFile, format_names, load_format
from briefgen.library.packs import ReportPack
from briefgen.library.shelves import Library

FRANCE, KOREA, ALL = Recipient(state="FR"), Recipient(state="KP"), Recipient(group="all")
COUNCIL, FIVE = Recipient(group="security-council"), Recipient(group="permanent-five")

Problem = Callable[..., tuple[str, str] | None]


@pytest.fixture
def problem_of(library: Library, delegations: Delegations, pack: ReportPack, day: date) -> Problem:
    """The message and the hint for a format that goes to some addressees, or to the members of a group."""
    letter = load_format(library, "letter")

    def find(
        addressees: str, recipient: Recipient, *, within: str = "", on: date = day, of: ReportPack = pack
    ) -> tuple[str, str] | None:
        described = letter.format.model_copy(update={"addressees": addressees, "within": within})
        found = misfit(replace(letter, format=described), recipient, delegations, of, on)
        return found and (found[0], found[2])

    return find


@pytest.mark.parametrize(
    ("addressees", "recipient"),
    [("one", FRANCE), ("many", ALL), ("many", COUNCIL), ("any", FRANCE), ("any", ALL), ("concerned", KOREA)],
)
def test_a_format_goes_to_those_for_whom_it_is_made(problem_of: Problem, addressees: str, recipient: Recipient) -> None:
    assert problem_of(addressees, recipient) is None


@pytest.mark.parametrize(
    ("addressees", "recipient", "message", "hint"),
    [
        ("one", ALL, "goes to one delegation, not to the group `all`", "name a state, such as FR"),
        ("many", FRANCE, "goes to a group, not to the one delegation `FR`", "name a group, such as all"),
        (
            "concerned",
            FRANCE,
            "goes to the state that the report is about alone, not to `FR`",
            "name KP",
        ),
        ("concerned", ALL, "goes to the state that the report is about alone, not to `all`", "name KP"),
    ],
)
def test_another_addressee_is_told_to_whom_the_format_goes(
    problem_of: Problem, addressees: str, recipient: Recipient, message: str, hint: str
) -> None:
    assert problem_of(addressees, recipient) == (f"a `letter` {message}", hint)


@pytest.mark.parametrize("recipient", [FRANCE, KOREA, ALL], ids=["state", "another-state", "group"])
def test_a_report_that_is_about_no_state_has_no_letter_to_the_state_concerned(
    problem_of: Problem, pack: ReportPack, recipient: Recipient
) -> None:
    about_none = replace(pack, report=pack.report.model_copy(update={"concerned": None}))
    found = problem_of("concerned", recipient, of=about_none)
    assert found
    assert found[1] == "this report is about no single state"


@pytest.mark.parametrize("recipient", [FRANCE, COUNCIL, FIVE], ids=["member", "group", "part"])
def test_a_format_for_a_group_goes_to_its_members_and_to_parts_of_it(problem_of: Problem, recipient: Recipient) -> None:
    assert problem_of("any", recipient, within="security-council") is None


@pytest.mark.parametrize("recipient", [Recipient(state="DE"), ALL, Recipient(group="eu")], ids=lambda each: each.name)
def test_a_format_for_a_group_goes_to_no_one_outside_it(problem_of: Problem, day: date, recipient: Recipient) -> None:
    assert problem_of("any", recipient, within="security-council") == (
        f"a `letter` is for the group `security-council`; `{recipient.name}` is not of it on {day}",
        "see `briefgen list groups`",
    )


def test_who_is_of_a_group_is_asked_for_the_day_of_the_document(problem_of: Problem, delegations: Delegations) -> None:
    before, after = date(2026, 12, 31), date(2027, 1, 1)
    (leaving, *_) = sorted(
        delegations.members("security-council", before) - delegations.members("security-council", after)
    )
    state = Recipient(state=leaving)
    assert problem_of("one", state, within="security-council", on=before) is None
    found = problem_of("one", state, within="security-council", on=after)
    assert found
    assert found[0].endswith(f"`{leaving}` is not of it on 2027-01-01")


def test_a_format_within_a_group_is_held_to_its_addressees_first(problem_of: Problem) -> None:
    found = problem_of("one", COUNCIL, within="security-council")
    assert found
    assert found[0] == "a `letter` goes to one delegation, not to the group `security-council`"


def test_what_does_not_fit_is_one_problem(
    library: Library, delegations: Delegations, pack: ReportPack, day: date
) -> None:
    with pytest.raises(BriefgenError) as caught:
        require_fitting(load_format(library, "letter-state-concerned"), FRANCE, delegations, pack, day)
    (problem,) = caught.value.problems
    assert problem.message.startswith("a `letter-state-concerned` goes to the state that the report is about alone")
    require_fitting(load_format(library, "letter-state-concerned"), KOREA, delegations, pack, day)


def test_every_bundled_format_fits_someone(
    library: Library, delegations: Delegations, pack: ReportPack, day: date
) -> None:
    files: list[FormatFile] = [load_format(library, name) for name in format_names(library)]
    groups = [Recipient(group=name) for name in delegations.group_names()]
    recipients = [*groups, *(Recipient(state=iso) for iso in delegations.states)]
    for file in files:
        assert any(misfit(file, each, delegations, pack, day) is None for each in recipients), file.format.id
