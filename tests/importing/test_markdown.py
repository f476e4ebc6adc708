"""Markdown loses its marks and keeps its notes apart."""

from __future__ import annotations

from pathlib import Path

from tests.importing.released import kinds, read


def test_markdown_loses_its_marks_and_keeps_its_notes_apart(tmp_path: Path) -> None:
    text = "---\nid: 1\n---\n# Title\n\nA **bold** [link](http://a.b).[^1]\n\n- One\n- Two\n\n[^1]: The note.\n"
    found = read(tmp_path, "a.md", text)
    assert kinds(found)[:2] == [("heading", "Title"), ("paragraph", "A bold link.")]
    assert ("item", "One") in kinds(found)
    assert ("note", "The note.") in kinds(found)
    assert [aside.why for aside in found.aside] == ["the front matter of the file"]
