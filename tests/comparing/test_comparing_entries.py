"""Numbers of things are told with the right noun, and texts with what differs in them."""

from __future__ import annotations

import pytest

from briefgen.comparing.entries import counted, marked
from briefgen.comparing.words import Span


@pytest.mark.parametrize(("number", "told"), [(0, "no documents"), (1, "1 document"), (2, "2 documents")])
def test_a_number_of_things_has_its_noun(number: int, told: str) -> None:
    assert counted(number, "document") == told


def test_a_text_is_marked_in_its_direction() -> None:
    text = marked("claim", "one fence", "two fence", "rtl")
    assert text.spans == (Span("removed", "one"), Span("added", "two"), Span("same", " fence"))
    assert (text.name, text.direction) == ("claim", "rtl")
