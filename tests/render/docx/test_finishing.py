"""Lists, links, properties and faces beside the text."""

from __future__ import annotations

from dataclasses import replace

from briefgen.document import ListBlock, Note, Paragraph, Run
from briefgen.render.docx.blocks import flatten
from briefgen.render.docx.finishing import complete, finish
from tests.render.docx.editing import parts
from tests.render.docx.samples import document, line

PARTS = {name: text.encode() for name, text in parts().items()}
NOTE_LINKS = "word/_rels/footnotes.xml.rels"
NOTED = document("en", Paragraph((Note((Run("x", url="https://a.example"),)),)), ListBlock((line("y"),), ordered=True))


def test_a_document_without_lists_and_links_leaves_the_parts_as_they_are() -> None:
    found = complete(PARTS, "1", flatten(document("en", Paragraph(line("x"))), 1, 3))
    assert all(found[name] is PARTS[name] for name in PARTS)


def test_lists_and_links_go_to_their_parts() -> None:
    found = complete(PARTS, "1", flatten(NOTED, 1, 3))
    assert b'Id="link1"' in found[NOTE_LINKS]
    assert b'<w:num w:numId="3">' in found["word/numbering.xml"]
    assert found["word/_rels/document.xml.rels"] is PARTS["word/_rels/document.xml.rels"]


def test_what_has_no_part_is_left_out() -> None:
    lacking = {name: data for name, data in PARTS.items() if name not in ("word/footnotes.xml", "word/numbering.xml")}
    assert complete(lacking, "1", flatten(NOTED, 1, 3)) == lacking


def test_the_properties_are_those_of_the_document() -> None:
    found = finish(PARTS, replace(document("en"), title="A & B"), "en-GB")
    assert b"<dc:title>A &amp; B</dc:title>" in found["docProps/core.xml"]
    assert b"<dc:language>en-GB</dc:language>" in found["docProps/core.xml"]
    assert b"Application" not in found["docProps/app.xml"]
    without = {name: data for name, data in PARTS.items() if name != "docProps/app.xml"}
    assert "docProps/app.xml" not in finish(without, document("en"), "en-GB")
