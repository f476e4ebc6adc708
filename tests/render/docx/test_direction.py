"""Segments of one direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.render.docx.direction import segments

LTR, RTL = False, True


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("water", LTR, [(LTR, "water")]),
        ("ماء", RTL, [(RTL, "ماء")]),
        ("WHO", RTL, [(LTR, "WHO")]),
        ("ماء", LTR, [(RTL, "ماء")]),
        ("321 كم", RTL, [(RTL, "321 كم")]),
        ("من WHO 2026.", RTL, [(RTL, "من "), (LTR, "WHO 2026"), (RTL, ".")]),
        ("من UNDP (Korea)، ثم", RTL, [(RTL, "من "), (LTR, "UNDP (Korea)"), (RTL, "، ثم")]),
        ("(من UNICEF أو)", RTL, [(RTL, "(من "), (LTR, "UNICEF"), (RTL, " أو)")]),
        ("in Arabic: ماء آمن.", LTR, [(LTR, "in Arabic: "), (RTL, "ماء آمن"), (LTR, ".")]),
        ("ماء (2027) x", LTR, [(RTL, "ماء (2027)"), (LTR, " x")]),
    ],
)
def test_segments(text: str, base: bool, expected: list[tuple[bool, str]]) -> None:
    assert segments(text, base) == tuple(expected)


def test_neutral_characters_digits_and_marks_alone_follow_the_line() -> None:
    for text in ("", " ", "12.5 %", "(«»)", "\u0301", "\u0660\u0661"):
        assert segments(text, RTL) == ((RTL, text),)
        assert segments(text, LTR) == ((LTR, text),)


@given(st.text(st.sampled_from("aب1 ()[]،.-")), st.booleans())
def test_nothing_is_lost(text: str, base: bool) -> None:
    assert "".join(piece for _, piece in segments(text, base)) == text
