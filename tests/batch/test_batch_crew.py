"""How the documents of a batch are shared out among workers."""

from __future__ import annotations

import pytest

from briefgen.batch import crew
from briefgen.batch.crew import SHARE, shares
from briefgen.batch.making import Task
from briefgen.batch.plan import Job
from briefgen.compose.request import Recipient


def task(state: str, language: str = "en", asks: tuple[str, ...] = ("R1",)) -> Task:
    return Task(Job("letter", Recipient(state=state), language, asks=asks), ())


def test_documents_that_are_alike_stay_together_and_the_largest_share_is_first() -> None:
    tasks = [task("FR"), task("DZ", "ar"), task("KP", asks=("R2",)), task("JP"), task("EG", "ar"), task("US")]
    found = [[each.job.recipient.state for each in share] for share in shares(tasks)]
    assert found == [["FR", "JP", "US"], ["DZ", "EG"], ["KP"]]


def test_a_share_is_not_too_large_for_several_workers() -> None:
    found = shares([task(str(number)) for number in range(2 * SHARE + 1)])
    assert [len(share) for share in found] == [SHARE, SHARE, 1]


def test_where_nothing_is_to_be_made_nothing_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "warm", lambda *_: pytest.fail("it was loaded"))
    assert list(crew.Processes(2).entries(None, [])) == []  # type: ignore[arg-type]
