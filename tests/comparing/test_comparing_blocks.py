"""Two documents are told apart block by block, each block with its old one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefgen.comparing.blocks import block_text, compare_documents
from briefgen.compose.composition import compose
from briefgen.compose.request import Request
from briefgen.document import Block, Document, Furniture, Heading, ListBlock, Note, PageBreak, Paragraph, Run, Title
from tests.comparing.conftest import DAY


def document(*blocks: Block, marks: tuple[str, ...] = ()) -> Document:
    return Document("letter", "T", "en", "ltr", "Org", DAY, Furniture("Short", "{page}", marks), blocks)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


def told(old: Document, new: Document) -> list[tuple[str, str, str, str]]:
    return [(each.kind, each.what, each.old, each.new) for each in compare_documents(old, new)]


def test_a_document_does_not_differ_from_itself(request_for: Callable[..., Request]) -> None:
    made = compose(request_for("FR")).document
    assert told(made, made) == []


def test_a_block_is_changed_added_or_removed() -> None:
    old = document(paragraph("One fence was seen in the north."), paragraph("Wholly other words stood here."))
    new = document(paragraph("Two fences: seen was one in the north."), PageBreak(), Heading(1, (Run("New"),)))
    assert told(old, new) == [
        ("paragraph", "changed", "One fence was seen in the north.", "Two fences: seen was one in the north."),
        ("paragraph", "removed", "Wholly other words stood here.", ""),
        ("page break", "added", "", ""),
        ("heading", "added", "", "New"),
    ]


def test_what_a_document_has_once_is_changed_however_much() -> None:
    assert told(document(Title((Run("First"),))), document(Title((Run("Of another kind"),)))) == [
        ("title", "changed", "First", "Of another kind")
    ]


def test_a_paragraph_that_became_a_list_goes_and_comes() -> None:
    found = told(document(paragraph("Do so.")), document(ListBlock(((Run("Do so."),),))))
    assert sorted((kind, what) for kind, what, _, _ in found) == [("list", "added"), ("paragraph", "removed")]


def test_notes_and_what_stands_on_every_page_count_and_emphasis_does_not() -> None:
    old = document(Paragraph((Run("Said"), Note((Run("page 1"),)))))
    assert block_text(old.blocks[0]) == "Said [page 1]"
    assert told(old, document(Paragraph((Run("Said", "strong"), Note((Run("page 1"),)))))) == []
    noted = document(Paragraph((Run("Said"), Note((Run("page 2"),)))))
    assert told(old, noted) == [("paragraph", "changed", "Said [page 1]", "Said [page 2]")]
    marked = replace(old, furniture=Furniture("Short", "{page}", ("DRAFT",)))
    assert told(old, marked) == [("header", "changed", "Short", "Short\nDRAFT")]
