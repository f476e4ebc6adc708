"""One PDF of many, for the printer: a bookmark for each document, and what they have in common stored once.

It is no accessible and no archival file: tags, links and XMP metadata stay with the documents themselves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Any, BinaryIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    Destination,
    DictionaryObject,
    Fit,
    IndirectObject,
    NameObject,
    NullObject,
    PdfObject,
    StreamObject,
)

_KEPT = ("/MediaBox", "/BleedBox", "/TrimBox", "/Resources", "/Contents")
"""What of a page reaches the paper."""
# ISO 32000-1, table 150: what the dialog for printing begins with.
_DUPLEX = {"simplex": "/Simplex", "duplex": "/DuplexFlipLongEdge"}


@dataclass(frozen=True, slots=True)
class Stack:
    """What is printed: its title, its date, and on which sides of the paper (`simplex`, `duplex`)."""

    title: str
    day: date
    sides: str


def print_stack(stack: Stack, documents: Iterable[tuple[str, bytes]], file: BinaryIO) -> None:
    """Write the documents, pairs of a bookmark and a PDF, one after the other; the same input gives the same bytes.

    With `duplex` an empty page follows a document with an odd number of pages: no two documents share a sheet.
    """
    press = _Press(PdfWriter())
    press.writer.pdf_header = "%PDF-1.7"
    for bookmark, data in documents:
        pages = press.add(bookmark, PdfReader(BytesIO(data)))
        if stack.sides == "duplex" and len(pages) % 2:
            press.add_empty(pages[-1])
    writer = press.writer
    # Every name of a program, and the time, which pypdf would put in otherwise, are left out.
    writer.metadata = {"/Title": stack.title, "/CreationDate": f"D:{stack.day:%Y%m%d}"}
    preferences = {"/Duplex": _DUPLEX[stack.sides], "/PrintScaling": "/None"}
    named = {NameObject(key): NameObject(value) for key, value in preferences.items()}
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(named)
    writer.page_mode = "/UseOutlines"
    writer.write(file)


@dataclass(frozen=True, slots=True)
class _Press:
    """A PDF that grows by documents, each object of which is stored once however many documents have it."""

    writer: PdfWriter
    _known: dict[bytes, IndirectObject] = field(default_factory=dict)
    """By the hash of an object whose references are those of the new file: where it stands there."""

    def add(self, bookmark: str, document: PdfReader) -> list[PageObject]:
        """Add the pages of a document, a bookmark at the first, and below it the bookmarks of the document."""
        copied = _Copied(self)
        pages = [self.writer.add_page(_page({key: copied.of(page.raw_get(key)) for key in _KEPT if key in page}))
                 for page in document.pages]  # fmt: skip
        top = self.writer.add_outline_item(title=bookmark, page_number=pages[0], is_open=False)
        self._add_bookmarks(document, document.outline, pages, top)
        return pages

    def add_empty(self, model: PageObject) -> None:
        """Add an empty page of the size of another."""
        self.writer.add_page(_page({"/MediaBox": ArrayObject(model.mediabox), "/Resources": DictionaryObject()}))

    def _add_bookmarks(
        self, document: PdfReader, outline: Sequence[Any], pages: Sequence[PageObject], parent: IndirectObject
    ) -> None:
        """Add bookmarks as pypdf reads them: a list after a bookmark holds those below it."""
        last = parent
        for item in outline:
            if isinstance(item, Destination):
                number = document.get_destination_page_number(item)
                page, fit = pages[number or 0], Fit.xyz(item.left, item.top)
                last = self.writer.add_outline_item(
                    title=item.title or "", page_number=page, parent=parent, fit=fit, is_open=False
                )
            else:
                self._add_bookmarks(document, item, pages, last)

    def keep(self, value: PdfObject) -> IndirectObject:
        """The place of an object in the new file; where it has one already it is not stored again."""
        text = BytesIO()
        value.write_to_stream(text)
        digest = hashlib.sha256(text.getbuffer()).digest()
        if digest not in self._known:
            self._known[digest] = self.writer._add_object(value)  # pypdf has no other door for a single object
        return self._known[digest]


@dataclass(frozen=True, slots=True)
class _Copied:
    """The objects of one document in the new file, from the leaves up; what pages draw with refers to no page."""

    press: _Press
    _places: dict[int, IndirectObject] = field(default_factory=dict)

    def of(self, value: PdfObject) -> PdfObject:
        """A value as it stands in the new file."""
        if isinstance(value, IndirectObject):
            if value.idnum not in self._places:
                found = value.get_object()
                # A reference to nothing means null (ISO 32000-1, 7.3.10).
                self._places[value.idnum] = self.press.keep(self.of(NullObject() if found is None else found))
            return self._places[value.idnum]
        if isinstance(value, DictionaryObject):
            # A copy of a stream has its bytes, which stay compressed as they are; the length is written with them.
            made = copy(value) if isinstance(value, StreamObject) else DictionaryObject()
            made.update({key: self.of(item) for key, item in value.items() if key != "/Length"})
            return made
        if isinstance(value, ArrayObject):
            return ArrayObject(self.of(item) for item in value)
        return value


def _page(entries: dict[str, PdfObject]) -> PageObject:
    page = PageObject()
    page.update({NameObject("/Type"): NameObject("/Page")})
    page.update({NameObject(key): value for key, value in entries.items()})
    return page
