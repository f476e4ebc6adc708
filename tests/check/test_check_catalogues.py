"""A catalogue must be complete, current, and keep the placeholders of the original."""

from __future__ import annotations

import pytest

from briefgen.check.catalogues import (
    Yardstick,
    check_catalogue,
    check_catalogues,
    load_yardstick,
    placeholder_problems,
)
from briefgen.check.translations import OF_REWORDINGS
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


def test_a_missing_translation_does_not_hide_the_faults_of_the_others(yardstick: Yardstick) -> None:
    catalogue = Catalogue("ko", "en", {("pack", "There are 6 wells."): Entry("우물은 7개다.", AT, fuzzy=False)})
    messages = [Message("A sentence.", HERE), Message("There are 6 wells.", HERE)]
    found = list(check_catalogue(catalogue, "pack", messages, yardstick))
    assert [problem.place for problem in found[:2]] == [HERE, AT]


def test_a_language_is_held_against_its_own_rules_and_names_and_a_rewording_against_none(library: Library) -> None:
    korean, again = load_yardstick(library, "ko", "en"), load_yardstick(library, "en", "en")
    assert korean.numbers == load_numbers(library, "ko")
    assert korean.source_numbers == load_numbers(library, "en")
    assert korean.rules == load_checks(library, "ko")
    assert {term.kind for term in korean.names} == {"name"}
    assert (again.names, again.checks) == ((), OF_REWORDINGS)
    assert again.numbers.words == {
        word: value for word, value in load_numbers(library, "en").words.items() if value >= 2
    }
    assert {1, 2} <= set(load_numbers(library, "en").words.values())


def test_only_the_domains_that_a_language_translates_are_checked(library: Library) -> None:
    catalogue = Catalogue("ko", "en", {})
    wanted = {"pack": [Message("A sentence.", HERE)]}
    assert [problem.place for problem in check_catalogues(library, catalogue, wanted)] == [HERE]
    assert list(check_catalogues(library, Catalogue("en", "en", {}), wanted)) == []


def test_a_placeholder_too_few_and_one_too_many_are_told_once_each() -> None:
    found = [problem.message for problem in placeholder_problems("To {cite}", "{date} 귀하", AT)]
    assert found == [
        "the translation lacks the placeholder {cite}",
        "the translation has the placeholder {date}, which the original has not",
    ]


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
