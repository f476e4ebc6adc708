"""Headings, paragraphs, lists, tables and quotations become blocks; everything else is refused with a hint."""

from textwrap import dedent

import pytest

from briefgen.document import (
    Block,
    Heading,
    Line,
    ListBlock,
    Paragraph,
    Quotation,
    Run,
    Table,
    Title,
)
from briefgen.markup.blocks import parse_blocks
from briefgen.markup.inline import MarkupError


def one(markdown: str) -> Block:
    (block,) = parse_blocks(dedent(markdown))
    return block


def line(text: str) -> Line:
    return (Run(text),)


@pytest.mark.parametrize(
    ("markdown", "block"),
    [
        ("# Title", Title(line("Title"))),
        ("## One", Heading(1, line("One"))),
        ("### Two", Heading(2, line("Two"))),
        ("#### Three", Heading(3, line("Three"))),
        ("Two\nlines", Paragraph(line("Two lines"))),
        ("- a\n- b", ListBlock((line("a"), line("b")))),
        ("- a\n\n- b", ListBlock((line("a"), line("b")))),
        ("1. a\n2. b", ListBlock((line("a"), line("b")), ordered=True)),
        ("7. a\n8. b", ListBlock((line("a"), line("b")), ordered=True, start=7)),
        ("> a\n> b", Quotation((line("a b"),))),
        ("> a\n>\n> b\n>\n> — Name, post", Quotation((line("a"), line("b")), line("Name, post"))),
        ("> a\n>\n> — *Name*, post", Quotation((line("a"),), (Run("Name", "emphasis"), Run(", post")))),
        ("> — a", Quotation((line("— a"),))),
        ("| a | b |\n|---|--:|\n| c | 1 |\n| d | 2 |",
         Table((line("a"), line("b")), ((line("c"), line("1")), (line("d"), line("2"))), numeric=(False, True))),
        ("| a |\n|---|", Table((line("a"),), (), numeric=(False,))),
        ("    no code", Paragraph(line("no code"))),
        ("<b>shown</b>", Paragraph(line("<b>shown</b>"))),
    ],
)  # fmt: skip
def test_plain_markdown(markdown: str, block: Block) -> None:
    assert one(markdown) == block


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        ("##### five", "a heading has at most four signs"),
        ("- a\n  - b", "an item of a list must be one paragraph"),
        ("- a\n\n  b", "an item of a list must be one paragraph"),
        ("-", "an item of a list must be one paragraph"),
        ("> - a", "a bullet list has no place here"),
        ("> > a", "a blockquote has no place here"),
        ("---", "has no place in a document"),
        ("```\ncode\n```", "cannot stand inside a line"),
    ],
)
def test_what_no_document_has_is_an_error_with_a_hint(markdown: str, message: str) -> None:
    with pytest.raises(MarkupError, match=message.replace("?", r"\?")):
        parse_blocks(markdown)
