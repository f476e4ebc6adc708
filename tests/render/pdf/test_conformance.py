"""What a file says about itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.render.pdf import render_pdf
from tests.render.pdf.reading import opened
from tests.render.pdf.samples import SAMPLES, document, layout


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_title_organisation_date_and_language(name: str, files: dict[str, Path]) -> None:
    sample = SAMPLES[name]()
    with opened(files[name].read_bytes()) as pdf:
        assert str(pdf.docinfo.Title) == sample.title
        assert str(pdf.docinfo.Author) == sample.organisation
        assert str(pdf.docinfo.CreationDate) == "D:20261123"
        assert str(pdf.docinfo.Producer) == "WeasyPrint 70.0"
        assert set(pdf.docinfo.keys()) == {"/Title", "/Author", "/CreationDate", "/Producer"}
        assert str(pdf.Root.Lang) == sample.language
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_both_standards_are_declared(files: dict[str, Path]) -> None:
    with opened(files["letter-en"].read_bytes()) as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "3"
        assert metadata["pdfaid:conformance"] == "A"
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert metadata["dc:title"] == "Clean drinking water: a vote on 14 December"
        assert metadata["dc:creator"] == ["Open Wells"]


def test_marks_of_markup_in_a_title_are_only_text() -> None:
    with opened(render_pdf(document(title='<a> & "b"'), layout())) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == str(pdf.docinfo.Title) == '<a> & "b"'


def test_a_document_without_an_organisation_names_no_author() -> None:
    with opened(render_pdf(document(organisation=""), layout())) as pdf:
        assert "/Author" not in pdf.docinfo
