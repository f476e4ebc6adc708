from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.composition import compose
from briefgen.compose.request import Request
from briefgen.document import (
    Addressee,
    DateLine,
    Document,
    Furniture,
    Heading,
    KeyFigure,
    KeyFigures,
    Letterhead,
    Line,
    ListBlock,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Signature,
    Subject,
    Table,
    Title,
    lines_of,
    notes_of,
    text_of,
)
from briefgen.errors import BriefgenError
from briefgen.render.text import render_text
from briefgen.render.text.wrapping import WIDTH, width_of, wrap
from tests.render.pdf.samples import (
    ENGLISH_TABLE,
    KOREAN_TABLE,
    SAMPLES,
    document,
    english_briefing,
    english_letter,
    korean_letter,
    layout,
    line,
    note,
)

LETTERS = "abcé 中国ひ、。」』）（「『，“” 한국어 \u00a0\u202f\u3000-[1]…"
URL = "https://openwells.example/reports/2026/water-in-four-districts/annex-with-a-long-name"


def text_from(made: Document) -> str:
    return render_text(made, layout()).decode("utf-8")


def text(*blocks: object, language: str = "en", **changes: object) -> str:
    return text_from(document(*blocks, language=language, **changes))


def columns(shown: str) -> int:
    """Counted here on its own, so that the renderer's count is not checked by itself."""
    wide = sum(unicodedata.east_asian_width(c) in ("W", "F") for c in shown)
    return len([c for c in shown if not unicodedata.combining(c)]) + wide


def bare(shown: str) -> str:
    return "".join(shown.split())


# --- Lines ---------------------------------------------------------------------------------------------------


def test_a_paragraph_is_wrapped_at_76_columns() -> None:
    lines = text(Paragraph(line("water " * 40))).splitlines()
    assert len(lines) == 4
    assert lines[0] == " ".join(["water"] * 12)
    assert max(map(len, lines)) <= 76


def test_a_line_may_be_full_to_the_last_column() -> None:
    assert wrap("a" * 38 + " " + "b" * 37 + " c") == ["a" * 38 + " " + "b" * 37, "c"]


def test_wide_characters_take_two_columns() -> None:
    assert [len(shown) for shown in wrap("中" * 100)] == [38, 38, 24]


def test_combining_marks_take_no_column() -> None:
    assert width_of("e\u0301\u200d") == 1


def test_korean_breaks_between_words() -> None:
    words = (
        "선정된 국경 지역 6곳(총 321킬로미터)의 위성사진에 따르면, 안전보장이사회(이하 ‘안보리’)는 「총알」(원제: A)을 "
    )
    lines = wrap(words * 6)
    assert max(map(columns, lines)) <= 76
    assert " ".join(lines) == (words * 6).strip()
    assert [word for shown in lines for word in shown.split()] == (words * 6).split()


@pytest.mark.parametrize("closer", "、。，」』）】》”：；！？ー々ょッ…％")
def test_no_line_begins_with_closing_punctuation(closer: str) -> None:
    for start in range(30, 45):
        lines = wrap("中" * start + closer + "国" * 60)
        assert not any(shown.startswith(closer) for shown in lines)
        assert "".join(lines) == "中" * start + closer + "国" * 60


@pytest.mark.parametrize("opener", "「『（【《“￥")
def test_no_line_ends_with_opening_punctuation(opener: str) -> None:
    for start in range(30, 45):
        assert not any(shown.endswith(opener) for shown in wrap("中" * start + opener + "国" * 60))


def test_numbers_and_dashes_stay_whole_in_chinese() -> None:
    for start in range(30, 40):
        lines = wrap("中" * start + "2018-2023年——COVID-19" + "国" * 40)
        for whole in ("2018-2023", "——", "COVID-19"):
            assert any(whole in shown for shown in lines)


@pytest.mark.parametrize("space", "\u00a0\u202f\u2007\u2060")
def test_a_no_break_space_is_never_broken(space: str) -> None:
    for start in range(60, 80):
        assert any(f"500{space}kilometres" in shown for shown in wrap(f"{'a' * start} 500{space}kilometres of fences"))
        assert any(f"中{space}国" in shown for shown in wrap(f"{'中' * (start // 2)}中{space}国人"))


@pytest.mark.parametrize("mark", ["», then", ": then", "。然后"])
def test_no_line_begins_with_punctuation_after_a_space(mark: str) -> None:
    for start in range(60, 80):
        assert not any(shown.startswith(mark[0]) for shown in wrap(f"{'a' * start} b {mark}"))


