"""The stock of a language holds what any of its letters needs for an address."""

from __future__ import annotations

import pytest

from briefgen.batch.stock import stock_of
from briefgen.library.languages import load_language
from briefgen.library.shelves import Library


@pytest.mark.parametrize("tag", ["ar", "en", "ko"])
def test_names_of_states_forms_and_persons_are_in_it(library: Library, tag: str) -> None:
    language = load_language(library, tag, "north-korea-border")
    words = stock_of(language, ["Camille Żubrówka"]).split()
    assert {"Camille", "Żubrówka", "A", "z", "7", ","} <= set(words)
    for state in language.states.values():
        assert set(state.of.split()) <= set(words)
    assert set(language.address.diplomatic.member.office.salutation.split()) <= set(words)
    assert words == sorted(set(words))


def test_the_space_between_a_title_and_a_name_stands_behind_every_word(library: Library) -> None:
    stock = stock_of(load_language(library, "ko", "north-korea-border"), [])
    assert "상주대표\u00a0 " in stock


def test_a_word_that_no_font_draws_is_left_out(library: Library) -> None:
    language = load_language(library, "en", "north-korea-border")
    assert "𓀀" not in stock_of(language, ["Camille 𓀀𓀀"])
    assert "Camille" in stock_of(language, ["Camille 𓀀𓀀"])
