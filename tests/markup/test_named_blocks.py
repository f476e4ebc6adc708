"""Each container becomes its block, and says what it takes where it is given something else."""

from textwrap import dedent

import pytest

from briefgen.document import (
    Addressee,
    Block,
    DateLine,
    KeyFigure,
    KeyFigures,
    Letterhead,
    Line,
    Note,
    PageBreak,
    Paragraph,
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
    ],
)
def test_what_a_container_does_not_take_is_an_error_with_a_hint(markdown: str, message: str) -> None:
    with pytest.raises(MarkupError, match=message.replace("?", r"\?")):
        parse_blocks(markdown)
