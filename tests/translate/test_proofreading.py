"""What is told of a text that is not saved is what `briefgen check` tells of it once it is."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.check.library import check_library
from briefgen.errors import Place
from briefgen.library.messages import Message
from briefgen.model.language import Term
from briefgen.translate.desk import Desk, open_desk
from briefgen.translate.proofreading import terms_for
from briefgen.translate.sentences import Sentence, key_of
from briefgen.writing import write_all
from tests.check.shelf_copy import ShelfCopy

REPORT = "north-korea-border"


def desk(shelf: ShelfCopy) -> Desk:
    return open_desk(shelf.library, shelf.path, REPORT, "fr")


@pytest.fixture
def french(shelf: ShelfCopy) -> ShelfCopy:
    shelf.add_language("fr")
    return shelf


def sentence(text: str, plural: str = "") -> Sentence:
    message = Message(text, Place("report.yaml", 1), (), plural)
    return Sentence(key_of("x", text), "x", message, (text,), (), ("",), "missing")


def test_what_is_shipped_has_no_fault(french: ShelfCopy) -> None:
    at = desk(french)
    proofreader = at.proofreader()
    assert [found for each in at.sentences() for found in proofreader.faults(each, each.forms)] == []


@pytest.mark.parametrize(
    ("begins", "change", "message"),
    [
        ("{report.publisher}, news release, {cite}.", lambda text: text.replace("{cite}", "{site}"), "placeholder"),
        ("Key figures", lambda _: "Key figures", "left untranslated"),
        ("Key figures", lambda _: "", "the translation is empty"),
        ("Key figures", lambda text: f"{text}  ", "two spaces"),
        ("Key figures", lambda text: f'{text} "x"', '"'),
        ("Key figures", lambda text: f"{text} 12", "the number 12"),
        ("Members of the Security Council", lambda _: "Membres du Conseil", "the name “Security Council”"),
    ],
)
def test_a_fault_is_told_before_it_is_saved_as_the_check_tells_it_after(
    french: ShelfCopy, begins: str, change, message: str
) -> None:
    at = desk(french)
    (each,) = [each for each in at.sentences() if each.message.text == begins]
    forms = tuple(map(change, each.forms))
    told = at.proofreader().faults(each, forms)
    assert message in str(told[0])
    write_all(dict([at.saved(each.key, forms, each.forms)]))
    assert set(told) <= set(check_library(french.library, [REPORT], date(2026, 11, 23)))
    place = each.place
    assert all(problem.place == place for problem in told)


def test_a_name_that_may_stand_nowhere_is_told_without_its_letters(french: ShelfCopy) -> None:
    french.write("do-not-name.txt", "Jean Martin\n")
    at = desk(french)
    each = next(each for each in at.sentences() if each.message.text == "Key figures")
    told = at.proofreader().faults(each, ("Chiffres de Jean Martin",))
    assert [problem.message for problem in told] == ["a name of the do-not-name list (do-not-name.txt:1) stands here"]
    told = at.proofreader().faults(each, ("Key figures of Jean Martin, key figures of Jean Martin",))
    assert "Martin" not in "".join(map(str, told))


def test_a_form_that_counts_is_held_against_its_own_original(french: ShelfCopy) -> None:
    at = desk(french)
    counted = [each for each in at.sentences() if each.numbers]
    assert counted
    told = at.proofreader().faults(counted[0], (counted[0].forms[0], ""))
    assert "the translation is empty" in told[0].message


@pytest.mark.parametrize(
    ("english", "text"),
    [
        ("to seal (a border)", "The border was sealed in 2020."),
        ("to urge", "Urging all"),
        ("facility", "Two facilities, and more"),
        ("human rights", "Human rights are universal."),
        ("member states (United Nations)", "all member states"),
        ("DPRK", "The DPRK’s border"),
    ],
)
def test_a_term_is_found_as_english_bends_it(english: str, text: str) -> None:
    term = Term(english=english, translation="x")
    assert terms_for([term], sentence(text)) == (term,)


@pytest.mark.parametrize(("english", "text"), [("to act", "the factory"), ("urge", "a surge"), ("aid", "afraid")])
def test_a_part_of_a_word_is_no_term(english: str, text: str) -> None:
    assert terms_for([Term(english=english, translation="x")], sentence(text)) == ()


def test_a_name_is_found_as_it_is_written_and_in_the_plural_sentence_too() -> None:
    name = Term(english="Security Council", translation="x", kind="name")
    assert terms_for([name], sentence("a security council")) == ()
    assert terms_for([name], sentence("{n} seat", "{n} seats of the Security Council")) == (name,)
