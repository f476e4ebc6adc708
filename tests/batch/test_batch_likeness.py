"""Machines are compared by what decides of bytes, and what a worker sends is taken only where it is what was asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.batch import likeness as machine
from briefgen.batch.cluster import kept
from briefgen.batch.likeness import differences, likeness, specimen
from briefgen.batch.making import Site, Task
from briefgen.batch.manifest import Entry
from briefgen.batch.plan import Job
from briefgen.batch.remote import Errand, Made, StandsElsewhere, errand_of, make_here
from briefgen.compose.request import Recipient
from briefgen.errors import BriefgenError
from briefgen.library.shelves import Library, built_in_shelf
from tests.batch.conftest import batch_of
from tests.check.shelf_copy import ShelfCopy

JOB = Job("letter", Recipient(state="FR"), "en")
TASK = Task(JOB, ())


def errand(library: Library, **changes: object) -> Errand:
    return errand_of(Site(library, batch_of(**changes), Path("out")), JOB, "a-run")


def test_machines_that_are_alike_differ_in_nothing(library: Library) -> None:
    ours = likeness(library, batch_of(), JOB, 1)
    assert differences(likeness(library, batch_of(), JOB, 1), ours) == ""


def test_versions_are_told_and_of_hashes_only_the_first_that_differs(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = likeness(library, batch_of(), JOB, 1)
    monkeypatch.setattr(machine, "__version__", "0.0.9")
    theirs = {
        **likeness(library, batch_of(), JOB, 4),
        **{what: "0" * 64 for what, is_ in ours.items() if len(is_) == 64},
    }
    said = differences(theirs, ours)
    assert said == (
        f"briefgen: 0.0.9, not {ours['briefgen']}; threads of a worker: 4, not 1; the program or a library of it"
    )


@pytest.mark.parametrize(
    ("file", "what"),
    [
        ("locales/en/language.yaml", "fonts, layouts or settings of languages"),
        ("templates/formats/letter.md", "the report, a template or a catalogue"),
        ("reports/north-korea-border/report.yaml", "the report, a template or a catalogue"),
    ],
)
def test_a_file_that_differs_is_found_and_its_kind_is_told(shelf: ShelfCopy, file: str, what: str) -> None:
    ours = likeness(shelf.library, batch_of(), JOB, 1)
    path = shelf.path / file
    path.write_text(path.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    assert differences(likeness(shelf.library, batch_of(), JOB, 1), ours) == what


def test_a_specimen_shows_how_a_machine_sets_pages(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = batch_of(kinds=("pdf", "docx"))
    ours = specimen(library, batch)
    assert ours == specimen(library, batch)
    assert ours != specimen(library, batch_of(kinds=("docx",)))

    def missing(kind: str) -> None:
        raise BriefgenError.one(f"no library for {kind}")

    monkeypatch.setattr(machine, "renderer", missing)
    assert specimen(library, batch) == ""


def test_a_worker_looks_for_the_built_in_library_at_its_own_place(library: Library, tmp_path: Path) -> None:
    assert errand(library).shelves == (None,)
    assert errand(Library((tmp_path, built_in_shelf()))).shelves == (tmp_path, None)


def test_paths_are_sent_as_they_are_seen_from_every_folder(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pack").mkdir()
    sent = errand(library, sender=Path("sender.yaml"), report="pack").batch
    assert sent.sender == tmp_path / "sender.yaml"
    assert sent.report == str(tmp_path / "pack")
    assert sent.details is None


def test_a_worker_takes_the_fast_path_only_where_the_one_that_asks_does(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[bool] = []

    def made(site: Site, task: Task) -> Entry:
        taken.append(site.fast_path)
        return Entry(name=task.job.name, recipient="FR", language="en", format="letter")

    monkeypatch.setattr("briefgen.batch.remote.make", made)
    for fast_path in (True, False):
        make_here(errand_of(Site(library, batch_of(), Path("out"), fast_path), JOB, "a-run"), TASK, tmp_path)
    assert taken == [True, False]


def test_a_worker_leaves_no_file_behind(library: Library, tmp_path: Path) -> None:
    made = make_here(errand(library), TASK, tmp_path)
    assert made.entry.files.keys() == made.files.keys() == {"letter_FR_en.txt"}
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_what_stands_already_is_not_sent_again(library: Library, tmp_path: Path) -> None:
    first = make_here(errand(library), TASK, tmp_path)
    again = make_here(errand(library), replace(TASK, before=StandsElsewhere(**dict(first.entry))), tmp_path)
    assert again == Made(first.entry, {})


def test_what_was_made_from_other_files_or_came_back_damaged_is_not_written(library: Library, tmp_path: Path) -> None:
    made = make_here(errand(library), TASK, tmp_path / "desk")
    folder = tmp_path / "out"
    assert "other files" in kept(folder, made, TASK, "other inputs").problems[0]
    damaged = replace(made, files=dict.fromkeys(made.files, b"half"))
    assert "damaged" in kept(folder, damaged, TASK, made.entry.inputs).problems[0]
    assert not folder.exists()
    assert kept(folder, made, TASK, made.entry.inputs) == made.entry
    assert made.entry.stands(folder)


def test_a_folder_that_cannot_be_written_is_the_problem_of_a_document(library: Library, tmp_path: Path) -> None:
    made = make_here(errand(library), TASK, tmp_path / "desk")
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    entry: Entry = kept(tmp_path / "out", made, TASK, made.entry.inputs)
    assert entry.status == "problem"
    assert "cannot write" in entry.problems[0]
