"""A seal tells whether a file is as it was made, and nothing that it should not."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from briefgen import __version__
from briefgen.errors import BriefgenError
from briefgen.sealing import Identity, Seal, SealedFile, verify

IDENTITY = Identity("report", "letter", "FR", "en", date(2026, 11, 24))


def seal(folder: Path, name: str, **files: bytes) -> Path:
    path = folder / name
    named = {name.replace("_", "."): data for name, data in files.items()}
    path.write_bytes(Seal(files=IDENTITY.sealed(named)).data())
    for file, data in named.items():
        (folder / file).write_bytes(data)
    return path


def statuses(*paths: Path) -> list[tuple[str, str, str]]:
    return [(verdict.path.name, verdict.status, verdict.seal) for verdict in verify(paths)]


def test_what_is_as_it_was_is_intact(tmp_path: Path) -> None:
    seal(tmp_path, "a.seal.json", a_pdf=b"one", a_docx=b"two")
    assert statuses(tmp_path / "a.pdf") == [("a.pdf", "intact", "a.seal.json")]
    assert statuses(tmp_path / "a.seal.json") == statuses(tmp_path) == [
        ("a.pdf", "intact", "a.seal.json"), ("a.docx", "intact", "a.seal.json"),
    ]  # fmt: skip


@given(data=st.binary(), other=st.binary())
def test_any_other_bytes_are_changed(data: bytes, other: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    seal(folder, "a.seal.json", a_pdf=data)
    (folder / "a.pdf").write_bytes(other)
    assert [verdict.status for verdict in verify([folder / "a.pdf"])] == ["intact" if data == other else "changed"]


def test_what_is_gone_is_missing_and_what_is_new_is_not_sealed(tmp_path: Path) -> None:
    seal(tmp_path, "seal.json", a_pdf=b"one", b_pdf=b"two")
    (tmp_path / "a.pdf").unlink()
    (tmp_path / "c.pdf").write_bytes(b"three")
    assert statuses(tmp_path / "seal.json", tmp_path / "c.pdf", tmp_path / "d.pdf") == [
        ("a.pdf", "missing", "seal.json"),
        ("b.pdf", "intact", "seal.json"),
        ("c.pdf", "not sealed", ""),
        ("d.pdf", "missing", ""),
    ]


def test_a_folder_without_a_seal_is_not_sealed(tmp_path: Path) -> None:
    assert [verdict.status for verdict in verify([tmp_path])] == ["not sealed"]


def test_two_seals_must_agree(tmp_path: Path) -> None:
    seal(tmp_path, "a.seal.json", a_pdf=b"one")
    seal(tmp_path, "seal.json", a_pdf=b"two")
    assert statuses(tmp_path / "a.pdf") == [("a.pdf", "changed", "a.seal.json, seal.json")]
    seal(tmp_path, "seal.json", a_pdf=b"one")
    assert statuses(tmp_path / "a.pdf") == [("a.pdf", "intact", "a.seal.json, seal.json")]


def test_a_name_is_found_however_its_accents_are_stored(tmp_path: Path) -> None:
    (tmp_path / "seal.json").write_bytes(Seal(files=IDENTITY.sealed({"lettre-é.txt": b"one"})).data())
    (tmp_path / "lettre-e\u0301.txt").write_bytes(b"one")
    assert [verdict.status for verdict in verify([tmp_path / "lettre-e\u0301.txt"])] == ["intact"]


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"files": [{"name": "a"}]}', "\ud7ff"])
def test_a_broken_seal_is_told_at_its_place(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"one")
    (tmp_path / "seal.json").write_text(text, encoding="utf-8")
    with pytest.raises(BriefgenError) as caught:
        verify([tmp_path / "a.pdf", tmp_path])
    assert [str(problem.place) for problem in caught.value.problems] == [str(tmp_path / "seal.json")]


def test_it_says_what_the_files_are_and_no_more(tmp_path: Path) -> None:
    data = json.loads(seal(tmp_path, "seal.json", a_pdf=b"one").read_bytes())
    assert data["briefgen"] == __version__
    (file,) = data["files"]
    assert file == {
        "name": "a.pdf",
        "size": 3,
        "sha256": "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
        "report": "report",
        "format": "letter",
        "recipient": "FR",
        "language": "en",
        "date": "2026-11-24",
    }
    assert set(data) == {"briefgen", "files"}


@pytest.mark.parametrize("name", ["../a", "a/b", "a\\b", "", "a\x00"])
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    (file,) = IDENTITY.sealed({"a": b""})
    with pytest.raises(ValidationError):
        SealedFile.model_validate({**file.model_dump(), "name": name})
