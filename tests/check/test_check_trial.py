"""The trial composes each format for delegations in every role, and so meets every ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefgen.check.trial import one_of_each, try_out
from briefgen.compose.request import Recipient, Request
from briefgen.library.delegations import Delegations
from briefgen.library.formats import read_format

FRONT_MATTER = "---\nid: memo\nkind: letter\nname: Memo\ndescription: A memo.\naddressees: one\ntakes: {asks: 4}\n---\n"


@pytest.fixture(params=[date(2026, 11, 23), date(2027, 1, 15)], ids=str)
def recipients(request: pytest.FixtureRequest, delegations: Delegations) -> tuple[date, list[Recipient]]:
    return request.param, one_of_each(delegations, request.param, "KP")


def test_every_set_of_roles_has_one_recipient(
    recipients: tuple[date, list[Recipient]], delegations: Delegations
) -> None:
    on, chosen = recipients
    tried = [delegations.roles_of(recipient.state, on, "KP") for recipient in chosen]
    assert len(tried) == len(set(tried))
    assert set(tried) == {delegations.roles_of(iso, on, "KP") for iso in delegations.states}


def test_a_state_with_which_a_report_is_shared_is_tried_itself_and_no_other_for_it(
    delegations: Delegations, day: date
) -> None:
    plain = {recipient.state for recipient in one_of_each(delegations, day, "KP")}
    assert "NR" not in plain
    assert {recipient.state for recipient in one_of_each(delegations, day, "KP", ["NR"])} == {*plain, "NR"}


def test_the_bundled_formats_compose_for_everyone(
    request_for: Callable[..., Request], delegations: Delegations, day: date
) -> None:
    for name in ("letter", "briefing"):
        assert list(try_out(request_for("FR", format_=name), one_of_each(delegations, day, "KP"))) == []


def memo(request: Request, folder: Path, body: str) -> Request:
    path = folder / "memo.md"
    path.write_text(f"{FRONT_MATTER}::: subject\n{body}\n:::\n", encoding="utf-8")
    return replace(request, format=read_format(path))


def test_a_problem_of_every_letter_is_told_once(request_for: Callable[..., Request], tmp_path: Path) -> None:
    request = memo(request_for("FR"), tmp_path, "{{ reprot }}")
    (problem,) = try_out(request, [Recipient(state=iso) for iso in ("FR", "DE", "NR")])
    assert problem.hint == "did you mean `report`?"


def test_a_problem_of_one_role_alone_is_told(
    request_for: Callable[..., Request], tmp_path: Path, delegations: Delegations, day: date
) -> None:
    request = memo(request_for("FR"), tmp_path, "{{ report.title if asks.stated else nobody }}")
    (problem,) = try_out(request, one_of_each(delegations, day, "KP"))
    assert "'nobody' is undefined" in problem.message


def test_those_with_whom_more_is_shared_are_tried_too(delegations: Delegations, day: date) -> None:
    plain = one_of_each(delegations, day, "KP")
    wider = one_of_each(delegations, day, "KP", ["CH", "grulac"])
    tried = {recipient.state for recipient in wider}
    assert "CH" in tried - {recipient.state for recipient in plain}
    assert any(delegations.states[iso].regional_group == "grulac" for iso in tried)
    assert len(wider) > len(plain) + 1
