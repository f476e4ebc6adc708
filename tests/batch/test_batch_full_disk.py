"""A disk that is full at any write: no half file is seen, the error is told, and the next run makes good."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from briefgen.batch.crew import Processes
from briefgen.batch.making import Site, Task, make
from briefgen.batch.manifest import JOURNAL, Entry
from briefgen.batch.running import Outcome
from briefgen.errors import BriefgenError
from briefgen.library.shelves import Library, built_in_shelf
from tests.batch.conftest import ran

TO = ("FR", "JP")
KINDS = ("txt", "html")


class Here:
    """A crew without workers: so a test sees each write."""

    def entries(self, site: Site, tasks: Sequence[Task]) -> Iterator[Entry]:
        return (make(site, task) for task in tasks)


class Disk:
    """A disk on which the n-th write, and each that follows, ends half-way."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.room = sys.maxsize
        self.writes = 0
        opened = Path.open
        monkeypatch.setattr(Path, "open", lambda path, *args, **named: self.watched(opened(path, *args, **named), path))

    def watched(self, file: Any, path: Path) -> Any:
        return Watched(self, file, path) if file.writable() else file


class Watched:
    """A file of such a disk."""

    def __init__(self, disk: Disk, file: Any, path: Path) -> None:
        self.disk, self.file, self.path = disk, file, path

    def __enter__(self) -> Watched:
        return self

    def __exit__(self, *details: object) -> None:
        self.file.close()

    def write(self, data: Any) -> int:
        self.disk.writes += 1
        if self.disk.writes <= self.disk.room:
            return int(self.file.write(data))
        self.file.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.path))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())} if folder.exists() else {}


def attempt(library: Library, folder: Path) -> Outcome | BriefgenError:
    try:
        return ran(library, folder, Here(), kinds=KINDS, to=TO)
    except BriefgenError as error:
        return error


def test_a_disk_that_is_full_at_any_write_costs_nothing_but_another_run(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch)
    attempt(library, tmp_path / "whole")
    whole = contents(tmp_path / "whole")
    total = disk.writes
    assert total == 1 + len(TO) * (len(KINDS) + 1) + 2, "the journal; each file and a line of the journal; the manifest"
    for room in range(total):
        folder = tmp_path / f"room-{room}"
        disk.room, disk.writes = room, 0
        outcome = attempt(library, folder)
        told = str(outcome) if isinstance(outcome, BriefgenError) else str(outcome.problems)
        assert "No space left on device" in told, room
        seen = contents(folder)
        assert {name: data for name, data in seen.items() if name != JOURNAL}.items() <= whole.items(), room
        noted = seen.get(JOURNAL, b"").count(b'"done"')
        disk.room = sys.maxsize
        again = attempt(library, folder)
        assert isinstance(again, Outcome)
        assert again.made == len(TO) - noted, "what was noted is not made again"
        assert contents(folder) == whole, room


def test_a_disk_that_is_full_leaves_an_earlier_batch_as_it_was(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    ran(library, folder, Here(), kinds=("txt",))
    before = contents(folder)
    disk = Disk(monkeypatch)
    disk.room = 1
    assert isinstance(attempt(library, folder), BriefgenError)
    assert before.items() <= contents(folder).items()


def test_a_line_of_the_journal_that_was_cut_spoils_no_other(library: Library, folder: Path) -> None:
    outcome = ran(library, folder, Here())
    whole = contents(folder)
    for path in folder.iterdir():
        path.unlink()
    first = outcome.entries[0].model_dump_json()
    (folder / JOURNAL).write_text(first[: len(first) // 2], encoding="utf-8")
    with pytest.raises(BriefgenError):
        ran(library, folder, Broken())
    assert ran(library, folder, Here()).made == 2
    assert contents(folder) == whole


class Broken:
    """A crew that ends after its first document."""

    def entries(self, site: Site, tasks: Sequence[Task]) -> Iterator[Entry]:
        yield make(site, tasks[0])
        raise BriefgenError.one("the end")


def no_room(site: Site, task: Task) -> Entry:
    """A worker whose folder for temporary files is on a full disk."""
    if task.job.recipient.state == "JP":
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "font.ttf")
    return make(site, task)


def test_a_full_disk_where_a_renderer_keeps_its_fonts_is_the_problem_of_a_document(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.batch.making.make", no_room)
    (bad,) = ran(library, folder, Processes(2)).problems
    assert bad.name == "letter_JP_en"
    assert "No space left on device" in bad.problems[0]


SMALL = (
    'mount -t tmpfs -o size="$1" none "$2" || exit 77; shift 2; "$@"; echo $? > "$STATE/code"; cp -a "$KEEP" "$STATE"'
)


def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    disk, state, words = tmp_path / "disk", tmp_path / "state", ["--to", "FR", "--to", "JP", "--as", "txt,docx"]
    disk.mkdir()
    state.mkdir()
    batch = ["batch", "--format", "letter", *words, "--lang", "en", "--jobs", "1", "--date", "2026-11-23"]
    command = [sys.executable, "-c", "from briefgen.cli import main; main()", *batch, "--out"]
    environment = {**os.environ, "PYTHONPATH": str(built_in_shelf()), "STATE": str(state), "KEEP": str(disk / "batch")}
    alone = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", SMALL, "sh"]
    if not shutil.which("unshare"):
        pytest.skip("a disk of a test's own needs Linux")
    run = partial(subprocess.run, env=environment, capture_output=True, text=True)
    full = run([*alone, "36k", str(disk), *command, str(disk)])
    if not (state / "code").exists():
        pytest.skip(f"this system lets no test mount a disk: {full.stderr}")
    assert (state / "code").read_text().strip() == "1"
    assert "No space left on device" in full.stderr
    assert "Traceback" not in full.stderr
    for out in (tmp_path / "whole", tmp_path / "state"):
        assert run([*command, str(out)]).returncode == 0
    assert contents(state / "batch") == contents(tmp_path / "whole/batch")
