"""The number of a note stands where the language has it, and no character is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.composition import compose
from briefgen.compose.notes import with_notes_placed
from briefgen.compose.request import Request
from briefgen.document import KeyFigure, KeyFigures, ListBlock, Note, Paragraph, Run, lines_of, text_of

NOTE = Note((Run("A source."),))


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("Une phrase.", ".»", ["Une phrase", NOTE, "."]),
        ("« Une phrase. »", ".» ", ["« Une phrase", NOTE, ". »"]),
        ("A sentence.", "", ["A sentence.", NOTE]),
        ("Une question ?", ".", ["Une question ?", NOTE]),
        ("...", ".", [NOTE, "..."]),
    ],
)
def test_a_number_goes_before_the_signs_of_the_language(text: str, before: str, expected: list[object]) -> None:
    placed = with_notes_placed(Paragraph((Run(text), NOTE)), before)
    assert isinstance(placed, Paragraph)
    assert [item.text if isinstance(item, Run) else item for item in placed.line] == expected


def test_every_kind_of_line_is_reached() -> None:
    line = (Run("One."), NOTE)
    for block in (ListBlock((line, (Run("Two."),))), KeyFigures("Label", (KeyFigure("1", line),))):
        placed = with_notes_placed(block, ".")
        assert any(item[:2] == (Run("One"), NOTE) for item in lines_of(placed))


@given(st.lists(st.one_of(st.text(max_size=6), st.none()), max_size=8), st.text(alphabet=".»,", max_size=3))
def test_no_character_and_no_note_is_lost(parts: list[str | None], before: str) -> None:
    line = tuple(NOTE if part is None else Run(part) for part in parts)
    placed = with_notes_placed(Paragraph(line), before)
    assert isinstance(placed, Paragraph)
    assert text_of(placed.line) == text_of(line)
    assert placed.line.count(NOTE) == line.count(NOTE)


def test_french_numbers_stand_before_the_full_stop_and_english_ones_behind_it(
    request_for: Callable[..., Request],
) -> None:
    for language, last in (("fr", "."), ("en", "")):
        document = compose(request_for("FR", language=language)).document
        ends = [
            "".join(run.text for run in line[line.index(note) + 1 :] if isinstance(run, Run))
            for block in document.blocks
            if isinstance(block, Paragraph)
            for line in lines_of(block)
            for note in line
            if isinstance(note, Note)
        ]
        assert ends
        assert all((end[-1:] == last if last else end == "") or "»" in end for end in ends), (language, ends)
