"""Mark-up, placeholders and words of the source that are left in a finished text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.finished.expectation import Expectation
from briefgen.finished.leftovers import leftovers
from briefgen.finished.reading import FinishedFile, Passage, Properties

Of = Callable[[str, str, str], Expectation]


def saying(text: str) -> FinishedFile:
    return FinishedFile(Path("a.pdf"), "pdf", (Passage(text, where="page 1"),), (), (), Properties())


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Dear {{ name }},", "mark-up of a template"),
        ("{% if asks %}", "mark-up of a template"),
        ("the Government of {state.of}", "a placeholder"),
        ("TODO: ask", "a placeholder"),
        ("**urgent**", "mark-up of a text"),
        ("see [here](there)", "mark-up of a text"),
        ("::: subject", "mark-up of a text"),
        ("Error! Reference source not found.", "a message of a word processor"),
        ("a\ufffdb", "a sign that could not be read"),
    ],
)
def test_what_is_left_is_found(text: str, what: str, expected: Of) -> None:
    (problem,) = leftovers(saying(text), expected("letter", "FR", "en"))
    assert problem.message.startswith(what)


@pytest.mark.parametrize("text", ["[They] said: “…”", "6,820 facilities (2023)", "1 < 2", "a & b", "50%"])
def test_what_a_report_says_is_none(text: str, expected: Of) -> None:
    assert list(leftovers(saying(text), expected("letter", "FR", "en"))) == []


def test_what_the_document_itself_says_is_none(expected: Of) -> None:
    whole = expected("letter", "FR", "en")
    document = replace(whole.document, furniture=replace(whole.document.furniture, marks=("{{ 7*7 }}",)))
    assert list(leftovers(saying("{{ 7*7 }}"), replace(whole, document=document))) == []
