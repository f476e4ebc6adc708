"""Text that is copied out of a file is the text that went in."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from briefgen.document import Paragraph, Run
from briefgen.library.layouts import load_layout
from briefgen.library.shelves import open_library
from briefgen.render.pdf import render_pdf
from tests.render.pdf.reading import bare, text_of_pages
from tests.render.pdf.samples import document, layout, line


@pytest.mark.parametrize(
    "text",
    [
        "Adébáyọ̀ Ọlọ́run: no food, so good",
        "office, fluffy, affine: ffi fi fl",
        "well‑known co‐operation – a — b",
        "Nguyễn Thị Ánh; Łódź; Ñuñoa; Ştefan; Ġorġ",
        "№ 12 § 3 € 4 ½ ² ³",
        "Владимир Путин; Αθήνα",
        "¿Qué? ¡Sí! «oui» „ja“ ‘x’ “y”",
    ],
)
def test_letters_with_marks_and_ligatures_are_copied_as_they_were(text: str) -> None:
    runs = line(text, " ", Run(text, emphasis="strong"), " ", Run(text, emphasis="emphasis"))
    pdf = render_pdf(document(Paragraph(runs)), layout())
    wanted = bare(unicodedata.normalize("NFC", text))
    assert bare(unicodedata.normalize("NFC", text_of_pages(pdf)[0])).count(wanted) == 3


def test_decomposed_letters_are_copied_composed() -> None:
    pdf = render_pdf(document(Paragraph(line(unicodedata.normalize("NFD", "가온 é ñ, nose")))), layout())
    assert "가온 é ñ, nose" in text_of_pages(pdf)[0]


def test_korean_with_latin_and_hanja_is_copied_as_it_was() -> None:
    text = "세계보건기구(WHO)는 「네 지역의 물」을 ‘水’라 한다: 321킬로미터."
    pdf = render_pdf(document(Paragraph(line(text)), language="ko"), layout())
    assert bare(text) in bare(text_of_pages(pdf)[0])


def test_an_arabic_letter_in_the_form_of_another_is_copied_as_itself() -> None:
    arabic = load_layout(open_library(), "letterhead")
    text = replace(document(Paragraph(line("تتاح")), language="ar"), direction="rtl")
    pdf = render_pdf(text, arabic)
    assert "تتاح" in bare(text_of_pages(pdf)[0])
