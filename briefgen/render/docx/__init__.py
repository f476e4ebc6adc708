"""The Word renderer: a neutral document and a layout made in Word become a Word file."""

from __future__ import annotations

from dataclasses import fields

from briefgen.document import Document
from briefgen.errors import BriefgenError, Place
from briefgen.model.typography import Layout, Typography
from briefgen.render.docx.blocks import flatten
from briefgen.render.docx.flat import KINDS, FlatBlock, FlatCell, FlatDocument, FlatFigure, FlatFurniture, FlatNote
from briefgen.render.docx.fonts import font_table
from briefgen.render.docx.language import latin_faces
from briefgen.render.docx.legality import problems_of
from briefgen.render.docx.numbering import add_lists
from briefgen.render.docx.package import (
    APP,
    CORE,
    DOCUMENT,
    FONTS,
    FOOTNOTES,
    Parts,
    add_links,
    app_properties,
    core_properties,
    pack,
    read_layout,
    unpack,
)
from briefgen.render.docx.preparation import Prepared, prepare
from briefgen.render.docx.restyling import restyle
from briefgen.render.docx.runs import RunWriter
from briefgen.render.docx.template import render_template

__all__ = ["LAYOUT_FILE", "render_docx"]

LAYOUT_FILE = "word.docx"
"""The name of the Word layout in a layout's folder."""


def render_docx(document: Document, layout: Layout) -> bytes:
    """Render a document as a Word file in the look of `word.docx` in the layout's folder.

    The same document and layout give the same bytes. Raises BriefgenError with every character that a Word file
    cannot hold and every language without typography, or when the layout is missing, damaged or has a wrong tag.
    """
    path = layout.file(LAYOUT_FILE)
    place = Place(path)
    if problems := problems_of(document, layout.typographies):
        raise BriefgenError(problems)
    typography = layout.typography(document.language)
    prepared = prepare(restyle(read_layout(path), layout, place), typography, place, layout.settings)
    flat = flatten(document, prepared.first_note, prepared.first_list)
    runs = RunWriter(typography, latin_faces(layout.typographies, layout.settings.fonts), prepared.style_ids)
    context = {"blocks": flat.blocks, "footnotes": flat.footnotes, "furniture": flat.furniture}
    package = pack(_complete(prepared, flat))
    rendered = render_template(package, context, runs.write, known_names(), place)
    return pack(_finish(unpack(rendered), document, typography))


def known_names() -> frozenset[str]:
    """The names that the tags of a layout may use."""
    shown = (FlatBlock, FlatCell, FlatFigure, FlatFurniture, FlatNote)
    values = {field.name for kind in shown for field in fields(kind)}
    return KINDS | values | {"blocks", "block", "footnotes", "footnote", "furniture", "cell", "figure"}


def _complete(prepared: Prepared, flat: FlatDocument) -> Parts:
    """The parts of the layout with the document's lists and links."""
    parts = add_lists(prepared.parts, prepared.list_definition, flat.lists)
    parts = add_links(parts, DOCUMENT, flat.body_links)
    return add_links(parts, FOOTNOTES, flat.note_links)


def _finish(parts: Parts, document: Document, typography: Typography) -> Parts:
    """The rendered parts with the document's own properties and faces in place of the layout's."""
    properties = core_properties(document.title, document.organisation, typography.word_tag, document.date)
    finished = {**parts, CORE: properties, FONTS: font_table(parts)}
    return {**finished, APP: app_properties()} if APP in parts else finished
