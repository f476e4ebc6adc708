from typing import Any

import pytest
from pydantic import ValidationError

from briefgen.model.format import Format, Sender, Takes

LETTER: dict[str, Any] = {"id": "l", "kind": "letter", "name": "Letter", "description": "One.", "addressees": "one"}


def test_a_format_that_says_no_more_takes_nothing_and_is_set_as_a_letter() -> None:
    described = Format.model_validate(LETTER)
    assert described.takes == Takes(asks=0, evidence=0, accounts=0)
    assert described.layout == "letterhead"
    assert described.sees == "public"


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"kind": "poem"}, "kind"),
        ({"addressees": "some"}, "addressees"),
        ({"name": ""}, "name"),
        ({"description": ""}, "description"),
        ({"takes": {"asks": -1}}, "asks"),
        ({"takes": {"ask": 1}}, "ask"),
        ({"colour": "red"}, "colour"),
        ({"sees": "everything"}, "sees"),
    ],
)
def test_a_format_is_strict(change: dict[str, Any], key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Format.model_validate({**LETTER, **change})
    assert [error["loc"][-1] for error in caught.value.errors()] == [key]


def test_a_sender_needs_an_organisation_and_names_its_register() -> None:
    sender = Sender.model_validate({"organisation": {"en": "Org"}, "register": "plain", "address": {"en": ["Street"]}})
    assert (sender.address_register, sender.address, sender.placeholder) == ("plain", {"en": ("Street",)}, False)
    assert Sender.model_validate({"organisation": {"en": "Org"}}).address_register == "diplomatic"
    for wrong in ({"organisation": {}}, {"organisation": {"en": "Org"}, "register": "warm"}, {}):
        with pytest.raises(ValidationError):
            Sender.model_validate(wrong)
