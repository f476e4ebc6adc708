"""Names of states in every language: the official languages held against the UN's own names, no form ever empty."""

from __future__ import annotations

import csv
import importlib.util
from functools import cache
from pathlib import Path

import pytest

from briefgen.compose.addressing import ContactNames
from briefgen.compose.wording import Wording
from briefgen.languages.catalogue import Catalogue
from briefgen.library.languages import language_tags, load_language, load_states
from briefgen.library.shelves import open_library
from briefgen.markup.escape import Text

COLUMNS = {"ar": "Arabic", "en": "English", "es": "Spanish", "fr": "French", "ru": "Russian", "zh-Hans": "Chinese"}
DEVIATIONS = {
    ("ar", "NL"): "هولندا (مملكة -)",  # the data set has a misprint: an underscore for the dash
    ("ar", "TL"): "تيمور - ليشتي",  # the data set has a misprint: a space is missing
    ("ru", "PG"): "Папуа\u00a0— Новая Гвинея",  # with the no-break space that stands before a dash
}
"""Short names that differ from the data set, each with its reason; apostrophes are typographic throughout."""

LANGUAGES = language_tags(open_library())


@cache
def oracle() -> list[dict[str, str]]:
    """The taxonomy of the United Nations' humanitarian office, as the development dependency carries it."""
    spec = importlib.util.find_spec("hdx.location")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    folder = Path(next(iter(spec.submodule_search_locations)))
    (table,) = (path for path in folder.rglob("*.csv") if "Taxonomy MVP" in path.name)
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("tag", sorted(set(COLUMNS) & set(LANGUAGES)))
def test_short_names_are_those_of_the_united_nations(tag: str) -> None:
    ours = load_states(open_library(), tag)
    theirs = {
        row["ISO 3166-1 Alpha 2-Codes"]: row[f"{COLUMNS[tag]} Short"].strip().replace("'", "’") for row in oracle()
    }
    different = {iso: forms.name for iso, forms in ours.items() if theirs[iso] != forms.name}
    assert different == {iso: name for (language, iso), name in DEVIATIONS.items() if language == tag}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_state_has_every_form(tag: str) -> None:
    states = load_states(open_library(), tag)
    assert len(states) == 195
    assert states.keys() == load_states(open_library(), "en").keys()
    for forms in states.values():
        values = forms.model_dump().values()
        assert all(value and value == value.strip() for value in values), forms.iso2


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_two_states_share_a_name(tag: str) -> None:
    states = load_states(open_library(), tag).values()
    for column in ("name", "short", "formal", "of"):
        names = [getattr(forms, column) for forms in states]
        assert len(set(names)) == len(names), column


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_forms_of_address_are_filled_for_all_states(tag: str) -> None:
    language = load_language(open_library(), tag, "north-korea-border")
    contact = ContactNames(Text("Camille Example"))
    for iso, forms in language.states.items():
        wording = Wording(Catalogue(tag), {"state": forms})
        for register in (language.address.diplomatic, language.address.plain):
            for office in (register.member, register.observer, register.member_charge, register.observer_charge):
                for name in ("office", "feminine", "masculine", "neutral"):
                    address = getattr(office, name)
                    said = (*address.block, address.salutation, *address.closing)
                    lines = [wording.written(line, contact=contact) for line in said]
                    assert all(line.strip() for line in lines)
                    assert any(forms.of in line or forms.name in line for line in lines), iso
                    assert any("Camille Example" in line for line in lines) == (name != "office"), (iso, name)
        assert wording.problems == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_forms_of_address_of_a_group_name_the_group(tag: str) -> None:
    language = load_language(open_library(), tag, "north-korea-border")
    for register in (language.address.diplomatic, language.address.plain):
        assert "{addressees}" in " ".join(register.group.block)
        assert "{state" not in " ".join((*register.group.block, register.group.salutation, *register.group.closing))
