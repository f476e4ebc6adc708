"""From the neutral document to HTML, through the layout's own `page.html`."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError, Undefined

from briefgen.document import (
    Block,
    Document,
    Line,
    Note,
    PageBreak,
    lines_of,
    text_of,
)
from briefgen.errors import BriefgenError, Place, did_you_mean
from briefgen.model.typography import Layout, Picture
from briefgen.render.marked import Item, direction_of, element_of, items_of
from briefgen.sandbox import FAULTS, BoundedSandbox

SHELL = "page.html"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line as the shell writes it: text in an element, or a note where `note` is not empty."""

    text: str = ""
    element: str = ""
    language: str = ""
    direction: str = ""
    url: str = ""
    note: Line = ()
    follows_note: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as the shell writes it; its pixels are part of the page."""

    source: str
    alt: str


def page_of(document: Document, layout: Layout) -> str:
    """The whole HTML page of a document.

    Raises `BriefgenError` when the layout lacks the document's language or its shell is faulty.
    """
    if document.language not in layout.typographies:
        raise BriefgenError.one(
            f"the layout has no typography for the language `{document.language}`",
            hint=did_you_mean(document.language, layout.typographies),
        )
    try:
        shell = _environment((*layout.folders, *layout.shelves)).get_template(SHELL)
        return shell.render(
            document=document,
            sections=tuple(_sections(document.blocks)),
            logo=_image(layout.logo) if layout.logo else None,
        )
    except FAULTS as err:
        place = _place(err, layout.file(SHELL))
        raise BriefgenError.one(
            f"the layout's shell: {err}", place, "compare it with the shell of a layout that works"
        ) from err


def _image(picture: Picture) -> Image:
    return Image(f"data:image/png;base64,{base64.b64encode(picture.png).decode()}", picture.alt)


@cache
def _environment(folders: tuple[Path, ...]) -> BoundedSandbox:
    """Jinja for the shells of one layout; a layout may be a user's own, hence the sandbox."""
    environment = BoundedSandbox(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    environment.filters.update(
        pieces=pieces,
        lines_of=lines_of,
        text_of=text_of,
    )
    return environment


def _place(err: Exception, shell: Path) -> Place:
    """Where it went wrong, in the layout's shell or in one that it extends: the traceback ends there."""
    if isinstance(err, TemplateSyntaxError) and err.filename:
        return Place(Path(err.filename), err.lineno)
    place = Place(shell)
    trace = err.__traceback__
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if path.suffix == shell.suffix:
            place = Place(path, trace.tb_lineno)
        trace = trace.tb_next
    return place


def pieces(line: Line) -> Iterator[Piece]:
    """The runs and notes of a line, ready for the shell."""
    after_note = False
    for run in line:
        if isinstance(run, Note):
            yield Piece(note=run.line, follows_note=after_note)
            after_note = True
            continue
        after_note = False
        yield Piece(
            text=run.text,
            element=element_of(run),
            language=run.language or "",
            direction=direction_of(run.text) if run.language else "",
            url=run.url or "",
        )


def _sections(blocks: tuple[Block, ...]) -> Iterator[list[Item]]:
    """The blocks, cut where a new page begins; an empty stretch makes no page."""
    section: list[Item] = []
    for item in items_of(blocks):
        if isinstance(item.block, PageBreak):
            if section:
                yield section
            section = []
        else:
            section.append(item)
    if section:
        yield section


def _printable(value: object) -> object:
    """Refuse to print what is no text: the lists of a document have no end to their depth."""
    if isinstance(value, (str, int, date, Undefined)):
        return value
    raise TypeError(f"{{{{ … }}}} prints a {type(value).__name__}, not a text; name one of its parts")
