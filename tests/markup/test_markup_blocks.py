"""A text becomes blocks in their order, with their notes, and the same ones in pieces as in whole."""

from itertools import product
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.document import Addressee, Line, ListBlock, Note, Paragraph, Run, Table, Title, lines_of
from briefgen.markup.blocks import parse_blocks
from briefgen.markup.inline import MarkupError
from briefgen.markup.pieces import independent_pieces


def line(text: str) -> Line:
    return (Run(text),)


def test_a_paragraph_stays_with_the_list_that_follows_it() -> None:
    blocks = parse_blocks("a\n\n- b\n\nc\n\n1. d\n\ne\n\nf")
    assert [block.keep_with_next for block in blocks if isinstance(block, Paragraph)] == [True, True, False, False]


def test_blocks_keep_their_order_and_notes_their_text() -> None:
    blocks = parse_blocks(
        dedent("""\
        # T^[one]

        ::: addressee
        A^[two [b](https://c.org)]
        :::

        - x^[*three*]

        | h^[four] |
        |---|
        | c |
        """)
    )
    assert [type(block) for block in blocks] == [Title, Addressee, ListBlock, Table]
    notes = [run for block in blocks for row in lines_of(block) for run in row if isinstance(run, Note)]
    assert notes == [
        Note(line("one")),
        Note((Run("two "), Run("b", url="https://c.org"))),
        Note((Run("three", "emphasis"),)),
        Note(line("four")),
    ]


def test_an_empty_text_has_no_blocks() -> None:
    assert parse_blocks("\n  \n") == ()


def test_texts_do_not_remember_each_other() -> None:
    assert parse_blocks("a^[b]") == parse_blocks("a^[b]")


FRAGMENTS = [
    "a b^[n]", "two\nlines", "- a\n- b", "1. a\n2. b", "7) c", "* d", "text\n- e", "  - deep", "   more", "    four",
    "# T", "## h", "a\n===", "> q\n> — s", "> - z", "| a |\n|---|\n| 1 |", "|---|", "---", "-", "[t]{lang=en}", "[r]",
    "::: date\nx\n:::", "::: addressee\nA\n\nB\n:::", "::: key-figures L\n- **1** c\n:::", "::: summary\nx^[m]\n:::",
    "::: page-break\n:::", "::: zzz\nx\n:::", "::: date\nx", " :::", "a ::: b", "**", "^[k ^[z]]",
]  # fmt: skip
DEFINED = "\n\n[unused]: https://example.org"
"""A definition, which shows nothing, but which may be meant anywhere: a text with one is read as a whole."""


def outcome(markdown: str) -> object:
    try:
        return parse_blocks(markdown)
    except MarkupError as error:
        return str(error)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(["\n\n", "\n\n\n", "\n \t\n", "\n"])), max_size=6)
)
def test_a_text_in_pieces_says_what_it_says_as_a_whole(parts: list[tuple[str, str]]) -> None:
    text = "".join(fragment + gap for fragment, gap in parts)
    assert independent_pieces(text + DEFINED) is None
    assert outcome(text) == outcome(text + DEFINED)


def test_every_two_pieces_say_what_they_say_as_a_whole() -> None:
    for pair in product(FRAGMENTS, repeat=2):
        text = "\n\n".join(pair)
        assert outcome(text) == outcome(text + DEFINED), text


def test_of_several_problems_the_same_one_is_told_whatever_was_read_before() -> None:
    text = "fine\n\n##### five\n\nx^[a ^[b]]"
    for _ in range(2):
        with pytest.raises(MarkupError, match="a note cannot stand inside a note"):
            parse_blocks(text)
        parse_blocks("fine")
