"""Files that several windows and editors may change."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import BriefgenError, Conflict
from briefgen.studio.keeping import Keeper, mark_of


def test_a_file_that_was_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path, keeper = tmp_path / "deep" / "a.md", Keeper()
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
    path, keeper = tmp_path / "a.md", Keeper()
    path.write_bytes(b"somebody was first")
    with pytest.raises(Conflict):
        keeper.save(path, b"mine", "")
    seen = mark_of(path)
    path.unlink()
    with pytest.raises(Conflict):
        keeper.save(path, b"mine", seen)
    assert not path.exists()


def test_nothing_is_to_be_undone_at_first() -> None:
    with pytest.raises(BriefgenError, match="nothing to undo"):
        Keeper().undo()


def test_what_an_editor_changed_since_is_not_undone(tmp_path: Path) -> None:
    path, keeper = tmp_path / "a.md", Keeper()
    keeper.save(path, b"one", "")
    path.write_bytes(b"an editor's")
    with pytest.raises(Conflict):
        keeper.undo()
    assert path.read_bytes() == b"an editor's"
    assert keeper.last == path, "it can be undone when the file is as it was"


@given(st.lists(st.one_of(st.none(), st.binary(max_size=8)), max_size=8))
def test_every_change_can_be_taken_back_in_turn(
    tmp_path_factory: pytest.TempPathFactory, steps: list[bytes | None]
) -> None:
    path, keeper = tmp_path_factory.mktemp("kept") / "a.md", Keeper()
    states: list[bytes | None] = [None]
    for data in steps:
        keeper.save(path, data, mark_of(path))
        states.append(data)
    for before in reversed(states[:-1]):
        assert keeper.undo() == path
        assert (path.read_bytes() if path.exists() else None) == before
    assert keeper.last is None
