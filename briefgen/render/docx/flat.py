"""What a Word layout sees: a flat row of blocks, each one paragraph or one table, with one flag per kind."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final, Literal

from briefgen.document import Run
from briefgen.render.docx.ooxml import escape

_NAMES: Final = (
    "letterhead_name letterhead_line kicker title subtitle date addressee subject heading1 heading2 heading3 "
    "paragraph summary salutation method bullet number caption table figures quotation quotation_source closing "
    "signature separator"
)
KINDS: Final = frozenset(_NAMES.split())
"""The kinds of blocks that a layout shows."""


LINK: Final = "link"
"""The relationships of a document's links are named by this and a number."""


@dataclass(frozen=True, slots=True)
class Link:
    """A run that leads to an address; `relationship` is the id under which the part names the address."""

    run: Run
    relationship: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The reference to a footnote."""

    id: int


@dataclass(frozen=True, slots=True)
class PageField:
    """A number that Word computes."""

    code: Literal["PAGE", "NUMPAGES"]


Piece = Run | Link | NoteMark | PageField


@dataclass(frozen=True, slots=True)
class FlatLine:
    """A line as the layout prints it: `{{ block.text }}` in a sample paragraph."""

    pieces: tuple[Piece, ...] = ()

    def __str__(self) -> str:
        runs = (piece.run if isinstance(piece, Link) else piece for piece in self.pieces)
        return "".join(run.text for run in runs if isinstance(run, Run))

    def __html__(self) -> str:
        """The plain text, escaped: what a tag outside a run (in an alternative text, say) prints."""
        return escape(str(self))


@dataclass(frozen=True, slots=True)
class FlatCell:
    """A cell of a table; `share` is the part of the table's width that its column takes."""

    text: FlatLine
    share: float
    numeric: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class FlatFigure:
    """A figure of the panel; the last row is filled up with empty ones."""

    value: FlatLine
    caption: FlatLine
    share: float
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class FlatNote:
    """A footnote."""

    id: int
    text: FlatLine


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A numbered list of the document: its id in the numbering part and its first number."""

    id: int
    start: int


@dataclass(frozen=True, slots=True)
class FlatFurniture:
    """The words on every page, ready for header and footer."""

    short_title: FlatLine
    page: FlatLine
    marks: tuple[FlatLine, ...]


@dataclass(frozen=True, slots=True)
class FlatBlock:
    """One paragraph or table of the layout's loop.

    For every kind there is a flag of that name (`block.heading2`), so that a tag in Word needs no quotation
    marks, which Word would make typographic. `columns` are the shares of the columns, `list_id` the id of the
    numbered list, `after_table` says that a table stands just before.
    """

    kind: str
    text: FlatLine = FlatLine()
    keep_next: bool = False
    new_page: bool = False
    after_table: bool = False
    list_id: int = 0
    label: FlatLine = FlatLine()
    columns: tuple[float, ...] = ()
    header: tuple[FlatCell, ...] = ()
    rows: tuple[tuple[FlatCell, ...], ...] = ()
    panel: tuple[tuple[FlatFigure, ...], ...] = ()

    def __getattr__(self, name: str) -> bool:
        """The flag of a kind; any other name is the layout's mistake and must not pass for false."""
        if name in KINDS:
            return name == self.kind
        raise AttributeError(name)


@dataclass(frozen=True, slots=True)
class FlatDocument:
    """A document flattened for one layout, and what its parts must know: links by part, lists."""

    blocks: tuple[FlatBlock, ...]
    footnotes: tuple[FlatNote, ...]
    furniture: FlatFurniture
    body_links: tuple[tuple[str, str], ...]
    """Relationship ids and addresses of the body."""
    note_links: tuple[tuple[str, str], ...]
    lists: tuple[NumberedList, ...]

    @property
    def context(self) -> dict[str, object]:
        """What the tags of a layout see."""
        return {"blocks": self.blocks, "footnotes": self.footnotes, "furniture": self.furniture}


CONTEXT: Final = frozenset({"blocks", "footnotes", "furniture"})
"""The names that every document gives to the tags of a layout."""


def known_names() -> frozenset[str]:
    """All names that the tags of a layout may use."""
    shown = (FlatBlock, FlatCell, FlatFigure, FlatFurniture, FlatNote)
    values = {field.name for kind in shown for field in fields(kind)}
    return KINDS | CONTEXT | values | {"block", "footnote", "cell", "figure"}
