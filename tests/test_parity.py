"""Word and PDF say the same: the text of both files is read back and compared with the document, block by block."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import etree

from briefgen.compose.composition import compose
from briefgen.compose.ordering import Order, resolve
from briefgen.document import (
    Block,
    Document,
    KeyFigures,
    ListBlock,
    Run,
    lines_of,
    notes_of,
    text_of,
)
from briefgen.library.layouts import load_layout
from briefgen.library.shelves import open_library
from briefgen.model.typography import Layout
from briefgen.render.docx import render_docx
from briefgen.render.pdf import render_pdf

DAY = date(2026, 11, 23)
CASES = [("letter", "FR"), ("letter", "JP"), ("letter", "KP"), ("briefing", "all"), ("briefing", "KR")]
OTHERS = [("letter", "FR", "fr"), ("briefing", "all", "es"), ("briefing", "all", "ru"), ("briefing", "all", "zh-Hans")]


@pytest.fixture(
    scope="module", params=[*((*case, lang) for case in CASES for lang in ("en", "ko")), *OTHERS], ids="-".join
)
def document(request: pytest.FixtureRequest) -> Document:
    format_, recipient, language = request.param
    order = Order(format_, recipient, language, "north-korea-border", DAY)
    return compose(resolve(open_library(), order)).document


def layout_of(document: Document) -> Layout:
    return load_layout(open_library(), "briefing" if document.kind == "briefing" else "letterhead")


def bare(text: str) -> str:
    """A text without any white space: where lines break is not what it says."""
    # pdfium gives a hyphen at the end of a line as U+FFFE.
    return "".join(unicodedata.normalize("NFC", text).replace("\ufffe", "-").split())


def blocks_with_text(document: Document) -> Iterator[tuple[Block, list[str]]]:
    for block in document.blocks:
        texts = [bare(text_of(line)) for line in lines_of(block)]
        if texts:
            yield block, texts


# --- Word ----------------------------------------------------------------------------------------------------


def word_paragraphs(data: bytes) -> list[str]:
    """The text of each paragraph of the body in order, those in tables included; notes are not part of it."""
    body = docx.Document(BytesIO(data)).element.body
    paragraphs = ["".join(node.text or "" for node in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]
    return [bare(text) for text in paragraphs if bare(text)]


def word_notes(data: bytes) -> list[str]:
    part = next(p for p in docx.Document(BytesIO(data)).part.package.iter_parts() if "footnotes" in str(p.partname))
    notes = etree.fromstring(part.blob).iter(qn("w:footnote"))
    return [
        bare("".join(t.text or "" for t in note.iter(qn("w:t")))) for note in notes if note.get(qn("w:type")) is None
    ]


def test_word_says_the_document_block_by_block(document: Document) -> None:
    found = word_paragraphs(render_docx(document, layout_of(document)))
    for block, texts in blocks_with_text(document):
        expected = [bare(block.label), *texts] if isinstance(block, KeyFigures) else texts
        assert found[: len(expected)] == expected, type(block).__name__
        del found[: len(expected)]
    assert found == []


def test_word_has_the_notes_of_the_document(document: Document) -> None:
    data = render_docx(document, layout_of(document))
    assert word_notes(data) == [bare(text_of(note.line)) for note in notes_of(document)]


# --- PDF -----------------------------------------------------------------------------------------------------


def pdf_body(data: bytes, document: Document) -> str:
    """The text of all pages without white space, page furniture and notes, each of which must be found."""
    pages = pypdfium2.PdfDocument(data)
    body, count = "", len(pages)
    for number in range(1, count + 1):
        text = bare(pages[number - 1].get_textpage().get_text_range())
        text = without(text, bare(document.furniture.page.format(page=number, pages=count)))
        for mark in document.furniture.marks:
            text = without(text, bare(mark))
        if number > 1:
            text = without(text, bare(document.furniture.short_title))
        for index, note in enumerate(notes_of(document), start=1):
            note_text = f"{index}.{bare(text_of(note.line))}"
            text = text.replace(note_text, "", 1)
        body += text
    return body


def without(text: str, furniture: str) -> str:
    assert text.count(furniture) >= 1, f"{furniture!r} is not on the page"
    return text.replace(furniture, "", 1)


def expected_of(block: Block, count: Iterator[int]) -> str:
    """The text of a block as a reader of the PDF finds it: with list marks and the numbers of notes."""
    pieces: list[str] = [bare(block.label)] if isinstance(block, KeyFigures) else []
    for index, line in enumerate(lines_of(block)):
        if isinstance(block, ListBlock):
            pieces.append(f"{block.start + index}." if block.ordered else "•")
        for item in line:
            pieces.append(bare(item.text) if isinstance(item, Run) else str(next(count)))
    return "".join(pieces)


def test_pdf_says_the_document_block_by_block(document: Document) -> None:
    found = pdf_body(render_pdf(document, layout_of(document)), document)
    count = iter(range(1, 100))
    for block in document.blocks:
        expected = expected_of(block, count)
        assert found.startswith(expected), f"{type(block).__name__}: {found[:200]!r} != {expected[:200]!r}"
        found = found.removeprefix(expected)
    assert found == ""


def test_every_note_of_the_document_stands_in_the_pdf(document: Document) -> None:
    pages = pypdfium2.PdfDocument(render_pdf(document, layout_of(document)))
    text = bare("".join(page.get_textpage().get_text_range() for page in pages))
    for number, note in enumerate(notes_of(document), start=1):
        assert f"{number}.{bare(text_of(note.line))}" in text


def test_every_note_stands_on_the_page_of_its_number(document: Document) -> None:
    pages = pypdfium2.PdfDocument(render_pdf(document, layout_of(document)))
    texts = [bare(page.get_textpage().get_text_range()) for page in pages]
    number = 0
    for block in document.blocks:
        for line in lines_of(block):
            before = ""
            for item in line:
                if isinstance(item, Run):
                    before = bare(item.text)[-12:]
                else:
                    number += 1
                    called = {page for page, text in enumerate(texts) if f"{before}{number}" in text}
                    noted = {page for page, text in enumerate(texts) if f"{number}.{bare(text_of(item.line))}" in text}
                    assert called & noted, number
