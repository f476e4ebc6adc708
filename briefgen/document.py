"""The neutral document: what is said, in order, before any decision about how it looks.

Every renderer reads these blocks and nothing else, so Word and PDF cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Emphasis = Literal["plain", "emphasis", "strong"]
Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `language` is a BCP 47 tag where it differs from the document's."""

    text: str
    emphasis: Emphasis = "plain"
    language: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A reference to a note, carrying the note's own text."""

    line: tuple[Run, ...]


Line = tuple[Run | Note, ...]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The sender at the top of a letter or briefing: the organisation's name and its address lines."""

    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the document (its first heading), with an optional line above and below it."""

    line: Line
    kicker: str = ""
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class DateLine:
    """The date and, below it, any reference of the letter; set at the end side of the line."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addressee:
    """The lines of the address block, one paragraph each."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """The "Re:" line of a letter, with its label included; it is the first heading of the letter."""

    line: Line


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1, 2 or 3 below the title."""

    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `role` says what it is for, not how it looks.

    `summary` opens a briefing, `salutation` and `closing` open and close a letter, `method` is a remark
    on sources at the end of a briefing.
    """

    line: Line
    role: Literal["body", "summary", "salutation", "method"] = "body"
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bulleted or numbered list; a numbered one starts at `start`."""

    items: tuple[Line, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; `numeric` says, column by column, whether it is aligned as numbers."""

    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    caption: Line = ()
    numeric: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure of the panel: a short value ("1,250") and what it counts."""

    value: str
    caption: Line


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """The panel of key figures; `label` names the panel for readers who hear the document."""

    label: str
    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation set apart, with the line that says who spoke."""

    paragraphs: tuple[Line, ...]
    source: Line = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """The close of a letter and the lines of the signature block, kept together on one page."""

    closing: tuple[Line, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts a new page."""


Block = (
    Letterhead
    | Title
    | DateLine
    | Addressee
    | Subject
    | Heading
    | Paragraph
    | ListBlock
    | Table
    | KeyFigures
    | Quotation
    | Signature
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class BlockName:
    """What a block is called in messages; `once`: a document has one of its kind."""

    name: str
    once: bool = False


_NAMES: dict[type[Block], BlockName] = {
    Letterhead: BlockName("letterhead", once=True),
    Title: BlockName("title", once=True),
    DateLine: BlockName("date line", once=True),
    Addressee: BlockName("address", once=True),
    Subject: BlockName("subject", once=True),
    Heading: BlockName("heading"),
    Paragraph: BlockName("paragraph"),
    ListBlock: BlockName("list"),
    Table: BlockName("table"),
    KeyFigures: BlockName("panel of key figures", once=True),
    Quotation: BlockName("quotation"),
    Signature: BlockName("signature", once=True),
    PageBreak: BlockName("page break"),
}


def name_of(block: Block) -> BlockName:
    """What a block is called in messages."""
    return _NAMES[type(block)]


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words that stand on every page, in the document's language.

    `page` holds the placeholders `{page}` and `{pages}`; `marks` are the control marks (draft, embargo,
    unofficial translation), each a short line.
    """

    short_title: str
    page: str
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A finished text in one language, ready for any renderer.

    `language` is a BCP 47 tag, `kind` the format's kind (`letter`, `briefing` …), which a layout may use to
    choose margins; `organisation` is the only author that the metadata names.
    """

    kind: str
    title: str
    language: str
    direction: Direction
    organisation: str
    date: date
    furniture: Furniture
    blocks: tuple[Block, ...] = field(default=())


def lines_of(block: Block) -> Iterator[Line]:  # noqa: C901 - one case per kind of block
    """Every line of a block in reading order; plain strings come as a line of one run."""
    match block:
        case Letterhead(name, lines):
            yield from ((Run(text),) for text in (name, *lines))
        case DateLine(texts):
            yield from ((Run(text),) for text in texts)
        case Title(line, kicker, subtitle):
            yield from ((Run(kicker),),) if kicker else ()
            yield line
            yield from ((Run(subtitle),),) if subtitle else ()
        case Addressee(lines_) | ListBlock(lines_):
            yield from lines_
        case Subject(line) | Heading(_, line) | Paragraph(line):
            yield line
        case Table(header, rows, caption):
            yield from (caption,) if caption else ()
            yield from header
            for row in rows:
                yield from row
        case KeyFigures(_, figures):
            for figure in figures:
                yield (Run(figure.value),)
                yield figure.caption
        case Quotation(paragraphs, source):
            yield from paragraphs
            yield from (source,) if source else ()
        case Signature(closing, lines_):
            yield from closing
            yield from lines_
        case PageBreak():
            return


def text_of(line: Line) -> str:
    """The plain text of a line without its notes."""
    return "".join(run.text for run in line if isinstance(run, Run))


def notes_of(document: Document) -> tuple[Note, ...]:
    """The notes of a document in the order of their references."""
    return tuple(run for block in document.blocks for line in lines_of(block) for run in line if isinstance(run, Note))
