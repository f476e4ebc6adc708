"""docxtpl's own way from a document to a Word file: everything anew for each document.

The press makes the same file much faster. This way proves it, fills the layouts that the press cannot take, and tells
what is wrong with a layout whose tags fail.
"""

from __future__ import annotations

from briefgen.document import Document
from briefgen.render.docx.blocks import flatten
from briefgen.render.docx.finishing import complete, finish
from briefgen.render.docx.flat import known_names
from briefgen.render.docx.package import pack, unpack
from briefgen.render.docx.source import Source, make_ready
from briefgen.render.docx.template import render_template


def render_with_docxtpl(document: Document, source: Source) -> bytes:
    """Render a document as a Word file; raises BriefgenError when the layout is damaged or has a wrong tag."""
    ready = make_ready(source)
    prepared, runs = ready.prepared, ready.runs
    flat = flatten(document, prepared.first_note, prepared.first_list)
    package = pack(complete(prepared.parts, prepared.list_definition, flat))
    rendered = render_template(package, flat.context, runs.write, known_names(), source.place)
    return pack(finish(unpack(rendered), document, runs.typography.word_tag))
