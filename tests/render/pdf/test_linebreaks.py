"""Where lines end."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.document import Document, Paragraph, Run, lines_of, text_of
from briefgen.render.pdf import load, render_pdf
from tests.render.pdf.reading import lines_of_text
from tests.render.pdf.samples import SAMPLES, document, layout, line, note

load("press")
from briefgen.render.pdf.linebreaks import LONGEST, unbreakable  # noqa: E402 - the fonts come first


def words(sample: Document) -> set[str]:
    """Every word of the document that holds Hangul, and every end and beginning that a note number leaves of it."""
    found = [word for block in sample.blocks for text in lines_of(block) for word in text_of(text).split()]
    return {word for word in found if any("가" <= letter <= "힣" for letter in word)}


def body_lines(pdf: bytes, sample: Document) -> list[str]:
    """The lines of the text, without the furniture around and the notes below it."""
    text = "".join(text_of(found) for block in sample.blocks for found in lines_of(block))
    bare = "".join(text.split())
    return [found for found in lines_of_text(pdf) if "".join(found.split()) in bare]


@pytest.mark.parametrize("name", ["letter-ko", "briefing-ko"])
def test_no_line_ends_inside_an_eojeol(name: str, files: dict[str, Path]) -> None:
    sample = SAMPLES[name]()
    lines = body_lines(files[name].read_bytes(), sample)
    known = words(sample)
    assert len(lines) > 20
    for found in lines:
        for word in (found.split()[0], found.split()[-1]):
            assert word in known or not any("가" <= letter <= "힣" for letter in word), found


def test_a_narrow_column_of_eojeol_breaks_at_spaces_only() -> None:
    text = "안전보장이사회(이하 안보리)는 321킬로미터 떨어진 4,100여 개 마을의 ‘우물’을 2026년에 조사하였다. " * 8
    for size in range(0, 30):
        padded = "가" * size + " " + text.strip()
        pdf = render_pdf(document(Paragraph(line(padded)), language="ko"), layout())
        found = [word for text_line in lines_of_text(pdf) for word in text_line.split()]
        assert set(padded.split()) <= set(found)
        assert set(found) - {"Page", "1", "of"} <= set(padded.split())


def test_a_word_of_two_styles_is_one_word() -> None:
    for size in range(1, 45):
        runs = (Run("물" + " 물" * size + " "), Run("12월", emphasis="strong"), Run("에 표결합니다."))
        lines = lines_of_text(render_pdf(document(Paragraph(runs), language="ko"), layout()))
        assert any("12월에" in found for found in lines)


def test_an_eojeol_longer_than_any_word_may_break() -> None:
    assert unbreakable("가" * (LONGEST + 1)) == ()
    pdf = render_pdf(document(Paragraph(line("가" * 200)), language="ko"), layout())
    assert max(map(len, lines_of_text(pdf))) < 60


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("合计321公里的边境", ["321公里"]),
        ("到2022年或2023年", ["2022年或", "2023年"]),
        ("共6 820处", ["6 820处"]),
        ("约2.5万人在第12段", ["2.5万人", "第12段"]),
        ("6,820か所と３カ所、6つの地域", ["6,820か所", "３カ所", "6つ"]),
        ("合計321キロメートルの", ["321キロメートル"]),
        ("Pages 12–14, 2018–2023 and 2018-2023.", ["12", "14"]),
        ("2018年～2023年", ["2018年", "2023年"]),
        ("no. 7 of 9 (5%)", ["5%"]),
    ],
)
def test_figures_stay_with_their_measure_words_and_ranges_are_whole(text: str, kept: list[str]) -> None:
    found = [text[start:end] for start, end in unbreakable(text)]
    for word in kept:
        assert any(word in stretch for stretch in found), found
    assert all(stretch in text and " " not in stretch for stretch in found)


def test_ranges_of_years_are_kept_with_either_dash() -> None:
    assert [text for text in ("2018–2023", "2018-2023", "2018~2023") if unbreakable(text) != ((0, len(text)),)] == []
    assert unbreakable("two-three – 4") == ()


@pytest.mark.parametrize(
    ("language", "word", "figure"),
    [
        ("zh-Hans", "围栏", "321公里"),
        ("ja", "地域", "6,820か所"),
        ("zh-Hans", "围栏", "2018–2023"),
        ("en", "the years ", "2018–2023"),
        ("en", "the years ", "2018-2023"),
    ],
)
def test_no_line_ends_inside_a_figure(language: str, word: str, figure: str) -> None:
    for size in range(40):
        text = "i" * size + word * 40 + figure + word * 4
        lines = lines_of_text(render_pdf(document(Paragraph(line(text)), language=language), layout(language)))
        assert len(lines) > 2
        assert any(figure in found.replace("￾", "-") for found in lines), lines


def test_spaces_hyphens_and_other_scripts_stay_breakable() -> None:
    assert unbreakable("one two-three 321킬로미터 가") == ((14, 21),)
    assert unbreakable("가\u200b나다\u00ad라") == ((2, 4),)


@pytest.mark.parametrize("opening", ["i" * size for size in range(60)])
def test_a_space_before_emphasis_may_reach_over_the_edge(opening: str) -> None:
    # WeasyPrint 70 cuts a line after its first word where the words fit and the space behind them does not;
    # each letter more moves the edge by another fraction of a space
    text = f"your {opening} " + "and wells " * 12
    runs = (Run(text[:96].rstrip() + " "), Run("14", emphasis="strong"), Run(" of the month"))
    pdf = render_pdf(document(Paragraph(runs)), layout())
    lines = [found for found in lines_of_text(pdf) if "Page" not in found]
    assert len(lines) <= 3
    assert lines[0] != "your"


def test_the_line_that_showed_it_is_whole() -> None:
    first = "I write for Open Wells, which has tested village wells in four districts since 2019. We ask"
    second = "your government to vote for the resolution on rural water when the Assembly takes it up on"
    runs = (Run(f"{first} {second} "), Run("14 December", emphasis="strong"), Run(", and to say so."))
    lines = lines_of_text(render_pdf(document(Paragraph(runs), kind="letter"), layout()))
    assert lines[:2] == [first, second]


@pytest.mark.parametrize("mark", ["?", "!", ")", "”", ".", "%"])
def test_the_number_of_a_note_stays_with_its_word(mark: str) -> None:
    for size in range(20, 60):
        paragraph = Paragraph(line("well " * 14 + "i" * size + " so" + mark, note("source")))
        lines = lines_of_text(render_pdf(document(paragraph), layout()))
        assert any(found.endswith(f"so{mark}1") for found in lines)
