"""Files that several windows and editors may change."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import BriefgenError, Conflict
from briefgen.studio import keeping
from briefgen.studio.keeping import Keeper, mark_of


def test_a_file_that_was_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path, keeper = tmp_path / "deep" / "a.md", Keeper(tmp_path)
    keeper.save(path, b"one", "")
    seen = mark_of(path)
    path.write_bytes(b"an editor's")
    with pytest.raises(Conflict) as caught:
        keeper.save(path, b"two", seen)
    assert caught.value.problems[0].place
    assert caught.value.problems[0].place.path == path
    assert path.read_bytes() == b"an editor's"
    keeper.save(path, b"two", mark_of(path))
    assert path.read_bytes() == b"two"


def test_a_file_that_is_new_or_gone_meanwhile_is_a_conflict_too(tmp_path: Path) -> None:
    path, keeper = tmp_path / "a.md", Keeper(tmp_path)
    path.write_bytes(b"somebody was first")
    with pytest.raises(Conflict):
        keeper.save(path, b"mine", "")
    seen = mark_of(path)
    path.unlink()
    with pytest.raises(Conflict):
        keeper.save(path, b"mine", seen)
    assert not path.exists()


def test_nothing_is_to_be_undone_at_first(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match="nothing to undo"):
        Keeper(tmp_path).undo("")


def test_what_an_editor_changed_since_is_not_undone(tmp_path: Path) -> None:
    path, keeper = tmp_path / "a.md", Keeper(tmp_path)
    keeper.save(path, b"one", "")
    path.write_bytes(b"an editor's")
    with pytest.raises(Conflict):
        keeper.undo(keeper.newest)
    assert path.read_bytes() == b"an editor's"
    assert keeper.last == path, "it can be undone when the file is as it was"
    assert keeper.newest, "it can be undone when the file is as it was"


@given(st.lists(st.one_of(st.none(), st.binary(max_size=8)), max_size=8))
def test_every_change_can_be_taken_back_in_turn(
    tmp_path_factory: pytest.TempPathFactory, steps: list[bytes | None]
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    path, keeper = folder / "a.md", Keeper(folder)
    states: list[bytes | None] = [None]
    for data in steps:
        keeper.save(path, data, mark_of(path))
        states.append(data)
    for before in reversed(states[:-1]):
        assert keeper.undo(keeper.newest) == path
        assert (path.read_bytes() if path.exists() else None) == before
    assert keeper.last is None
    assert not keeper.newest


def test_only_the_change_that_a_window_shows_is_taken_back(tmp_path: Path) -> None:
    """Another window may have saved since, and a form may be sent twice."""
    path, keeper = tmp_path / "a.md", Keeper(tmp_path)
    keeper.save(path, b"one", "")
    shown = keeper.newest
    keeper.save(path, b"two", mark_of(path))
    with pytest.raises(Conflict):
        keeper.undo(shown)
    assert path.read_bytes() == b"two"
    keeper.undo(keeper.newest)
    keeper.save(path, b"three", mark_of(path))
    with pytest.raises(Conflict):
        keeper.undo("2")
    assert path.read_bytes() == b"three"


def test_the_oldest_changes_are_not_kept_for_ever(tmp_path: Path) -> None:
    path, keeper = tmp_path / "a.md", Keeper(tmp_path)
    for number in range(150):
        keeper.save(path, str(number).encode(), mark_of(path))
    for _ in range(100):
        keeper.undo(keeper.newest)
    assert not keeper.newest
    assert path.read_bytes() == b"49"


@pytest.mark.parametrize("link", ["templates", "templates/delegations", "templates/delegations/KR/letter.md"])
def test_no_link_leads_a_change_out_of_the_folder(tmp_path: Path, link: str) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "workspace"
    outside.mkdir()
    (folder / link).parent.mkdir(parents=True)
    (folder / link).symlink_to(outside / "new.md" if link.endswith(".md") else outside)
    with pytest.raises(BriefgenError, match="leads out"):
        Keeper(folder).save(folder / "templates" / "delegations" / "KR" / "letter.md", b"x", "")
    assert not list(outside.rglob("*"))


def test_two_studios_of_one_folder_lose_nothing(tmp_path: Path) -> None:
    """Each has a lock of its own, so what is between the last look at a file and its writing is for one at a time."""
    path = tmp_path / "a.md"

    def append(word: str) -> None:
        keeper, left = Keeper(tmp_path), 40
        while left:
            before = path.read_bytes() if path.exists() else b""
            seen = hashlib.sha256(before).hexdigest() if before else ""
            try:
                keeper.save(path, before + f"{word}{left}\n".encode(), seen)
            except Conflict:
                continue
            left -= 1

    with ThreadPoolExecutor() as pool:
        list(pool.map(append, "abcd"))
    assert len(set(path.read_text().split())) == 160


def test_what_an_editor_writes_right_after_is_not_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, keeper, put = tmp_path / "a.md", Keeper(tmp_path), keeping.write_all

    def and_an_editor(contents: dict[Path, bytes]) -> None:
        put(contents)
        path.write_bytes(b"an editor's")

    monkeypatch.setattr(keeping, "write_all", and_an_editor)
    keeper.save(path, b"one", "")
    with pytest.raises(Conflict):
        keeper.undo(keeper.newest)
    assert path.read_bytes() == b"an editor's"
