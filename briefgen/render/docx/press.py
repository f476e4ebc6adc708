"""A layout made ready for a language once, and driven once per document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from briefgen.document import Document
from briefgen.render.docx.archive import Entry, archive, entry
from briefgen.render.docx.blocks import flatten
from briefgen.render.docx.compiled import CompiledLayout, UnfitError, compile_layout
from briefgen.render.docx.finishing import complete, finish
from briefgen.render.docx.package import pack
from briefgen.render.docx.source import Ready, Source, make_ready

_KEPT: Final = 32
"""How many layouts are kept ready: a few layouts in ten languages; each takes about half a megabyte."""


@dataclass(frozen=True, slots=True)
class Press:
    """A layout for the documents of one language; parts that no document changes are compressed already."""

    ready: Ready
    layout: CompiledLayout
    entries: Mapping[str, Entry]

    def print(self, document: Document) -> bytes:
        """The Word file of a document; raises UnfitError when a tag of the layout fails with it."""
        prepared = self.ready.prepared
        flat = flatten(document, prepared.first_note, prepared.first_list)
        context = flat.context
        rendered = {part.name: part.render(context) for part in self.layout.rendered}
        parts = complete({**self.layout.parts, **rendered}, prepared.list_definition, flat)
        parts = finish(parts, document, self.ready.runs.typography.word_tag)
        return archive(self._entry(name, data) for name, data in parts.items())

    def _entry(self, name: str, data: bytes) -> Entry:
        unchanged = data is self.layout.parts.get(name)
        return self.entries[name] if unchanged else entry(name, data)


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
