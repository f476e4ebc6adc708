from datetime import date

import pytest
from pydantic import ValidationError

from briefgen.errors import Place
from briefgen.languages.catalogue import Catalogue, Entry
from briefgen.languages.signoff import SignOff, reviewed_hash


def catalogue(**texts: str) -> Catalogue:
    return Catalogue(
        "ko", entries={("formats", key): Entry(text, Place("f"), fuzzy=False) for key, text in texts.items()}
    )


BASE = reviewed_hash(catalogue(a="가", b="나"), {"formats": ["a", "b"]}, ["form"])


def test_the_hash_does_not_depend_on_order_or_repetition() -> None:
    assert reviewed_hash(catalogue(b="나", a="가"), {"formats": ["b", "a", "a"]}, ["form"]) == BASE


def test_the_hash_leaves_out_what_is_not_read() -> None:
    assert reviewed_hash(catalogue(a="가", b="나", c="다"), {"formats": ["a", "b"]}, ["form"]) == BASE


@pytest.mark.parametrize(
    "changed",
    [
        reviewed_hash(catalogue(a="가", b="너"), {"formats": ["a", "b"]}, ["form"]),
        reviewed_hash(catalogue(a="가"), {"formats": ["a", "b"]}, ["form"]),
        reviewed_hash(catalogue(a="가", b="나"), {"formats": ["a"]}, ["form"]),
        reviewed_hash(catalogue(a="가", b="나"), {"other": ["a", "b"]}, ["form"]),
        reviewed_hash(catalogue(a="가", b="나"), {"formats": ["a", "b"]}, ["forms"]),
        reviewed_hash(catalogue(a="가", b="나"), {"formats": ["a", "b"]}),
    ],
    ids=["translation", "untranslated", "message", "domain", "further", "nothing further"],
)
def test_any_change_of_what_was_reviewed_changes_the_hash(changed: str) -> None:
    assert changed != BASE


def test_a_record_names_a_role_a_day_and_the_hash() -> None:
    assert SignOff(role="reviewer", date=date(2026, 11, 23), hash=BASE).hash == BASE
    for wrong in ({"role": ""}, {"hash": "abc"}, {"name": "A Person"}):
        with pytest.raises(ValidationError):
            SignOff.model_validate({"role": "reviewer", "date": "2026-11-23", "hash": BASE, **wrong})
