"""An order in a user's words becomes a request, or one problem that names the nearest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefgen.compose.ordering import AUTO, Order, find_recipient, languages_of, resolve
from briefgen.compose.request import Recipient
from briefgen.errors import BriefgenError
from briefgen.library.delegations import Delegations
from briefgen.library.shelves import Library

ORDER = Order("letter", "France", "en", "north-korea-border", date(2026, 11, 23))


def test_an_order_becomes_a_request(library: Library) -> None:
    request = resolve(library, ORDER)
    assert request.recipient == Recipient(state="FR")
    assert (request.format.format.id, request.language.tag, request.day) == ("letter", "en", ORDER.day)
    assert request.sender.placeholder
    assert not request.signed_off


def test_the_sender_of_the_order_is_taken(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "sender.yaml"
    path.write_text("organisation: {en: Our Union}\n", encoding="utf-8")
    assert resolve(library, replace(ORDER, sender=path)).sender.organisation == {"en": "Our Union"}


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("all", Recipient(group="all")),
        ("EU", Recipient(group="eu")),
        ("Security-Council", Recipient(group="security-council")),
        ("weog", Recipient(group="weog")),
        ("프랑스", Recipient(state="FR")),
        ("KOR", Recipient(state="KR")),
    ],
)
def test_a_group_or_a_state_is_found(
    library: Library, delegations: Delegations, text: str, recipient: Recipient
) -> None:
    assert find_recipient(library, delegations, text) == recipient


@pytest.mark.parametrize(
    ("text", "hint"),
    [("securty-council", "`security-council`"), ("Germny", "`germany`"), ("asia-pacfic", "asia-pacific")],
)
def test_an_unknown_recipient_is_met_with_the_nearest(
    library: Library, delegations: Delegations, text: str, hint: str
) -> None:
    with pytest.raises(BriefgenError) as caught:
        find_recipient(library, delegations, text)
    (problem,) = caught.value.problems
    assert f"“{text}”" in problem.message
    assert hint in problem.hint


def test_a_letter_goes_to_one_delegation(library: Library) -> None:
    with pytest.raises(BriefgenError, match="a `letter` goes to one delegation, not to the group `eu`"):
        resolve(library, replace(ORDER, recipient="eu"))


def test_a_briefing_goes_to_a_group_as_well(library: Library) -> None:
    request = resolve(library, replace(ORDER, format="briefing", recipient="eu"))
    assert request.recipient == Recipient(group="eu")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (replace(ORDER, format="lettr"), "there is no format `lettr`"),
        (replace(ORDER, report="north-korea"), "there is no report `north-korea`"),
        (replace(ORDER, language="xx"), "there is no language `xx`"),
        (replace(ORDER, sender=Path("nowhere.yaml")), "the file is missing"),
    ],
)
def test_an_unknown_name_is_told(library: Library, changed: Order, said: str) -> None:
    with pytest.raises(BriefgenError, match=said):
        resolve(library, changed)


def test_auto_is_english_for_a_group_and_the_states_own_beside_it(library: Library) -> None:
    to_all = replace(ORDER, format="briefing", recipient="all", language=AUTO)
    assert languages_of(library, to_all) == ("en",)
    assert languages_of(library, replace(ORDER, language=AUTO, recipient="NR")) == ("en",)
    assert languages_of(library, replace(ORDER, language="ko")) == ("ko",)


def test_a_language_in_which_the_report_is_not_written_is_told_with_the_way_to_it(library: Library) -> None:
    with pytest.raises(BriefgenError) as caught:
        resolve(library, Order("letter", "JP", "ja", "example-school-water", ORDER.day))
    (problem,) = caught.value.problems
    assert problem.message.startswith("documents on this report are written in ")
    assert problem.message.endswith(", not in `ja`")
    assert problem.hint == "add `ja` here, run `briefgen translate update --lang ja`, and translate it"
    assert problem.place is not None
    assert str(problem.place).endswith("example-school-water/report.yaml:16:12")
