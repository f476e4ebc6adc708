from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from briefgen.document import (
    Addressee,
    Block,
    DateLine,
    Document,
    Furniture,
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
    name_of,
    notes_of,
    text_of,
)


def line(text: str) -> Line:
    return (Run(text),)


BLOCKS: list[tuple[Block, list[str]]] = [
    (Letterhead("Org", ("Street", "Town")), ["Org", "Street", "Town"]),
    (Title(line("Title"), "Above", "Below"), ["Above", "Title", "Below"]),
    (Title(line("Title")), ["Title"]),
    (DateLine(("23 November 2026", "Ref. 1")), ["23 November 2026", "Ref. 1"]),
    (Addressee((line("H.E."), line("New York"))), ["H.E.", "New York"]),
    (Subject(line("Re: x")), ["Re: x"]),
    (Heading(2, line("Heading")), ["Heading"]),
    (Paragraph(line("Text"), "summary"), ["Text"]),
    (ListBlock((line("a"), line("b")), ordered=True), ["a", "b"]),
    (
        Table((line("h1"), line("h2")), ((line("a"), line("b")), (line("c"), line("d"))), line("Caption")),
        ["Caption", "h1", "h2", "a", "b", "c", "d"],
    ),
    (Table((line("h"),), ()), ["h"]),
    (KeyFigures("Panel", (KeyFigure("1", line("one")), KeyFigure("2", line("two")))), ["1", "one", "2", "two"]),
    (Quotation((line("q1"), line("q2")), line("Speaker")), ["q1", "q2", "Speaker"]),
    (Quotation((line("q1"),)), ["q1"]),
    (Signature((line("Yours,"),), (line("Name"), line("Post"))), ["Yours,", "Name", "Post"]),
    (PageBreak(), []),
]


@pytest.mark.parametrize(("block", "texts"), BLOCKS, ids=lambda value: type(value).__name__)
def test_the_lines_of_a_block_come_in_reading_order(block: Block, texts: list[str]) -> None:
    assert [text_of(each) for each in lines_of(block)] == texts


def test_every_kind_of_block_has_a_case() -> None:
    assert {type(block) for block, _ in BLOCKS} == set(Block.__args__)


def test_every_kind_of_block_has_a_name_of_its_own() -> None:
    names = {name_of(block).name for block, _ in BLOCKS}
    assert len(names) == len(Block.__args__)


def test_the_text_of_a_line_leaves_out_its_notes() -> None:
    assert text_of((Run("a "), Note((Run("hidden"),)), Run("b", "strong"))) == "a b"


def test_the_notes_of_a_document_come_in_the_order_of_their_references() -> None:
    first, second, third = (Note((Run(text),)) for text in ("one", "two", "three"))
    document = Document(
        kind="letter",
        title="T",
        language="en",
        direction="ltr",
        organisation="Org",
        date=date(2026, 11, 23),
        furniture=Furniture("T", "{page}/{pages}"),
        blocks=(
            Paragraph((Run("a"), first)),
            Table(((Run("h"),),), (((Run("c"), second),),)),
            Quotation(((Run("q"),),), (Run("s"), third)),
        ),
    )
    assert notes_of(document) == (first, second, third)


def test_values_cannot_be_changed() -> None:
    run = Run("a")
    with pytest.raises(FrozenInstanceError):
        run.text = "b"  # type: ignore[misc]
