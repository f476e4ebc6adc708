"""Files appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.production import write_all


def test_all_files_are_written(tmp_path: Path) -> None:
    write_all({tmp_path / "a" / "one.pdf": b"1", tmp_path / "a" / "two.docx": b"2"})
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["one.pdf", "two.docx"]


def test_a_failure_leaves_no_file_and_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.pdf").write_bytes(b"old")
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name.startswith(".two"):
            raise OSError(28, "No space left on device", str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(BriefgenError, match="No space left"):
        write_all({tmp_path / "one.pdf": b"new", tmp_path / "two.docx": b"new"})
    assert [path.name for path in tmp_path.iterdir()] == ["one.pdf"]
    assert (tmp_path / "one.pdf").read_bytes() == b"old"


def test_a_failed_renaming_leaves_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(target))

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(BriefgenError, match="cannot write: Permission denied"):
        write_all({tmp_path / "one.pdf": b"new"})
    assert list(tmp_path.iterdir()) == []
