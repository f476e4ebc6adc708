"""HTML: one file without scripts or anything from elsewhere, for a web page or for pasting into one."""

from __future__ import annotations

from functools import cache
from itertools import count
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from briefgen.document import Document, lines_of, notes_of
from briefgen.errors import BriefgenError, did_you_mean
from briefgen.model.typography import Layout
from briefgen.render.html.pieces import LineWriter
from briefgen.render.marked import items_of
from briefgen.render.text.characters import problems_in

__all__ = ["render_html"]

SHELL = "page.html"


def render_html(document: Document, layout: Layout) -> bytes:
    """The document as one self-contained HTML file in UTF-8; of the layout only the typographies are used.

    Notes stand in a list at the end, with links there and back. Raises `BriefgenError` with every control
    character, every address that is not a web or mail address, and when the layout lacks the language.
    """
    problems = problems_in(document)
    if problems:
        raise BriefgenError(problems)
    if document.language not in layout.typographies:
        raise BriefgenError.one(
            f"the layout has no typography for the language `{document.language}`",
            hint=did_you_mean(document.language, layout.typographies),
        )
    page = (
        _environment()
        .get_template(SHELL)
        .render(
            document=document,
            items=tuple(items_of(document.blocks)),
            notes=notes_of(document),
            numbers=count(1),
            pieces=LineWriter(document.language, layout.typographies).pieces,
        )
    )
    return page.encode()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["lines_of"] = lines_of
    return environment
