"""What an overlay picks is asked in its order; what it cannot pick is told at its place, and nothing is composed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.compose.composition import compose
from briefgen.compose.explanation import explain
from briefgen.compose.request import Request
from briefgen.errors import BriefgenError
from briefgen.library.formats import read_overlay_text
from briefgen.library.overlay_edits import with_pick

Ask = Callable[..., Request]
PATH = Path("templates/delegations/FR/letter.md")


def picked(request: Request, front: str) -> Request:
    owner, name = request.recipient.name, request.format.format.id
    text = f"---\nchanges: {name}\nfor: {owner}\n{front}\n---\n"
    overlay = read_overlay_text(text, Path(f"templates/delegations/{owner}/{name}.md"))
    return replace(request, format=request.format.with_overlay(overlay))


def told(request: Request, front: str) -> list[str]:
    with pytest.raises(BriefgenError) as caught:
        compose(picked(request, front))
    return [str(problem).partition("/FR/")[2] for problem in caught.value.problems]


def test_the_asks_and_the_account_that_are_picked_go_in(request_for: Ask) -> None:
    text = with_pick("", ("letter", "FR"), ["R6", "R1"], "T2")
    overlay = read_overlay_text(text, PATH)
    request = request_for("FR")
    request = replace(request, format=request.format.with_overlay(overlay))
    assert [item.recommendation.id for item in compose(request).asks] == ["R6", "R1"]
    reasons = explain(request).reasons
    assert [(each.recommendation, each.account) for each in reasons if each.taken] == [("R6", ""), ("R1", "T2")]
    left = {each.recommendation: each.reason for each in reasons if not each.taken}
    assert {left[name] for name in ("R3", "R4", "R5")} == {"the overlay names others"}
    assert left["R2"].startswith("it is for state-concerned")


def test_one_ask_that_is_picked_is_put_as_its_points(request_for: Ask) -> None:
    (item,) = compose(picked(request_for("FR"), "asks: [R1]")).asks
    assert item.points == item.ask.points


@pytest.mark.parametrize(("account", "brought"), [("T7", "T7"), ("T2", "T2"), ("none", None)])
def test_an_account_is_picked_among_those_of_the_asks(request_for: Ask, account: str, brought: str | None) -> None:
    reasons = explain(picked(request_for("FR"), f"account: {account}")).reasons
    assert [each.account for each in reasons if each.account] == ([brought] if brought else [])


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("asks: [R1, R66]", "4:12: the report `north-korea-border` has no recommendation `R66` (did you mean `R6`?)"),
        ("asks: [x]", "4:8: the report `north-korea-border` has no recommendation `x` (its recommendations are R1, R2"),
        ("asks:\n  - R1\n  - R2", "6:5: `R2` may not be asked of `FR`: it is for state-concerned"),
        ("asks: [R1, R1]", "4:12: the recommendation `R1` is named twice"),
        ("asks: [R1, R3, R4, R5, R6]", "4:24: the format takes 4 asks at most; 5 are named"),
        ("account: T3", "4:10: no ask of this document brings an account `T3` that it may show"),
        (
            "asks: [R6]\naccount: T7",
            "5:10: no ask of this document brings an account `T7` that it may show (write `none`)",
        ),
    ],
)
def test_what_cannot_be_picked_is_told_at_its_place(request_for: Ask, front: str, message: str) -> None:
    (found,) = told(request_for("FR"), front)
    assert found.startswith(f"letter.md:{message}")


@pytest.mark.parametrize(
    ("format_", "front", "message"),
    [
        ("letter-state-concerned", "account: T2", "4:10: the format carries no account of an ask (remove `account`)"),
        ("briefing", "account: T2", "4:10: the format carries no account of an ask (remove `account`)"),
        ("cover-email", "asks: [R2, R6]", "4:12: the format takes 1 asks at most; 2 are named"),
    ],
)
def test_what_a_format_has_no_room_for_cannot_be_picked(
    request_for: Ask, format_: str, front: str, message: str
) -> None:
    request = request_for("KP", format_=format_)
    with pytest.raises(BriefgenError) as caught:
        compose(picked(request, front))
    assert any(f"/KP/{format_}.md:{message}" in str(problem) for problem in caught.value.problems)


def test_an_account_that_is_withheld_cannot_be_picked(request_for: Ask) -> None:
    request = request_for("FR")
    report = request.pack.report
    hidden = tuple(
        each.model_copy(update={"visibility": "restricted"}) if each.id == "T2" else each for each in report.testimonies
    )
    pack = replace(request.pack, report=report.model_copy(update={"testimonies": hidden}))
    (found,) = told(replace(request, pack=pack), "account: T2")
    assert "no ask of this document brings an account `T2` that it may show" in found


def test_a_pick_is_from_the_report_that_it_names(request_for: Ask) -> None:
    request = request_for("FR")
    plain = [item.recommendation.id for item in compose(request).asks]
    other = picked(request, "report: example-school-water\nasks: [R99]\naccount: T99")
    assert [item.recommendation.id for item in compose(other).asks] == plain
    same = picked(request, "report: north-korea-border\nasks: [R6]")
    assert [item.recommendation.id for item in compose(same).asks] == ["R6"]
