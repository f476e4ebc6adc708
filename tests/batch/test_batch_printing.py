"""One PDF to print: every page as it was, a bookmark for each document, shared objects once, sheets not shared."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from briefgen.batch.printing import Stack, print_stack
from briefgen.compose.composition import compose
from briefgen.library.layouts import load_layout
from briefgen.library.shelves import Library
from briefgen.render.pdf import render_pdf
from tests.conftest import Ask

STACK = Stack("first-letters", date(2026, 11, 23), "simplex")
DUPLEX = Stack("first-letters", date(2026, 11, 23), "duplex")
Documents = list[tuple[str, bytes]]


@pytest.fixture(scope="module")
def documents(library: Library, request_for: Ask) -> Documents:
    """Letters of one page, of two and of one, and one in another script."""

    def pdf(state: str, language: str) -> bytes:
        request = request_for(state, language=language)
        return render_pdf(compose(request).document, load_layout(library, request.format.format.layout))

    whom = [("NR", "en"), ("FR", "en"), ("TV", "en"), ("KR", "ko")]
    return [(f"{state} – {language}", pdf(state, language)) for state, language in whom]


def printed(stack: Stack, documents: Documents) -> bytes:
    file = io.BytesIO()
    print_stack(stack, iter(documents), file)
    return file.getvalue()


def count(data: bytes) -> int:
    return len(PdfReader(io.BytesIO(data)).pages)


def bookmarks(data: bytes) -> list[tuple[str, int]]:
    """The bookmarks at the top with the pages to which they lead."""
    reader = PdfReader(io.BytesIO(data))
    tops = [item for item in reader.outline if isinstance(item, Destination)]
    return [(str(item.title), reader.get_destination_page_number(item) or 0) for item in tops]


def pictures(data: bytes) -> list[bytes]:
    return [page.render(scale=0.5).to_pil().tobytes() for page in pypdfium2.PdfDocument(data)]


def test_every_page_looks_as_it_did_and_in_the_same_order(documents: Documents) -> None:
    assert pictures(printed(STACK, documents)) == [page for _, data in documents for page in pictures(data)]


def test_a_bookmark_leads_to_the_first_page_of_each_document(documents: Documents) -> None:
    assert [count(data) for _, data in documents][:3] == [1, 2, 1]
    assert bookmarks(printed(STACK, documents)) == [("NR – en", 0), ("FR – en", 1), ("TV – en", 3), ("KR – ko", 4)]


def test_below_it_are_the_bookmarks_of_the_document(documents: Documents) -> None:
    reader = PdfReader(io.BytesIO(printed(STACK, documents)))
    below: Any = reader.outline[3]
    own: Any = PdfReader(io.BytesIO(documents[1][1])).outline
    assert [item.title for item in below] == [item.title for item in own] != []
    assert [item.top for item in below] == [item.top for item in own]
    assert reader.get_destination_page_number(below[0]) == 1


def test_printed_on_both_sides_no_two_documents_share_a_sheet(documents: Documents) -> None:
    data = printed(DUPLEX, documents)
    assert [page for _, page in bookmarks(data)] == [0, 2, 4, 6]
    assert count(data) % 2 == 0
    reader = PdfReader(io.BytesIO(data))
    assert [number for number, page in enumerate(reader.pages) if not page.extract_text()] == [1, 5]
    assert reader.pages[1].mediabox == reader.pages[0].mediabox
    assert reader.root_object["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipLongEdge"


def font_files(data: bytes) -> int:
    return sum("/Length1" in found for found in _objects(data))


def _objects(data: bytes) -> list[dict[str, Any]]:
    reader = PdfReader(io.BytesIO(data))
    every = (reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"]))))
    return [found for found in every if isinstance(found, dict)]


def test_what_documents_have_in_common_is_stored_once(documents: Documents) -> None:
    one = documents[0][1]
    again = printed(STACK, [(f"copy {number}", one) for number in range(10)])
    assert font_files(again) == font_files(one)
    assert len([found for found in _objects(again) if found.get("/Type") == "/Page"]) == 10
    assert len(again) < 1.5 * len(one)
    assert font_files(printed(STACK, documents)) < sum(font_files(data) for _, data in documents)


def test_the_same_documents_give_the_same_bytes(documents: Documents) -> None:
    assert printed(DUPLEX, documents) == printed(DUPLEX, documents)


def test_it_tells_the_name_of_the_batch_and_its_date_and_no_more(documents: Documents, tmp_path: Path) -> None:
    data = printed(STACK, documents[:1])
    reader = PdfReader(io.BytesIO(data))
    assert reader.metadata == {"/Title": "first-letters", "/CreationDate": "D:20261123"}
    assert reader.xmp_metadata is None
    assert data.startswith(b"%PDF-1.7")
    assert str(Path.cwd()).encode() not in data
