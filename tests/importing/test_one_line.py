"""Text of a file as a passage holds it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.importing.one_line import one_line


def test_runs_of_spaces_and_line_ends_are_one_and_what_has_no_width_goes() -> None:
    assert one_line("  A\u00a0well\r\n\tis\u2028dry\u200b.\u00ad ") == "A well is dry."


@given(st.text())
def test_the_line_is_one_and_stays_as_it_is(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
    assert line == line.strip()
