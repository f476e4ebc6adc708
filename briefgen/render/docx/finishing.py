"""What the parts of a Word file need beside the text: its lists, links, properties and faces."""

from __future__ import annotations

from briefgen.document import Document
from briefgen.render.docx.flat import FlatDocument
from briefgen.render.docx.fonts import font_table
from briefgen.render.docx.numbering import add_lists
from briefgen.render.docx.package import (
    APP,
    CORE,
    DOCUMENT,
    FONTS,
    FOOTNOTES,
    NUMBERING,
    Parts,
    add_links,
    app_properties,
    core_properties,
)


def complete(parts: Parts, definition: str, flat: FlatDocument) -> Parts:
    """The parts with the document's lists, numbered as `definition` shows, and with its links."""
    if flat.lists and NUMBERING in parts:
        parts = add_lists(parts, definition, flat.lists)
    for part, links in ((DOCUMENT, flat.body_links), (FOOTNOTES, flat.note_links)):
        if links and part in parts:
            parts = add_links(parts, part, links)
    return parts


def finish(parts: Parts, document: Document, language: str) -> Parts:
    """The rendered parts with the document's own properties and faces in place of the layout's.

    `language` is the tag that Word writes.
    """
    properties = core_properties(document.title, document.organisation, language, document.date)
    finished = {**parts, CORE: properties, FONTS: font_table(parts)}
    return {**finished, APP: app_properties()} if APP in parts else finished
