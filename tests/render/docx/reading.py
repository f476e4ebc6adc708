"""Reading a rendered Word file back, for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from briefgen.document import Document, KeyFigures, Note, lines_of, text_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMESPACES = {"w": W[1:-1], "r": R[1:-1]}


def part(data: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


def find(root: Any, path: str) -> list[Any]:
    return list(root.xpath(path, namespaces=NAMESPACES))


def word(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def paragraphs(data: bytes) -> Iterator[WordParagraph]:
    """All paragraphs of the body in reading order, cells included."""
    for item in word(data).iter_inner_content():
        if isinstance(item, WordTable):
            for row in item.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        else:
            yield item


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(data) if paragraph.text]


def expected_texts(document: Document) -> list[str]:
    texts = []
    for block in document.blocks:
        texts += [block.label] if isinstance(block, KeyFigures) else []
        texts += [text_of(line) for line in lines_of(block)]
    return [text for text in texts if text]


def note_texts(data: bytes) -> list[str]:
    notes = find(part(data, "word/footnotes.xml"), "//w:footnote[not(@w:type)]")
    return ["".join(node.text or "" for node in note.iter(f"{W}t")) for note in notes]


def expected_notes(document: Document) -> list[str]:
    return [
        "".join(run.text for run in note.line)
        for block in document.blocks
        for line in lines_of(block)
        for note in line
        if isinstance(note, Note)
    ]


def run_with(data: bytes, text: str) -> Any:
    """The `w:r` of the body whose text is `text`."""
    for run in find(part(data, "word/document.xml"), "//w:r"):
        if "".join(node.text or "" for node in run.iter(f"{W}t")) == text:
            return run
    raise AssertionError(text)


def paragraph_with(data: bytes, text: str) -> Any:
    for found in find(part(data, "word/document.xml"), "//w:p"):
        if "".join(node.text or "" for node in found.iter(f"{W}t")) == text:
            return found
    raise AssertionError(text)


def styled(data: bytes, style: str) -> list[str]:
    """The texts of the paragraphs of a style, by the name that Word shows."""
    return [item.text for item in paragraphs(data) if item.style is not None and item.style.name == style]
