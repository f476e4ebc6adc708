"""The files that are written are whole, and what is exchanged is exchanged."""

from __future__ import annotations

import io

import pikepdf

from briefgen.document import Paragraph, Run
from briefgen.render.pdf import load, ready
from briefgen.render.pdf.file import page_content
from briefgen.render.pdf.html import page_of
from tests.render.pdf.samples import document, layout, line


def made(text: str = "Clean water.") -> object:
    paper = ready(document(Paragraph(line(text, Run(" Always.", emphasis="strong")))))
    return load("press").impression(page_of(paper, layout()), paper, layout())


def test_every_object_can_be_read_and_nothing_is_said_twice() -> None:
    impression = made()
    with pikepdf.open(io.BytesIO(impression.file.data())) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.objects) == len(impression.pdf.objects) + 1  # and the object stream, and the table of objects
        assert str(pdf.docinfo.Title) == "Water"
        first, second = pdf.trailer.ID
        assert bytes(first) == bytes(second)


def test_the_identifier_is_that_of_the_content() -> None:
    def identifier(data: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return bytes(pdf.trailer.ID[0])

    one = made().file.data()
    assert one == made().file.data()
    assert identifier(one) != identifier(made("Other water.").file.data())


def test_an_exchanged_object_takes_the_place_of_the_old_one() -> None:
    impression = made()
    (page,) = impression.pdf.page_references
    number = int(impression.pdf.objects[int(page.split()[0])]["Contents"].split()[0])
    data = impression.file.data({number: page_content(b"BT ET")})
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.pages[0].Contents.read_bytes() == b"BT ET"
    assert data != impression.file.data()
