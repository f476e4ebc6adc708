"""The manifest is the same bytes for the same entries, and what was broken off is known again."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from briefgen.batch.manifest import JOURNAL, MANIFEST, TABLE, Entry, append, as_files, read_entries, sha256

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
