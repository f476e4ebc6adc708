"""File names are legal everywhere and stay in their folder; cells are never formulas."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.batch.names import cell, file_part


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Camille Example", "Camille-Example"),
        ("김보라", "김보라"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows", "C-Windows"),
        ("CON", "xCON"),
        ("nul.txt", "xnul.txt"),
        ("...", "x"),
        ("", "x"),
        ("a_b", "a-b"),
        ("x" * 100, "x" * 60),
        ("\u202eevil", "evil"),
    ],
)
def test_a_part_of_a_file_name(text: str, expected: str) -> None:
    assert file_part(text) == expected


@given(st.text(max_size=80))
def test_any_name_is_one_plain_part_on_any_system(text: str) -> None:
    part = file_part(text)
    assert part
    for kind in (PurePosixPath, PureWindowsPath):
        assert kind(part).name == part
        assert not kind(part).is_absolute()
    assert part not in (".", "..")
    assert not part.endswith((".", " "))
    assert "_" not in part, "the sign between parts stays theirs"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(1)"])
def test_a_cell_is_no_formula(text: str) -> None:
    assert cell(text)[0] not in "=+-@\t"


def test_a_plain_cell_stays_as_it_is() -> None:
    assert cell("letter_FR_en") == "letter_FR_en"
    assert cell("two\nlines") == "two lines"
    assert cell("") == ""
