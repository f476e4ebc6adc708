"""A zip holds the files and the table of its documents, says nothing of the machine, and nothing that was altered."""

from __future__ import annotations

import csv
import io
import time
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from briefgen.batch.manifest import Entry, sha256
from briefgen.batch.zipping import write_zip
from briefgen.errors import BriefgenError

DAY = date(2026, 11, 23)


def entry_of(folder: Path, name: str, *kinds: str) -> Entry:
    """A document whose files are written."""
    files = {f"{name}.{kind}": f"{name} as {kind}".encode() for kind in kinds}
    for file, data in files.items():
        (folder / file).write_bytes(data)
    hashes = {file: sha256(data) for file, data in files.items()}
    return Entry(name=name, recipient="KR", language="ko", format="letter", files=hashes)


def zipped(entries: Sequence[Entry], folder: Path, day: date = DAY) -> bytes:
    file = io.BytesIO()
    write_zip(entries, folder, day, file)
    return file.getvalue()


def test_a_zip_holds_the_table_and_every_kind_of_file(tmp_path: Path) -> None:
    entries = [entry_of(tmp_path, "letter_KR_김보라_ko", "pdf", "docx"), entry_of(tmp_path, "letter_KP_ko", "pdf")]
    entry_of(tmp_path, "letter_FR_fr", "pdf")
    archive = zipfile.ZipFile(io.BytesIO(zipped(entries, tmp_path)))
    assert archive.testzip() is None
    assert archive.namelist() == [
        "manifest.csv", "letter_KR_김보라_ko.pdf", "letter_KR_김보라_ko.docx", "letter_KP_ko.pdf",
    ]  # fmt: skip
    assert archive.read("letter_KR_김보라_ko.docx").decode() == "letter_KR_김보라_ko as docx"
    rows = list(csv.DictReader(io.StringIO(archive.read("manifest.csv").decode("utf-8-sig"))))
    assert [row["document"] for row in rows] == ["letter_KR_김보라_ko", "letter_KP_ko"]


def test_a_name_in_another_script_is_marked_as_utf_8(tmp_path: Path) -> None:
    data = zipped([entry_of(tmp_path, "편지", "pdf")], tmp_path)
    assert zipfile.ZipFile(io.BytesIO(data)).getinfo("편지.pdf").flag_bits & 0x800


def test_the_same_files_give_the_same_bytes_on_any_machine_at_any_hour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [entry_of(tmp_path, "letter_KR_ko", "pdf")]
    first = zipped(entries, tmp_path)
    monkeypatch.setattr(time, "time", lambda: 2e9)
    monkeypatch.setattr("sys.platform", "win32")
    (tmp_path / "letter_KR_ko.pdf").touch()
    assert zipped(entries, tmp_path) == first
    assert {member.date_time for member in zipfile.ZipFile(io.BytesIO(first)).infolist()} == {(2026, 11, 23, 0, 0, 0)}


def test_a_day_that_no_zip_can_name_is_the_first_it_can(tmp_path: Path) -> None:
    data = zipped([entry_of(tmp_path, "letter_KR_ko", "pdf")], tmp_path, date(1948, 12, 10))
    assert zipfile.ZipFile(io.BytesIO(data)).infolist()[1].date_time[:3] == (1980, 1, 1)


@pytest.mark.parametrize("altered", [b"altered", None])
def test_a_file_that_is_not_as_it_was_written_is_refused(tmp_path: Path, altered: bytes | None) -> None:
    entries = [entry_of(tmp_path, "letter_KR_ko", "pdf", "docx")]
    path = tmp_path / "letter_KR_ko.docx"
    path.unlink() if altered is None else path.write_bytes(altered)
    with pytest.raises(BriefgenError, match=r"letter_KR_ko\.docx: the file is not as it was written"):
        zipped(entries, tmp_path)
