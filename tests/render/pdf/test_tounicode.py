"""Text that is copied out of a file is the text that went in."""

from __future__ import annotations

import unicodedata

import pytest

from briefgen.document import Emphasis, Paragraph, Run
from briefgen.library.layouts import load_layout
from briefgen.library.shelves import Library
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


@pytest.mark.parametrize("emphasis", ["plain", "strong"])
def test_arabic_letters_with_upright_dots_are_copied_as_those_of_arabic(emphasis: Emphasis, library: Library) -> None:
    text = "تبيّن صور ساتلية أثّرت التدابير تأثيراً متّصلاً فتّش"
    pdf = render_pdf(
        document(Paragraph(line(Run(text, emphasis=emphasis))), language="ar"), load_layout(library, "letterhead")
    )
    found = set(bare(text_of_pages(pdf)[0]))
    assert set(bare(text)) <= found
    assert not found & set("ېٺ")
