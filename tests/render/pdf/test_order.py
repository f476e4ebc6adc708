"""A screen reader walks through the document as it was written, whatever page a thing stands on."""

from __future__ import annotations

import pytest

from briefgen.document import Document, Heading, ListBlock, Note, Paragraph, Quotation, Run, Table
from briefgen.render.pdf import render_pdf
from tests.render.pdf.reading import elements, of_type, opened
from tests.render.pdf.samples import document, layout, line, note

LONG = "A well beside the school changes the day of every child who walks. " * 60
ITEM = "Test every well twice a year and say what was found in it. " * 6


def kinds(file: Document, *without: str) -> list[str]:
    """The kinds of all elements in reading order, spans left out."""
    with opened(render_pdf(file, layout())) as pdf:
        return [str(found.S)[1:] for found in elements(pdf) if str(found.S)[1:] not in ("Span", "NonStruct", *without)]


def pages_of(file: Document) -> int:
    with opened(render_pdf(file, layout())) as pdf:
        return len(pdf.pages)


def test_a_paragraph_that_goes_on_overleaf_is_one() -> None:
    file = document(Heading(1, line("Wells")), *[Paragraph(line(LONG))] * 3)
    assert pages_of(file) == 3
    assert kinds(file) == ["Document", "Sect", "H1", "P", "P", "P"]


@pytest.mark.parametrize(("ordered", "numbering"), [(True, "/Decimal"), (False, "/Disc")])
def test_a_list_that_goes_on_overleaf_is_one(ordered: bool, numbering: str) -> None:
    file = document(ListBlock((line(ITEM),) * 14, ordered=ordered))
    with opened(render_pdf(file, layout())) as pdf:
        assert len(pdf.pages) == 2
        (found,) = of_type(pdf, "/L")
        assert [str(item.S) for item in found.K] == ["/LI"] * 14
        assert [[str(part.S) for part in item.K] for item in found.K] == [["/Lbl", "/LBody"]] * 14
        assert str(found.A.ListNumbering) == numbering
        assert all(item == kid.P for item in found.K for kid in item.K)


def test_a_quotation_that_goes_on_overleaf_is_one() -> None:
    file = document(Quotation((line(LONG), line(LONG), line(LONG)), line("A teacher")))
    assert pages_of(file) > 1
    assert kinds(file) == ["Document", "Sect", "BlockQuote", "P", "P", "P", "P"]


def test_each_note_follows_the_text_that_calls_it() -> None:
    file = document(
        Heading(1, line("Wells", note("a"))),
        Paragraph(line(LONG, note("b"), "So it is.", note("c"))),
        ListBlock((line(ITEM, note("d")), line(ITEM))),
        Table((line("place", note("e")), line("count")), ((line("north"), line("12", note("f"))),)),
        Paragraph(line("The end.")),
    )
    called = ["Reference", "Link"]
    label = ["Note", "Lbl", "Link"]
    assert kinds(file) == [
        "Document", "Sect", "H1", *called, *label,
        "P", *called, *called, *label, *label,
        "L", "LI", "Lbl", "LBody", *called, *label, "LI", "Lbl", "LBody",
        "Table", "THead", "TR", "TH", *called, *label, "TH", "TBody", "TR", "TH", "TD", *called, *label,
        "P",
    ]  # fmt: skip


def test_a_note_to_a_paragraph_that_goes_on_overleaf_follows_its_end() -> None:
    call = Note((Run("first"),))
    file = document(Paragraph((Run(LONG), call, *[Run(LONG)] * 3, Note((Run("second"),)))), Paragraph(line("The end.")))
    assert pages_of(file) > 2
    assert kinds(file, "Reference", "Link", "Lbl") == ["Document", "Sect", "P", "Note", "Note", "P"]


def test_number_and_note_lead_to_each_other() -> None:
    file = document(*[Paragraph(line(LONG))] * 2, Paragraph(line("Here.", note("There, in the foot."))))
    with opened(render_pdf(file, layout())) as pdf:
        last = pdf.pages[-1]
        links = [annotation for annotation in last.Annots if "/Dest" in annotation]
        assert [str(link.Contents) for link in links] == ["There, in the foot.", "1."]
        ends = {str(pair[0]): pair[1] for pair in zip(*[iter(pdf.Root.Names.Dests.Names)] * 2, strict=True)}
        there, back = (ends[str(link.Dest)] for link in links)
        assert there[0].objgen == back[0].objgen == last.objgen
        # Each leads to the place of the other.
        assert [float(link.Rect[1]) for link in links] == [float(back[3]), float(there[3])]
        parents = [str(element.S) for element in elements(pdf) if str(element.S) in ("/Reference", "/Lbl")]
        assert parents == ["/Reference", "/Lbl"]
