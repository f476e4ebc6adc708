"""A text falls apart where its pieces cannot mean anything else, and stays whole where they might."""

from __future__ import annotations

import pytest

from briefgen.markup.pieces import independent_pieces


@pytest.mark.parametrize(
    ("markdown", "pieces"),
    [
        ("", ()),
        ("\n \t\n", ()),
        ("a", ("a",)),
        ("a\nb\n\n\nc\n", ("a\nb", "c")),
        ("a\n \t\nb", ("a", "b")),
        ("::: date\nx\n:::\n::: addressee\ny\n\nz\n:::\na", ("::: date\nx\n:::", "::: addressee\ny\n\nz\n:::", "a")),
        ("a\n\n- b\n- c\n\nd", ("a", "- b\n- c", "d")),
        ("::: page-break\n:::  \n", ("::: page-break\n:::  ",)),
        ("# a\n\n> b\n>\n> c", ("# a", "> b\n>\n> c")),
        ("a\u00a0\n\u00a0\nb", ("a\u00a0\n\u00a0\nb",)),
    ],
)
def test_a_text_falls_apart_at_its_empty_lines(markdown: str, pieces: tuple[str, ...]) -> None:
    assert independent_pieces(markdown) == pieces


@pytest.mark.parametrize(
    ("markdown", "pieces"),
    [
        ("- a\n\n- b\n\nc", ("- a\n\n- b", "c")),
        ("1. a\n\n2. b\n\n\n3. c", ("1. a\n\n2. b\n\n\n3. c",)),
        ("text\n- a\n\n- b", ("text\n- a\n\n- b",)),
        ("- a\n\n1) b\n\n* c", ("- a\n\n1) b\n\n* c",)),
        ("-\n\n- b", ("-\n\n- b",)),
    ],
)
def test_lists_that_may_be_one_stay_together(markdown: str, pieces: tuple[str, ...]) -> None:
    assert independent_pieces(markdown) == pieces


@pytest.mark.parametrize(
    "markdown",
    [
        "[a]\n\n[a]: https://example.org",
        "a[^1]\n\n[^1]: note",
        "- a\n\n  goes on",
        "a\n\n\tb",
        " a",
        "a\r\n\r\nb",
        "a\0",
        "a\n::: date\nx\n:::",
        "::: date\nx\n ::: \n\n:::",
        ":::: date\nx\n::::",
        "::: date\nx\n:::: \n:::",
        "::: date ::: x\ny\n:::",
        "::: date\nx",
        "> ::: date\n\na",
    ],
)
def test_what_may_act_on_other_pieces_keeps_the_text_whole(markdown: str) -> None:
    assert independent_pieces(markdown) is None
