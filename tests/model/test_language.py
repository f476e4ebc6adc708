from typing import Any

import pytest
from pydantic import ValidationError

from briefgen.model.language import Address, LanguageSettings, StateForms, Term

TYPOGRAPHY = {
    "tag": "fr", "families": ["Briefgen Serif"], "leading": 15.5, "word_tag": "fr-FR", "word_body": "Times New Roman",
    "word_heading": "Times New Roman",
}  # fmt: skip
FRENCH: dict[str, Any] = {
    "name": "français", "english_name": "French", "babel": "fr", "quotes": ["«\u202f", "\u202f»"],
    "typography": TYPOGRAPHY,
}  # fmt: skip
ROW = dict.fromkeys(("iso2", "name", "short", "formal", "of", "in", "to", "by", "sort"), "x")


def test_the_settings_of_a_language_with_their_defaults() -> None:
    settings = LanguageSettings.model_validate(FRENCH)
    assert settings.quotes == ("«\u202f", "\u202f»")
    assert (settings.months, settings.units, settings.sentence_gap, settings.first_of_month) == ((), (), " ", "1")


@pytest.mark.parametrize(
    "change",
    [{"quotes": ["«"]}, {"quotes": ["«", ""]}, {"name": ""}, {"months": ["janvier"]}, {"months": ["m"] * 13}, {"x": 1}],
)
def test_settings_are_strict(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        LanguageSettings.model_validate({**FRENCH, **change})


def test_all_twelve_months_may_be_named() -> None:
    assert len(LanguageSettings.model_validate({**FRENCH, "months": ["m"] * 12}).months) == 12


def test_the_forms_of_a_state_are_all_filled() -> None:
    assert StateForms.model_validate({**ROW, "in": "en France", "remark": "ignored"}).in_ == "en France"
    for form in set(ROW) - {"iso2"}:
        with pytest.raises(ValidationError):
            StateForms.model_validate({**ROW, form: ""})


def test_an_address_has_no_empty_line() -> None:
    with pytest.raises(ValidationError):
        Address(block=("H.E.", ""), salutation="Excellency,", closing=("Yours",))


def test_the_forms_of_a_term() -> None:
    assert Term(english="border", translation="frontière|frontières").forms == ("frontière", "frontières")
    assert Term(english="border", translation="frontière").forms == ("frontière",)
