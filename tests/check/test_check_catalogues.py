"""A catalogue must be complete, current, and keep the placeholders of the original."""

from __future__ import annotations

import pytest

from briefgen.check.catalogues import Yardstick, check_catalogue, placeholder_problems
from briefgen.errors import Place, Problem
from briefgen.languages.catalogue import Catalogue, Entry
from briefgen.library.languages import load_checks, load_numbers
from briefgen.library.messages import Message
from briefgen.library.shelves import Library

AT = Place("pack.po", 12)
HERE = Place("report.yaml", 7)


@pytest.fixture(scope="module")
def yardstick(library: Library) -> Yardstick:
    return Yardstick(load_numbers(library, "en"), load_numbers(library, "ko"), load_checks(library, "ko"), ())


def problems(yardstick: Yardstick, original: str, entry: Entry | None = None) -> list[Problem]:
    catalogue = Catalogue("ko", "en", {("pack", original): entry} if entry else {})
    return list(check_catalogue(catalogue, "pack", [Message(original, HERE)] * 2, yardstick))


def test_a_good_translation_is_no_problem(yardstick: Yardstick) -> None:
    assert (
        problems(yardstick, "The closing of {concerned.short}", Entry("{concerned.short} 봉쇄", AT, fuzzy=False)) == []
    )


def test_a_missing_translation_is_told_once_and_where_its_sentence_stands(yardstick: Yardstick) -> None:
    (problem,) = problems(yardstick, "A sentence.")
    assert problem.place == HERE
    assert "no translation into `ko`: “A sentence.”" in problem.message


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (Entry("", AT, fuzzy=False), "the translation is empty: “A sentence.”"),
        (Entry("문장.", AT, fuzzy=True), "the translation is stale: “A sentence.”"),
    ],
)
def test_an_empty_or_stale_translation_is_told_where_it_stands(
    yardstick: Yardstick, entry: Entry, message: str
) -> None:
    (problem,) = problems(yardstick, "A sentence.", entry)
    assert (problem.message, problem.place) == (message, AT)


def test_a_wrong_number_is_told_where_the_translation_stands(yardstick: Yardstick) -> None:
    (problem,) = problems(yardstick, "There are 6,820 facilities.", Entry("시설은 6,280개다.", AT, fuzzy=False))[:1]
    assert problem.place == AT
    assert "6820" in problem.message


@pytest.mark.parametrize(
    ("original", "translation", "message"),
    [
        ("To {sender.post}", "받는 사람", "the translation lacks the placeholder {sender.post}"),
        ("To you", "{date} 귀하", "the translation has the placeholder {date}, which the original has not"),
        ("{concerned.short}", "{concerned.introduced}", "the translation lacks the placeholder {concerned.short}"),
        ("{cite}", "{cite", "the braces of a placeholder do not match"),
    ],
)
def test_placeholders_must_agree(original: str, translation: str, message: str) -> None:
    found = list(placeholder_problems(original, translation, AT))
    assert any(problem.message.startswith(message) and problem.place == AT for problem in found)


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("To {state.to}", "{state.of} 귀하"),
        ("{concerned.short} has", "{concerned.short:은/는}"),
        ("“{report.title}”", "「{report.title}」({report.original_title})"),
        ("{cite}, {cite}", "{cite}"),
    ],
)
def test_forms_particles_and_original_titles_are_each_languages_own(original: str, translation: str) -> None:
    assert list(placeholder_problems(original, translation, AT)) == []
