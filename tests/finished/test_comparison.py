"""Two texts and where they part; altered, missing and added passages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.finished.comparison import differences, parting
from briefgen.finished.expectation import Expectation
from briefgen.finished.reading import FinishedFile, Passage, Properties, bare
from briefgen.library.languages import load_numbers
from briefgen.library.shelves import open_library

Of = Callable[[str, str, str], Expectation]


def file_of(expected: Expectation) -> FinishedFile:
    body = tuple(Passage(said.text, where=f"page {n}") for n, said in enumerate(expected.body("pdf"), start=1))
    notes = tuple(Passage(said.text, "Note") for said in expected.notes)
    return FinishedFile(Path("a.pdf"), "pdf", body, notes, (), Properties())


def told(file: FinishedFile, expected: Expectation) -> list[str]:
    numbers = load_numbers(open_library(), expected.document.language)
    return [str(problem) for problem in differences(file, expected, numbers)]


@pytest.mark.parametrize("language", ["en", "ko", "ar"])
def test_a_file_that_says_what_it_should_has_none(language: str, expected: Of) -> None:
    whole = expected("letter", "FR", language)
    assert told(file_of(whole), whole) == []


@pytest.mark.parametrize("language", ["en", "ko", "ar"])
def test_any_passage_that_is_left_out_is_missed(language: str, expected: Of) -> None:
    whole = expected("letter", "FR", language)
    file = file_of(whole)
    for number in range(len(file.body)):
        less = replace(file, body=(*file.body[:number], *file.body[number + 1 :]))
        assert len(told(less, whole)) == 1


def test_a_note_that_is_altered_is_told(expected: Of) -> None:
    whole = expected("letter", "FR", "en")
    file = file_of(whole)
    notes = (replace(file.notes[0], text="Nothing."), *file.notes[1:])
    (problem,) = told(replace(file, notes=notes), whole)
    assert "the note is altered: it reads “Nothing.”" in problem


def test_asks_and_quotations_are_called_by_their_names(expected: Of) -> None:
    natures = {said.nature for said in expected("briefing", "all", "en").body("pdf")}
    assert {"ask", "quotation", "figure", "heading", "mark", "text"} <= natures


def test_white_space_is_no_difference() -> None:
    assert parting("by building new fences", "by buildingnew walls") == (
        "by building new fences",
        "by buildingnew walls",
    )
    assert parting("x " * 40 + "new fences", "x" * 40 + "new walls")[0].endswith("new fences")


@given(st.text(), st.text())
def test_texts_part_where_they_differ(one: str, other: str) -> None:
    there, here = parting(one, other)
    if bare(one) == bare(other):
        return
    assert there != here or len(one) > 60 or len(other) > 60
