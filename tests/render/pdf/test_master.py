"""What can be a master, and what cannot."""

from __future__ import annotations

from typing import Any

import pytest

from briefgen.document import Addressee, Document, Heading, Paragraph, Run
from briefgen.render.pdf import load, ready
from briefgen.render.pdf.html import page_of
from briefgen.render.pdf.series import variable_lines
from tests.render.pdf.samples import document, layout, line

WORDS = "Permanent Mission of France Japan New York Dear, Excellency 주유엔 프랑스 대표부"


def master_of(paper: Document, stock: str = WORDS) -> Any:
    paper = ready(paper)
    made = load("press").impression(page_of(paper, layout()), paper, layout(), stock)
    return load("master").master_of(made, variable_lines(paper))


def paper(*lines: Any, **changes: Any) -> Document:
    return document(Addressee(lines), Heading(1, line("Wells")), Paragraph(line("Clean water.")), **changes)


def test_a_letter_whose_lines_stand_for_themselves_is_a_master() -> None:
    master = master_of(paper(line("Mission of France"), line("New York")))
    assert [spot.texts for spot in master.spots] == [("Mission of France",), ("New York",)]
    assert sum(isinstance(part, tuple) for content in master.pages.values() for part in content) == 2


def test_a_line_of_several_runs_has_a_text_box_for_each() -> None:
    of_two = line(Run("주유엔 프랑스 대표부 ", language="ko"), "of France")
    master = master_of(paper(of_two))
    assert [len(spot.texts) for spot in master.spots] == [2]


@pytest.mark.parametrize(
    "lines",
    [
        (line("New York"), line("New York")),  # twice
        (line("Clean water."),),  # as in the text
        (line(Run("Mission", emphasis="strong")),),  # no bold glyphs in the stock
        (line("Mission to Żubrówka"),),  # not in the stock
        (line("Permanent Mission of France " * 12),),  # more than one line
        (line(Run("Mission", url="https://example.org")),),  # its place on the page is in the file a second time
    ],
)
def test_a_letter_with_such_a_line_is_none(lines: Any) -> None:
    assert master_of(paper(*lines)) is None


def test_without_a_stock_or_such_lines_or_a_title_there_is_no_master() -> None:
    assert master_of(paper(line("Mission of France")), "") is None
    assert master_of(document(Paragraph(line("Clean water.")))) is None
    assert master_of(paper(line("Mission of France"), title="")) is None


@pytest.mark.parametrize("text", ["", "New  York", "New\nYork"])
def test_a_text_that_a_page_would_show_otherwise_does_not_fit(text: str) -> None:
    first = paper(line("Mission of France"))
    assert master_of(first).exchanged([line(text)], first) is None


def test_another_number_of_text_boxes_does_not_fit() -> None:
    first = paper(line("Mission of France"))
    assert master_of(first).exchanged([line("Mission of ", Run("Japan", language="en"))], first) is None


def test_its_own_lines_give_its_own_file() -> None:
    first = paper(line("Mission of France"), line("New York"))
    master = master_of(first)
    assert master.exchanged(variable_lines(first), first) == master.file.data()
