"""Sets of delegations in words mean what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import BriefgenError
from briefgen.library.selection import select

GROUPS = {
    "all": frozenset("ABCDEF"),
    "eu": frozenset("ABC"),
    "security-council": frozenset("BCD"),
    "permanent-five": frozenset("BD"),
    "Viet Nam": frozenset("F"),
}


def members(name: str) -> frozenset[str]:
    if name not in GROUPS:
        raise BriefgenError.one(f"there is no state or group “{name}”")
    return GROUPS[name]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("eu", "ABC"),
        ("eu or Viet Nam", "ABCF"),
        ("security-council and not permanent-five", "C"),
        ("eu and security-council or Viet Nam", "BCF"),
        ("eu and (security-council or Viet Nam)", "BC"),
        ("not eu", "DEF"),
        ("not (eu or security-council)", "EF"),
        ("NOT not eu", "ABC"),
        ("eu AND Security-Council", None),
    ],
)
def test_an_expression_is_the_set_that_it_says(expression: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(BriefgenError, match="Security-Council"):
            select(expression, members)
    else:
        assert select(expression, members) == frozenset(expected)


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("", "a name is missing"),
        ("eu and", "a name is missing"),
        ("or eu", "a name is missing"),
        ("(eu", "a bracket is not closed"),
        ("eu)", r"“\)” is not expected here"),
        ("eu not all", "“not” is not expected here"),
    ],
)
def test_what_cannot_be_read_is_told(expression: str, message: str) -> None:
    with pytest.raises(BriefgenError, match=message):
        select(expression, members)


NAMES = st.sampled_from(sorted(GROUPS))
EXPRESSIONS = st.recursive(
    NAMES.map(lambda name: (name, f"members({name!r})")),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: (f"({two[0][0]} or {two[1][0]})", f"({two[0][1]} | {two[1][1]})")),
        st.tuples(inner, inner).map(lambda two: (f"({two[0][0]} and {two[1][0]})", f"({two[0][1]} & {two[1][1]})")),
        inner.map(lambda one: (f"not {one[0]}", f"(members('all') - {one[1]})")),
    ),
    max_leaves=6,
)


@given(EXPRESSIONS)
def test_any_expression_agrees_with_sets(pair: tuple[str, str]) -> None:
    words, sets = pair
    assert select(words, members) == eval(sets, {"members": members})  # noqa: S307 - made by the test itself
