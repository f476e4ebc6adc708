"""The worker of the studio: its answers, and what it reads again."""

from __future__ import annotations

from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest

from briefgen.errors import Problem
from briefgen.library.shelves import open_library
from briefgen.studio.choices import Choices
from briefgen.studio.memory import Memory
from briefgen.studio.worker import Worker, answer, work

SECONDS = 60
CHOSEN = Choices("north-korea-border", "letter", "KR", "en", date(2026, 12, 1))


@pytest.fixture
def worker(tmp_path: Path) -> Worker:
    library = open_library(tmp_path)
    return Worker(library, Memory(library.shelves))


def test_a_file_that_changes_is_read_again(worker: Worker, tmp_path: Path) -> None:
    before = worker.sheet(CHOSEN)
    assert worker.sheet(CHOSEN) == before
    (tmp_path / "sender.yaml").write_text('organisation: {en: "Border Watch"}\n', encoding="utf-8")
    after = worker.sheet(CHOSEN)
    assert "Border Watch" in after.blocks[0].text
    assert "Border Watch" not in before.blocks[0].text


def test_files_have_the_names_of_the_command_line(worker: Worker) -> None:
    assert list(worker.files(CHOSEN, ("txt", "html"))) == [
        "north-korea-border_letter_KR_en.txt",
        "north-korea-border_letter_KR_en.html",
    ]


def test_problems_are_an_answer(worker: Worker) -> None:
    found = answer(worker, "aligned", (CHOSEN, "xx"))
    assert isinstance(found, tuple)
    assert all(isinstance(each, Problem) for each in found)


def test_it_works_until_the_line_is_closed(tmp_path: Path) -> None:
    """In a process of its own: it sets what signals and limits mean for all of its process."""
    spawning = get_context("spawn")
    ours, theirs = spawning.Pipe()
    process = spawning.Process(target=work, args=(theirs, tmp_path), daemon=True)
    process.start()
    theirs.close()
    ours.send(("differences", (CHOSEN,)))
    assert ours.poll(SECONDS), "it answers"
    assert ours.recv() == ()
    ours.close()
    process.join(SECONDS)
    assert process.exitcode == 0
