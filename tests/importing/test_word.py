"""Word: styles tell headings and items, notes stand last, what was struck out is set aside."""

from __future__ import annotations

from pathlib import Path

import docx

from briefgen.importing.files import read_release
from tests.importing.released import SENTENCE, kinds


def test_word_styles_tell_headings_and_items(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("A River Runs Dry", 1)
    document.add_paragraph(SENTENCE)
    document.add_paragraph("One point.", style="List Bullet")
    document.save(str(tmp_path / "a.docx"))
    assert kinds(read_release(tmp_path / "a.docx")) == [
        ("heading", "A River Runs Dry"),
        ("paragraph", SENTENCE.strip()),
        ("item", "One point."),
    ]
