"""What a Word file is made from beside its document: the layout's file, and its preparation for one language."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefgen.errors import Place
from briefgen.model.typography import Layout
from briefgen.render.docx.language import latin_faces
from briefgen.render.docx.package import layout_parts, read_layout
from briefgen.render.docx.preparation import Prepared, prepare
from briefgen.render.docx.restyling import restyle
from briefgen.render.docx.runs import RunWriter

LAYOUT_FILE = "word.docx"
"""The name of the Word layout in a layout's folder."""


@dataclass(frozen=True, slots=True)
class Source:
    """A layout and a language: all that the documents of a language have in common.

    Equal sources give equal preparations; `data` is the content of the layout's file, so that a change in it is seen.
    """

    layout: Layout = field(hash=False)
    language: str
    place: Place
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ready:
    """A layout that is prepared for a language, and what writes lines in that language."""

    prepared: Prepared
    runs: RunWriter


def read_source(layout: Layout, language: str) -> Source:
    """Read the Word file of a layout; raises BriefgenError when it is missing."""
    path = layout.file(LAYOUT_FILE)
    return Source(layout, language, Place(path), read_layout(path))


def make_ready(source: Source) -> Ready:
    """Prepare a layout for a language; raises BriefgenError when its file is damaged or lacks what documents need."""
    layout = source.layout
    typography = layout.typography(source.language)
    parts = restyle(layout_parts(source.data, source.place), layout, source.place)
    prepared = prepare(parts, typography, source.place, layout.settings)
    faces = latin_faces(layout.typographies, layout.settings.fonts)
    return Ready(prepared, RunWriter(typography, faces, prepared.style_ids))
