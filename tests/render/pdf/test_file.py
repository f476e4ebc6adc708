"""The files that are written are whole, and what is exchanged is exchanged."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from briefgen.document import Paragraph, Run
from briefgen.model.typography import Picture
from briefgen.render.pdf import load, ready, render_pdf
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


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_picture_can_be_seen(mode: str) -> None:
    source = Image.new(mode, (40, 15), "#7a1f1f")
    source.putpixel((3, 4), (10, 200, 30, 90)[: len(mode)])
    target = io.BytesIO()
    source.save(target, "PNG")
    logo = Picture(png=target.getvalue(), alt="Open Wells", width=40, height=15)
    data = render_pdf(document(Paragraph(line("Clean water."))), layout().model_copy(update={"logo": logo}))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (found,) = pdf.pages[0].Resources.XObject.values()
        assert pikepdf.PdfImage(found).as_pil_image().tobytes() == source.tobytes()
