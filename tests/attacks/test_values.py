"""A value stays text in every kind of file, whatever it looks like: it is never run, and never becomes mark-up."""

from __future__ import annotations

import shutil
import zipfile
from datetime import date
from email import message_from_bytes
from email.policy import default
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
import yaml

from briefgen.batch.manifest import Entry, as_files
from briefgen.compose.ordering import Order
from briefgen.document import Note, Paragraph, Run
from briefgen.library.shelves import built_in_shelf, open_library
from briefgen.model.typography import Layout
from briefgen.production import produce
from briefgen.render.docx import render_docx
from briefgen.render.docx.reference import render_with_docxtpl
from briefgen.render.docx.source import read_source
from tests.render.docx.editing import edited
from tests.render.docx.reading import note_texts
from tests.render.docx.samples import document, layout
from tests.render.pdf.reading import text_of_pages

HOSTILE = "=1+1 {{ 7*7 }} {% raw %} {_{ 7*7 }_} {_% x %_} [[7*7]] *x* [a](b) <b>&amp; {state} ^[n] ::: \\u007b"
SAID = "=1+1 [[7*7]] *x* [a](b) <b>&amp; ^[n] :::"
"""The same for a text of a report, in which braces hold the names of placeholders."""
SECTION = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"


def bare(text: str) -> str:
    return "".join(text.replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A letter in all kinds of file, to a person and from a sender of that name, on a report that says it."""
    folder = tmp_path_factory.mktemp("values")
    shutil.copytree(built_in_shelf() / "reports/example-school-water", folder / "pack")
    pack = folder / "pack/report.yaml"
    text = pack.read_text(encoding="utf-8")
    first = yaml.safe_load(text)["publisher"]
    written = yaml.safe_dump({"publisher": SAID}).strip()
    pack.write_text(text.replace(f"publisher: {first}", written), encoding="utf-8")
    sender = {"organisation": {"en": HOSTILE}, "signatory": {"en": HOSTILE}, "address": {"en": [HOSTILE]}}
    (folder / "sender.yaml").write_text(yaml.safe_dump(sender))
    quoted = f'"{HOSTILE}"'
    (folder / "contacts.csv").write_text(f"state,name,address\nFR,{quoted},x@example.org\n", encoding="utf-8")
    ours, persons = folder / "sender.yaml", folder / "contacts.csv"
    order = Order("letter", "FR", "en", str(folder / "pack"), date(2026, 11, 23), ours, None, persons)
    made = produce(open_library(), order, ("pdf", "docx", "html", "txt", "eml"), folder / "out")
    return {path.suffix[1:]: path.read_bytes() for path in made.files}


def words_of(kind: str, data: bytes) -> str:
    if kind == "pdf":
        return "".join(text_of_pages(data))
    if kind == "docx":
        with zipfile.ZipFile(BytesIO(data)) as file:
            parts = [file.read(name).decode() for name in file.namelist() if name.endswith(".xml")]
        return unescape("".join(piece.partition("<")[0] for part in parts for piece in part.split(">")))
    if kind == "html":
        return unescape("".join(piece.partition(">")[2] for piece in data.decode().split("<")))
    if kind == "eml":
        body = message_from_bytes(data, policy=default).get_body(("plain",))
        return str(body.get_content()) if body else ""
    return data.decode()


@pytest.mark.parametrize("kind", ["pdf", "docx", "html", "txt", "eml"])
def test_a_name_stays_text(kind: str, files: dict[str, bytes]) -> None:
    words = bare(words_of(kind, files[kind]))
    assert words.count(bare(HOSTILE)) >= 2
    assert bare(SAID) in words
    assert "49" not in words


def test_the_properties_of_a_word_file_hold_it_as_text(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(BytesIO(files["docx"])) as file:
        core = file.read("docProps/core.xml").decode()
    assert HOSTILE in unescape(core)
    assert "<b>" not in core


def test_a_mail_has_the_headers_that_we_write_and_no_others(files: dict[str, bytes]) -> None:
    message = message_from_bytes(files["eml"], policy=default)
    own = {"X-Unsent", "Subject", "To"}
    assert own <= set(message.keys()) <= own | {"MIME-Version", "Content-Type", "Content-Transfer-Encoding"}


def test_notes_are_not_run_in_a_layout_of_two_sections(tmp_path: Path) -> None:
    """docxtpl renders the notes once for each section, and would run from the second on what stands in them."""
    folder = edited(tmp_path, "word/document.xml", "<w:body>", f"<w:body>{SECTION}")
    ours: Layout = layout(folder)
    said = document("en", Paragraph((Run("x"), Note((Run(HOSTILE),)))))
    for data in (render_docx(said, ours), render_with_docxtpl(said, read_source(ours, "en"))):
        assert note_texts(data) == [HOSTILE]


def test_a_name_is_no_formula_in_the_table_of_a_batch() -> None:
    entry = Entry(name="x", recipient="FR", contact=HOSTILE, language="en", format="letter")
    (table,) = [data for name, data in as_files([entry]).items() if name.endswith(".csv")]
    assert f"'{HOSTILE.split(' ', maxsplit=1)[0]}" in table.decode("utf-8-sig")
