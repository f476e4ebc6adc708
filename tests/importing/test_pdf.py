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
