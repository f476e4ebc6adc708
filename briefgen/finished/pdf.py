"""A finished PDF read back: its passages by its structure, its lines by their places on the pages.

Two readers share the work, neither of them the one that wrote the file: pypdf follows the structure tree (ISO 32000-1,
14.7), pdfium gives the text of each marked piece of a page as a viewer would show it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from briefgen.errors import BriefgenError, Place
from briefgen.finished.pdf_faults import faults_of, root_of
from briefgen.finished.reading import FinishedFile, Passage, PlacedLine, Properties

_PARAGRAPHS = frozenset({"P", "H1", "H2", "H3", "H4", "H5", "H6", "LBody", "TH", "TD", "Caption", "Note"})
"""The types of elements that are passages of their own; what stands below them (`Span`, `Link`) is part of them."""
_NO_TEXT = frozenset({"Lbl", "Reference"})
"""Numbers of list items and notes: the renderer's, not the document's."""
_DEEPEST = 100
_HYPHENS = dict.fromkeys((0x02, 0xFFFE), "-")
"""What pdfium gives for a hyphen at the end of a line."""
_SAME_LINE = 7.5
"""Points: vowel signs and joined letters are drawn above the base line of their word; the next line is further away."""
Mark = tuple[int, int]
"""A marked piece of a page: the page, from 0, and its number there."""


def read_pdf(path: Path, data: bytes) -> FinishedFile:
    """Read a PDF back; raises a BriefgenError where it is damaged, locked or without a structure."""
    try:
        reader = PdfReader(BytesIO(data))
        structure = _Structure.of(reader)
        document = pypdfium2.PdfDocument(data)
        try:
            pages = [list(_pieces(page, number)) for number, page in enumerate(document)]
        finally:
            document.close()
        faults = tuple(faults_of(reader))
        properties = _properties(reader)
    except (
        PyPdfError,
        pypdfium2.PdfiumError,
        KeyError,
        TypeError,
        ValueError,
        AttributeError,
        RecursionError,
    ) as error:
        raise BriefgenError.one("the file is not a PDF that can be read", Place(path), str(error)) from error
    read = [structure.passage(number, pages) for number in range(len(structure.passages))]
    if not any(passage.text for passage in read):
        raise BriefgenError.one("the PDF has no structure to be read by", Place(path), "build it with briefgen")
    return FinishedFile(
        path=path,
        kind="pdf",
        body=tuple(passage for passage in read if passage.role != "Note" and passage.text),
        notes=tuple(passage for passage in read if passage.role == "Note"),
        furniture=tuple(piece.text for page in pages for piece in page if piece.mark is None),
        properties=properties,
        pages=len(pages),
        faults=faults,
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of text on a page: its mark in the structure, where it has one, and the height of its base line."""

    mark: Mark | None
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class _Structure:
    """The passages of the structure tree in reading order: their types, and which marks belong to which."""

    passages: list[str] = field(default_factory=list)
    owners: dict[Mark, int] = field(default_factory=dict)

    @classmethod
    def of(cls, reader: PdfReader) -> _Structure:
        """The structure of a file; empty where it has none."""
        found = cls()
        root = root_of(reader).get("/StructTreeRoot")
        if root is not None:
            references = [page.indirect_reference for page in reader.pages]
            pages = {item.idnum: number for number, item in enumerate(references) if item}
            walk = _Walk(found, pages)
            for kid in _kids(root.get_object()):
                walk.below(kid, None, None, 0)
        return found

    def passage(self, number: int, pages: list[list[_Piece]]) -> Passage:
        """A passage with the lines in which it is set."""
        lines: list[PlacedLine] = []
        for at, page in enumerate(pages, start=1):
            for piece in page:
                if piece.mark is None or self.owners.get(piece.mark) != number:
                    continue
                if lines and lines[-1].page == at and abs(lines[-1].height - piece.height) < _SAME_LINE:
                    lines[-1] = PlacedLine(at, lines[-1].height, lines[-1].text + piece.text)
                else:
                    lines.append(PlacedLine(at, piece.height, piece.text))
        where = f"page {lines[0].page}" if lines else ""
        return Passage("".join(line.text for line in lines), self.passages[number], where, tuple(lines))


@dataclass(frozen=True, slots=True)
class _Walk:
    """Goes through a structure tree and notes which passage each mark belongs to."""

    found: _Structure
    pages: Mapping[int, int]

    def below(self, kid: Any, owner: int | None, page: int | None, depth: int) -> None:
        """What one kid of an element holds; `owner` is the passage in which it stands."""
        if depth > _DEEPEST:
            raise ValueError("its structure is nested too deeply")
        node = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(node, int):
            self._mark(page, node, owner)
        elif isinstance(node, DictionaryObject):
            page = self._page_of(node, page)
            if node.get("/Type") == "/MCR":
                self._mark(page, int(str(node["/MCID"])), owner)
            elif "/S" in node:
                self._element(node, owner, page, depth)

    def _element(self, node: DictionaryObject, owner: int | None, page: int | None, depth: int) -> None:
        role = str(node["/S"]).removeprefix("/")
        if role in _NO_TEXT:
            return
        if role in _PARAGRAPHS:
            self.found.passages.append(role)
            owner = len(self.found.passages) - 1
        for kid in _kids(node):
            self.below(kid, owner, page, depth + 1)

    def _mark(self, page: int | None, number: int, owner: int | None) -> None:
        if page is not None and owner is not None:
            self.found.owners[page, number] = owner

    def _page_of(self, node: DictionaryObject, page: int | None) -> int | None:
        named = node.raw_get("/Pg") if "/Pg" in node else None
        return self.pages.get(named.idnum, page) if isinstance(named, IndirectObject) else page


def _kids(node: DictionaryObject) -> Iterator[Any]:
    kids = node.get("/K")
    kids = kids.get_object() if isinstance(kids, IndirectObject) else kids
    if isinstance(kids, ArrayObject):
        yield from list.__iter__(kids)
    elif kids is not None:
        yield node.raw_get("/K")


def _pieces(page: pypdfium2.PdfPage, number: int) -> Iterator[_Piece]:
    """The pieces of text on a page; spaces and line ends that only the reader adds belong to none."""
    layer = page.get_textpage()
    signs = ((pdfium.FPDFText_GetTextObject(layer, at), at) for at in range(layer.count_chars()))
    own = ((ctypes.cast(item, ctypes.c_void_p).value, item, at) for item, at in signs if item)
    for _, group in groupby(own, key=lambda sign: sign[0]):
        together = list(group)
        item = together[0][1]
        text = "".join(chr(pdfium.FPDFText_GetUnicode(layer, at)) for _, _, at in together)
        mark, matrix = pdfium.FPDFPageObj_GetMarkedContentID(item), pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(item, matrix)
        yield _Piece((number, mark) if mark >= 0 else None, matrix.f, text.translate(_HYPHENS))


def _properties(reader: PdfReader) -> Properties:
    about = reader.metadata
    language = root_of(reader).get("/Lang")
    created = about.creation_date if about else None
    return Properties(
        title=about.title if about else None,
        author=about.author if about else None,
        language=str(language) if language is not None else None,
        created=created.date().isoformat() if created else None,
    )
