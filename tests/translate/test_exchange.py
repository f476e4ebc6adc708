"""Tables go out and come back with every character as it was, and say in which row something is wrong."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import BriefgenError
from briefgen.translate.exchange import Row, as_docx, as_po, as_xlsx, changes, read_table
from briefgen.translate.sentences import key_of

ROWS = [
    Row(key_of("d", "A sentence."), "A sentence.", "Une phrase.", "a note"),
    Row(key_of("d", "=1+1 {name}"), "=1+1 {name}", "=2 {name}"),
    Row(key_of("d", "Not yet"), "Not yet", ""),
]
WRITERS = {"xlsx": as_xlsx, "docx": as_docx, "po": as_po}


def sent(tmp_path: Path, kind: str, rows: list[Row] = ROWS) -> Path:
    path = tmp_path / f"table.{kind}"
    path.write_bytes(WRITERS[kind](rows, "fr"))
    return path


@pytest.mark.parametrize("kind", WRITERS)
def test_a_table_comes_back_as_it_went(kind: str, tmp_path: Path) -> None:
    returned = read_table(sent(tmp_path, kind))
    assert [(row.key, row.original, row.translation) for row in returned] == [
        (row.key, row.original, row.translation) for row in ROWS
    ]
    assert changes(returned, {row.key: row for row in ROWS}, Path("table")) == ({}, [])


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=60))
def test_a_workbook_keeps_any_text_and_runs_none(text: str) -> None:
    sheet = openpyxl.load_workbook(BytesIO(as_xlsx([Row("0123456789", "x", text)], "fr"))).worksheets[0]
    assert sheet["C2"].data_type == "s"
    assert sheet["C2"].value == text


@pytest.mark.parametrize("kind", WRITERS)
def test_only_what_changed_is_a_change(kind: str, tmp_path: Path) -> None:
    rows = [ROWS[0], Row(ROWS[1].key, ROWS[1].original, "=3 {name}"), ROWS[2]]
    returned = read_table(sent(tmp_path, kind, rows))
    assert changes(returned, {row.key: row for row in ROWS}, Path("t")) == ({ROWS[1].key: "=3 {name}"}, [])


def test_an_altered_english_text_is_told_with_its_row(tmp_path: Path) -> None:
    path = sent(tmp_path, "docx")
    document = docx.Document(str(path))
    document.tables[0].rows[1].cells[0].paragraphs[0].runs[0].text = "Another sentence."
    document.save(str(path))
    _, (problem,) = changes(read_table(path), {row.key: row for row in ROWS}, path)
    assert problem.place is not None
    assert problem.place.line == 2
    assert "altered" in problem.message


def test_a_row_of_an_older_text_is_told(tmp_path: Path) -> None:
    _, problems = changes(read_table(sent(tmp_path, "xlsx")), {ROWS[0].key: ROWS[0]}, Path("t"))
    assert ["changed since the export" in problem.message for problem in problems] == [True, True]


@pytest.mark.parametrize("name", ["table.xlsx", "table.docx", "table.odt"])
def test_what_is_no_table_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"nothing of the kind")
    with pytest.raises(BriefgenError) as caught:
        read_table(tmp_path / name)
    assert name in str(caught.value)


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match="missing"):
        read_table(tmp_path / "none.xlsx")


def test_a_word_table_names_no_person(tmp_path: Path) -> None:
    properties = docx.Document(str(sent(tmp_path, "docx"))).core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")
