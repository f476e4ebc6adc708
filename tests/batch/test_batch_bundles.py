"""Which bundles a batch asks for, and which documents go into each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefgen.batch.bundles import Bundle, bundles_of, every_bundle
from briefgen.batch.making import Site
from briefgen.batch.plan import plan
from briefgen.errors import BriefgenError
from briefgen.library.shelves import Library
from tests.batch.conftest import batch_of


def bundles(library: Library, **changes: Any) -> dict[str, tuple[str, ...]]:
    """The documents by the names of the bundles."""
    batch = batch_of(**changes)
    found = bundles_of(Site(library, batch, Path("out")), plan(library, batch))
    return {bundle.name: bundle.documents for bundle in found}


def test_who_asks_for_none_gets_none(library: Library) -> None:
    assert bundles(library) == {}


def test_each_language_has_its_documents_in_the_order_of_the_plan(library: Library) -> None:
    found = bundles(library, bundles=("language",), languages=("auto",), to=("RU", "FR", "JP"))
    assert found == {
        "en.zip": ("letter_FR_en", "letter_JP_en", "letter_RU_en"),
        "fr.zip": ("letter_FR_fr",),
        "ru.zip": ("letter_RU_ru",),
    }


def test_each_entry_of_to_is_a_group_with_the_documents_of_its_states(library: Library) -> None:
    found = bundles(library, bundles=("group",), to=("permanent-five and not eu", "eu and security-council", "JP"))
    assert list(found) == ["permanent-five-and-not-eu.zip", "eu-and-security-council.zip", "JP.zip"]
    assert found["permanent-five-and-not-eu.zip"] == tuple(f"letter_{iso}_en" for iso in ("CN", "GB", "RU", "US"))
    assert "letter_FR_en" in found["eu-and-security-council.zip"]
    assert "letter_GB_en" not in found["eu-and-security-council.zip"]
    assert found["JP.zip"] == ("letter_JP_en",)


def test_a_state_of_two_groups_is_in_both_bundles(library: Library) -> None:
    found = bundles(library, bundles=("group",), to=("permanent-five", "eu"))
    assert "letter_FR_en" in found["permanent-five.zip"]
    assert "letter_FR_en" in found["eu.zip"]


def test_a_document_to_the_group_itself_goes_with_it_and_with_no_other(library: Library) -> None:
    found = bundles(library, bundles=("group",), formats=("open-letter",), to=("Permanent-Five", "eu", "FR"))
    assert found == {
        "Permanent-Five.zip": ("open-letter_permanent-five_en",),
        "eu.zip": ("open-letter_eu_en",),
    }, "France gets no open letter, and an empty bundle is none"


def test_names_are_safe_on_any_system_and_no_two_are_one(library: Library) -> None:
    same = [f"(security-council{' ' * number}or FR) and not permanent-five and not eu or JP or {last}"
            for number, last in ((1, "KR"), (2, "NR"))]  # fmt: skip
    found = bundles(library, bundles=("language", "group"), to=("ES", *same), languages=("es",))
    names = list(found)
    assert names[:2] == ["es.zip", "ES-2.zip"]
    assert names[2].startswith("(security-council-or-FR)-and-not-permanent-five")
    assert names[3] == f"{names[2].removesuffix('.zip')}-2.zip"
    assert len({name.casefold() for name in names}) == len(names)


def test_a_name_in_another_script_stays_as_it_is(library: Library) -> None:
    assert list(bundles(library, bundles=("group",), to=("프랑스",))) == ["프랑스.zip"]


def test_all_documents_are_printed_in_the_order_of_the_plan(library: Library) -> None:
    batch = batch_of(print="duplex", kinds=("txt", "pdf"))
    (found,) = bundles_of(Site(library, batch, Path("out")), plan(library, batch))
    assert found == Bundle("print", "print.pdf", ("letter_FR_en", "letter_JP_en", "letter_NR_en"))


def test_a_format_that_is_a_pdf_by_itself_can_be_printed(library: Library) -> None:
    assert list(bundles(library, print="simplex", kinds=())) == ["print.pdf"]


def test_a_batch_without_a_pdf_is_told_before_it_is_made(library: Library) -> None:
    with pytest.raises(BriefgenError, match=r"nothing to print.*--as pdf"):
        bundles(library, print="simplex", kinds=("docx", "txt"))


def test_whatever_a_batch_asks_for_every_bundle_can_be_had(library: Library) -> None:
    batch = batch_of(print="simplex", kinds=("txt",), languages=("en", "fr"), to=("FR", "permanent-five"))
    found = every_bundle(Site(library, batch, Path("out")), plan(library, batch))
    assert [(bundle.sort, bundle.name, len(bundle.documents)) for bundle in found] == [
        ("language", "en.zip", 5),
        ("language", "fr.zip", 5),
        ("group", "FR-2.zip", 2),
        ("group", "permanent-five.zip", 10),
        ("all", "small.zip", 10),
    ]
