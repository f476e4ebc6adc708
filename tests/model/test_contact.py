"""A contact is what the user's list says, and nothing is guessed where it says nothing."""

from __future__ import annotations

import unicodedata

import pytest
from pydantic import ValidationError

from briefgen.model.contact import Contact


def contact(**given: str) -> Contact:
    return Contact.model_validate({"state": "FR", **given})


def messages(**given: str) -> list[tuple[str | int, str]]:
    with pytest.raises(ValidationError) as caught:
        contact(**given)
    return [(error["loc"][0], error["msg"].removeprefix("Value error, ")) for error in caught.value.errors()]


def test_a_contact_of_whom_only_the_state_is_known_is_neutral_and_has_no_name() -> None:
    known = contact()
    assert (known.name, known.form_of_address, known.post, known.language) == ("", "neutral", "", "")
    assert (known.address, known.address_register) == ("", "")


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Ms", "feminine"),
        (" ms. ", "feminine"),
        ("MR", "masculine"),
        ("Mr.", "masculine"),
        ("Mx", "neutral"),
        ("", "neutral"),
        (" ", "neutral"),
    ],
)
def test_the_form_of_address_is_the_one_on_record(written: str, form: str) -> None:
    assert contact(form_of_address=written).form_of_address == form


@pytest.mark.parametrize("name", ["Maria Example", "Mr Example", "Herr Beispiel"])
def test_no_form_of_address_is_taken_from_a_name(name: str) -> None:
    assert contact(name=name).form_of_address == "neutral"


@pytest.mark.parametrize("written", ["Mrs", "Dr", "feminine", "f", "M"])
def test_another_form_of_address_is_told_with_those_that_are_known(written: str) -> None:
    said = f"form of address cannot be “{written}”; use one of ms, mr, mx, or leave it empty"
    assert messages(form_of_address=written) == [("form_of_address", said)]


@pytest.mark.parametrize("written", ["", "Permanent Representative", "permanent observer", " Permanent  Observer "])
def test_the_head_of_the_mission_has_no_post_of_its_own(written: str) -> None:
    assert contact(post=written).post == ""


@pytest.mark.parametrize(
    "written",
    [
        "chargé d'affaires",
        "Chargé d’affaires",
        "charge d'affaires",
        "Chargée d’affaires",
        "chargé d'affaires a.i.",
        "Chargé d’affaires a.i.",
        "CHARGE D’AFFAIRES A.I",
        unicodedata.normalize("NFD", "chargé d’affaires"),
    ],
)
def test_a_charge_is_known_however_accents_and_apostrophes_are_typed(written: str) -> None:
    assert contact(post=written).post == "charge"


def test_an_unknown_post_is_told_with_those_that_are_known() -> None:
    ((key, said),) = messages(post="consul")
    assert key == "post"
    assert said.startswith("post cannot be “consul”; use one of permanent representative, permanent observer, ")
    assert said.endswith(", or leave it empty")


@pytest.mark.parametrize(
    ("given", "key"),
    [({"state": ""}, "state"), ({"register": "warm"}, "register"), ({"title": "Ambassador"}, "title")],
)
def test_a_contact_is_strict(given: dict[str, str], key: str) -> None:
    assert [found for found, _ in messages(**given)] == [key]


def test_the_state_must_be_given() -> None:
    with pytest.raises(ValidationError) as caught:
        Contact.model_validate({"name": "Camille Example"})
    assert [error["loc"] for error in caught.value.errors()] == [("state",)]


def test_a_contact_may_have_a_register_of_its_own() -> None:
    assert contact(register="plain").address_register == "plain"
    assert contact(register="diplomatic").address_register == "diplomatic"
