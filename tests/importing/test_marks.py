"""Quotation marks of every shape, matched or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.importing.marks import quotes_in
from tests.importing.statements_read import read


@pytest.mark.parametrize(
    "text",
    [
        "“We left at night, all of us,” said Omar Dele.",
        '"We left at night, all of us," said Omar Dele.',
        "«We left at night, all of us,» said Omar Dele.",
        "« We left at night, all of us, » said Omar Dele.",
        "“ We left at night, all of us, ” said Omar Dele.",
        "「We left at night, all of us,」 said Omar Dele.",
        '“We left at night, all of us," said Omar Dele.',
        "„We left at night, all of us,“ said Omar Dele.",
        "‘We left at night, all of us,’ said Omar Dele.",
        "<<We left at night, all of us,>> said Omar Dele.",
        "``We left at night, all of us,'' said Omar Dele.",
        "“We left at night, all of us, said Omar Dele.",
    ],
)
def test_marks_of_every_shape(text: str) -> None:
    (quotation,) = read(text).quotations
    assert (quotation.speaker, quotation.text) == ("Omar Dele", ("We left at night, all of us,",))


def test_a_missing_mark_is_a_question_to_a_person() -> None:
    (quotation,) = read("“We left at night, all of us, said Omar Dele.").quotations
    assert "closing mark is missing" in quotation.doubts[0].question


@given(st.text(alphabet="ab .,“”\"'‘’«»", max_size=60))
def test_quotations_lie_within_the_text_and_apart(text: str) -> None:
    end = 0
    for quote in quotes_in(text):
        assert end <= quote.start <= quote.first <= quote.last <= len(text)
        end = quote.end
