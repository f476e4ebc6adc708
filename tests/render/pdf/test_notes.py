"""Notes that have left the page of their number are noticed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from briefgen.render.pdf.notes import NUDGES_IN_MM, are_in_place


class FootnoteAreaBox(SimpleNamespace):
    """Stands for WeasyPrint's box of that name."""


def page(calls: list[object], notes: list[object]) -> Any:
    text = SimpleNamespace(element=None, element_tag="p", children=[_call(element) for element in calls])
    area = FootnoteAreaBox(element=None, element_tag="@footnote", children=[_note(element) for element in notes])
    return SimpleNamespace(_page_box=SimpleNamespace(element=None, element_tag=None, children=[text, area]))


def _call(element: object) -> SimpleNamespace:
    return SimpleNamespace(element=element, element_tag="span::footnote-call")


def _note(element: object) -> SimpleNamespace:
    return SimpleNamespace(element=element, element_tag="span", children=[])


ONE, TWO = object(), object()


@pytest.mark.parametrize(
    ("pages", "right"),
    [
        ([([ONE], [ONE]), ([TWO], [TWO])], True),
        ([([ONE, TWO], [ONE, TWO]), ([], [])], True),
        ([([ONE, TWO], [ONE]), ([], [TWO])], False),
        ([([ONE], []), ([TWO], [ONE, TWO])], False),
    ],
)
def test_notes_belong_on_the_page_of_their_numbers(pages: list[tuple[list[object], list[object]]], right: bool) -> None:
    assert are_in_place([page(calls, notes) for calls, notes in pages]) is right


def test_a_page_is_first_laid_out_as_it_is() -> None:
    assert NUDGES_IN_MM[0] == 0
    assert list(NUDGES_IN_MM) == sorted(set(NUDGES_IN_MM))
