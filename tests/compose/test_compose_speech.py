"""The time that a statement takes is estimated from what is read out, at the rate of the language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from briefgen.compose.composition import compose
from briefgen.compose.ordering import Order, resolve
from briefgen.compose.request import Request
from briefgen.compose.speech import speech_warnings, spoken
from briefgen.document import (
    Block,
    Document,
    Furniture,
    Heading,
    Letterhead,
    ListBlock,
    Note,
    Paragraph,
    Quotation,
    Run,
    Signature,
    Title,
)
from briefgen.library.languages import language_tags, load_language
from briefgen.library.shelves import Library, open_library
from briefgen.model.format import Speech
from briefgen.model.language import SpeechRate

WORDS, CHARACTERS = SpeechRate(), SpeechRate(unit="characters", per_minute=340)


def document(*blocks: Block, language: str = "en") -> Document:
    return Document("statement", "T", language, "ltr", "O", date(2026, 11, 23), Furniture("T", "1"), blocks)


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


@pytest.fixture
def request_with(library: Library, request_for: Callable[..., Request]) -> Callable[..., Request]:
    """A request for a statement that has so many seconds."""

    def make(seconds: int, language: str = "en") -> Request:
        request = request_for("FR")
        described = request.format.format.model_copy(update={"speech": Speech(seconds=seconds, words=1)})
        tongue = load_language(library, language, "north-korea-border")
        return replace(request, format=replace(request.format, format=described), language=tongue)

    return make


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("One, two – three.", 3),
        ("the DPRK’s well-known “border”", 4),
        ("6,820 metres · 50 per cent", 5),
        ("*** – … —", 0),
    ],
)
def test_words_are_counted_and_marks_are_not(text: str, words: int) -> None:
    assert spoken(document(paragraph(text)), WORDS) == words


def test_characters_are_counted_where_the_script_parts_no_words() -> None:
    assert spoken(document(paragraph("国境は、封鎖された。")), CHARACTERS) == 8
    assert spoken(document(paragraph("북한의 국경 “봉쇄”")), CHARACTERS) == 7


def test_only_what_is_read_out_counts() -> None:
    read = [
        Heading(2, (Run("one"),)),
        Paragraph((Run("two "), Note((Run("not the note"),)), Run("three", "strong"))),
        Paragraph((Run("four"),), role="salutation"),
        ListBlock(((Run("five"),), (Run("six"),))),
        Quotation(((Run("seven"),),), (Run("eight"),)),
    ]
    silent = [
        Letterhead("Organisation", ("Street",)),
        Title((Run("A title"),), "kicker", "subtitle"),
        Signature(((Run("Yours"),),), ((Run("Name"),),)),
    ]
    assert spoken(document(*silent, *read), WORDS) == 8


def test_a_statement_that_fits_is_not_warned_of(request_with: Callable[..., Request]) -> None:
    text = document(paragraph("word " * 165))
    assert list(speech_warnings(text, request_with(60))) == []


def test_a_statement_that_is_too_long_is_told_with_its_estimate(request_with: Callable[..., Request]) -> None:
    text = document(paragraph("word " * 330))
    assert list(speech_warnings(text, request_with(119))) == [
        "the statement takes about 120 seconds in `en` (330 words at 165 a minute); it has 119"
    ]


def test_the_rate_is_that_of_the_language(request_with: Callable[..., Request]) -> None:
    text = document(paragraph("말" * 340 + "。"), language="ko")
    assert list(speech_warnings(text, request_with(60, "ko"))) == []
    assert list(speech_warnings(text, request_with(59, "ko"))) == [
        "the statement takes about 60 seconds in `ko` (340 characters at 340 a minute); it has 59"
    ]


def test_a_format_that_is_not_read_out_has_no_time(request_for: Callable[..., Request]) -> None:
    assert request_for("FR").format.format.speech is None
    assert list(speech_warnings(document(paragraph("word " * 10_000)), request_for("FR"))) == []


@pytest.mark.parametrize("tag", language_tags(open_library()))
def test_the_bundled_statement_says_something_in_its_time_in_english_and_is_told_where_it_does_not(
    library: Library, day: date, tag: str
) -> None:
    request = resolve(library, Order("oral-statement", "human-rights-council", tag, "north-korea-border", day))
    composition = compose(request)
    budget, rate = request.format.format.speech, request.language.settings.speech
    assert budget
    seconds = round(spoken(composition.document, rate) * 60 / rate.per_minute)
    assert seconds > budget.seconds / 2
    told = [warning for warning in composition.warnings if "the statement takes" in warning]
    assert bool(told) == (seconds > budget.seconds)
    assert tag != "en" or told == []
