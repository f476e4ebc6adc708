"""What cannot be bounded otherwise ends by its time and its memory, with a message."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from briefgen.errors import BriefgenError
from briefgen.limits import MEGABYTES, SECONDS, bounded


@pytest.fixture
def one_second(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(SECONDS, "1")
    before = signal.getsignal(signal.SIGPROF)
    yield
    assert signal.getsignal(signal.SIGPROF) is before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def work(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


@pytest.mark.usefixtures("one_second")
def test_what_computes_too_long_is_ended_and_what_does_not_is_left_alone() -> None:
    with bounded("a letter"):
        work(0.01)
    with (
        pytest.raises(BriefgenError, match=r"a letter takes more than 1 seconds \(.*BRIEFGEN_SECONDS\)"),
        bounded("a letter"),
    ):
        work(60)


@pytest.mark.usefixtures("one_second")
def test_a_library_that_swallows_the_end_is_told_again() -> None:
    def swallowing() -> None:
        try:
            work(60)
        except BaseException:  # as WeasyPrint does around drawings
            work(60)

    with pytest.raises(BriefgenError, match="takes more than"), bounded("a letter"):
        swallowing()


@pytest.mark.usefixtures("one_second")
def test_another_thread_is_not_interrupted() -> None:
    done: list[bool] = []

    def other() -> None:
        with bounded("a letter"):
            done.append(True)

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert done == [True]


def test_no_limit_may_be_wished_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECONDS, "0")
    with bounded("a letter"):
        assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_memory_is_bounded_for_the_process_and_its_end_is_told() -> None:
    code = (
        "from briefgen.limits import limit_memory, within_memory\n"
        "limit_memory()\n"
        "with within_memory():\n"
        "    bytearray(900_000_000)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={MEGABYTES: "600"}, check=False
    )
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1].startswith(
        "briefgen.errors.BriefgenError: this takes more memory than is allowed"
    )
