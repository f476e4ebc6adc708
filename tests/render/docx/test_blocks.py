"""From blocks to flat blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.document import KeyFigure, KeyFigures, ListBlock, Note, PageBreak, Paragraph, Run, Table, Title
from briefgen.render.docx.blocks import flatten
from briefgen.render.docx.flat import KINDS, FlatBlock, PageField
from tests.render.docx.samples import LANGUAGES, briefing, document, letter, line


def kinds(*blocks: object) -> list[str]:
    return [block.kind for block in flatten(document("en", *blocks), 1, 1).blocks]  # type: ignore[arg-type]


def test_every_block_sets_one_flag_and_knows_no_other_name() -> None:
    block = FlatBlock("heading2")
    assert [kind for kind in sorted(KINDS) if getattr(block, kind)] == ["heading2"]
    with pytest.raises(AttributeError):
        _ = block.heading9


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_samples_use_known_kinds(language: str) -> None:
    for sample in (letter(language), briefing(language)):
        assert {block.kind for block in flatten(sample, 1, 1).blocks} <= KINDS


def test_a_title_is_up_to_three_paragraphs() -> None:
    assert kinds(Title(line("t"))) == ["title"]
    assert kinds(Title(line("t"), "k", "s")) == ["kicker", "title", "subtitle"]


def test_notes_and_lists_are_numbered_from_the_ids_given() -> None:
    note = Note(line("n"))
    ordered = ListBlock((line("a"),), ordered=True, start=3)
    flat = flatten(document("en", Paragraph((note, note)), ordered, ordered), 5, 7)
    assert [found.id for found in flat.footnotes] == [5, 6]
    assert [(found.id, found.start) for found in flat.lists] == [(7, 3), (8, 3)]


def test_the_same_address_is_named_once_in_a_part() -> None:
    link = Run("x", url="https://water.example/")
    flat = flatten(document("en", Paragraph((link, link, Note((link,))))), 1, 1)
    assert flat.body_links == flat.note_links == (("link1", "https://water.example/"),)


@pytest.mark.parametrize(("count", "rows"), [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 3]), (6, [3, 3])])
def test_figures_stand_in_rows_of_at_most_three(count: int, rows: list[int]) -> None:
    panel = KeyFigures("label", (KeyFigure("1", line("c")),) * count)
    (label, block, _) = flatten(document("en", panel), 1, 1).blocks
    assert (label.kind, label.keep_next) == ("caption", True)
    assert [len(row) for row in block.panel] == rows


def test_a_panel_without_figures_is_nothing() -> None:
    assert kinds(KeyFigures("label", ())) == []


def test_page_breaks_never_stand_alone() -> None:
    assert kinds(PageBreak(), Paragraph(line("a")), PageBreak(), PageBreak()) == ["paragraph"]


def test_what_follows_a_table_knows_it() -> None:
    table = Table((line("h"),), ())
    flat = flatten(document("en", table, Paragraph(line("a")), Paragraph(line("b"))), 1, 1)
    assert [block.after_table for block in flat.blocks] == [False, True, False]


def test_a_block_that_a_layout_does_not_know_still_prints_its_text() -> None:
    table = Table((line("a"), line("b")), ((line("c"), line("d")),))
    assert str(flatten(document("en", table), 1, 1).blocks[0].text) == "a\tb\nc\td"


def test_wide_columns_get_more_room_within_limits() -> None:
    table = Table((line("x" * 400), line("1")), ())
    wide, narrow = flatten(document("en", table), 1, 1).blocks[0].columns
    assert wide / narrow == pytest.approx(40 / 6)


def test_the_order_of_page_and_pages_is_the_languages() -> None:
    found = flatten(document("ko"), 1, 1).furniture.page.pieces
    assert [piece.code for piece in found if isinstance(piece, PageField)] == ["NUMPAGES", "PAGE"]
    furniture = replace(document("en").furniture, page="{other}")
    assert str(flatten(replace(document("en"), furniture=furniture), 1, 1).furniture.page) == "{other}"
