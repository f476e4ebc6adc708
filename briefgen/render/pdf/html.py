"""From the neutral document to HTML, through the layout's own `page.html`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefgen.document import (
    Block,
    Direction,
    Document,
    Heading,
    Line,
    Note,
    PageBreak,
    Subject,
    Title,
    lines_of,
    text_of,
)
from briefgen.errors import BriefgenError, Place, did_you_mean
from briefgen.model.typography import Layout
from briefgen.render.pdf import styles

SHELL = "page.html"
ELEMENTS = {"plain": "span", "emphasis": "em", "strong": "strong"}


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
class Item:
    """A block, the name of its kind for the shell, and for headings the number of its `h` element."""

    kind: str
    block: Block
    rank: int = 0


def page_of(document: Document, layout: Layout) -> str:
    """The whole HTML page of a document.

    Raises `BriefgenError` when the layout lacks the document's language or its shell is faulty.
    """
    if document.language not in layout.typographies:
        raise BriefgenError.one(
            f"the layout has no typography for the language `{document.language}`",
            hint=did_you_mean(document.language, layout.typographies),
        )
    start, end = ("right", "left") if document.direction == "rtl" else ("left", "right")
    try:
        shell = _environment(layout.folder).get_template(SHELL)
        return shell.render(
            document=document,
            sections=tuple(_sections(document.blocks)),
            start=start,
            end=end,
            families=Markup(styles.families(layout.typographies[document.language])),  # noqa: S704 - escaped for CSS
            language_rules=Markup(  # noqa: S704 - escaped for CSS
                styles.language_rules(layout.typographies, document.language)
            ),
        )
    except TemplateError as err:
        raise BriefgenError.one(f"the layout's shell: {err}", _place(err, layout.folder)) from err


@cache
def _environment(folder: Path) -> ImmutableSandboxedEnvironment:
    """Jinja for the shells of one layout; a layout may be a user's own, hence the sandbox."""
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        pieces=pieces,
        lines_of=lines_of,
        text_of=text_of,
        css_string=lambda text: Markup(styles.css_string(text)),  # noqa: S704 - escaped for CSS
        css_content=lambda text: Markup(styles.css_content(text)),  # noqa: S704 - escaped for CSS
        css_lines=lambda lines: Markup(styles.css_lines(lines)),  # noqa: S704 - escaped for CSS
    )
    return environment


def _place(err: TemplateError, folder: Path) -> Place:
    """Where in the shell it went wrong: syntax errors say it, others leave it in the traceback."""
    line = getattr(err, "lineno", None) or 0
    trace = err.__traceback__
    while trace is not None:
        if Path(trace.tb_frame.f_code.co_filename).name == SHELL:
            line = trace.tb_lineno
        trace = trace.tb_next
    return Place(folder / SHELL, line)


def pieces(line: Line) -> Iterator[Piece]:
    """The runs and notes of a line, ready for the shell."""
    after_note = False
    for run in line:
        if isinstance(run, Note):
            yield Piece(note=run.line, follows_note=after_note)
            after_note = True
            continue
        after_note = False
        plain = run.emphasis == "plain" and not run.language
        yield Piece(
            text=run.text,
            element="" if plain else ELEMENTS[run.emphasis],
            language=run.language or "",
            direction=_direction(run.text) if run.language else "",
            url=run.url or "",
        )


def _direction(text: str) -> Direction:
    """The direction of a text by its first strong character (UAX #9, rules P2 and P3)."""
    strong = (unicodedata.bidirectional(character) for character in text)
    first = next((kind for kind in strong if kind in ("L", "R", "AL")), "L")
    return "ltr" if first == "L" else "rtl"


def _sections(blocks: tuple[Block, ...]) -> Iterator[list[Item]]:
    """The blocks, cut where a new page begins; an empty stretch makes no page."""
    section: list[Item] = []
    for item in _items(blocks):
        if isinstance(item.block, PageBreak):
            if section:
                yield section
            section = []
        else:
            section.append(item)
    if section:
        yield section


def _items(blocks: tuple[Block, ...]) -> Iterator[Item]:
    """Each block with the rank of its heading; ranks begin at 1 and never skip one (ISO 14289-1, 7.4.2)."""
    below_title, last = 0, 0
    for block in blocks:
        rank = 0
        if isinstance(block, Title | Subject):
            rank = 1 if last == 0 else 2
            below_title = 1
        elif isinstance(block, Heading):
            rank = min(block.level + below_title, last + 1)
        last = rank or last
        yield Item(_kind(block), block, rank)


def _kind(block: Block) -> str:
    """`ListBlock` is `list_block` to the shell."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(block).__name__).lower()
