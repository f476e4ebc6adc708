from textwrap import dedent

import pytest

from briefgen.document import (
    Addressee,
    Block,
    DateLine,
    Heading,
    KeyFigure,
    KeyFigures,
    Letterhead,
    Line,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Signature,
    Subject,
    Table,
    Title,
    lines_of,
    text_of,
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
    ("markdown", "block"),
    [
        ("::: letterhead\nOrg\nStreet\n\nTown\n:::", Letterhead("Org", ("Street", "Town"))),
        ("::: letterhead\nOrg\n:::", Letterhead("Org")),
        ("::: title\n# Title\n:::", Title(line("Title"))),
        ("::: title\nAbove\n\n# Title\n\nBelow\n:::", Title(line("Title"), "Above", "Below")),
        ("::: title\nAbove\n# Title\n:::", Title(line("Title"), "Above")),
        ("::: title\n# Title\nBelow\n:::", Title(line("Title"), subtitle="Below")),
        ("::: date\n23 November 2026\nRef. 1\n:::", DateLine(("23 November 2026", "Ref. 1"))),
        ("::: addressee\nH.E. *Name*\nMission\n\nNew York\n:::",
         Addressee(((Run("H.E. "), Run("Name", "emphasis")), line("Mission"), line("New York")))),
        ("::: subject\nRe: x\n:::", Subject(line("Re: x"))),
        ("::: salutation\nExcellency,\n:::", Paragraph(line("Excellency,"), "salutation")),
        ("::: summary\nShort.\n:::", Paragraph(line("Short."), "summary")),
        ("::: method\nHow.\n:::", Paragraph(line("How."), "method")),
        ("::: key-figures Key figures\n- **6,820** facilities\n- **20** *more*^[n]\n:::",
         KeyFigures("Key figures", (
             KeyFigure("6,820", line("facilities")),
             KeyFigure("20", (Run("more", "emphasis"), Note(line("n")))),
         ))),
        ("::: key-figures A&#58; *b*\n- **1** c\n:::", KeyFigures("A: *b*", (KeyFigure("1", line("c")),))),
        ("::: signature\nYours,\n\nName\nPost\n:::", Signature((line("Yours,"),), (line("Name"), line("Post")))),
        ("::: signature\nYours,\nfaithfully\n\nName\n\nPost\n:::",
         Signature((line("Yours,"), line("faithfully")), (line("Name"), line("Post")))),
        ("::: table\nCaption\n\n| a |\n|--:|\n| 1 |\n:::",
         Table((line("a"),), ((line("1"),),), line("Caption"), (True,))),
        ("::: page-break\n:::", PageBreak()),
    ],
)  # fmt: skip
def test_containers(markdown: str, block: Block) -> None:
    assert one(markdown) == block


@pytest.mark.parametrize("name", ["subject", "salutation", "summary", "method"])
def test_one_paragraph_on_several_lines_loses_none(name: str) -> None:
    block = one(f"::: {name}\nfirst\nsecond\n:::")
    assert [text_of(row) for row in lines_of(block)] == ["first second"]


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        ("::: summry\nx\n:::", "`::: summry` is not known; did you mean `summary`?"),
        ("::: zzz\nx\n:::", "`::: zzz` is not known; known are letterhead, title,"),
        (":::\nx\n:::", "is not known"),
        ("::: summary Label\nx\n:::", "`::: summary` takes no label; write “Label” on the next line"),
        ("::: summary\na\n\nb\n:::", "`::: summary` takes one paragraph"),
        ("::: subject\na\n\nb\n:::", "`::: subject` takes one paragraph"),
        ("::: date\n:::", "`::: date` is empty"),
        ("::: letterhead\n:::", "`::: letterhead` is empty"),
        ("::: signature\n:::", "`::: signature` is empty"),
        ("::: addressee\n- a\n:::", "`::: addressee` takes paragraphs only"),
        ("::: signature\n# a\n:::", "`::: signature` takes paragraphs only"),
        ("::: title\na\n:::", "`::: title` takes one heading"),
        ("::: title\na\n\nb\n\n# c\n:::", "at most one line above and one below"),
        ("::: title\n# a\n\n- b\n:::", "a bullet list has no place here"),
        ("::: key-figures\n- **1** a\n:::", "takes a label and a list"),
        ("::: key-figures L\n**1** a\n:::", "takes a label and a list"),
        ("::: key-figures L\n- 1 a\n:::", r"a key figure is written `\*\*value\*\* caption`"),
        ("::: key-figures L\n- **1**\n:::", "a key figure is written"),
        ("::: key-figures L\n-\n:::", "an item of a list must be one paragraph"),
        ("::: key-figures L\n- **1** a\n  - b\n:::", "an item of a list must be one paragraph"),
        ("::: table\n| a |\n|---|\n:::", "`::: table` takes a caption and a table"),
        ("::: page-break\nlost?\n:::", "`::: page-break` holds nothing"),
        ("::: letterhead\n*Org\nline*\n:::", "cannot run over the end of a line"),
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
