"""A batch makes what is left, stops for nobody, and ends with the same bytes however often it is broken off."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from briefgen.batch import making
from briefgen.batch.crew import Processes
from briefgen.batch.making import Site, Task, make
from briefgen.batch.manifest import JOURNAL, MANIFEST, Entry
from briefgen.library.shelves import Library, built_in_shelf
from tests.batch.conftest import ran
from tests.check.shelf_copy import ShelfCopy

SAID = "We enclose a briefing on the report, and would welcome an opportunity to discuss these matters with you or your"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_every_document_is_made_and_recorded(library: Library, folder: Path) -> None:
    outcome = ran(library, folder)
    assert outcome.made == 3
    assert outcome.problems == ()
    assert [entry.name for entry in outcome.entries] == ["letter_FR_en", "letter_JP_en", "letter_NR_en"]
    assert outcome.entries[0].asks == ("R4", "R5", "R6", "R1")
    assert set(contents(folder)) == {
        "letter_FR_en.txt", "letter_JP_en.txt", "letter_NR_en.txt", "manifest.json", "manifest.csv",
    }  # fmt: skip


def test_the_same_batch_again_makes_nothing(library: Library, folder: Path) -> None:
    ran(library, folder)
    before = contents(folder)
    assert ran(library, folder).made == 0
    assert contents(folder) == before


def test_what_is_missing_or_altered_is_made_again(library: Library, folder: Path) -> None:
    ran(library, folder)
    before = contents(folder)
    (folder / "letter_FR_en.txt").unlink()
    (folder / "letter_JP_en.txt").write_text("altered", encoding="utf-8")
    assert ran(library, folder).made == 2
    assert contents(folder) == before


def test_several_workers_write_the_same_bytes_as_one(library: Library, tmp_path: Path) -> None:
    ran(library, tmp_path / "one")
    ran(library, tmp_path / "two", Processes(2))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_changed_sentence_makes_again_only_the_documents_that_use_it(shelf: ShelfCopy, folder: Path) -> None:
    to = ("FR", "NR", "VA")
    ran(shelf.library, folder, to=to)
    times = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.txt")}
    shelf.edit("templates/formats/letter.md", SAID, SAID.replace("these matters", "this matter"))
    outcome = ran(shelf.library, folder, to=to)
    assert outcome.problems == ()
    changed = {path.name for path in folder.glob("*.txt") if path.stat().st_mtime_ns != times[path.name]}
    assert changed == {"letter_NR_en.txt"}, "the letters to France and to the Holy See have paragraphs of their own"
    assert ran(shelf.library, folder, to=to).made == 0


def test_one_bad_recipient_stops_nobody_else(shelf: ShelfCopy, folder: Path) -> None:
    path = "templates/delegations/JP/letter.md"
    shelf.write(path, "---\nchanges: letter\nfor: JP\n---\n{% block offer %}{{ nothing }}{% endblock %}\n")
    outcome = ran(shelf.library, folder)
    (bad,) = outcome.problems
    assert bad.name == "letter_JP_en"
    assert "'nothing' is undefined" in bad.problems[0]
    assert not (folder / "letter_JP_en.txt").exists()
    assert (folder / "letter_NR_en.txt").exists()
    (shelf.path / path).unlink()
    again = ran(shelf.library, folder)
    assert again.problems == ()
    assert (folder / "letter_JP_en.txt").exists()


def killed_once(mark: Path, site: Site, task: Task) -> Entry:
    """A worker that is killed at the letter to Japan, the first time."""
    if task.job.recipient.state == "JP" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return make(site, task)


def killed_always(site: Site, task: Task) -> Entry:
    """A worker that is killed at every letter to Japan."""
    if task.job.recipient.state == "JP":
        os.kill(os.getpid(), signal.SIGKILL)
    return make(site, task)


def test_a_worker_that_is_killed_takes_nobody_with_it(
    library: Library, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran(library, tmp_path / "undisturbed")
    monkeypatch.setattr(making, "make", partial(killed_once, tmp_path / "killed"))
    outcome = ran(library, folder, Processes(2))
    assert outcome.problems == ()
    assert contents(folder) == contents(tmp_path / "undisturbed")


def test_a_document_whose_worker_always_dies_is_listed(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "make", killed_always)
    outcome = ran(library, folder)
    (lost,) = outcome.problems
    assert lost.name == "letter_JP_en"
    assert "was ended twice" in lost.problems[0]
    assert not (folder / "letter_JP_en.txt").exists()


@pytest.mark.parametrize("after", [0.3, 0.8, 1.2, 1.5])
def test_a_batch_that_is_killed_ends_with_the_same_bytes(tmp_path: Path, after: float) -> None:
    words = ["--format", "letter", "--to", "permanent-five", "--to", "JP", "--lang", "en", "--as", "txt,docx"]
    command = [sys.executable, "-c", "from briefgen.cli import main; main()", "batch", *words, "--date", "2026-11-23"]
    environment = {**os.environ, "PYTHONPATH": str(built_in_shelf())}

    def run_in(folder: Path) -> subprocess.Popen[bytes]:
        folder.mkdir(exist_ok=True)
        return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, start_new_session=True)

    assert run_in(tmp_path / "undisturbed").wait() == 0
    process = run_in(tmp_path / "killed")
    time.sleep(after)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    seen = tmp_path / "killed/output/batch"
    whole = contents(tmp_path / "undisturbed/output/batch")
    for path in seen.glob("letter_*") if seen.exists() else ():
        assert path.read_bytes() == whole[path.name], "no half file is ever seen"
    assert run_in(tmp_path / "killed").wait() == 0
    assert contents(seen) == whole, "what was half-written is gone"


def test_a_folder_that_cannot_be_written_is_told(library: Library, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(Exception, match="cannot write"):
        ran(library, tmp_path / "out")


def test_a_journal_that_was_left_is_used_and_removed(library: Library, folder: Path) -> None:
    outcome = ran(library, folder)
    (folder / MANIFEST).unlink()
    lines = [entry.model_dump_json() for entry in outcome.entries[:2]]
    (folder / JOURNAL).write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert ran(library, folder).made == 1
    assert not (folder / JOURNAL).exists()
    shutil.rmtree(folder)
