"""docxtpl's own way proves the fast one: every file is the same, byte for byte."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from briefgen.document import Document, Paragraph
from briefgen.errors import BriefgenError
from briefgen.library.layouts import load_layout
from briefgen.library.shelves import open_library
from briefgen.model.typography import Layout
from briefgen.render import docx
from briefgen.render.docx import render_docx
from briefgen.render.docx.reference import render_with_docxtpl
from briefgen.render.docx.source import read_source
from tests.render.docx.editing import changed, edited, parts
from tests.render.docx.samples import all_samples, document, layout, line
from tests.render.docx.test_restyling import picture
from tests.render.docx.wild import documents, everything

LANGUAGES = ("ar", "de", "en", "es", "fr", "ja", "ko", "pt", "ru", "zh-Hans")
BODY, NOTES, HEADER = "word/document.xml", "word/footnotes.xml", "word/header1.xml"
RELATIONS = "word/_rels/document.xml.rels"
RUN = '<w:r><w:t xml:space="preserve">{{ block.text }}</w:t></w:r>'


@pytest.fixture(autouse=True)
def only_the_fast_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> bytes:
        raise AssertionError("rendered by docxtpl")

    monkeypatch.setattr(docx, "render_with_docxtpl", slow)


@cache
def shipped(name: str) -> Layout:
    return load_layout(open_library(), name)


def assert_same(given_document: Document, given_layout: Layout) -> None:
    expected = render_with_docxtpl(given_document, read_source(given_layout, given_document.language))
    found = render_docx(given_document, given_layout)
    assert unpacked(found) == unpacked(expected)
    assert found == expected


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["letterhead", "briefing"])
def test_every_kind_of_block_in_every_language(language: str, name: str) -> None:
    assert_same(everything(language), shipped(name))
    assert_same(document(language), shipped(name))


@pytest.mark.parametrize("sample", all_samples(), ids=lambda d: f"{d.kind}-{d.language}")
def test_the_samples(sample: Document) -> None:
    assert_same(sample, layout())


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents(LANGUAGES))
def test_any_document(wild: Document) -> None:
    assert_same(wild, shipped("letterhead"))


def test_a_layout_with_settings_of_its_own() -> None:
    given_settings = {"colours": {"accent": "#8a1c1c"}, "margins": {"top": 30, "start": 35}, "indent": True}
    plain = layout(**given_settings, fonts={"word_body": "Georgia & Co"})
    for language in ("en", "ja", "ar"):
        assert_same(everything(language), plain.model_copy(update={"logo": picture()}))
        assert_same(everything(language), plain.scaled(0.9))


LAST = "<w:sectPr><w:headerReference"
SECTION = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
DRAWING = f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:docPr id="7" name="x"/></wp:inline></w:drawing></w:r>'
WIDE = (
    '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>'
    "</w:tbl><w:p/>"
)
RED = '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>– {{ block.text }} –</w:t></w:r>'
LAYOUTS: dict[str, Callable[[Path], Path]] = {
    "a table wider than its grid": lambda path: edited(path, BODY, LAST, WIDE + LAST),
    "two sections": lambda path: edited(path, BODY, LAST, SECTION + LAST),
    "direct formatting": lambda path: edited(path, BODY, RUN, f"{RED}{DRAWING}"),
    "tags split over runs": lambda path: edited(
        path, BODY, "{{ block.text }}", "{{ block</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>.text }}"
    ),
    "tabs and line ends": lambda path: edited(path, BODY, RUN, f"<w:r><w:t>a\tb\nc {{_{{ x }}_}}</w:t></w:r>{RUN}"),
    "parts on many lines": lambda path: changed(
        path, {name: parts()[name].replace("><", ">\n<") for name in (BODY, NOTES, HEADER, "word/numbering.xml")}
    ),
    "a header that shows the blocks": lambda path: edited(
        path, HEADER, "furniture.short_title", "blocks|length }}{{ furniture.short_title"
    ),
    "no application properties": lambda path: changed(path, without("docProps/app.xml")),
    "no core properties": lambda path: changed(path, without("docProps/core.xml")),
    "one header for two kinds of pages": lambda path: changed(
        path,
        {RELATIONS: parts()[RELATIONS].replace("header2.xml", "header1.xml")},
    ),
    "a kind without a branch": lambda path: edited(path, BODY, "elif block.figures %}", "elif block.heading1 %}"),
}  # fmt: skip


def without(name: str) -> dict[str, str | None]:
    """The changes that take a part out of the package."""
    rels, types = (parts()[found] for found in ("_rels/.rels", "[Content_Types].xml"))
    kept = [item for item in rels.split("/>") if f'"{name}"' not in item]
    declared = [item for item in types.split("/>") if f'"/{name}"' not in item]
    return {"_rels/.rels": "/>".join(kept), "[Content_Types].xml": "/>".join(declared), name: None}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("change", LAYOUTS.values(), ids=LAYOUTS)
def test_a_layout_that_somebody_has_edited(change: Callable[[Path], Path], tmp_path: Path) -> None:
    folder = change(tmp_path)
    for language in ("en", "ar"):
        assert_same(everything(language), layout(folder))


def test_documents_do_not_leave_anything_behind() -> None:
    first, other = everything("en"), document("en", Paragraph(line("short")))
    alone = render_docx(other, layout())
    for _ in range(3):
        assert_same(first, layout())
        assert render_docx(other, layout()) == alone


def test_the_slow_way_tells_of_a_wrong_tag(tmp_path: Path) -> None:
    folder = edited(tmp_path, BODY, "{{ block.text }}", "{{ block.txt }}")
    source: Any = read_source(layout(folder), "en")
    with pytest.raises(BriefgenError, match="uses the name `txt`, which does not exist"):
        render_with_docxtpl(document("en", Paragraph(line("x"))), source)
