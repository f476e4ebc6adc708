"""The page of a document: every kind of block in its element, every text exactly as it was."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import tinyhtml5
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from briefgen import fonts
from briefgen.document import (
    Heading,
    KeyFigure,
    KeyFigures,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Signature,
    Subject,
    Table,
    Title,
)
from briefgen.errors import BriefgenError
from briefgen.model.typography import Picture
from briefgen.render.pdf.html import page_of, pieces
from tests.render.pdf.samples import LETTERHEAD, document, layout, line, note

COVERED = st.text(
    st.characters(exclude_categories=["Cc", "Cs"]).filter(lambda character: not fonts.uncovered(character)), min_size=1
)


def parsed(*blocks: object, **changes: object) -> Any:
    html = page_of(document(*blocks, **changes), layout("en", "ko", "ar"))
    return tinyhtml5.parse(html, namespace_html_elements=False)


def content(element: Any) -> str:
    return "".join(element.itertext())


@given(COVERED, COVERED)
def test_every_text_comes_through_unchanged(plain: str, strong: str) -> None:
    body = parsed(Paragraph((Run(plain), Run(strong, emphasis="strong", url=f"https://example.org/?{strong}"))))
    paragraph = body.find(".//p")
    assert content(paragraph) == plain + strong
    assert paragraph.find("a/strong").text == strong
    assert paragraph.find("a").get("href") == f"https://example.org/?{strong}"


@given(COVERED)
def test_names_of_the_furniture_come_through_unchanged(text: str) -> None:
    page = parsed(title=text)
    assert unicodedata.normalize("NFC", page.find("head/title").text) == unicodedata.normalize("NFC", text)


def test_the_page_names_its_language_direction_and_kind() -> None:
    page = parsed(language="ar", kind="letter")
    assert (page.get("lang"), page.get("dir"), page.find("body").get("class")) == ("ar", "rtl", "letter")


def test_the_first_title_or_subject_is_the_first_heading() -> None:
    page = parsed(Title(line("A")), Subject(line("B")), Heading(1, line("C")), Heading(3, line("D")))
    assert [(e.tag, e.text) for e in page.iter() if e.tag in ("h1", "h2", "h3", "h4")] == [
        ("h1", "A"),
        ("h2", "B"),
        ("h2", "C"),
        ("h3", "D"),
    ]


def test_headings_begin_at_one_without_a_title() -> None:
    page = parsed(Heading(2, line("A")), Heading(2, line("B")), Heading(1, line("C")))
    assert [(e.tag, e.get("class")) for e in page.iter() if e.tag.startswith("h") and len(e.tag) == 2] == [
        ("h1", "level2"),
        ("h2", "level2"),
        ("h1", "level1"),
    ]


def test_bookmarks_leave_notes_out() -> None:
    assert parsed(Title(line("A", note("source")))).find(".//h1").get("data-bookmark") == "A"


def test_a_run_in_another_language_says_so_with_its_direction() -> None:
    page = parsed(Paragraph((Run("(물)", language="ko"), Run("ماء", language="ar", emphasis="emphasis"), Run("x"))))
    span, emphasis = page.find(".//p")
    assert (span.tag, span.get("lang"), span.get("dir")) == ("span", "ko", "ltr")
    assert (emphasis.tag, emphasis.get("lang"), emphasis.get("dir"), emphasis.tail) == ("em", "ar", "rtl", "x")


def test_notes_stand_at_their_place_without_a_space() -> None:
    page = parsed(Paragraph(line("a", note("one"), note("two", "https://example.org"), " b")))
    first, second = page.find(".//p")
    assert (first.get("class"), first.text, first.tail) == ("note", "one", None)
    assert (second.get("class"), second.tail) == ("note follows-note", " b")
    assert second.find("a").get("href") == "https://example.org"


def test_lists_start_where_they_say() -> None:
    ordered = parsed(ListBlock((line("x"), line("y")), ordered=True, start=3)).find(".//ol")
    assert (ordered.get("start"), ordered.get("style")) == ("3", "counter-reset: list-item 2")
    assert [item.text for item in ordered] == ["x", "y"]
    assert parsed(ListBlock((line("x"),))).find(".//ul/li").text == "x"


def test_tables_have_a_caption_and_heads_with_scope() -> None:
    table = Table((line("Place"), line("Wells")), ((line("Coast"), line("9")),), line("Cap"), (False, True))
    element = parsed(table).find(".//table")
    assert element.find("caption").text == "Cap"
    assert [head.get("scope") for head in element.findall("thead/tr/th")] == ["col", "col"]
    assert element.find("tbody/tr/th").get("scope") == "row"
    assert element.find("tbody/tr/td").get("class") == "number"
    assert element.get("class") == "short"


def test_a_table_of_numbers_alone_has_no_row_heads() -> None:
    table = Table((line("Year"), line("Wells")), ((line("2026"), line("9")),), numeric=(True, True))
    assert parsed(table).find(".//tbody/tr/th") is None


def test_quotations_figures_and_signatures_have_their_parts() -> None:
    page = parsed(
        Quotation((line("q"),), line("who")),
        KeyFigures("Key figures", (KeyFigure("6,820", line("what")),)),
        Signature((line("Yours"),), (line("Name"),)),
    )
    assert [(p.get("class"), p.text) for p in page.findall(".//blockquote/p")] == [(None, "q"), ("source", "who")]
    figures = page.find(".//div[@class='figures of-1']")
    assert [p.text for p in figures.iter("p")] == ["Key figures", "6,820", "what"]
    assert content(page.find(".//div[@class='signature']")).split() == ["Yours", "Name"]


def test_page_breaks_part_sections() -> None:
    page = parsed(PageBreak(), Paragraph(line("a")), PageBreak(), PageBreak(), Paragraph(line("b")), PageBreak())
    assert [content(section).strip() for section in page.findall(".//section")] == ["a", "b"]


def test_a_paragraph_kept_with_the_next_says_so() -> None:
    assert parsed(Paragraph(line("a"), keep_with_next=True)).find(".//p").get("class") == "body keep"


def test_an_empty_note_list_is_no_piece() -> None:
    assert list(pieces(())) == []
    assert [bool(piece.note) for piece in pieces((Run("a"), Note(line("b"))))] == [False, True]


def shell(folder: Path, text: str) -> Path:
    (folder / "page.html").write_text(text, encoding="utf-8")
    (folder / "style.css").write_text((LETTERHEAD / "style.css").read_text(encoding="utf-8"), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "text", ["\n{{ document.nothing }}", "\n{% if %}", "\n{{ ''.__class__.__mro__ }}", "\n{{ document.blocks | nope }}"]
)
def test_a_fault_in_a_shell_is_shown_with_its_line(text: str, tmp_path: Path) -> None:
    with pytest.raises(BriefgenError) as caught:
        page_of(document(), layout("en", folder=shell(tmp_path, text)))
    (problem,) = caught.value.problems
    assert str(problem.place) == f"{tmp_path / 'page.html'}:2"


def test_a_fault_in_a_block_that_a_shell_replaces_is_shown_there(tmp_path: Path) -> None:
    text = '{% extends "_common/page.html" %}\n{% block top %}\n{{ document.nothing }}\n{% endblock %}'
    with pytest.raises(BriefgenError) as caught:
        page_of(document(), layout("en", folder=shell(tmp_path, text)))
    assert str(caught.value.problems[0].place) == f"{tmp_path / 'page.html'}:3"


def test_a_shell_may_replace_a_block_of_the_common_one(tmp_path: Path) -> None:
    text = '{% extends "_common/page.html" %}{% block top %}<p>{{ document.title }}</p>{% endblock %}'
    found = page_of(document(Paragraph(line("body"))), layout("en", folder=shell(tmp_path, text)))
    assert "<p>Water</p>" in found
    assert "body</p>" in found


def test_the_logo_is_a_picture_with_its_text() -> None:
    picture = Picture(png=b"png", alt='Open "Wells"', width=20, height=10)
    found = page_of(document(), layout().model_copy(update={"logo": picture}))
    assert '<img src="data:image/png;base64,cG5n" alt="Open &#34;Wells&#34;">' in found
    assert "<img" not in page_of(document(), layout())


def test_undefined_names_do_not_pass_silently(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError) as caught:
        page_of(document(), layout("en", folder=shell(tmp_path, "{{ title }}")))
    assert isinstance(caught.value.__cause__, UndefinedError)


def test_a_block_that_a_shell_does_not_know_is_still_printed() -> None:
    class Aside(Paragraph):
        """A kind of block of some later version."""

    assert "kept" in content(parsed(Aside(line("kept"))).find("body"))
