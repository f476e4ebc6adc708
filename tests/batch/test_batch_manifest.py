"""The manifest is the same bytes for the same entries, and what was broken off is known again."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from briefgen.batch.manifest import (
    JOURNAL,
    MANIFEST,
    TABLE,
    Entry,
    append,
    as_files,
    read_entries,
    read_manifest,
    sha256,
)
from briefgen.errors import BriefgenError

ONE = Entry(name="letter_FR_en", recipient="FR", language="en", format="letter", files={"a.txt": sha256(b"a")})
TWO = Entry(name="letter_JP_en", recipient="JP", language="en", format="letter", status="problem", problems=("=no",))


def test_the_manifest_is_read_as_it_was_written(tmp_path: Path) -> None:
    files = as_files([ONE, TWO])
    (tmp_path / MANIFEST).write_bytes(files[MANIFEST])
    assert read_entries(tmp_path) == {ONE.name: ONE, TWO.name: TWO}
    assert as_files([ONE, TWO]) == files
    assert [document["name"] for document in json.loads(files[MANIFEST])["documents"]] == [ONE.name, TWO.name]


def test_the_table_opens_in_a_spreadsheet_and_runs_nothing() -> None:
    text = as_files([ONE, TWO.model_copy(update={"contact": "=HYPERLINK(1)"})])[TABLE].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["document"] for row in rows] == [ONE.name, TWO.name]
    assert rows[1]["contact"] == "'=HYPERLINK(1)"
    assert rows[1]["problems"] == "'=no"


def test_the_journal_goes_before_the_manifest_and_a_torn_line_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes(as_files([ONE, TWO])[MANIFEST])
    mended = TWO.model_copy(update={"status": "done", "problems": ()})
    append(tmp_path, mended)
    with (tmp_path / JOURNAL).open("a", encoding="utf-8") as file:
        file.write(ONE.model_copy(update={"status": "problem"}).model_dump_json()[:-20])
    assert read_entries(tmp_path) == {ONE.name: ONE, TWO.name: mended}


def test_a_manifest_that_cannot_be_read_is_as_none(tmp_path: Path) -> None:
    assert read_entries(tmp_path) == {}
    (tmp_path / MANIFEST).write_text("{", encoding="utf-8")
    assert read_entries(tmp_path) == {}


def test_an_entry_stands_while_its_files_are_as_they_were(tmp_path: Path) -> None:
    assert not ONE.stands(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"a")
    assert ONE.stands(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"b")
    assert not ONE.stands(tmp_path)
    assert not TWO.stands(tmp_path)


def test_a_finished_manifest_is_read_by_those_who_need_it(tmp_path: Path) -> None:
    path = tmp_path / MANIFEST
    path.write_bytes(as_files([ONE, TWO])[MANIFEST])
    assert read_manifest(path) == (ONE, TWO)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"documents": [\n  {"name": ', ":2:12: the manifest is damaged: Expecting value"),
        ('{"documents": [{"name": "x"}]}', ": document 1 of the manifest is damaged: recipient: Field required"),
        ('{"documents": ["x"]}', ": document 1 of the manifest is damaged: Input should be"),
        ('{"documents": 1}', ": the file is not the manifest of a batch"),
        ('{"files": {}}', ": the file is not the manifest of a batch"),
        ("[]", ": the file is not the manifest of a batch"),
        ("[" * 100_000, ": the file is not the manifest of a batch"),
    ],
    ids=["broken off", "a key", "a word", "a number", "another file", "a list", "deep"],
)
def test_a_damaged_manifest_is_told_at_its_place(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / MANIFEST
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BriefgenError) as caught:
        read_manifest(path)
    assert str(caught.value).startswith(f"{path}{told}")


def test_files_that_were_edited_are_told_from_those_that_lie_elsewhere(tmp_path: Path) -> None:
    assert ONE.edited(tmp_path) == ()
    (tmp_path / "a.txt").write_bytes(b"a")
    assert ONE.edited(tmp_path) == ()
    (tmp_path / "a.txt").write_bytes(b"edited")
    assert ONE.edited(tmp_path) == ("a.txt",)
