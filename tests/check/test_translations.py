"""A corpus of seeded defects: each check finds its own defect in every language, and no fault in what is shipped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from briefgen.check.translations import Pair, columns, problems_of
from briefgen.library.languages import (
    SOURCE_LANGUAGE,
    language_tags,
    load_checks,
    load_glossary,
    load_language,
    load_numbers,
)
from briefgen.library.shelves import open_library

REPORT = "north-korea-border"
LANGUAGES = [tag for tag in language_tags(open_library()) if tag != SOURCE_LANGUAGE]


@cache
def pairs(tag: str) -> tuple[Pair, ...]:
    """Every translation that is shipped in a language, with what it is held against."""
    library = open_library()
    names = tuple(term for term in load_glossary(library, tag) if term.kind == "name")
    source, numbers, rules = load_numbers(library, "en"), load_numbers(library, tag), load_checks(library, tag)
    entries = load_language(library, tag, REPORT).catalogue.entries
    return tuple(
        Pair(message, entry.text, source, numbers, rules, names)
        for (_, message), entry in sorted(entries.items())
        if not entry.forms
    )


def changed(pair: Pair, translation: str) -> Pair:
    return Pair(pair.original, translation, pair.source_numbers, pair.numbers, pair.rules, pair.names)


def wrong_number(pair: Pair) -> str:
    return re.sub(r"(?<![\d.,\u202f\u00a0])6([.,\u202f\u00a0]?)820(?!\d)", r"6\g<1>280", pair.translation)


def lost_bracket(pair: Pair) -> str:
    return re.sub(r"\[[^\]{}]*\](?!\{)", "", pair.translation, count=1)


def lost_ellipsis(pair: Pair) -> str:
    return re.sub(r" ?…+ ?", " ", pair.translation, count=1).strip()


def lost_negation(pair: Pair) -> str:
    if not re.search(r"\bnot\b|\bno\b", pair.original) or pair.original in pair.rules.idioms:
        return pair.translation
    return re.sub(pair.rules.negations, "x", pair.translation, flags=re.IGNORECASE)


def lost_obligation(pair: Pair) -> str:
    if not re.search(r"\b(should|must|ought|shall)\b", pair.original) or pair.original in pair.rules.idioms:
        return pair.translation
    return re.sub(pair.rules.obligations, "x", pair.translation, flags=re.IGNORECASE)


def lost_approximation(pair: Pair) -> str:
    if not re.search(r"\balmost\b", pair.original, re.IGNORECASE) or pair.original in pair.rules.idioms:
        return pair.translation
    return re.sub(pair.rules.approximations, "x", pair.translation, count=1, flags=re.IGNORECASE)


def wrong_name(pair: Pair) -> str:
    text = pair.translation
    for term in pair.names:
        if term.english == "Human Rights Watch":
            for form in term.forms:
                text = text.replace(form, "HRX")
    return text


def left_in_english(pair: Pair) -> str:
    sentence = " ".join(pair.original.split()[:7])
    return (
        f"{pair.translation} {sentence}" if len(pair.original.split()) > 9 and "{" not in sentence else pair.translation
    )


def left_out_of_the_font(pair: Pair) -> str:
    return f"{pair.translation} ክ"


def turned_around(pair: Pair) -> str:
    return f"\u202e{pair.translation}"


def two_spaces(pair: Pair) -> str:
    return f"{pair.translation}  x"


def straight_quote(pair: Pair) -> str:
    return f'{pair.translation} "x"'


def far_too_long(pair: Pair) -> str:
    return f"{pair.translation * 6}{60 * 'x'}"


DEFECTS: dict[Callable[[Pair], str], str] = {
    wrong_number: "number",
    lost_bracket: "bracketed insertions",
    lost_ellipsis: "ellipses",
    lost_negation: "denies something",
    lost_obligation: "what should be done",
    lost_approximation: "approximate",
    wrong_name: "the name “Human Rights Watch”",
    left_in_english: "left untranslated",
    left_out_of_the_font: "no font of ours",
    turned_around: "control character",
    two_spaces: "two spaces",
    straight_quote: '"',
    far_too_long: "columns long",
}


def seeded(tag: str, defect: Callable[[Pair], str]) -> Iterator[Pair]:
    for pair in pairs(tag):
        translation = defect(pair)
        if translation != pair.translation:
            yield changed(pair, translation)


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.__name__)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_seeded_defect_is_found(tag: str, defect: Callable[[Pair], str]) -> None:
    broken = list(seeded(tag, defect))
    assert broken, "the catalogue has no place for this defect"
    for pair in broken:
        assert any(DEFECTS[defect] in problem for problem in problems_of(pair)), pair.translation


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_is_shipped_has_no_fault(tag: str) -> None:
    assert [(pair.translation, found) for pair in pairs(tag) for found in problems_of(pair)] == []


def test_a_new_number_is_found_as_well_as_a_lost_one() -> None:
    (pair, *_) = (pair for pair in pairs("ko") if "6,820" in pair.translation)
    found = list(problems_of(changed(pair, f"{pair.translation} 7,000")))
    assert found == ["the number 7000 does not stand in the original"]


def test_a_month_may_be_written_in_digits() -> None:
    (pair, *_) = (pair for pair in pairs("ko") if pair.original.endswith("speaking in March 2023"))
    assert list(problems_of(pair)) == []
    assert list(problems_of(changed(pair, pair.translation.replace("3월", "4월")))) != []


def test_a_wide_character_takes_two_columns() -> None:
    assert (columns("ab"), columns("가나")) == (2, 4)
