"""A plan names every document once, and says what is not made and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.batch.plan import plan
from briefgen.errors import BriefgenError
from briefgen.library.shelves import Library
from tests.batch.conftest import batch_of
from tests.check.shelf_copy import ShelfCopy


def planned(library: Library, **changes: object) -> list[str]:
    return [job.name for job in plan(library, batch_of(**changes)).jobs]


def test_each_state_gets_a_document_in_each_language(library: Library) -> None:
    assert planned(library, to=("FR", "Japan"), languages=("en", "ko")) == [
        "letter_FR_en", "letter_FR_ko", "letter_JP_en", "letter_JP_ko",
    ]  # fmt: skip


def test_auto_is_the_language_of_correspondence_with_a_courtesy_translation(library: Library) -> None:
    assert planned(library, to=("FR", "JP", "EG"), languages=("auto",)) == [
        "letter_EG_en", "letter_EG_ar", "letter_FR_en", "letter_FR_fr", "letter_JP_en",
    ]  # fmt: skip


def test_a_set_is_computed_for_the_day(library: Library) -> None:
    names = planned(library, to=("security-council and not permanent-five",))
    assert len(names) == 10
    assert "letter_DK_en" in names
    later = planned(
        library, to=("security-council and not permanent-five",), day=batch_of().day.replace(year=2027, month=1)
    )
    assert "letter_DK_en" not in later
    assert "letter_AT_en" in later


def test_a_format_for_groups_goes_to_the_group_and_others_to_its_members(library: Library) -> None:
    names = planned(library, formats=("open-letter", "letter-security-council"), to=("permanent-five",))
    assert names[0] == "open-letter_permanent-five_en"
    assert len(names) == 6


def test_what_does_not_fit_is_left_with_its_reason(library: Library) -> None:
    found = plan(library, batch_of(formats=("letter-security-council",), to=("FR", "NR")))
    assert [job.name for job in found.jobs] == ["letter-security-council_FR_en"]
    (left,) = found.left
    assert left.what == "letter-security-council to NR"
    assert "is for the group `security-council`" in left.why


def test_each_contact_of_a_state_gets_a_letter_in_the_language_on_record(library: Library, tmp_path: Path) -> None:
    contacts = tmp_path / "contacts.csv"
    contacts.write_text("state,name,language\nFrance,Camille Example,fr\nFR,Jo/Example,\nJP,,\n", encoding="utf-8")
    assert planned(library, to=("FR", "JP"), languages=("auto",), contacts=contacts) == [
        "letter_FR_Camille-Example_fr", "letter_FR_Jo-Example_en", "letter_FR_Jo-Example_fr", "letter_JP_en",
    ]  # fmt: skip


def test_every_name_that_is_not_known_is_told_at_once(library: Library, tmp_path: Path) -> None:
    with pytest.raises(BriefgenError) as caught:
        plan(library, batch_of(to=("FR", "Atlantis", "eu and (", "securty-council")))
    messages = [str(problem) for problem in caught.value.problems]
    assert len(messages) == 3
    assert "Atlantis" in messages[0]
    assert "did you mean `security-council`" in messages[2]
    with pytest.raises(BriefgenError, match="there is no language `xx`"):
        plan(library, batch_of(languages=("xx",)))
    contacts = tmp_path / "contacts.csv"
    contacts.write_text("state\nAtlantis\n", encoding="utf-8")
    with pytest.raises(BriefgenError, match=r"contacts\.csv:2: there is no state “Atlantis”"):
        plan(library, batch_of(contacts=contacts))


def test_all_means_every_delegation_once(library: Library) -> None:
    names = planned(library, to=("all", "eu", "FR"))
    assert len(names) == len(set(names)) == 195


def test_what_an_overlay_picks_is_what_a_job_asks(shelf: ShelfCopy) -> None:
    shelf.write("templates/delegations/FR/letter.md", "---\nchanges: letter\nfor: FR\nasks: [R6, R1]\n---\n")
    france, greece = plan(shelf.library, batch_of(to=("FR", "GR"))).jobs
    assert france.asks == ("R6", "R1")
    assert greece.asks[0] == "R4"
