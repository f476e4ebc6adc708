"""An order becomes files: the kinds that are asked for, in the pages that its format allows, or nothing at all."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

import docx
import pypdfium2
import pytest

from briefgen import workshop
from briefgen.compose.ordering import Order
from briefgen.errors import BriefgenError
from briefgen.library.shelves import Library
from briefgen.production import produce
from briefgen.workshop import Extras
from tests.check.shelf_copy import ShelfCopy


@pytest.mark.parametrize(
    ("kind", "hint"), [("pfd", "did you mean `pdf`?"), ("odt", "known are pdf, docx, html, txt, eml")]
)
def test_an_unknown_kind_of_file_is_told_before_anything_is_written(
    kind: str, hint: str, library: Library, day: date, tmp_path: Path
) -> None:
    with pytest.raises(BriefgenError) as caught:
        produce(library, Order("letter", "FR", "en", "north-korea-border", day), ["pdf", kind], tmp_path)
    assert caught.value.problems[0].hint == hint
    assert list(tmp_path.iterdir()) == []


def test_a_missing_system_library_is_told_with_what_helps(
    library: Library, day: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(workshop, "import_module", missing)
    with pytest.raises(BriefgenError, match=r"libpango.*run `briefgen doctor`"):
        produce(library, Order("letter", "FR", "en", "north-korea-border", day), ["pdf"], tmp_path)


REPORT = "north-korea-border"


def test_a_format_says_which_files_are_written(library: Library, day: date, tmp_path: Path) -> None:
    product = produce(library, Order("cover-email", "FR", "en", REPORT, day), [], tmp_path)
    assert [path.suffix for path in product.files] == [".txt", ".eml"]


def test_a_message_carries_the_documents_that_it_encloses(library: Library, day: date, tmp_path: Path) -> None:
    order = Order("cover-email", "FR", "en", REPORT, day)
    (path,) = produce(library, order, ["eml"], tmp_path, Extras(encloses=("letter", "factsheet"))).files
    message = message_from_bytes(path.read_bytes(), policy=SMTP)
    attachments = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    assert list(attachments) == [f"{REPORT}_letter_FR_en.pdf", f"{REPORT}_factsheet_FR_en.pdf"]
    assert all(data.startswith(b"%PDF") for data in attachments.values())
    assert message["X-Unsent"] == "1"
    assert message["To"] is None


def test_a_message_goes_to_the_contact_of_the_delegation(library: Library, day: date, tmp_path: Path) -> None:
    contacts = tmp_path / "contacts.csv"
    contacts.write_text("state,name,address\nFrance,Camille Example,mission@example.org\n", encoding="utf-8")
    order = Order("cover-email", "FR", "en", REPORT, day, contacts=contacts)
    (path,) = produce(library, order, ["eml"], tmp_path, Extras(encloses=("letter",))).files
    assert message_from_bytes(path.read_bytes(), policy=SMTP)["To"] == "mission@example.org"


@pytest.mark.parametrize("kinds", [["pdf"], ["docx"]])
def test_a_document_that_fits_at_no_size_is_not_written(
    shelf: ShelfCopy, day: date, tmp_path: Path, kinds: list[str]
) -> None:
    shelf.edit(
        "templates/formats/factsheet.md", "{% block challenges %}\n", "{% block challenges %}\n{{ 'word ' * 900 }}\n\n"
    )
    line = shelf.line_of("templates/formats/factsheet.md", "pages:")
    with pytest.raises(BriefgenError) as caught:
        produce(shelf.library, Order("factsheet", "all", "en", REPORT, day), kinds, tmp_path)
    assert "takes 2 pages; the format allows 1" in str(caught.value)
    assert f"factsheet.md:{line}:" in str(caught.value)
    assert not list(tmp_path.glob("*.pdf"))


def test_a_document_of_one_page_is_set_smaller_until_it_fits(library: Library, day: date, tmp_path: Path) -> None:
    for recipient in ("all", "FR"):
        produce(library, Order("factsheet", recipient, "en", REPORT, day), ["pdf"], tmp_path)
    sizes = {}
    for recipient in ("all", "FR"):
        page = pypdfium2.PdfDocument(tmp_path / f"{REPORT}_factsheet_{recipient}_en.pdf")[0]
        assert [round(side) for side in page.get_size()] == [595, 842]
        sizes[recipient] = max(height_of(page))
    assert sizes["all"] < sizes["FR"], "the longer one has the smaller letters"


def height_of(page: pypdfium2.PdfPage) -> list[float]:
    return [top - bottom for _, bottom, _, top in (item.get_bounds() for item in page.get_objects([1]))]


def test_a_word_template_of_ones_own_is_filled(library: Library, day: date, tmp_path: Path) -> None:
    template = docx.Document()
    template.add_paragraph("To {{ state.name }}")
    template.add_paragraph("{{p body }}")
    template.save(str(tmp_path / "own.docx"))
    order = Order("letter", "FR", "en", REPORT, day)
    (path,) = produce(library, order, ["docx"], tmp_path, Extras(template=tmp_path / "own.docx")).files
    texts = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert "To France" in texts
    assert "We therefore urge your Government to:" in texts
