"""The sentence around a quotation, and what in it says whose words they are."""

from __future__ import annotations

from briefgen.importing.marks import quotes_in
from briefgen.importing.rules import rules_of
from briefgen.importing.surroundings import (
    Surroundings,
    incise_in,
    is_alone,
    is_norm,
    is_title,
    said_when,
    surroundings_of,
    who_in,
)

EN, FR = rules_of("en"), rules_of("fr")


def around(text: str, number: int = 0) -> Surroundings:
    return surroundings_of(text, quotes_in(text), number, EN)


def test_the_surroundings_reach_to_the_ends_of_the_sentence_and_to_the_next_quotation() -> None:
    text = "It was late. “We left,” said Ana Lima. “It was cold.” Nobody came."
    first, second = around(text), around(text, 1)
    assert (first.before, first.after, first.ended, first.fresh) == ("", " said Ana Lima. ".rstrip(), ",", False)
    assert (second.before, second.ended, second.fresh) == ("", ".", True)
    assert around("He called it “a piece of paper” today.").local == "He called it § today."


def test_what_a_colon_introduces_ends_with_its_stop() -> None:
    assert around("Ana Lima said: “We left.” Nobody came.").introduced
    assert not around("“We left,” said Ana Lima.").introduced


def test_the_first_pattern_that_names_anyone_says_who() -> None:
    assert who_in("§ said Ana Lima.", EN.speakers.after, EN) == "Ana Lima."
    assert who_in("§ was painted on a wall.", EN.speakers.after, EN) is None


def test_a_law_states_and_a_report_is_called_but_a_person_says() -> None:
    assert is_norm("The Land Act", "The Land Act says that ", EN)
    assert is_norm("The Mandela Rules", "The Mandela Rules say that ", EN)
    assert not is_norm("Ana Lima", "Ana Lima said that the act ", EN)
    assert is_title(around("The report, “A Long Winter,” was published."), EN)
    assert not is_title(around("Of the report Ana Lima said: “It is late.”"), EN)


def test_an_incise_is_taken_out_of_the_words() -> None:
    found = incise_in("Le Département doit agir, poursuit le docteur Karim Belhas. Il le sait.", FR)
    assert found is not None
    assert found.who == "le docteur Karim Belhas"
    assert found.parts == ("Le Département doit agir", "Il le sait.")
    assert incise_in("Le Département doit agir.", FR) is None


def test_a_quotation_alone_and_the_month_in_which_it_was_said() -> None:
    assert is_alone("“We left.”", quotes_in("“We left.”"))
    assert not is_alone("“We left,” she said.", quotes_in("“We left,” she said."))
    assert said_when("She said so in late May 2024, at home.", EN) == "late May 2024"
    assert said_when("She said so.", EN) == ""
