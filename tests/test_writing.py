"""Files appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, Place
from briefgen.writing import new_file, remove_drafts, write_all


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


def second_renaming_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.replace

    def refused(path: Path, target: Path) -> Path:
        if target.name == "two.docx":
            raise PermissionError(13, "Permission denied", str(path), None, str(target))
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", refused)


def test_a_renaming_that_fails_late_puts_back_what_stood_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.pdf").write_bytes(b"old")
    second_renaming_fails(monkeypatch)
    with pytest.raises(BriefgenError) as caught:
        write_all({tmp_path / "one.pdf": b"new", tmp_path / "two.docx": b"new"})
    assert [path.name for path in tmp_path.iterdir()] == ["one.pdf"]
    assert (tmp_path / "one.pdf").read_bytes() == b"old"
    assert caught.value.problems[0].place == Place(str(tmp_path / "two.docx")), "the file, not its draft"


def test_a_renaming_that_fails_late_leaves_nothing_where_nothing_stood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second_renaming_fails(monkeypatch)
    with pytest.raises(BriefgenError, match="Permission denied"):
        write_all({tmp_path / "one.pdf": b"new", tmp_path / "two.docx": b"new"})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_a_file_stops_all(tmp_path: Path) -> None:
    (tmp_path / "two.docx").mkdir()
    with pytest.raises(BriefgenError, match="cannot write"):
        write_all({tmp_path / "one.pdf": b"new", tmp_path / "two.docx": b"new"})
    assert [path.name for path in tmp_path.iterdir()] == ["two.docx"]


def test_an_interruption_leaves_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(path: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all({tmp_path / "one.pdf": b"new"})
    assert list(tmp_path.iterdir()) == []


def test_old_files_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "one.pdf").write_bytes(b"old")
    write_all({tmp_path / "one.pdf": b"new"})
    assert (tmp_path / "one.pdf").read_bytes() == b"new"


def test_where_no_room_is_left_to_put_back_no_half_file_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.pdf").write_bytes(b"old")
    second_renaming_fails(monkeypatch)
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if data == b"old":
            write(path, data[:1])
            raise OSError(28, "No space left on device", str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(BriefgenError, match="Permission denied"):
        write_all({tmp_path / "one.pdf": b"new", tmp_path / "two.docx": b"new"})
    assert [path.name for path in tmp_path.iterdir()] == ["one.pdf"]
    assert (tmp_path / "one.pdf").read_bytes() == b"new"


def test_a_new_file_appears_as_its_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "bundles" / "one.zip"
    with new_file(path) as file:
        file.write(b"half")
        assert not path.exists()
        file.write(b" and half")
    assert path.read_bytes() == b"half and half"
    assert [each.name for each in path.parent.iterdir()] == ["one.zip"]


@pytest.mark.parametrize("raised", [KeyboardInterrupt, BriefgenError([])])
def test_a_new_file_whose_block_fails_is_none(tmp_path: Path, raised: BaseException | type[BaseException]) -> None:
    path = tmp_path / "one.zip"
    path.write_bytes(b"old")

    def write() -> None:
        with new_file(path) as file:
            file.write(b"new")
            raise raised

    with pytest.raises((KeyboardInterrupt, BriefgenError)):
        write()
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["one.zip"]


def test_a_new_file_for_which_there_is_no_room_is_told(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match="cannot write: No space left"), new_file(tmp_path / "one.zip"):
        raise OSError(28, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_where_a_folder_stands_is_told(tmp_path: Path) -> None:
    (tmp_path / "one.zip").mkdir()
    with pytest.raises(BriefgenError, match=r"one\.zip: cannot write"), new_file(tmp_path / "one.zip") as file:
        file.write(b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["one.zip"]


def test_what_a_killed_program_left_half_written_is_removed_and_nothing_else(tmp_path: Path) -> None:
    for name in (".a.txt.part", "a.txt", "b.part", ".hidden"):
        (tmp_path / name).touch()
    remove_drafts(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".hidden", "a.txt", "b.part"]
    remove_drafts(tmp_path / "none")


def test_no_link_in_the_place_of_a_draft_is_followed(tmp_path: Path) -> None:
    folder, outside = tmp_path / "folder", tmp_path / "outside"
    folder.mkdir()
    outside.write_bytes(b"theirs")
    for name in ("one.pdf", "two.zip"):
        (folder / f".{name}.part").symlink_to(outside)
    write_all({folder / "one.pdf": b"1"})
    with new_file(folder / "two.zip") as file:
        file.write(b"2")
    assert outside.read_bytes() == b"theirs"
    assert (folder / "one.pdf").read_bytes() == b"1"
    assert not (folder / "two.zip").is_symlink()
