"""A comparison is read as lines: what to do first, then what changed, each text with its marks."""

from __future__ import annotations

import pytest

from briefgen.comparing.entries import Marked, Told, marked
from briefgen.comparing.telling import Story, as_lines, shown, told
from briefgen.comparing.words import Span
from tests.comparing.conftest import Versions, letter

NOTHING = Story((), (), (), (), ())


def test_every_part_is_told_even_where_there_is_nothing() -> None:
    parts = ["to do", "report", "translations", "documents", "sign-offs"]
    assert list(as_lines(NOTHING)) == [f"{part}: nothing" for part in parts]


def test_a_text_has_marks_around_what_differs() -> None:
    assert shown(marked("claim", "Almost 500 posts", "Over 500 posts")) == "[-Almost-]{+Over+} 500 posts"


def test_a_long_stretch_without_changes_is_cut_where_it_is_not_needed() -> None:
    long = " ".join(["same"] * 60)
    line = shown(marked("claim", f"Old {long} old", f"New {long} new"))
    assert line.startswith("[-Old-]{+New+} same")
    assert line.endswith("same[- old-]{+ new+}")
    assert " … " in line
    assert len(line) < 150


def test_a_text_is_cut_between_words_where_its_script_has_such_places() -> None:
    words = " ".join(f"word{number:02}" for number in range(60))
    assert shown(marked("claim", f"{words} a", f"{words} b")) == "… word55 word56 word57 word58 word59[- a-]{+ b+}"
    han = "边境" * 60
    assert shown(marked("claim", f"{han}甲", f"{han}乙")) == f"… {han[-40:]}[-甲-]{{+乙+}}"


def test_a_text_from_right_to_left_keeps_its_order_between_its_marks() -> None:
    line = shown(marked("list, changed", "السياج الأول", "السياج الثاني", "rtl"))
    assert line == "\u2067السياج[- الأول-]{+ الثاني+}\u2069"
    assert shown(Marked("x", (Span("same", "السياج"),))) == "السياج"


@pytest.mark.parametrize("hostile", ["\x1b[31m", "\u202e", "\u2069", "\x07"])
def test_a_terminal_gets_nothing_that_it_would_obey(hostile: str) -> None:
    text = marked("claim", "fence", f"fence {hostile}")
    entry = Told(f"claim {hostile}", (f"new{hostile}/report.yaml",), (text,))
    assert hostile not in "\n".join(as_lines(Story((entry,), (), (), (), ())))


def test_an_arabic_letter_is_told_from_right_to_left(versions: Versions) -> None:
    versions.shelf.add_language("ar")
    versions.edit("evidence: [S1, fences, food]", "evidence: [S1, food]")
    lines = list(as_lines(told(versions.compared(letter("EG", "ar")))))
    assert "      letter in ar to EG" in lines
    (changed,) = [line for line in lines if line.strip().startswith("paragraph, changed: ")]
    assert changed.strip().startswith("paragraph, changed: \u2067")
    assert changed.endswith("\u2069")
    assert "affected: 1 of 1 document" in "\n".join(lines)


def test_a_comparison_without_documents_says_why(versions: Versions) -> None:
    lines = list(as_lines(told(versions.compared())))
    assert "  not compared: no manifest with documents was given" in lines
    versions.edit("evidence: [sanctions,", "evidence: [sanction,")
    lines = list(as_lines(told(versions.compared(letter("FR")))))
    assert lines[1] == "  mend the report first, and compare again: 1 problem"
    assert "  not compared before the report is mended" in lines
