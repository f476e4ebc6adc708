"""What is to be done: which texts are translated, whose sign-off is asked for, which documents are sent again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefgen.comparing.blocks import BlockChange
from briefgen.comparing.comparison import Comparison
from briefgen.comparing.duties import duties_of, tell_duties
from briefgen.comparing.letters import Effect, Letter
from briefgen.comparing.translations import SignOffState, Translation
from briefgen.errors import Problem
from briefgen.library.packs import ReportPack
from tests.comparing.conftest import letter

CHANGED = Effect(blocks=(BlockChange("paragraph", "changed", "old", "new"),), language="en")
BLOCKED = replace(CHANGED, problems=("no translation into `fr`",))
UNSURE = Effect(remarks=("it was not made in that batch, and is not compared",))
LETTERS = (
    Letter(letter("FR"), CHANGED),
    Letter(letter("BE"), CHANGED, ("letter_BE_en.docx",)),
    Letter(letter("FR", "fr"), BLOCKED),
    Letter(letter("BE", "fr"), BLOCKED),
    Letter(letter("EG", "ar"), replace(CHANGED, language="ar")),
    Letter(letter("JP"), UNSURE),
    Letter(letter("NR"), Effect(), ("letter_NR_en.docx",)),
)
TRANSLATIONS = (
    Translation("ar", stale=0, new=0, done=2, dropped=0),
    Translation("fr", stale=1, new=1, done=0, dropped=0),
    Translation("ko", stale=2, new=0, done=0, dropped=1),
    Translation("ru", stale=1, new=0, done=1, dropped=0),
)
DAY = date(2026, 11, 1)
SIGN_OFFS = (SignOffState("fr", "reviser, French", DAY, "void"), SignOffState("ko", "reviser, Korean", DAY, "holds"))


@pytest.fixture
def found(pack: ReportPack) -> Comparison:
    return Comparison(pack, pack, (), (), TRANSLATIONS, SIGN_OFFS, LETTERS, ())


def lines(found: Comparison) -> list[str]:
    return [
        line
        for each in tell_duties(duties_of(found), found.letters)
        for line in (each.heading, *(f"  {remark}" for remark in each.remarks))
    ]


def test_each_duty_is_told_in_the_order_in_which_it_is_done(found: Comparison) -> None:
    assert lines(found) == [
        "translate 2 texts into fr, ko",
        "translate 1 text into ru",
        "ask for a new sign-off of fr",
        "  by: reviser, French",
        "ask for a first sign-off of ar",
        "  without it nothing in these languages is final",
        "make and send again: 2 documents",
        "  letter in en to FR",
        "  letter in ar to EG",
        "edited by hand: change by hand too, or their edits are lost, and send again: 1 document",
        "  letter in en to BE",
        "cannot be made yet: make and send again when the reason is mended: 2 documents",
        "  letter in fr to FR, BE; no translation into `fr`",
        "look at: no change found, but not all was compared: 1 document",
        "  letter in en to JP; it was not made in that batch, and is not compared",
        "leave as they are: 1 document",
    ]


def test_each_document_is_in_one_place(found: Comparison) -> None:
    duties = duties_of(found)
    placed = (*duties.again, *duties.by_hand, *duties.blocked, *duties.unclear)
    assert len({each.entry.name for each in placed}) == len(placed) == len(LETTERS) - duties.kept


def test_a_document_that_is_edited_and_cannot_be_made_is_told_as_edited(found: Comparison) -> None:
    both = Letter(letter("FR", "fr"), BLOCKED, ("letter_FR_fr.docx",))
    told = lines(replace(found, letters=(both,)))
    assert "  letter in fr to FR; no translation into `fr`; edited by hand" in told


def test_where_nothing_changed_there_is_nothing_to_do(found: Comparison) -> None:
    nothing = replace(found, translations=TRANSLATIONS[:1], sign_offs=SIGN_OFFS[1:], letters=())
    assert lines(nothing) == []
    assert lines(replace(nothing, letters=LETTERS[-1:])) == ["leave as they are: 1 document"]


def test_a_report_with_problems_is_mended_first(found: Comparison) -> None:
    told = lines(replace(found, problems=(Problem("one"), Problem("two")), letters=()))
    assert told[0] == "mend the report first, and compare again: 2 problems"
