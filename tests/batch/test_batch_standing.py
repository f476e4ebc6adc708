"""Each document of a batch is told as a run would take it, and the folder is only read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefgen.batch.making import Site, Task, problem
from briefgen.batch.manifest import JOURNAL, MANIFEST, append, close_journal, read_entries
from briefgen.batch.plan import plan
from briefgen.batch.standing import Standing, by_delegation, standing
from briefgen.library.delegations import Delegations
from briefgen.library.shelves import Library
from tests.batch.conftest import batch_of, ran
from tests.check.shelf_copy import ShelfCopy

OVERLAY = "templates/delegations/JP/letter.md"
BROKEN = "---\nchanges: letter\nfor: JP\n---\n{% block offer %}{{ nothing }}{% endblock %}\n"


def standings(library: Library, folder: Path, **changes: Any) -> dict[str, Standing]:
    """How documents stand, by recipient; what stands in the folder is held against what stood there before."""
    before = {path: path.read_bytes() for path in folder.glob("*")}
    batch = batch_of(**changes)
    found = standing(Site(library, batch, folder), plan(library, batch))
    assert {path: path.read_bytes() for path in folder.glob("*")} == before
    return {each.recipient: each for each in found}


def states(found: dict[str, Standing]) -> dict[str, str]:
    return {recipient: each.state for recipient, each in found.items()}


def test_what_was_never_made_is_planned_and_what_was_made_is_built(library: Library, folder: Path) -> None:
    assert states(standings(library, folder)) == {"FR": "planned", "JP": "planned", "NR": "planned"}
    ran(library, folder, to=("FR",))
    found = standings(library, folder)
    assert states(found) == {"FR": "built", "JP": "planned", "NR": "planned"}
    entry = found["FR"].entry
    assert entry
    assert list(entry.files) == ["letter_FR_en.txt"]


def test_files_that_are_missing_or_altered_are_named(library: Library, folder: Path) -> None:
    ran(library, folder, kinds=("txt", "html"))
    (folder / "letter_FR_en.txt").unlink()
    (folder / "letter_JP_en.html").write_text("altered", encoding="utf-8")
    found = standings(library, folder, kinds=("txt", "html"))
    assert states(found) == {"FR": "stale", "JP": "stale", "NR": "built"}
    assert (found["FR"].changed, found["FR"].missing, found["FR"].altered) == (False, ("letter_FR_en.txt",), ())
    assert (found["JP"].changed, found["JP"].missing, found["JP"].altered) == (False, (), ("letter_JP_en.html",))


def test_what_depends_on_a_changed_file_is_stale_and_one_run_makes_it_built(shelf: ShelfCopy, folder: Path) -> None:
    ran(shelf.library, folder)
    shelf.edit("templates/formats/letter.md", "We enclose a briefing", "We send you a briefing")
    found = standings(shelf.library, folder)
    assert set(states(found).values()) == {"stale"}
    assert all(each.changed for each in found.values())
    ran(shelf.library, folder)
    assert set(states(standings(shelf.library, folder)).values()) == {"built"}


def test_a_problem_is_one_until_something_changes(shelf: ShelfCopy, folder: Path) -> None:
    shelf.write(OVERLAY, BROKEN)
    ran(shelf.library, folder)
    found = standings(shelf.library, folder)
    assert states(found) == {"FR": "built", "JP": "problem", "NR": "built"}
    entry = found["JP"].entry
    assert entry
    assert "'nothing' is undefined" in entry.problems[0]
    (shelf.path / OVERLAY).unlink()
    again = standings(shelf.library, folder)["JP"]
    assert (again.state, again.changed) == ("stale", True)


def test_a_problem_of_which_the_maker_could_not_tell_is_one(library: Library, folder: Path) -> None:
    jobs = plan(library, batch_of()).jobs
    folder.mkdir()
    close_journal(folder, [problem(Task(jobs[0], ()), "the program that made it was ended twice")])
    assert states(standings(library, folder)) == {"FR": "problem", "JP": "planned", "NR": "planned"}


def test_what_is_no_longer_planned_is_dropped_and_what_cannot_be_is_left(library: Library, folder: Path) -> None:
    ran(library, folder, to=("FR", "NR"))
    found = standings(library, folder, formats=("letter", "letter-security-council"), to=("FR",))
    assert states(found) == {"FR": "planned", "NR": "dropped"}
    left = standings(library, folder, formats=("letter-security-council",), to=("NR",))["NR"]
    assert (left.state, left.name) == ("left", "letter-security-council to NR")
    assert "is for the group `security-council`" in left.why


@pytest.mark.parametrize("torn", ["", '{"name": "letter_NR_en", "recip'])
def test_what_another_process_has_noted_so_far_is_seen(library: Library, folder: Path, torn: str) -> None:
    entries = ran(library, folder).entries
    (folder / MANIFEST).unlink()
    append(folder, entries[1])
    with (folder / JOURNAL).open("a", encoding="utf-8") as file:
        file.write(torn)
    assert states(standings(library, folder)) == {"FR": "planned", "JP": "built", "NR": "planned"}


def test_what_was_noted_is_not_lost_where_the_other_process_ends_at_that_moment(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = ran(library, folder).entries
    (folder / MANIFEST).unlink()
    for entry in entries[:2]:
        append(folder, entry)
    read_text = Path.read_text

    def ended_before(path: Path, *args: Any, **named: Any) -> str:
        if path.name == MANIFEST and not path.exists():
            close_journal(folder, entries)
        return read_text(path, *args, **named)

    monkeypatch.setattr(Path, "read_text", ended_before)
    assert set(read_entries(folder)) == {entry.name for entry in entries}


def test_each_delegation_has_the_worst_state_of_its_documents(
    library: Library, folder: Path, delegations: Delegations
) -> None:
    to, languages = ("FR", "JP", "NR", "permanent-five and not FR"), ("en", "fr")
    ran(library, folder, to=to, languages=languages)
    (folder / "letter_JP_fr.txt").unlink()
    batch = batch_of(to=(*to, "IT"), languages=languages, formats=("letter", "letter-security-council"))
    only = batch_of(to=(*to, "IT"), languages=languages)
    found = by_delegation(standing(Site(library, only, folder), plan(library, only)), delegations)
    assert len(found) == 195
    assert {iso: found[iso].state for iso in ("FR", "JP", "IT", "CN", "DE")} == {
        "FR": "built",
        "JP": "stale",
        "IT": "planned",
        "CN": "built",
        "DE": "",
    }
    assert [each.name for each in found["JP"].documents] == ["letter_JP_en", "letter_JP_fr"]
    more = by_delegation(standing(Site(library, batch, folder), plan(library, batch)), delegations)
    assert more["FR"].state == "planned", "a letter to the Council is not made yet"
    assert {each.state for each in more["NR"].documents} == {"built", "left"}
    assert more["NR"].state == "built", "what it cannot have is no fault"
