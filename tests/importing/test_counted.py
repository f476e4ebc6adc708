"""Figures as proposals: the report's own length is no key figure, nor is a number that does not say what it counts."""

from __future__ import annotations

import pytest

from benchmarks.importing.scoring import passages_of
from briefgen.importing.proposals import FigureProposal
from briefgen.importing.statements import statements_of


def figures(text: str, language: str = "en") -> tuple[FigureProposal, ...]:
    return statements_of(passages_of(text), language).figures


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The 148-page report shows that 40 wells are dry.", "en"),
        ("The study has 148 pages. It shows that 40 wells are dry.", "en"),
        ("Le rapport de 148 pages montre que 40 puits sont à sec.", "fr"),
        ("El informe de 148 páginas muestra que 40 pozos están secos.", "es"),
    ],
)
def test_the_length_of_the_report_stands_last_and_is_no_key_figure(text: str, language: str) -> None:
    found = figures(text, language)
    assert [(item.id, int(item.number), item.key) for item in found] == [("F1", 40, True), ("F2", 148, False)]


def test_pages_that_are_not_of_the_report_count_as_any_figure() -> None:
    (found,) = figures("Guards burned 148 pages of letters.")
    assert found.key


def test_a_number_alone_is_asked_about_in_its_sentence_with_what_was_counted_before() -> None:
    ports, closed = figures("Of the 14 ports visited, nine were shut.")
    assert (ports.key, closed.key) == (True, False)
    (doubt,) = closed.doubts
    assert "What does “nine” count in “Of the 14 ports visited, nine were shut.”?" in doubt.question
    assert doubt.candidates == (ports.unit,)


def test_a_long_sentence_is_shown_around_the_number() -> None:
    long = "The wells of the valley were dry for a very long time, as anyone there would say, " * 2
    (found,) = figures(f"{long}and nine were shut.")
    assert "nine" in found.doubts[0].question
    assert len(found.doubts[0].question) < 220


def test_a_ratio_says_itself_what_it_counts() -> None:
    (found,) = figures("One in four clinics has no nurse.")
    assert (found.key, found.doubts) == (True, ())


def test_a_range_is_shown_with_the_word_that_opens_it() -> None:
    (found,) = figures("They saw that between 40 and 60 wells were dry.")
    assert found.value.startswith("between 40 and 60 wells")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("교사 87명을 면담했다.", "87명"),
        ("학교 약 1,200곳에 물이 없다.", "약 1,200곳"),
        ("14개 마을에서 우물이 말랐다.", "14개"),
        ("두 마을이 비었다.", "두 마을"),
        ("세 아이가 다쳤다.", "세 아이"),
    ],
)
def test_korean_endings_are_no_part_of_a_figure(text: str, value: str) -> None:
    (found,) = figures(text, "ko")
    assert found.value == value
