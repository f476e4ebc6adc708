"""What was read is kept until a file changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.studio.memory import Memory, stamp_of


def test_what_was_made_is_made_again_only_where_a_file_has_changed(tmp_path: Path) -> None:
    file = tmp_path / "templates" / "formats" / "letter.md"
    file.parent.mkdir(parents=True)
    file.write_text("one")
    memory, made = Memory((tmp_path,)), []

    def make() -> str:
        made.append(file.read_text() if file.exists() else "gone")
        return made[-1]

    assert [memory.recall("a", make), memory.recall("a", make)] == ["one", "one"]
    assert made == ["one"]
    file.write_text("another")
    assert memory.recall("a", make) == "another"
    file.unlink()
    assert memory.recall("a", make) == "gone"


@pytest.mark.parametrize(
    "name", ["sender.yaml", "contacts.csv", "do-not-name.txt", "reports/r/report.yaml", "locales/ko/x.po"]
)
def test_every_file_on_which_a_document_rests_counts(tmp_path: Path, name: str) -> None:
    before = stamp_of([tmp_path])
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    assert stamp_of([tmp_path]) != before


def test_what_lies_beside_does_not_count(tmp_path: Path) -> None:
    before = stamp_of([tmp_path])
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "letter.pdf").write_bytes(b"x")
    assert stamp_of([tmp_path]) == before


def test_what_cannot_be_made_is_tried_again(tmp_path: Path) -> None:
    memory = Memory((tmp_path,))
    with pytest.raises(ZeroDivisionError):
        memory.recall("a", lambda: 1 // 0)
    assert memory.recall("a", lambda: 2) == 2


def test_no_link_is_followed_out_of_a_shelf(tmp_path: Path) -> None:
    """A link to the root of the system would take minutes with each page."""
    shelf, outside = tmp_path / "workspace", tmp_path / "outside"
    outside.mkdir()
    shelf.mkdir()
    (shelf / "templates").symlink_to(outside)
    (shelf / "x.yaml").symlink_to(outside)
    before = stamp_of([shelf])
    (outside / "new").write_text("x")
    assert stamp_of([shelf]) == before


def test_a_link_in_a_circle_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a").symlink_to("a")
    assert stamp_of([tmp_path])


def test_what_is_made_of_something_that_is_kept_recalls_it_as_the_files_are_now(tmp_path: Path) -> None:
    file = tmp_path / "templates" / "letter.md"
    file.parent.mkdir()
    file.write_text("one")
    memory, read = Memory((tmp_path,)), []

    def whole() -> str:
        read.append(file.read_text())
        return read[-1]

    def part(name: str) -> str:
        return memory.recall(name, lambda: f"{name} of {memory.recall('whole', whole)}")

    assert [part("a"), part("b"), part("a")] == ["a of one", "b of one", "a of one"]
    assert read == ["one"]
    file.write_text("another")
    assert part("b") == "b of another"
