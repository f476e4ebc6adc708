"""A batch in a process of its own is begun, watched, stopped and begun again, and leaves nobody behind."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from briefgen.batch.apart import Progress, Run
from briefgen.batch.holding import held, holder
from briefgen.batch.manifest import JOURNAL, read_entries
from briefgen.errors import BriefgenError
from briefgen.library.campaigns import campaign_text

CHOSEN = {
    "name": "small",
    "formats": ["letter"],
    "to": ["FR", "JP", "NR"],
    "files": ["txt"],
    "date": date(2026, 11, 23),
}
MANY = {**CHOSEN, "languages": ["en", "fr", "es", "ru", "ko"], "files": ["txt", "docx"]}
"""A share of each language, one after the other."""
PATIENCE = 120
"""Seconds after which a test that waits has failed."""


class Desk:
    """A workspace in which batches are begun; none of them outlives the test."""

    def __init__(self, workspace: Path) -> None:
        self.workspace = workspace
        self.folder = workspace / "output/small"
        self.runs: list[Run] = []

    def write(self, chosen: dict[str, object]) -> Path:
        path = self.workspace / "campaign.yaml"
        path.write_text(campaign_text(chosen, path, self.workspace), encoding="utf-8")
        return path

    def start(self, chosen: dict[str, object], jobs: int = 1) -> Run:
        self.runs.append(Run.start(self.write(chosen), self.workspace, self.workspace / "output", jobs))
        return self.runs[-1]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "json.py").write_text("raise SystemExit('a module of the workspace was loaded')\n", encoding="utf-8")
    desk = Desk(tmp_path)
    yield desk
    for run in desk.runs:
        run.stop()


def until(run: Run, when: Callable[[Progress], bool]) -> Progress:
    """The first progress that is as it is waited for."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = run.progress()
        if when(found):
            return found
        time.sleep(0.01)
    return pytest.fail(f"waited too long: {run.progress()}")


def ended(run: Run) -> Progress:
    return until(run, lambda found: not found.running)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_batch_is_made_and_again_makes_nothing(desk: Desk) -> None:
    found = ended(desk.start({**CHOSEN, "languages": ["en"]}))
    assert found == Progress(running=False, done=3, total=3, exit=0)
    files = [f"letter_{iso}_en.txt" for iso in ("FR", "JP", "NR")]
    assert names(desk.folder) == [*files, "manifest.csv", "manifest.json"]
    made = (desk.folder / files[0]).stat().st_mtime_ns
    assert ended(desk.start({**CHOSEN, "languages": ["en"]})) == found
    assert (desk.folder / files[0]).stat().st_mtime_ns == made


def test_it_is_stopped_half_way_and_the_next_makes_the_rest(desk: Desk) -> None:
    run = desk.start(MANY)
    seen = until(run, lambda found: found.done > 0)
    assert (seen.running, seen.total, seen.exit) == (True, 15, None)
    assert seen.newest[0].name in read_entries(desk.folder)
    run.stop()
    stopped = run.progress()
    assert (stopped.running, stopped.total, stopped.exit) == (False, 15, -signal.SIGTERM)
    finished = read_entries(desk.folder)
    assert 0 < len(finished) == stopped.done < 15
    made = {name: (desk.folder / name).stat().st_mtime_ns for entry in finished.values() for name in entry.files}
    again = ended(desk.start(MANY))
    assert (again.done, again.total, again.exit) == (15, 15, 0)
    assert len([name for name in names(desk.folder) if name.startswith("letter_")]) == 30
    assert names(desk.folder)[-2:] == ["manifest.csv", "manifest.json"], "no lock, no journal, nothing half-written"
    assert not any(name.startswith(".") for name in names(desk.folder))
    assert {name: (desk.folder / name).stat().st_mtime_ns for name in made} == made, "what was finished stayed"


def test_what_went_before_it_counts_as_done(desk: Desk) -> None:
    ended(desk.start({**MANY, "languages": ["en"]}))
    run = desk.start(MANY)
    assert until(run, lambda found: found.total > 0).done >= 3


def test_workers_end_with_the_process_that_was_killed(desk: Desk) -> None:
    run = desk.start(MANY, jobs=2)
    until(run, lambda found: found.done > 0)
    begun = holder(desk.folder)
    assert begun
    os.kill(begun.pid, signal.SIGKILL)
    assert ended(run).exit == -signal.SIGKILL
    end = time.monotonic() + PATIENCE
    while holder(desk.folder):
        assert time.monotonic() < end, "a worker goes on"
        time.sleep(0.01)
    assert ended(desk.start(MANY, jobs=2)).exit == 0


def test_a_batch_that_another_process_began_is_found_watched_and_stopped(desk: Desk) -> None:
    assert Run.found(desk.folder) is None
    run = desk.start(MANY)
    until(run, lambda found: found.total > 0)
    found = Run.found(desk.folder)
    assert found
    assert (found.progress().running, found.progress().total) == (True, 15)
    found.stop()
    assert ended(run).exit == -signal.SIGTERM
    assert not found.progress().running
    assert Run.found(desk.folder) is None
    found.stop()


def test_two_are_never_begun_in_a_folder(desk: Desk) -> None:
    with held(desk.folder), pytest.raises(BriefgenError, match=r"small: another batch is being written to this folder"):
        desk.start(CHOSEN)
    assert ended(desk.start(CHOSEN)).exit == 0


def test_a_problem_of_one_is_told_with_its_document(desk: Desk) -> None:
    overlay = desk.workspace / "templates/delegations/JP/letter.md"
    overlay.parent.mkdir(parents=True)
    overlay.write_text("---\nchanges: letter\nfor: JP\n---\n{% block offer %}{{ nothing }}{% endblock %}\n", "utf-8")
    found = ended(desk.start({**CHOSEN, "languages": ["en"]}))
    assert (found.exit, found.done, found.total) == (1, 3, 3)
    (bad,) = found.problems
    assert bad.name == "letter_JP_en"


def test_what_stops_it_before_it_begins_is_told(desk: Desk) -> None:
    found = ended(desk.start({**CHOSEN, "to": ["Atlantis"]}))
    assert (found.exit, found.done, found.total) == (1, 0, 0)
    assert "there is no state “Atlantis”" in found.said
    with pytest.raises(BriefgenError, match="the file is missing"):
        Run.start(desk.workspace / "none.yaml", desk.workspace, desk.workspace / "output", 1)


def test_it_keeps_no_socket_of_the_one_that_began_it(desk: Desk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.set_inheritable(True)
        address = server.getsockname()
        run = desk.start(MANY)
    until(run, lambda found: found.total > 0)
    with socket.socket() as caller, pytest.raises(ConnectionRefusedError):
        caller.connect(address)


def test_the_journal_that_becomes_the_manifest_is_all_done(desk: Desk) -> None:
    with held(desk.folder) as hold:
        (desk.folder / JOURNAL).touch()
        hold.begin(7, 2)
        found = Run.found(desk.folder)
        assert found
        assert (found.progress().done, found.progress().total) == (2, 7)
        (desk.folder / JOURNAL).unlink()
        assert (found.progress().done, found.progress().total) == (7, 7)
