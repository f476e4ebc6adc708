"""Which asks reach which delegation: held against the domain's own table for all 195, on two days."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.compose.choice import Addressee, Chosen, account_for, choose, decide, evidence_for, is_listed
from briefgen.errors import Place
from briefgen.library.delegations import Delegations
from briefgen.library.overlays import Named, Pick
from briefgen.library.packs import ReportPack
from briefgen.model.format import Takes
from briefgen.model.report import Ask, Recommendation, Report

DAYS = [date(2026, 11, 23), date(2027, 1, 15)]
INFERRED_STATES = {"R3": {"KR", "JP", "US"}, "R6": {"KR", "JP", "US"}}
INFERRED_ROLES = {"R1": {"observer-states"}, "R3": {"human-rights-council", "eu"}, "R6": {"eu"}}
LIMIT = 4


@pytest.fixture(scope="module", params=DAYS, ids=str)
def chosen(request: pytest.FixtureRequest, pack: ReportPack, delegations: Delegations) -> dict[str, tuple[Chosen, ...]]:
    """The asks of every delegation on a day."""
    return {
        iso: choose(pack.report, Addressee(iso, delegations.roles_of(iso, request.param, "KP")), Takes(asks=LIMIT))
        for iso in delegations.states
    }


def ids(items: tuple[Chosen, ...]) -> list[str]:
    return [item.recommendation.id for item in items]


def test_every_delegation_is_asked_something(chosen: dict[str, tuple[Chosen, ...]]) -> None:
    assert len(chosen) == 195
    assert [iso for iso, items in chosen.items() if not items] == []


def test_nobody_is_asked_more_than_the_limit_or_the_same_twice(chosen: dict[str, tuple[Chosen, ...]]) -> None:
    for iso, items in chosen.items():
        assert len(items) <= LIMIT, iso
        assert len(set(ids(items))) == len(items), iso


def test_stated_asks_come_before_inferred_ones(chosen: dict[str, tuple[Chosen, ...]]) -> None:
    for iso, items in chosen.items():
        bases = [item.ask.basis for item in items]
        assert bases == sorted(bases, key=["stated", "inferred"].index), iso


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_the_sanctions_review_reaches_the_council_as_stated_and_nobody_else(
    pack: ReportPack, delegations: Delegations, on: date
) -> None:
    members = delegations.members("security-council", on)
    assert len(members) == 15
    for iso in delegations.states:
        items = choose(pack.report, Addressee(iso, delegations.roles_of(iso, on, "KP")), Takes(asks=LIMIT))
        bases = [item.ask.basis for item in items if item.recommendation.id == "R4"]
        assert bases == (["stated"] if iso in members else []), iso


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_a_council_member_is_asked_all_that_the_report_states(
    pack: ReportPack, delegations: Delegations, on: date
) -> None:
    for iso in delegations.members("security-council", on):
        items = choose(pack.report, Addressee(iso, delegations.roles_of(iso, on, "KP")), Takes(asks=LIMIT))
        assert ids(items) == ["R4", "R5", "R6", "R1"], iso
        assert {item.ask.basis for item in items} == {"stated"}


def test_the_state_concerned_is_asked_what_is_addressed_to_it_alone(chosen: dict[str, tuple[Chosen, ...]]) -> None:
    assert ids(chosen["KP"]) == ["R2"]
    assert chosen["KP"][0].ask.basis == "stated"
    assert [iso for iso, items in chosen.items() if "R2" in ids(items)] == ["KP"]


def test_inferred_asks_follow_the_mapping_and_nothing_else(
    chosen: dict[str, tuple[Chosen, ...]], delegations: Delegations
) -> None:
    for iso, items in chosen.items():
        for item in items:
            if item.ask.basis == "inferred":
                name = item.recommendation.id
                by_state = iso in INFERRED_STATES.get(name, set()) and item.role == iso
                assert by_state or item.role in INFERRED_ROLES[name], (iso, name, item.role)


def test_an_ask_is_made_only_in_a_role_that_the_delegation_holds(
    pack: ReportPack, delegations: Delegations, day: date
) -> None:
    for iso in delegations.states:
        roles = delegations.roles_of(iso, day, "KP")
        for item in choose(pack.report, Addressee(iso, roles), Takes(asks=LIMIT)):
            assert item.role in (*roles, iso)
            assert item.role in item.ask.roles or item.role in item.ask.states


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("KR", [("R1", "stated"), ("R3", "inferred"), ("R6", "inferred")]),
        ("JP", [("R1", "stated"), ("R3", "inferred"), ("R6", "inferred")]),
        ("DE", [("R1", "stated"), ("R3", "inferred"), ("R6", "inferred")]),
        ("CH", [("R1", "stated"), ("R3", "inferred")]),
        ("NR", [("R1", "stated")]),
        ("VA", [("R1", "inferred")]),
        ("PS", [("R1", "inferred")]),
    ],
)
def test_who_is_asked_what(
    pack: ReportPack, delegations: Delegations, day: date, iso: str, expected: list[tuple[str, str]]
) -> None:
    items = choose(pack.report, Addressee(iso, delegations.roles_of(iso, day, "KP")), Takes(asks=LIMIT))
    assert [(item.recommendation.id, item.ask.basis) for item in items] == expected


def test_a_state_named_itself_is_asked_in_its_own_name(pack: ReportPack, delegations: Delegations, day: date) -> None:
    """Japan sits in the Human Rights Council too, but is named itself, which is more specific."""
    items = choose(pack.report, Addressee("JP", delegations.roles_of("JP", day, "KP")), Takes(asks=LIMIT))
    assert next(item.role for item in items if item.recommendation.id == "R3") == "JP"


def test_no_evidence_is_given_twice(chosen: dict[str, tuple[Chosen, ...]], pack: ReportPack) -> None:
    for iso, items in chosen.items():
        paragraphs = evidence_for(pack.report, items, 5)
        names = [claim.id for paragraph in paragraphs for claim in paragraph]
        assert names, iso
        assert len(names) == len(set(names)), iso


def test_evidence_belongs_to_an_ask_of_the_delegation(chosen: dict[str, tuple[Chosen, ...]], pack: ReportPack) -> None:
    for iso, items in chosen.items():
        wanted = {name for item in items for name in item.recommendation.evidence}
        found = {claim.id for paragraph in evidence_for(pack.report, items, 5) for claim in paragraph}
        assert found <= wanted, iso


# --- small reports of the test's own -------------------------------------------------------------------------


def ask(basis: str, roles: str = "", states: str = "", points: tuple[str, ...] = ()) -> Ask:
    texts = {name: f"{basis} {roles} {states} {name}" for name in ("subject", "opening", "ask")}
    return Ask(roles=tuple(roles.split()), states=tuple(states.split()), basis=basis, points=points, **texts)  # type: ignore[arg-type]


def report_of(pack: ReportPack, *recommendations: Recommendation) -> Report:
    return pack.report.model_copy(update={"recommendations": recommendations})


def recommendation(name: str, *asks: Ask, evidence: str = "", account: str | None = None) -> Recommendation:
    return Recommendation(
        id=name,
        text=name,
        anchor=name,
        addressees=("eu",),
        evidence=tuple(evidence.split()),
        account=account,
        asks=asks,
    )


def test_of_two_asks_of_one_recommendation_the_stated_one_is_taken(pack: ReportPack) -> None:
    report = report_of(pack, recommendation("A", ask("inferred", states="DE"), ask("stated", "eu")))
    (item,) = choose(report, Addressee("DE", ("eu",)), Takes(asks=LIMIT))
    assert (item.ask.basis, item.role) == ("stated", "eu")


def test_of_two_inferred_asks_the_more_specific_role_is_taken(pack: ReportPack) -> None:
    report = report_of(pack, recommendation("A", ask("inferred", "all-member-states"), ask("inferred", "eu")))
    (item,) = choose(report, Addressee("DE", ("eu", "all-member-states")), Takes(asks=LIMIT))
    assert item.role == "eu"


def test_an_ask_that_names_the_state_comes_before_one_in_its_most_specific_role(pack: ReportPack) -> None:
    report = report_of(pack, recommendation("A", ask("stated", "eu"), ask("stated", states="DE")))
    (item,) = choose(report, Addressee("DE", ("eu",)), Takes(asks=LIMIT))
    assert (item.role, item.ask.states) == ("DE", ("DE",))


@pytest.mark.parametrize(
    ("takes", "listed"),
    [
        (Takes(), True),
        (Takes(roles=("eu", "observer-states")), True),
        (Takes(roles=("observer-states",)), False),
        (Takes(kinds=("inquiry",)), False),
        (Takes(kinds=("inquiry",), roles=("eu",)), False),
    ],
)
def test_a_recommendation_is_listed_where_kind_and_addressees_fit(takes: Takes, listed: bool) -> None:
    item = recommendation("A", ask("stated", "eu")).model_copy(update={"kind": "diplomacy"})
    assert is_listed(takes, item) is listed


def test_the_limit_cuts_the_inferred_asks_first(pack: ReportPack) -> None:
    report = report_of(
        pack,
        recommendation("A", ask("inferred", states="DE")),
        recommendation("B", ask("stated", "all-member-states")),
        recommendation("C", ask("stated", "eu")),
    )
    assert ids(choose(report, Addressee("DE", ("eu", "all-member-states")), Takes(asks=2))) == ["C", "B"]
    assert ids(choose(report, Addressee("DE", ("eu", "all-member-states")), Takes(asks=3))) == ["C", "B", "A"]
    assert choose(report, Addressee("DE", ("eu", "all-member-states")), Takes(asks=0)) == ()


def test_an_ask_for_another_role_is_not_taken(pack: ReportPack) -> None:
    report = report_of(pack, recommendation("A", ask("stated", "security-council")))
    assert choose(report, Addressee("DE", ("eu",)), Takes(asks=LIMIT)) == ()


def test_an_ask_that_stands_alone_is_put_as_its_points(pack: ReportPack) -> None:
    lone = recommendation("A", ask("stated", "eu", points=("one", "two")))
    (item,) = choose(report_of(pack, lone), Addressee("DE", ("eu",)), Takes(asks=LIMIT))
    assert item.points == ("one", "two")


def test_beside_another_ask_it_is_one_sentence(pack: ReportPack) -> None:
    both = [recommendation(name, ask("stated", "eu", points=("one", "two"))) for name in "AB"]
    assert [item.points for item in choose(report_of(pack, *both), Addressee("DE", ("eu",)), Takes(asks=LIMIT))] == [
        ("stated eu  ask",),
        ("stated eu  ask",),
    ]


def test_evidence_is_the_first_asks_and_one_claim_for_each_other(pack: ReportPack) -> None:
    report = report_of(
        pack,
        recommendation("A", ask("stated", "eu"), evidence="S1 food travel"),
        recommendation("B", ask("stated", "eu"), evidence="food fences"),
        recommendation("C", ask("stated", "eu"), evidence="fences travel grip works"),
        recommendation("D", ask("stated", "eu"), evidence="S1"),
    )
    paragraphs = evidence_for(report, choose(report, Addressee("DE", ("eu",)), Takes(asks=LIMIT)), 2)
    assert [[claim.id for claim in paragraph] for paragraph in paragraphs] == [["S1", "food"], ["fences", "travel"]]


def test_without_asks_or_room_there_is_no_evidence(pack: ReportPack) -> None:
    report = report_of(pack, recommendation("A", ask("stated", "eu"), evidence="S1"))
    assert evidence_for(report, (), 5) == ()
    assert evidence_for(report, choose(report, Addressee("DE", ("eu",)), Takes(asks=LIMIT)), 0) == ()


def test_the_account_is_that_of_the_first_ask_that_has_one(pack: ReportPack) -> None:
    report = report_of(
        pack,
        recommendation("A", ask("stated", "eu")),
        recommendation("B", ask("stated", "eu"), account="T3"),
        recommendation("C", ask("stated", "eu"), account="T2"),
    )
    found = account_for(report, choose(report, Addressee("DE", ("eu",)), Takes(asks=LIMIT)))
    assert found
    assert found.id == "T3"
    assert account_for(report, ()) is None


def taken(report: Report, takes: Takes, *roles: str) -> list[str]:
    return ids(choose(report, Addressee("XX", roles), takes))


def test_a_format_takes_only_the_roles_that_it_names(pack: ReportPack) -> None:
    council = ("security-council", "all-member-states")
    assert taken(pack.report, Takes(asks=9), *council) == ["R4", "R5", "R6", "R1"]
    assert taken(pack.report, Takes(asks=9, roles=("security-council",)), *council) == ["R4", "R5", "R6"]


def test_a_format_takes_only_the_themes_and_kinds_that_it_names(pack: ReportPack) -> None:
    council = ("security-council", "all-member-states")
    assert taken(pack.report, Takes(asks=9, themes=("sanctions",)), *council) == ["R4"]
    assert taken(pack.report, Takes(asks=9, kinds=("inquiry", "diplomacy")), *council) == ["R5", "R6"]
    assert taken(pack.report, Takes(asks=9, themes=("sanctions",), kinds=("inquiry",)), *council) == []


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (("report",), ["R1", "R4", "R5", "R6"]),
        (("kind",), ["R6", "R5", "R1", "R4"]),
        (("theme",), ["R4", "R1", "R6", "R5"]),
        (("basis", "role"), ["R4", "R5", "R6", "R1"]),
    ],
)
def test_the_order_is_the_one_that_the_format_names(
    pack: ReportPack, order: tuple[str, ...], expected: list[str]
) -> None:
    takes = Takes.model_validate(
        {
            "asks": 9,
            "order": order,
            "kinds": ["diplomacy", "inquiry", "policy", "review"],
            "themes": ["sanctions", "isolation", "weapons"],
        }
    )
    assert taken(pack.report, takes, "security-council", "all-member-states") == expected


def test_every_recommendation_is_decided_once_with_its_reason(pack: ReportPack) -> None:
    takes = Takes(asks=2, roles=("security-council", "all-member-states"))
    decisions = decide(pack.report, Addressee("XX", ("security-council", "eu", "all-member-states")), takes)
    assert sorted(item.recommendation.id for item in decisions) == ["R1", "R2", "R3", "R4", "R5", "R6"]
    reasons = {item.recommendation.id: (item.chosen is not None, item.reason) for item in decisions}
    assert reasons["R4"] == (True, "stated, as security-council")
    assert reasons["R6"] == (False, "the format takes 2 at most")
    assert reasons["R2"] == (False, "it is for state-concerned, and the addressee is none of these")
    assert reasons["R3"] == (False, "the format makes asks in the roles security-council, all-member-states only")
    themed = decide(pack.report, Addressee("XX", ("eu",)), Takes(asks=2, themes=("weapons",)))
    assert {item.reason for item in themed if item.recommendation.id == "R1"} == {
        "the format is for recommendations on weapons"
    }


def named(*names: str) -> tuple[Named, ...]:
    return tuple(Named(name, Place("letter.md")) for name in names)


def test_a_pick_takes_what_it_names_in_its_order_as_far_as_it_may_be_asked(pack: ReportPack) -> None:
    addressee = Addressee("XX", ("security-council", "all-member-states"))
    pick = Pick(named("R6", "R2", "R1", "R6", "nothing"))
    assert ids(choose(pack.report, addressee, Takes(asks=4), pick)) == ["R6", "R1"]
    assert ids(choose(pack.report, addressee, Takes(asks=1), pick)) == ["R6"]
    assert choose(pack.report, addressee, Takes(asks=0), pick) == ()
    reasons = {each.recommendation.id: each.reason for each in decide(pack.report, addressee, Takes(asks=1), pick)}
    assert reasons["R1"] == "the format takes 1 at most"
    assert reasons["R5"] == "the overlay names others"


def test_an_account_is_picked_among_those_of_the_asks(pack: ReportPack) -> None:
    report = report_of(
        pack,
        recommendation("A", ask("stated", "eu"), account="T3"),
        recommendation("B", ask("stated", "eu"), account="T2"),
    )
    chosen = choose(report, Addressee("DE", ("eu",)), Takes(asks=LIMIT))
    found = {name: account_for(report, chosen, Pick((), *named(name))) for name in ("T3", "T2", "T1", "none")}
    assert {name: account and account.id for name, account in found.items()} == {
        "T3": "T3", "T2": "T2", "T1": None, "none": None,
    }  # fmt: skip
