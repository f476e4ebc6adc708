"""Each changed text stands in a table with its old and its new words, formatted and not only tracked."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document

from briefgen.comparing.changes import Change, TextChange
from briefgen.comparing.word_table import Row, add_table, rows_of
from briefgen.comparing.words import Span
from briefgen.errors import Place

HEADS = ("Item", "Change", "Old", "New")
AT = Place(Path("report.yaml"), 1)


def change(what: str, *texts: tuple[str, str, str], before: str = "") -> Change:
    return Change("figures", what, "posts", AT, tuple(TextChange(*text) for text in texts), before)  # type: ignore[arg-type]


def table(*rows: Row) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in made(rows).tables[0].rows]


def made(rows: tuple[Row, ...]) -> Document:
    document = docx.Document()
    add_table(document, HEADS, rows)
    return document


def test_each_text_of_an_item_has_a_row_with_what_became_of_it() -> None:
    rows = list(rows_of([change("changed", ("claim", "6,820 posts", "6,920 posts"), ("kind", "", "new"))]))
    assert [(row.item, row.what) for row in rows] == [
        ("figure posts, claim", "changed"),
        ("figure posts, kind", "added"),
    ]
    assert table(*rows)[1:] == [
        ["figure posts, claim", "changed", "6,820 posts", "6,920 posts"],
        ["figure posts, kind", "added", "–", "new"],
    ]


def test_an_item_that_came_or_went_has_one_row() -> None:
    rows = rows_of([change("removed", ("value", "6,820", ""), ("claim", "There are 6,820.", ""))])
    assert table(*rows)[1:] == [["figure posts", "removed", "value: 6,820\nclaim: There are 6,820.", "–"]]


def test_an_item_with_another_id_says_both_and_what_else_changed() -> None:
    rows = rows_of([change("renamed", ("claim", "old", "new"), before="huts")])
    assert table(*rows)[1:] == [
        ["figure posts", "renamed", "huts", "posts"],
        ["figure posts, claim", "changed", "old", "new"],
    ]


def test_what_differs_is_formatted_and_the_heads_stand_on_each_page() -> None:
    row = Row("x", "changed", (Span("removed", "old"), Span("added", "new"), Span("same", " words")))
    found = made((row,)).tables[0]
    old, new = (found.rows[1].cells[column].paragraphs[0].runs for column in (2, 3))
    assert [(run.text, run.font.strike, run.underline) for run in old] == [("old", True, None), (" words", None, None)]
    assert [(run.text, run.bold, run.underline) for run in new] == [("new", True, True), (" words", None, None)]
    assert "w:tblHeader" in found.rows[0]._tr.xml


def test_what_no_file_can_hold_is_replaced() -> None:
    assert table(Row("a\x00b", "changed", (Span("added", "c\x0bd"),)))[1] == ["a\ufffdb", "changed", "–", "c\ufffdd"]
