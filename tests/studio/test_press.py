"""The process in which documents are made: it may hang, die or refuse, and the page goes on."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, Problem
from briefgen.studio.press import Press


def works(line: Connection, workspace: Path) -> None:
    """A worker that does as it is told."""
    while True:
        try:
            call, arguments = line.recv()
        except EOFError:
            return
        if call == "hang":
            time.sleep(600)
        if call == "die":
            os._exit(3)
        if call == "refuse":
            line.send((Problem("not so"), Problem("nor so")))
        else:
            line.send([call, *arguments, str(workspace), os.getpid()])


@pytest.fixture
def press(tmp_path: Path) -> Iterator[Press]:
    made = Press(tmp_path, works, seconds=20)
    yield made
    made.close()


def test_calls_are_answered_by_one_process(press: Press, tmp_path: Path) -> None:
    first, second = press.ask("say", 1), press.ask("say", 2)
    assert first[:3] == ["say", 1, str(tmp_path)]
    assert first[-1] == second[-1] != os.getpid()


def test_all_problems_of_the_worker_are_raised(press: Press) -> None:
    with pytest.raises(BriefgenError) as caught:
        press.ask("refuse")
    assert [problem.message for problem in caught.value.problems] == ["not so", "nor so"]


def test_what_takes_too_long_is_ended_and_the_next_call_answered(press: Press) -> None:
    before = press.ask("say")[-1]
    press.seconds = 0.3
    with pytest.raises(BriefgenError, match="was ended"):
        press.ask("hang")
    press.seconds = 20
    assert press.ask("say")[-1] != before
    with pytest.raises(ProcessLookupError):
        os.kill(before, 0)


def test_a_worker_that_died_is_told_and_started_again(press: Press) -> None:
    with pytest.raises(BriefgenError, match="has ended"):
        press.ask("die")
    assert press.ask("say")[0] == "say"


def test_a_worker_that_has_nothing_to_do_ends_by_itself(press: Press) -> None:
    """So that what it keeps in the temporary folder is removed."""
    press.ask("say")
    process = press._process
    press.close()
    assert process
    assert process.exitcode == 0


def test_who_waits_is_told_when_the_studio_is_closed(press: Press) -> None:
    """Ctrl+C need not wait for a document, and starts no worker for the next in the queue."""
    press.ask("say")
    told: list[str] = []

    def wait() -> None:
        try:
            press.ask("hang")
        except BriefgenError as error:
            told.append(str(error))

    waiting = [threading.Thread(target=wait) for _ in range(3)]
    for each in waiting:
        each.start()
    press.close()
    for each in waiting:
        each.join(10)
    assert len(told) == 3
    with pytest.raises(BriefgenError, match="being closed"):
        press.ask("say")
