"""A folder is held by one batch at a time, by its workers too, and who looks disturbs nobody."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.batch import holding
from briefgen.batch.holding import LOCK, Begun, held, holder, last
from briefgen.batch.manifest import JOURNAL
from briefgen.errors import BriefgenError


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holding, "_PAUSE", 0.001)


def test_a_folder_is_held_once_and_free_again_afterwards(folder: Path) -> None:
    with held(folder):
        with pytest.raises(BriefgenError) as caught, held(folder):
            pytest.fail("it was held twice")
        assert str(caught.value).startswith(f"{folder}: another batch is being written to this folder (wait until")
    with held(folder):
        assert (folder / LOCK).exists()
    assert list(folder.iterdir()) == []


def test_another_folder_is_not_concerned(folder: Path, tmp_path: Path) -> None:
    with held(folder), held(tmp_path / "other"):
        assert holder(folder)


def test_who_holds_it_says_how_much_there_is_to_make(folder: Path) -> None:
    assert holder(folder) is None
    with held(folder) as hold:
        assert holder(folder) == Begun(pid=os.getpid())
        (folder / JOURNAL).write_bytes(b"12345\n")
        hold.begin(264, 260)
        assert holder(folder) == last(folder) == Begun(pid=os.getpid(), total=264, unchanged=260, noted=6)
    assert holder(folder) is None
    assert last(folder) is None


def test_one_that_is_let_go_between_opening_and_holding_is_not_taken_for_the_lock(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who opened the file of the holder before that removed it would hold a file that nobody else sees."""
    opened = os.open
    first = held(folder)
    first.__enter__()

    def opened_late(path: Path, *args: int) -> int:
        file = opened(path, *args)
        monkeypatch.setattr(os, "open", opened)
        first.__exit__(None, None, None)
        return file

    monkeypatch.setattr(os, "open", opened_late)
    with held(folder):
        assert holder(folder)


def test_what_a_killed_holder_left_holds_nothing(folder: Path) -> None:
    folder.mkdir()
    (folder / LOCK).write_text(Begun(pid=1, total=3).model_dump_json(), encoding="utf-8")
    assert holder(folder) is None
    assert last(folder) == Begun(pid=1, total=3)
    with held(folder):
        assert holder(folder) == Begun(pid=os.getpid())


def test_a_link_in_its_place_is_not_followed(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    (folder / LOCK).symlink_to(tmp_path / "mine.txt")
    with pytest.raises(BriefgenError, match="cannot write"), held(folder):
        pytest.fail("it was held")
    assert holder(folder) is None
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"


_FORKS = """
import os, sys, time
from pathlib import Path
from briefgen.batch.holding import held
with held(Path(sys.argv[1])):
    if os.fork() == 0:
        os.read(0, 1)
        os._exit(0)
    print(flush=True)
    time.sleep(60)
"""


@pytest.fixture
def forked(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that holds a folder, with a worker that ends when a byte is sent to it."""
    root = str(Path(holding.__file__).parents[2])
    command = [sys.executable, "-c", _FORKS, str(folder)]
    environment = {**os.environ, "PYTHONPATH": root}
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        yield process
        process.kill()


def test_it_is_held_until_the_last_worker_of_a_killed_batch_has_ended(
    forked: subprocess.Popen[bytes], folder: Path
) -> None:
    forked.send_signal(signal.SIGKILL)
    forked.wait()
    assert holder(folder)
    with pytest.raises(BriefgenError, match="another batch"), held(folder):
        pytest.fail("a worker may still write")
    assert forked.stdin
    forked.stdin.close()
    while holder(folder):
        time.sleep(0.01)
    with held(folder):
        assert holder(folder)
