"""A layout made ready for a language once, and driven once per document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from briefgen.document import Document
from briefgen.render.docx.archive import Entry, archive, entry
from briefgen.render.docx.blocks import flatten
from briefgen.render.docx.compiled import CompiledLayout, CompiledPart, UnfitError, compile_layout
from briefgen.render.docx.finishing import complete, finish
from briefgen.render.docx.flat import FlatDocument, FlatFurniture
from briefgen.render.docx.package import DOCUMENT, FOOTNOTES, pack
from briefgen.render.docx.source import Ready, Source, make_ready

_KEPT: Final = 32
"""How many layouts are kept ready, each for one language; each takes about a third of a megabyte."""
_SHARED: Final = 256
"""How many small parts are kept that the documents of a batch have in common."""
_FURNITURE: Final = "furniture"


@dataclass(frozen=True, slots=True)
class Press:
    """A layout for the documents of one language; the parts that no document changes are compressed already."""

    ready: Ready
    layout: CompiledLayout
    entries: Mapping[str, Entry]

    def print(self, document: Document) -> bytes:
        """The Word file of a document; raises UnfitError when a tag of the layout fails with it."""
        prepared = self.ready.prepared
        flat = flatten(document, prepared.first_note, prepared.first_list)
        rendered = {part.name: _rendered(part, flat) for part in self.layout.rendered}
        parts = complete({**self.layout.parts, **rendered}, prepared.list_definition, flat)
        parts = finish(parts, document, self.ready.runs.typography.word_tag)
        return archive(self._entry(name, data) for name, data in parts.items())

    def _entry(self, name: str, data: bytes) -> Entry:
        if data is self.layout.parts.get(name):
            return self.entries[name]
        return entry(name, data) if name in (DOCUMENT, FOOTNOTES) else _shared_entry(name, data)


def _rendered(part: CompiledPart, flat: FlatDocument) -> bytes:
    return _every_page(part, flat.furniture) if part.prints <= {_FURNITURE} else part.render(flat.context)


@lru_cache(maxsize=_SHARED)
def _every_page(part: CompiledPart, furniture: FlatFurniture) -> bytes:
    """A header or footer, which is the same in all documents of a batch."""
    return part.render({_FURNITURE: furniture})


@lru_cache(maxsize=_SHARED)
def _shared_entry(name: str, data: bytes) -> Entry:
    return entry(name, data)


@lru_cache(maxsize=_KEPT)
def press_for(source: Source) -> Press | None:
    """The press of a layout and a language; None for a layout that only docxtpl's own way can fill.

    Raises BriefgenError when the layout is damaged or lacks what documents need.
    """
    ready = make_ready(source)
    try:
        layout = compile_layout(pack(ready.prepared.parts), ready.runs.write)
    except UnfitError:
        return None
    return Press(ready, layout, {name: entry(name, data) for name, data in layout.parts.items()})
