"""Each thing on which a document depends changes its fingerprint, and nothing else does."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefgen.batch.fingerprint import Fingerprints
from briefgen.batch.plan import Job
from briefgen.compose.request import Recipient
from briefgen.model.contact import Contact
from tests.batch.conftest import batch_of
from tests.check.shelf_copy import ShelfCopy

JOB = Job("letter", Recipient(state="FR"), "en")


def inputs(shelf: ShelfCopy, job: Job = JOB, **changes: object) -> str:
    return Fingerprints(shelf.library, batch_of(**changes)).inputs(job)


def test_the_same_inputs_have_the_same_fingerprint(shelf: ShelfCopy) -> None:
    assert inputs(shelf) == inputs(shelf)


@pytest.mark.parametrize(
    "file",
    [
        "reports/north-korea-border/report.yaml",
        "reports/north-korea-border/source.txt",
        "templates/formats/letter.md",
        "templates/formats/_notes.md",
        "templates/delegations/eu/letter.md",
        "templates/senders/placeholder.yaml",
        "templates/roles.yaml",
        "locales/en/address.yaml",
        "locales/en/states.csv",
        "locales/en/language.yaml",
    ],
)
def test_a_change_of_any_file_that_it_uses_changes_it(shelf: ShelfCopy, file: str) -> None:
    before = inputs(shelf)
    path = shelf.path / file
    path.write_text(path.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    assert inputs(shelf) != before


def test_the_words_of_another_language_do_not_change_it(shelf: ShelfCopy) -> None:
    shelf.add_language("ko")
    before = inputs(shelf)
    path = shelf.path / "locales/ko/LC_MESSAGES/formats.po"
    path.write_text(path.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    assert inputs(shelf) == before
    korean = Job("letter", Recipient(state="FR"), "ko")
    assert inputs(shelf, korean) != inputs(shelf)


def test_the_contact_the_day_the_kinds_and_the_details_change_it(shelf: ShelfCopy, tmp_path: Path) -> None:
    details = tmp_path / "details.yaml"
    details.write_text("placeholder: true\n", encoding="utf-8")
    found = {
        inputs(shelf),
        inputs(shelf, Job("letter", Recipient(state="FR"), "en", Contact(name="A", state="FR"))),
        inputs(shelf, Job("letter", Recipient(state="FR"), "en", Contact(name="A", state="FR", address="a@b.org"))),
        inputs(shelf, Job("letter", Recipient(state="JP"), "en")),
        inputs(shelf, day=batch_of().day.replace(day=24)),
        inputs(shelf, kinds=("pdf",)),
        inputs(shelf, final_at=datetime(2026, 11, 24, tzinfo=UTC)),
        inputs(shelf, details=details),
    }
    assert len(found) == 8


@pytest.mark.parametrize("place", ["", "reports/north-korea-border/", "senders/"])
def test_a_list_of_names_changes_it_without_standing_in_it(shelf: ShelfCopy, place: str) -> None:
    sender = shelf.write("senders/mine.yaml", "organisation: {en: Example}\n")
    before = inputs(shelf, sender=sender)
    shelf.write(f"{place}do-not-name.txt", "Jo Example\n")
    assert inputs(shelf, sender=sender) != before