@pytest.mark.parametrize("around", ["see {} for", "参见{}。中文中文", "『{}』を見よ", "보고서({})에서"])
def test_an_address_is_never_broken(around: str) -> None:
    for start in range(0, 80, 3):
        shown = wrap("中" * start + around.format(URL))
        assert any(URL in part for part in shown)


def test_the_address_of_a_link_is_never_broken_in_any_script() -> None:
    address = "https://wells.example/우물과 물/水质检测/结果"
    for start in range(0, 60, 3):
        made = text(Paragraph(line("中" * start, Run("报告", url=address), "。" + "国" * 30)))
        assert "<https://wells.example/우물과%20물/水质检测/结果>。" in made


def test_wide_digits_of_a_number_stay_together() -> None:
    for start in range(30, 40):
        assert any("２０２３" in shown for shown in wrap("中" * start + "２０２３年" + "国" * 30))


def test_the_number_of_a_note_stays_with_its_sentence() -> None:
    for start in range(30, 45):
        made = text(Paragraph(line("中" * start + "。", note("一"), note("二"), "国" * 40)), language="ko")
        assert "。[1][2]" in made


def test_white_space_of_the_source_is_one_space() -> None:
    assert wrap(" a\n\tb  c ") == ["a b c"]
    assert wrap(" \n") == []


@given(st.text(alphabet=LETTERS, max_size=400))
def test_wrapping_loses_no_character(shown: str) -> None:
    assert bare("".join(wrap(shown))) == bare(shown)


@given(st.text(max_size=200).filter(lambda shown: "\u200b" not in shown))
def test_wrapping_loses_no_character_of_any_script(shown: str) -> None:
    assert bare("".join(wrap(shown))) == bare(shown)


@given(st.text(alphabet=LETTERS, max_size=400), st.sampled_from(["", "- ", "1. "]))
def test_only_a_single_word_is_wider_than_a_line(shown: str, label: str) -> None:
    for part in wrap(shown, label, " " * len(label)):
        word = part.removeprefix(label).strip(" ")
        if columns(part) > WIDTH:
            assert not re.search(r" (?![、。，…」』）])", word)
            assert re.search("[한국어]", word) or not re.search("[中国ひ][中国ひ]", word)


@given(st.text(alphabet=LETTERS, max_size=400))
def test_closing_punctuation_begins_no_line_but_the_first(shown: str) -> None:
    assert not any(part[0] in "、。，」』）”…" for part in wrap(shown)[1:])


@given(st.lists(st.sampled_from(["water", "우물의", "검사하였습니다.", "a" * 30, "(WHO)의"]), min_size=1, max_size=60))
def test_words_are_never_split(words: list[str]) -> None:
    lines = wrap(" ".join(words))
    assert [word for part in lines for word in part.split(" ")] == words
    assert max(map(columns, lines)) <= WIDTH


# --- Blocks --------------------------------------------------------------------------------------------------


def test_marks_come_first() -> None:
    made = text(Letterhead("Open Wells", ("12 Spring Lane",)), furniture=Furniture("", "", ("Draft", "Embargoed")))
    assert made == "Draft\nEmbargoed\n\nOpen Wells\n12 Spring Lane\n"


def test_each_line_of_an_address_stands_alone() -> None:
    blocks = (
        DateLine(("23 November",)),
        Addressee((line("H.E. Ms Example"), line("New York"))),
        Subject(line("Re: a")),
    )
    assert text(*blocks) == "23 November\n\nH.E. Ms Example\nNew York\n\nRe: a\n"


def test_headings_are_underlined_by_level() -> None:
    made = text(Title(line("Wells"), "Briefing", "In four districts"), Heading(1, line("우물")), Heading(2, line("B")))
    assert made == "Briefing\nWells\n=====\nIn four districts\n\n\n우물\n----\n\nB\n"


def test_a_long_title_is_underlined_at_its_widest_line() -> None:
    first, second, stroke = text(Title(line("water " * 20))).splitlines()
    assert stroke == "=" * len(first)
    assert len(second) < len(first)


def test_a_heading_from_right_to_left_has_no_line_on_the_wrong_side() -> None:
    assert text(Title(line("ماء")), Heading(1, line("بئر")), language="ar") == "ماء\n\n\nبئر\n"


