"""What is remembered is made once, and no more is remembered than is said."""

from __future__ import annotations

import pytest

from briefgen.render.pdf.recent import Recent


def test_a_value_is_made_once_and_the_one_asked_for_longest_ago_is_forgotten() -> None:
    made: list[str] = []
    recent: Recent[str] = Recent(2)

    def get(key: str) -> str:
        return recent.get(key, lambda: made.append(key) or key.upper())  # type: ignore[func-returns-value]

    assert [get(key) for key in ("a", "b", "a", "c", "a", "b")] == ["A", "B", "A", "C", "A", "B"]
    assert made == ["a", "b", "c", "b"]
    assert len(recent.values) == 2


def test_what_cannot_be_made_is_not_remembered() -> None:
    recent: Recent[str] = Recent(2)
    with pytest.raises(ZeroDivisionError):
        recent.get("a", lambda: str(1 / 0))
    assert recent.get("a", lambda: "A") == "A"
