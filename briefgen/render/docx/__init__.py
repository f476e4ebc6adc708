"""The Word renderer: a neutral document and a layout made in Word become a Word file."""

from __future__ import annotations

from briefgen.document import Document
from briefgen.errors import BriefgenError
from briefgen.model.typography import Layout
from briefgen.render.docx.compiled import UnfitError
from briefgen.render.docx.legality import problems_of
from briefgen.render.docx.press import press_for
from briefgen.render.docx.reference import render_with_docxtpl
from briefgen.render.docx.source import LAYOUT_FILE, read_source

__all__ = ["LAYOUT_FILE", "render_docx"]


def render_docx(document: Document, layout: Layout) -> bytes:
    """Render a document as a Word file in the look of `word.docx` in the layout's folder.

    The same document and layout give the same bytes. Raises BriefgenError with every character that a Word file
    cannot hold and every language without typography, or when the layout is missing, damaged or has a wrong tag.
    """
    if problems := problems_of(document, layout.typographies):
        raise BriefgenError(problems)
    source = read_source(layout, document.language)
    press = press_for(source)
    if press is not None:
        try:
            return press.print(document)
        except UnfitError:
            # A tag fails with this document: docxtpl's own way tells which.
            pass
    return render_with_docxtpl(document, source)
