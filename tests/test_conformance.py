"""The real documents in every language: PDF/UA-1 and PDF/A-3a by veraPDF, Word by openxml-audit, no file too long."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.compose.ordering import Order
from briefgen.library.formats import format_names
from briefgen.library.languages import language_tags
from briefgen.library.shelves import open_library
from briefgen.production import produce
from tests.verapdf import failures

DAY = date(2026, 11, 23)
CASES = [
    ("letter", "FR", 2),
    ("letter", "KP", 2),
    ("letter-security-council", "GB", 2),
    ("letter-state-concerned", "KP", 2),
    ("open-letter", "all", 3),
    ("sign-on", "eu", 3),
    ("briefing", "all", 4),
    ("factsheet", "all", 1),
    ("factsheet", "JP", 1),
    ("talking-points", "JP", 3),
    ("oral-statement", "human-rights-council", 1),
    ("questions-answers", "all", 4),
    ("invitation", "FR", 1),
    ("cover-email", "all", 1),
]
"""Formats and recipients, with the number of pages that such a document may have: every format once at least."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, int]:
    """Every document in every language, with the number of pages that it may have."""
    library, out = open_library(), tmp_path_factory.mktemp("documents")
    found = {}
    for language in language_tags(library):
        for format_, recipient, pages in CASES:
            order = Order(format_, recipient, language, "north-korea-border", DAY)
            found.update(dict.fromkeys(produce(library, order, ["pdf", "docx"], out).files, pages))
    return found


def test_every_format_is_there() -> None:
    assert {format_ for format_, _, _ in CASES} == set(format_names(open_library()))


def test_every_pdf_conforms(files: dict[Path, int]) -> None:
    assert failures([path for path in files if path.suffix == ".pdf"]) == []


def test_every_word_file_is_valid(files: dict[Path, int]) -> None:
    for path in files:
        if path.suffix == ".docx":
            # One validator a file: it keeps what it has read of a part, and may take it for another file's.
            validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
            result = validator.validate(str(path))
            assert [str(error) for error in result.errors] == [], path.name


def test_no_document_is_longer_than_its_kind(files: dict[Path, int]) -> None:
    pages = {path.name: len(pypdfium2.PdfDocument(path)) for path in files if path.suffix == ".pdf"}
    assert {path.name: pages[path.name] for path, most in files.items() if pages.get(path.name, 0) > most} == {}
