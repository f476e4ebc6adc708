"""Every note stands on the page of its number, also where WeasyPrint by itself would carry it over."""

from __future__ import annotations

import pytest

from briefgen.document import Heading, Note, Paragraph, Run
from briefgen.render.pdf import render_pdf
from tests.render.pdf.reading import bare, text_of_pages
from tests.render.pdf.samples import document, layout

WORDS = "A sentence about wells that is long enough to fill the better part of one line on the page. "


@pytest.mark.parametrize("lines", range(28, 46, 3))
def test_a_note_stands_on_the_page_of_its_number(lines: int) -> None:
    blocks = []
    for number in range(1, 7):
        blocks.append(Heading(1, (Run(f"Part {number}"),)))
        blocks.append(Paragraph((Run(WORDS * (lines // 4 + number) + f"end{number}"), Note((Run(f"Note{number}"),)))))
    pages = [bare(page) for page in text_of_pages(render_pdf(document(*blocks), layout()))]
    for number in range(1, 7):
        called = {page for page, text in enumerate(pages) if f"end{number}{number}" in text}
        noted = {page for page, text in enumerate(pages) if f"{number}.Note{number}" in text}
        assert called == noted, number
