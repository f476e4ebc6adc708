"""Layouts as people leave them: what is harmless, and what is refused in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.document import KeyFigure, KeyFigures, ListBlock, Note, Paragraph, Run
from briefgen.errors import BriefgenError
from briefgen.render.docx import render_docx
from tests.render.docx.editing import changed, edited, parts
from tests.render.docx.reading import find, note_texts, paragraph_with, run_with, texts
from tests.render.docx.samples import document, layout, line

BODY = "word/document.xml"


def message(folder: Path) -> str:
    with pytest.raises(BriefgenError) as caught:
        render_docx(document("en", Paragraph((Run("a"), Note(line("n"))))), layout(folder))
    (problem,) = caught.value.problems
    assert problem.place is not None
    assert problem.place.path == folder / "word.docx"
    return f"{problem.message} | {problem.hint}"


def test_an_unknown_name_in_a_tag(tmp_path: Path) -> None:
    found = message(edited(tmp_path, BODY, "block.heading3 %", "block.headin3 %"))
    assert "uses the name `headin3`, which does not exist" in found
    assert "heading3" in found


def test_an_unknown_name_in_the_header_and_in_the_note(tmp_path: Path) -> None:
    assert "`titel`" in message(edited(tmp_path, "word/header1.xml", "furniture.short_title", "titel"))
    assert "`txt`" in message(edited(tmp_path, "word/footnotes.xml", "footnote.text", "footnote.txt"))


def test_a_missing_end_tag(tmp_path: Path) -> None:
    assert "cannot be read" in message(edited(tmp_path, BODY, "{%p endif %}", ""))


def test_a_tag_that_breaks_the_file(tmp_path: Path) -> None:
    broken = edited(tmp_path, BODY, "{%p elif block.letterhead_name %}", "{% elif block.letterhead_name %}")
    assert "Word layout" in message(broken)


def test_a_tag_that_reaches_into_python(tmp_path: Path) -> None:
    folder = edited(tmp_path, "word/footer1.xml", "furniture.page", "furniture.__class__.__mro__")
    assert "may not do" in message(folder) or "does not exist" in message(folder)


def test_a_numbered_sample_without_numbers(tmp_path: Path) -> None:
    folder = edited(tmp_path, BODY, '<w:pStyle w:val="ListNumber"/>', '<w:pStyle w:val="BodyText"/>')
    assert "numbered" in message(folder)


def test_a_missing_style_part_or_sample_note(tmp_path: Path) -> None:
    folder = edited(tmp_path, "word/styles.xml", '<w:name w:val="Emphasis"/>', '<w:name w:val="Other"/>')
    assert "lacks the styles emphasis" in message(folder)
    assert "lacks word/numbering.xml" in message(changed(tmp_path, {"word/numbering.xml": None}))
    note = parts()["word/footnotes.xml"]
    start, end = note.index('<w:footnote w:id="1">'), note.index("</w:footnotes>")
    assert "sample footnote" in message(changed(tmp_path, {"word/footnotes.xml": note[:start] + note[end:]}))


def test_a_damaged_part(tmp_path: Path) -> None:
    assert "damaged" in message(changed(tmp_path, {BODY: "<w:document"}))


def test_a_kind_without_a_branch_prints_its_text(tmp_path: Path) -> None:
    folder = edited(tmp_path, BODY, "{%p elif block.figures %}", "{%p elif block.heading1 %}")
    panel = KeyFigures("label", (KeyFigure("7", line("wells")),))
    assert texts(render_docx(document("en", panel), layout(folder))) == ["label", "7\twells"]


def test_a_tag_that_word_has_split_over_runs(tmp_path: Path) -> None:
    split = "{{ block</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>.text }}"
    folder = edited(tmp_path, BODY, "{{ block.text }}", split)
    data = render_docx(document("en", Paragraph((Run("a"), Note(line("n")))), ListBlock((line("b"),))), layout(folder))
    assert texts(data) == ["a", "b"]
    assert note_texts(data) == ["n"]


def test_direct_formatting_and_words_around_a_sample_are_kept(tmp_path: Path) -> None:
    sample = '<w:r><w:t xml:space="preserve">{{ block.text }}</w:t></w:r>'
    red = '<w:rPr><w:color w:val="FF0000"/></w:rPr>'
    coloured = f'<w:r>{red}<w:t xml:space="preserve">– {{{{ block.text }}}} –</w:t></w:r>'
    data = render_docx(document("en", Paragraph(line("text"))), layout(edited(tmp_path, BODY, sample, coloured)))
    assert texts(data) == ["– text –"]
    assert find(run_with(data, "text"), "./w:rPr/w:color/@w:val") == ["FF0000"]


def test_footnotes_are_rendered_once_with_two_sections(tmp_path: Path) -> None:
    section = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'
    folder = edited(tmp_path, BODY, "<w:sectPr><w:headerReference", f"{section}<w:sectPr><w:headerReference")
    data = render_docx(document("en", Paragraph((Note(line("{{ 7*7 }}")),))), layout(folder))
    assert note_texts(data) == ["{{ 7*7 }}"]


@pytest.mark.parametrize(("language", "characters", "length"), [("zh-Hans", "200", "420"), ("ja", "100", "210")])
def test_running_text_stands_in_where_language_and_layout_want_it(language: str, characters: str, length: str) -> None:
    blocks = (Paragraph(line("阁下"), role="salutation"), Paragraph(line("一")), ListBlock((line("二"),)))
    data = render_docx(document(language, *blocks), layout(indent=True))
    assert find(paragraph_with(data, "一"), "./w:pPr/w:ind/@w:firstLineChars") == [characters]
    assert find(paragraph_with(data, "一"), "./w:pPr/w:ind/@w:firstLine") == [length]
    for text in ("阁下", "二"):
        assert find(paragraph_with(data, text), "./w:pPr/w:ind") == []
    assert find(paragraph_with(render_docx(document(language, *blocks), layout()), "一"), "./w:pPr/w:ind") == []


def test_no_other_language_stands_in_and_an_indent_of_the_sample_is_kept(tmp_path: Path) -> None:
    data = render_docx(document("ko", Paragraph(line("가"))), layout(indent=True))
    assert find(paragraph_with(data, "가"), "./w:pPr/w:ind") == []
    own = '<w:pStyle w:val="BodyText"/><w:ind w:firstLine="99"/>'
    folder = edited(tmp_path, BODY, '<w:pStyle w:val="BodyText"/>', own)
    data = render_docx(document("ja", Paragraph(line("一"))), layout(folder, indent=True))
    assert find(paragraph_with(data, "一"), "./w:pPr/w:ind/@w:firstLine") == ["99"]
