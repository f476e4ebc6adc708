"""The text that a person works through names what is stated, what is open and what was set aside, with lines."""

from __future__ import annotations

from pathlib import Path

from briefgen.importing.release import import_release
from briefgen.importing.statements import statements_of
from briefgen.library.shelves import Library


def decisions(tmp_path: Path, library: Library, text: str) -> str:
    (tmp_path / "release.txt").write_text(text, encoding="utf-8")
    imported = import_release(tmp_path / "release.txt", "wells", library, statements_of)
    return imported.files(Path("wells"))[Path("wells/decisions.md")].decode()


def test_what_is_stated_and_what_is_not_is_told_with_its_line(tmp_path: Path, library: Library) -> None:
    text = decisions(tmp_path, library, "Dol: Wells Closed\n\n(Dol) – The ministry closed 14 wells in the valley.\n")
    assert "- title: Dol: Wells Closed (source.txt:1)" in text
    assert "- embargo: not stated" in text
    assert "- language: en" in text


def test_open_questions_have_boxes_and_candidates_and_what_was_passed_over_is_listed(
    tmp_path: Path, library: Library
) -> None:
    release = (
        "Dol: Wells Closed\n\n(Dol) – Of the 14 wells visited, nine were shut. The council built them.\n\n"
        "They should open the wells. Many families need to drink.\n"
    )
    text = decisions(tmp_path, library, release)
    assert "- [ ] source.txt:3: What does “nine” count" in text
    assert "    - wells visited" in text
    assert "- taken for something else than an ask: Many families need to drink. (source.txt:5)" in text
    assert text.endswith("\n")
