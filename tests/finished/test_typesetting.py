"""Breaks of lines and pages that a careful printer would not leave, each found on pages that have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.document import Heading, Signature
from briefgen.finished.expectation import Expectation
from briefgen.finished.reading import FinishedFile, Passage, PlacedLine, Properties, bare
from briefgen.finished.typesetting import faults_of_setting

Of = Callable[[str, str, str], Expectation]


def set_as(expected: Expectation, lines: Callable[[int, str], list[tuple[int, str]]]) -> FinishedFile:
    """A file of which each passage is set in the lines that `lines` gives for its number and text: page and text."""
    body = []
    for number, said in enumerate(expected.body("pdf")):
        placed = tuple(
            PlacedLine(page, 700 - 10 * row, text) for row, (page, text) in enumerate(lines(number, said.text))
        )
        body.append(Passage(said.text, "P", f"page {placed[0].page}", placed))
    last = max(line.page for passage in body for line in passage.lines)
    return FinishedFile(Path("a.pdf"), "pdf", tuple(body), (), (), Properties(), pages=last)


def found(expected: Expectation, lines: Callable[[int, str], list[tuple[int, str]]]) -> list[str]:
    return [problem.message for problem in faults_of_setting(set_as(expected, lines), expected)]


def position_of(expected: Expectation, words: str) -> int:
    return next(number for number, said in enumerate(expected.body("pdf")) if words in said.text)


def broken_before(expected: Expectation, words: str, after: int) -> list[str]:
    """What is found where the passage that holds `words` is broken behind so many of their characters."""
    number = position_of(expected, words)

    def lines(at: int, text: str) -> list[tuple[int, str]]:
        if at != number:
            return [(1, text)]
        cut = text.index(words) + after
        return [(1, text[:cut]), (1, text[cut:])]

    return found(expected, lines)


def test_pages_without_breaks_have_no_faults(expected: Of) -> None:
    assert found(expected("letter", "FR", "ko"), lambda _, text: [(1, text)]) == []


@pytest.mark.parametrize(
    ("language", "words", "after"), [("ko", "정부", 1), ("en", "Government", 3), ("fr", "Gouvernement", 4)]
)
def test_a_parted_word_is_found(language: str, words: str, after: int, expected: Of) -> None:
    assert any("a word is parted" in told for told in broken_before(expected("letter", "FR", language), words, after))


@pytest.mark.parametrize(("language", "words"), [("ko", "정부"), ("en", "Government")])
def test_a_break_between_words_is_none(language: str, words: str, expected: Of) -> None:
    assert broken_before(expected("letter", "FR", language), words, 0) == []


def test_a_number_parted_from_its_unit_is_found(expected: Of) -> None:
    whole = expected("briefing", "all", "en")
    text = next(said.text for said in whole.body("pdf") if "\u00a0" in said.text)
    at = text.index("\u00a0")
    told = broken_before(whole, text[at - 3 : at + 4], 4)
    assert any("parted at the end of a line" in message for message in told)


def test_a_sign_that_closes_does_not_begin_a_line(expected: Of) -> None:
    whole = expected("letter", "FR", "zh-Hans")
    text = next(said.text for said in whole.body("pdf") if "，" in said.text)
    words = text[text.index("，") - 2 : text.index("，") + 2]
    assert any("begins with a sign that closes" in told for told in broken_before(whole, words, 2))
    assert broken_before(whole, words, 1) == [] or not text[text.index("，") - 1].isascii()


def test_a_word_parted_from_right_to_left_is_found(expected: Of) -> None:
    whole = expected("letter", "FR", "ar")
    number, said = max(enumerate(whole.body("pdf")), key=lambda pair: len(pair[1].text))
    word = max(said.text.split(), key=len)
    cut = said.text.index(word) + 3

    def lines(at: int, text: str) -> list[tuple[int, str]]:
        return [(1, text[:cut]), (1, text[cut:])] if at == number else [(1, text)]

    assert any("a word is parted" in told for told in found(whole, lines))


@pytest.mark.parametrize(("first", "second", "where"), [(1, 2, "foot"), (2, 1, "head")])
def test_a_line_alone_on_a_page_is_found(first: int, second: int, where: str, expected: Of) -> None:
    whole = expected("briefing", "all", "en")
    number, said = max(enumerate(whole.body("pdf")), key=lambda pair: len(pair[1].text))
    words = said.text.split(" ")
    thirds = [" ".join(words[at * len(words) // 3 : (at + 1) * len(words) // 3]) for at in range(3)]

    def lines(at: int, text: str) -> list[tuple[int, str]]:
        if at < number:
            return [(1, text)]
        if at > number:
            return [(2, text)]
        return list(zip([1] * first + [2] * second, thirds, strict=True))

    assert f"a line of a paragraph stands alone at the {where} of the page" in found(whole, lines)


def test_a_heading_at_the_foot_of_a_page_is_found(expected: Of) -> None:
    whole = expected("briefing", "all", "ko")
    blocks = whole.document.blocks
    number = next(
        n for n, said in enumerate(whole.body("pdf")) if said.block >= 0 and isinstance(blocks[said.block], Heading)
    )
    told = found(whole, lambda at, text: [(1 if at <= number else 2, text)])
    assert any(message.startswith("a heading stands at the foot") for message in told)
    assert not any(
        m.startswith("a heading") for m in found(whole, lambda at, text: [(1 if at <= number + 2 else 2, text)])
    )


def test_a_signature_alone_or_parted_is_found(expected: Of) -> None:
    whole = expected("letter", "FR", "en")
    blocks = whole.document.blocks
    number = next(
        n for n, said in enumerate(whole.body("pdf")) if said.block >= 0 and isinstance(blocks[said.block], Signature)
    )
    alone = found(whole, lambda at, text: [(1 if at < number else 2, text)])
    assert "the signature stands alone on the page" in alone
    parted = found(whole, lambda at, text: [(1 if at <= number else 2, text)])
    assert "the signature is parted by the end of the page" in parted
    kept = found(whole, lambda at, text: [(1 if at < number - 1 else 2, text)])
    assert not any("signature" in message for message in kept)


def test_a_passage_that_says_something_else_is_passed_over(expected: Of) -> None:
    whole = expected("letter", "FR", "en")
    file = set_as(whole, lambda _, text: [(1, text)])
    other = replace(file.body[5], text="Other", lines=(PlacedLine(1, 1, "Oth"), PlacedLine(1, 2, "er")))
    spoilt = replace(file, body=(*file.body[:5], other, *file.body[6:]))
    assert not any("word is parted" in problem.message for problem in faults_of_setting(spoilt, whole))


def test_bare_leaves_words_out_of_nothing() -> None:
    assert bare("a\u00a0b\u200f c\u00ad") == "abc"
