"""PDF: pages, running heads, notes and words that a row divides."""

from __future__ import annotations

from pathlib import Path

import weasyprint

from briefgen.importing.files import read_release
from tests.importing.released import kinds


def long(number: int) -> str:
    """A paragraph of several rows, of which no two are alike."""
    names = (f"{chr(97 + number % 26) * 3}{chr(97 + number // 26)}{chr(97 + part)}" for part in range(12))
    return "says that the ministry closed wells in " + ", which nobody foresaw, and in ".join(names) + ", and more."


def test_a_pdf_keeps_its_printed_pages_and_loses_heads_and_numbers(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>Paragraph {number} {long(number)}</p>" for number in range(40))
    style = "@page { size: A5; @top-center { content: 'A River' } @bottom-center { content: counter(page) } }"
    html = f"<style>{style} h1 {{ font-size: 24pt }} p {{ text-align: justify }}</style><h1>A River</h1>{paragraphs}"
    weasyprint.HTML(string=html).write_pdf(tmp_path / "a.pdf")
    found = read_release(tmp_path / "a.pdf")
    assert kinds(found)[0] == ("heading", "A River")
    body = [passage for passage in found.passages if passage.kind == "paragraph"]
    assert [passage.text for passage in body] == [f"Paragraph {n} {long(n)}" for n in range(40)]
    assert [passage.page for passage in body] == sorted(passage.page for passage in body)
    assert body[0].page == 1
    turning = [passage for passage in body if passage.turns]
    assert turning
    assert all(page == passage.page + 1 for passage in turning for _, page in passage.turns)
    assert {aside.text for aside in found.aside} >= {"A River", "2"}


NOTES = """<style>@page { size: A5 } p { font-size: 11pt; text-align: justify } sup { font-size: 6pt }
.note { float: footnote; font-size: 8pt }</style><h1>A River</h1>"""


def test_notes_at_the_foot_of_a_page_stand_behind_the_text_with_their_page(tmp_path: Path) -> None:
    first = '<span class="note">Interview with a farmer in the village of Dol, in spring.</span>'
    second = '<span class="note">Interview with a teacher, who has left since.</span>'
    text = f"<p>{long(1)}{first}</p><p>{long(2)}{second}</p><p>{long(3)}</p>"
    weasyprint.HTML(string=NOTES + text).write_pdf(tmp_path / "a.pdf")
    found = read_release(tmp_path / "a.pdf")
    assert [passage.text for passage in found.passages if passage.kind == "paragraph"] == [long(1), long(2), long(3)]
    notes = [passage for passage in found.passages if passage.kind == "note"]
    assert ["farmer" in notes[0].text, "teacher" in notes[1].text, len(notes)] == [True, True, 2]
    assert {passage.page for passage in notes} == {1}
    assert [passage.kind for passage in found.passages][-2:] == ["note", "note"]


def test_words_that_a_row_divides_are_joined_and_hyphens_of_the_text_stay(tmp_path: Path) -> None:
    style = "<style>@page { size: 75mm 200mm; margin: 8mm } p { font-size: 11pt; hyphens: auto }</style>"
    words = "Humanitarian organisations documented extraordinarily burdensome requirements for well-known communities. "
    paragraph = (words * 4).strip()
    weasyprint.HTML(string=f'{style}<html lang="en"><p>{paragraph}</p></html>').write_pdf(tmp_path / "a.pdf")
    assert kinds(read_release(tmp_path / "a.pdf")) == [("paragraph", paragraph)]