def test_a_document_does_not_begin_with_an_empty_line() -> None:
    assert text(Heading(1, line("Wells"))) == "Wells\n-----\n"


def test_lists_have_labels_and_hang() -> None:
    long = "water " * 15
    made = text(ListBlock((line(long), line("b"))), ListBlock((line(long), line("d")), ordered=True, start=9))
    bullets, numbers = made.split("\n\n")
    assert bullets.splitlines()[0].startswith("- water")
    assert bullets.splitlines()[1].startswith("  water")
    assert bullets.splitlines()[2] == "- b"
    assert numbers.splitlines()[0].startswith("9.  water")
    assert numbers.splitlines()[1].startswith("    water")
    assert numbers.splitlines()[2] == "10. d"


def test_a_quotation_is_indented_and_its_source_further() -> None:
    made = text(Quotation((line("water " * 14), line("b")), line("Teacher")))
    assert made.splitlines() == ["  " + "water " * 11 + "water", "  water water", "", "  b", "    Teacher"]


def test_a_table_stands_in_columns() -> None:
    assert text(ENGLISH_TABLE).splitlines()[:8] == [
        "Wells tested between March and October 2026[1]",
        "",
        "District                 Wells tested  Wells unsafe  Share unsafe",
        "-----------------------  ------------  ------------  ------------",
        "Upper Valley                      412            96           23%",
        "Lower Valley                    1,180           402           34%",
        "Coast, with the islands            77             9           12%",
        "Capital                         2,046           311           15%",
    ]


def test_a_table_leaves_no_space_at_the_end_of_a_line() -> None:
    assert text(Table((line("a"), line("bcd")), ((line("e"), line("f")),))) == "a  bcd\n-  ---\ne  f\n"


def test_wide_characters_keep_columns_aligned() -> None:
    rows = text(KOREAN_TABLE).split("\n\n")[1].splitlines()
    assert len({columns(row) for row in rows}) == 1


def test_a_wide_table_becomes_lines_of_header_and_value() -> None:
    wide = Table(
        (line("District"), line("Finding", note("Ours.")), line("")),
        ((line("Upper"), line("water " * 14), line("x")), (line("Lower"), line("dry", note("Theirs.")), line("y"))),
    )
    assert text(wide).splitlines() == [
        "District: Upper",
        "Finding[1]: " + "water " * 9 + "water",
        "  water water water water",
        "x",
        "",
        "District: Lower",
        "Finding[1]: dry[2]",
        "y",
        "",
        "--------------------",
        "[1] Ours.",
        "[2] Theirs.",
    ]


def test_the_header_of_a_wide_table_without_rows_is_not_lost() -> None:
    assert text(Table((line("a" * 40), line("b" * 40)), ())) == f"{'a' * 40}\n{'b' * 40}\n"


def test_key_figures_are_lines() -> None:
    figures = (KeyFigure("6,820", line("security facilities " * 5)), KeyFigure("20-fold", line("increase")))
    assert text(KeyFigures("Key figures", figures)).splitlines() == [
        "Key figures",
        "6,820    security facilities security facilities security facilities",
        "         security facilities security facilities",
        "20-fold  increase",
    ]


def test_a_long_value_stands_above_its_caption() -> None:
    value = "between six and seven thousand"
    made = text(KeyFigures("Figures", (KeyFigure(value, line("wells")),)))
    assert made == f"Figures\n{value}\n{' ' * 26}wells\n"


def test_a_signature_stands_apart_from_the_close() -> None:
    assert text(Signature((line("Sincerely,"),), (line("[Name]"), line("[Post]")))) == "Sincerely,\n\n[Name]\n[Post]\n"


def test_a_page_break_leaves_nothing() -> None:
    assert text(Paragraph(line("a")), PageBreak(), Paragraph(line("b"))) == "a\n\nb\n"


def test_notes_are_numbered_and_stand_at_the_end() -> None:
    made = text(Paragraph(line("a.", note("First."), note("water " * 14))), Paragraph(line("b", note("Third."), ".")))
    assert made.splitlines() == [
        "a.[1][2]",
        "",
        "b[3].",
        "",
        "--------------------",
        "[1] First.",
        "[2] " + "water " * 11 + "water",
        "    water water",
        "[3] Third.",
    ]


