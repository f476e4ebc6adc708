"""The workspace is searched first, the built-in library second."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.library.shelves import Library, built_in_shelf, open_library


@pytest.fixture
def two(tmp_path: Path) -> Library:
    """Two shelves that both hold `a.md`; only the second holds `b.md`, and a folder and files that do not count."""
    for name in ("first/templates/a.md", "second/templates/a.md", "second/templates/b.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    for name in (".hidden.md", "_draft.md", "note.txt"):
        (tmp_path / "second/templates" / name).touch()
    (tmp_path / "second/templates/house").mkdir()
    return Library((tmp_path / "first", tmp_path / "second"))


def test_the_first_shelf_prevails(two: Library) -> None:
    found = two.find("templates", "a.md")
    assert found
    assert found.read_text(encoding="utf-8") == "first/templates/a.md"


def test_the_second_shelf_fills_what_the_first_lacks(two: Library) -> None:
    found = two.find("templates", "b.md")
    assert found
    assert found.read_text(encoding="utf-8") == "second/templates/b.md"


def test_what_stands_nowhere_is_not_found(two: Library) -> None:
    assert two.find("templates", "c.md") is None


def test_names_come_from_all_shelves_once_and_sorted(two: Library) -> None:
    assert two.names("templates", suffix=".md") == ["a", "b"]


def test_names_without_a_suffix_are_folders(two: Library) -> None:
    assert two.names("templates") == ["house"]


def test_a_near_name_is_suggested(two: Library) -> None:
    with pytest.raises(BriefgenError, match=r"there is no format `lettr` \(did you mean `letter`\?\)"):
        two.require("format", "lettr", None, ["briefing", "letter"])


def test_without_a_near_name_all_are_listed(two: Library) -> None:
    with pytest.raises(BriefgenError, match=r"\(there is: briefing, letter\)"):
        two.require("format", "xyz", None, ["briefing", "letter"])


def test_a_path_that_is_there_is_given_back(two: Library, tmp_path: Path) -> None:
    assert two.require("format", "a", tmp_path, []) == tmp_path


def test_a_workspace_is_searched_before_the_built_in_library(tmp_path: Path) -> None:
    assert open_library(tmp_path).shelves == (tmp_path, built_in_shelf())


def test_the_built_in_shelf_as_workspace_is_searched_once() -> None:
    assert open_library(built_in_shelf()).shelves == (built_in_shelf(),)
    assert open_library().shelves == (built_in_shelf(),)


def test_the_built_in_shelf_holds_all_three_folders() -> None:
    assert all((built_in_shelf() / name).is_dir() for name in ("templates", "locales", "reports"))


@pytest.mark.parametrize(
    "parts", [("templates", "link.md"), ("templates", "folder", "x.md"), ("..", "outside", "x.md")]
)
def test_what_leads_out_of_the_shelves_is_refused(two: Library, tmp_path: Path, parts: tuple[str, ...]) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/x.md").touch()
    (tmp_path / "first/templates/link.md").symlink_to(tmp_path / "outside/x.md")
    (tmp_path / "first/templates/folder").symlink_to(tmp_path / "outside")
    with pytest.raises(BriefgenError, match="this leads out of the workspace"):
        two.find(*parts)


def test_a_link_to_another_shelf_is_followed(two: Library, tmp_path: Path) -> None:
    (tmp_path / "first/templates/b.md").symlink_to(tmp_path / "second/templates/b.md")
    assert two.find("templates", "b.md") == tmp_path / "first/templates/b.md"


def test_a_name_that_no_system_takes_names_nothing(two: Library) -> None:
    assert two.find("templates", "x" * 5_000) is None
    assert two.find("templates", "a\0b") is None
