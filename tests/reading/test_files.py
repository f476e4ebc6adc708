"""Only ordinary files are read, of a size that one may have, and inside their folder where they must be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.reading.files import is_file, is_inside, read_bytes, read_text, require_inside, require_self_contained


def told(path: Path, most: int = 10) -> str:
    with pytest.raises(BriefgenError) as caught:
        read_bytes(path, most)
    return str(caught.value).removeprefix(f"{path}: ")


def test_a_file_of_the_size_that_is_allowed_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(bytes(10))
    assert read_bytes(path, 10) == bytes(10)
    assert told(path, 9) == "the file is larger than 9e-06 MB (make it smaller, or split it)"


def test_what_is_no_ordinary_file_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert told(tmp_path / "none") == "the file is missing (check its name and folder)"
    assert told(tmp_path / "pipe") == "this is no ordinary file (copy what it holds into a file)"
    assert told(tmp_path) == "this is a folder, not a file (name a file in it)"
    assert told(Path("/dev/zero")) == "this is no ordinary file (copy what it holds into a file)"
    assert told(tmp_path / ("x" * 5_000)).endswith(
        "the file cannot be read: File name too long (check its name, and whether you may read it)"
    )
    with pytest.raises(BriefgenError, match="the file cannot be read: embedded null byte"):
        read_bytes(tmp_path / "a\0b", 10)


def test_line_ends_become_one_kind_and_other_encodings_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"a\r\nb\rc\n")
    assert read_text(path) == "a\nb\nc\n"
    path.write_bytes(b"\xff")
    with pytest.raises(BriefgenError, match="not in UTF-8"):
        read_text(path)


def test_links_and_dots_that_lead_out_of_a_folder_are_seen(tmp_path: Path) -> None:
    folder, outside = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    outside.mkdir()
    (folder / "file").touch()
    (folder / "inner").symlink_to(folder / "file")
    require_self_contained(folder)
    (folder / "link").symlink_to(outside)
    (folder / "loop").symlink_to(folder / "loop")
    assert is_inside(folder / "file", folder)
    assert is_inside(folder / "inner", folder)
    for name in ("link", "link/x", "../out", "/etc/passwd", "a\0b"):
        assert not is_inside(folder / name, folder)
    with pytest.raises(BriefgenError, match="link: this leads out of its folder"):
        require_inside(folder / "link", folder)
    with pytest.raises(BriefgenError, match="leads out of its folder"):
        require_self_contained(folder)


def test_a_name_that_no_system_takes_names_no_file(tmp_path: Path) -> None:
    assert not is_file(tmp_path / ("x" * 5_000))
    assert not is_file(tmp_path / "a\0b")