def test_a_document_without_notes_has_no_rule() -> None:
    assert "---" not in text(Paragraph(line("a")))


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ((Run("the record", url="https://a.example/b"), Run(".")), "the record <https://a.example/b>."),
        ((Run("https://a.example/b", url="https://a.example/b"), Run(".")), "https://a.example/b."),
        ((Run("a.example/b", url="https://a.example/b"),), "https://a.example/b"),
        ((Run("post@a.example", url="mailto:post@a.example"),), "post@a.example"),
        ((Run("us", url="mailto:post@a.example"),), "us <mailto:post@a.example>"),
        ((Run("the ", url="https://a.example"), Run("record", "strong", url="https://a.example")),
         "the record <https://a.example>"),
        ((Run("a ", url="https://a.example"), Run("b", url="https://b.example")),
         "a <https://a.example> b <https://b.example>"),
        ((Run("a", url="https://a.example/b c>d"),), "a <https://a.example/b%20c%3Ed>"),
    ],
)  # fmt: skip
def test_a_link_is_followed_by_its_address(runs: Line, shown: str) -> None:
    assert text(Paragraph(runs)) == f"{shown}\n"


def test_text_from_right_to_left_has_no_added_control_characters() -> None:
    said = "نحث حكومتكم على التصدي لعزلة كوريا (DPRK) في عام 2023."
    made = text(ListBlock((line(said),), ordered=True), language="ar")
    assert made == f"1. {said}\n"


def test_the_file_is_utf_8_with_plain_line_ends() -> None:
    data = render_text(korean_letter(), layout())
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b".\n")
    assert not any(shown != shown.rstrip() for shown in data.decode().split("\n"))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    assert render_text(SAMPLES[name](), layout()) == render_text(SAMPLES[name](), layout())


def test_an_address_that_is_no_link_is_refused() -> None:
    with pytest.raises(BriefgenError, match="`javascript:alert") as caught:
        text(Paragraph(line(Run("a", url="javascript:alert(1)"), note("b", "file:///etc/passwd"))))
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize("character", ["\x1b", "\x00", "\x85", "\ud800"])
def test_a_control_character_is_refused_and_not_shown(character: str) -> None:
    with pytest.raises(BriefgenError) as caught:
        text(Paragraph(line(f"a{character}b")), furniture=Furniture("", "", (f"Draft{character}",)))
    assert f"U+{ord(character):04X}" in str(caught.value)
    assert character not in str(caught.value)
    assert len(caught.value.problems) == 1


def test_a_control_character_in_an_address_is_refused() -> None:
    with pytest.raises(BriefgenError, match="U\\+001B"):
        text(Paragraph(line(Run("a", url="https://a.example/\x1b"))))


# --- Whole documents -----------------------------------------------------------------------------------------


def expected_of(made: Document) -> Iterator[str]:
    """Every text of a document in the order of reading, with the numbers of its notes."""
    numbers = count(1)
    yield from made.furniture.marks
    for block in made.blocks:
        yield from (block.label,) if isinstance(block, KeyFigures) else ()
        for said in lines_of(block):
            yield "".join(item.text if isinstance(item, Run) else f"[{next(numbers)}]" for item in said)
    for number, one in enumerate(notes_of(made), start=1):
        yield f"[{number}]{text_of(one.line)}"


def assert_says(made: Document, shown: str) -> None:
    """All texts stand in `shown` in order, with nothing but labels and rules between them."""
    rest = bare(re.sub(r" <[a-z]+:[^>]*>", "", shown))
    for expected in map(bare, expected_of(made)):
        before, found, rest = rest.partition(expected)
        assert found, expected
        assert re.fullmatch(r"[-=]*(\d+\.)?", before), f"{before!r} stands before {expected!r}"
    assert re.fullmatch(r"[-=]*", rest)


@pytest.mark.parametrize("language", ["en", "ko", "ar", "zh-Hans", "ja"])
@pytest.mark.parametrize("format_", ["letter", "briefing"])
def test_the_text_says_the_document(request_for: Callable[..., Request], format_: str, language: str) -> None:
    made = compose(request_for("KR", format_=format_, language=language)).document
    shown = text_from(made)
    assert_says(made, shown)
    assert max(map(columns, shown.splitlines())) <= WIDTH


@pytest.mark.parametrize("make", [english_letter, korean_letter])
def test_the_text_says_the_sample(make: Callable[[], Document]) -> None:
    assert_says(make(), text_from(make()))


def test_nothing_of_a_briefing_is_wider_than_a_line() -> None:
    assert max(map(columns, text_from(english_briefing()).splitlines())) <= WIDTH
