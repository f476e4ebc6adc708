"""A tenth of the matrix of formats, languages and layouts, another one each day: finished files conform to everything.

`make matrix` checks the whole. To repeat the part of a failure: `MATRIX_PART=3 make test`.
"""

from __future__ import annotations

import pytest

from briefgen.compose.choice import choose
from briefgen.compose.context import addressee_in
from briefgen.compose.fitting import misfit
from briefgen.compose.ordering import find_recipient
from briefgen.compose.request import Recipient
from briefgen.library.delegations import load_delegations
from briefgen.library.formats import FormatFile, format_names, load_format
from briefgen.library.languages import language_tags
from briefgen.library.packs import load_pack
from briefgen.library.shelves import Library
from tests.matrix.cases import DAY, PARTS, RECIPIENTS, REPORT, all_cases, cases_of, part_of_today
from tests.matrix.checks import CHECKS
from tests.matrix.making import Made, make_all

PART = part_of_today()
pytestmark = pytest.mark.takes_minutes


@pytest.fixture(scope="module")
def made(library: Library, tmp_path_factory: pytest.TempPathFactory) -> list[Made]:
    return make_all(cases_of(library, PART), tmp_path_factory.mktemp("documents"))


@pytest.mark.parametrize("check", CHECKS, ids=lambda name: f"{name}, part {PART}")
def test_finished_files_conform(check: str, made: list[Made]) -> None:
    assert list(CHECKS[check](made)) == []


def test_every_format_is_there_in_every_language_and_layout(library: Library) -> None:
    found = all_cases(library)
    assert len({case.name for case in found}) == len(found)
    cases = [case for case in found if case.report == REPORT]
    for layout in ("own", "other", "restyled"):
        there = {(case.format, case.language) for case in cases if case.layout == layout}
        assert there == {(name, tag) for name in format_names(library) for tag in language_tags(library)}


def test_every_part_has_every_format_and_language(library: Library) -> None:
    for part in range(PARTS):
        cases = cases_of(library, part)
        assert {case.format for case in cases} == set(format_names(library))
        assert {case.language for case in cases} == set(language_tags(library))


def test_every_ask_that_reaches_a_delegation_and_every_overlay_is_there(library: Library) -> None:
    delegations, pack = load_delegations(library), load_pack(library, REPORT)

    def asks(file: FormatFile, recipient: Recipient) -> set[tuple[str, str]]:
        chosen = choose(pack.report, addressee_in(delegations, pack, DAY, recipient), file.format.takes)
        return {(each.recommendation.id, each.ask.ask) for each in chosen}

    asked, reachable = set(), set()
    for name, texts in RECIPIENTS.items():
        file = load_format(library, name)
        recipients = [find_recipient(library, delegations, text) for text in texts]
        groups = {group for each in recipients if each.state for group in delegations.groups_of(each.state, DAY)}
        assert set(file.overlays) <= groups | {each.name for each in recipients}
        asked |= {ask for recipient in recipients for ask in asks(file, recipient)}
        everyone = (Recipient(state=iso) for iso in delegations.states)
        fitting = (each for each in everyone if misfit(file, each, delegations, pack, DAY) is None)
        reachable |= {ask for recipient in fitting for ask in asks(file, recipient)}
    assert reachable <= asked


def test_the_part_of_the_day_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATRIX_PART", str(PARTS + 3))
    assert part_of_today() == 3
