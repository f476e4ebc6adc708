import unicodedata
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.report import Part
from briefgen.provenance.source_text import SourceText, fold, source_text, stands_in

FILE = Path("source.txt")
TEXT = dedent("""\
    A heading

      • First point about 150 people.
      • Second point.

    The “first” paragraph – it is long…

    A total of 6,820 facilities, unsanctioned and
    seen on images. The end.
    """)
PARTS = (Part(lines="3-4", cite="summary, point {number}"), Part(lines="6-9", cite="paragraph {number}"))


@pytest.fixture
def source() -> SourceText:
    return source_text(TEXT, FILE, PARTS)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("‘a’ “b” «c» ‚d‛", "'a' \"b\" \"c\" 'd'"),
        ("2018–2023 — a‑b−c", "2018-2023 - a-b-c"),
        ("wait…", "wait..."),
        ("soft\u00adhyphen", "softhyphen"),
        ("  no\u00a0break\u202f and\n\n line\tends ", "no break and line ends"),
        ("Cafe\u0301", "Café"),
        ("Upper Case; stays!", "Upper Case; stays!"),
    ],
)
def test_fold_takes_away_typography_only(text: str, folded: str) -> None:
    assert fold(text) == folded


# Hangul jamo, combining marks, soft hyphens and typographic signs lie close together here.
@settings(deadline=None)
@given(
    st.text(st.sampled_from("aeé \u0301\u00ad\u00a0“’…–ᄒ\u1161\u11ab한\n") | st.characters(exclude_categories=["Cs"]))
)
def test_fold_is_settled_after_one_pass(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert unicodedata.is_normalized("NFC", fold(text))


@pytest.mark.parametrize(
    ("words", "first", "last", "cite", "paragraph"),
    [
        ("A heading", 1, 1, None, 0),
        ("First point", 3, 3, "summary, point {number}", 1),
        ("Second point.", 4, 4, "summary, point {number}", 2),
        ('The "first" paragraph - it is long...', 6, 6, "paragraph {number}", 1),
        ("unsanctioned  and seen\non images", 8, 9, "paragraph {number}", 2),
        ("images. The end.", 9, 9, "paragraph {number}", 3),
        ("it is long… A total", 6, 8, "paragraph {number}", 1),
    ],
)
def test_words_are_found_with_line_part_and_paragraph(
    source: SourceText, words: str, first: int, last: int, cite: str | None, paragraph: int
) -> None:
    found = source.find(words)
    assert found is not None
    assert str(found.place) == f"source.txt:{first}"
    assert found.last_line == last
    assert (found.part.cite if found.part else None) == cite
    assert found.number == paragraph


@pytest.mark.parametrize(
    "words",
    [
        "a heading",
        "Second points",
        "",
        "   ",
        "50 people",
        "First point about 15",
        "A total of 6",
        "820 facilities",
        "sanctioned and",
        "6,820 facilit",
    ],
)
def test_words_that_are_changed_or_cut_out_of_longer_ones_are_not_found(source: SourceText, words: str) -> None:
    assert source.find(words) is None


def test_a_whole_word_is_found_after_a_cut_one() -> None:
    found = source_text("unsanctioned\nsanctioned\n", FILE).find("sanctioned")
    assert found is not None
    assert found.place.line == 2


@pytest.mark.parametrize(
    ("words", "text"), [("북한", "북한은 국경을 닫았다"), ("国境", "北朝鮮の国境封鎖"), ("พรมแดน", "ปิดพรมแดนแล้ว")]
)
def test_scripts_that_write_words_together_have_no_cut_words(words: str, text: str) -> None:
    assert stands_in(words, text)


@pytest.mark.parametrize(
    ("words", "text", "stands"),
    [
        ("North Korea", "in North Korea’s north", True),
        ("20", "a 20-fold increase", True),
        ("3", "in 2013, 3, and 4", True),
        ("3", "in 2013, 3.5 and 43", False),
        ("“shoot on sight”", 'to "shoot on sight" any', True),
        ("able", "unable, disabled", False),
        ("фронт", "конфронтация", False),
    ],
)
def test_words_stand_in_a_text_as_whole_words(words: str, text: str, stands: bool) -> None:
    assert stands_in(words, text) is stands


def test_nearest_shows_how_the_source_goes_on(source: SourceText) -> None:
    assert source.nearest("A total of 6,830 facilities, sanctioned") == (
        "the source (line 8) goes on: “…A total of 6,820 facilities, unsanctioned and…”"
    )


@pytest.mark.parametrize("words", ["Nothing of this stands there", "A total sum", ""])
def test_nearest_is_silent_where_fewer_than_three_words_agree(source: SourceText, words: str) -> None:
    assert source.nearest(words) == ""


words_of_text = st.lists(st.sampled_from(fold(TEXT).split(" ")), min_size=1, max_size=4).map(" ".join)


@settings(deadline=None)
@given(words_of_text)
def test_found_words_stand_on_the_lines_that_are_named(words: str) -> None:
    found = source_text(TEXT, FILE).find(words)
    rows = TEXT.splitlines()
    if found is None:
        assert f" {words} " not in f" {fold(TEXT)} "
    else:
        assert stands_in(words, " ".join(rows[found.place.line - 1 : found.last_line]))


def test_what_was_sought_before_is_found_again_and_copies_seek_anew(source: SourceText) -> None:
    assert source.find("Second point") == source.find("Second point")
    other = replace(source, folded="nothing of it ")
    assert source.find("Second point") is not None
    assert other.find("Second point") is None


PAGED = "First page.\n\nA paragraph that turns the page here and goes on.\n\nThe end of it.\n"


@pytest.mark.parametrize(
    ("words", "page"),
    [("A paragraph that turns", 41), ("turns the page", 41), ("here and goes", 42), ("The end", 44)],
)
def test_a_part_with_pages_is_cited_by_the_page_on_which_the_words_begin(words: str, page: int) -> None:
    part = Part(lines="1-5", pages={41: "1", 42: "3:32", 44: "5"}, cite="p. {numbers}")
    found = source_text(PAGED, FILE, [part]).find(words)
    assert found is not None
    assert found.number == page


def test_words_before_the_first_page_that_is_named_are_cited_by_it() -> None:
    found = source_text(PAGED, FILE, [Part(lines="1-5", pages={7: "3"}, cite="p. {numbers}")]).find("First page.")
    assert found is not None
    assert found.number == 7
