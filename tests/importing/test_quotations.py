"""Quotations with their speakers, and the accounts of witnesses."""

from __future__ import annotations

import pytest

from tests.importing.statements_read import read


@pytest.mark.parametrize(
    "text",
    [
        "“We left. It was cold,” said Ana Lima, director of the Delta Clinic.",
        "“We left. It was cold,” Ana Lima, director of the Delta Clinic, said on Monday.",
        "Ana Lima, director of the Delta Clinic, said: “We left. It was cold,”",
        "In a statement on Monday, Ana Lima, director of the Delta Clinic, said: “We left. It was cold,”",
        "According to Ana Lima, director of the Delta Clinic, “We left. It was cold,”",
    ],
)
def test_speaker_before_after_and_around(text: str) -> None:
    (quotation,) = read(text).quotations
    assert (quotation.speaker, quotation.post, quotation.organisation) == ("Ana Lima", "director", "Delta Clinic")


def test_speaker_in_the_middle_by_surname_and_by_abbreviation() -> None:
    found = read(
        "The Free Page Network (FPN) spoke out.\n"
        "“We left,” said Ana Lima, researcher at the Free Page Network. “It was cold.”\n"
        "“No one came,” Lima said.\n"
        "“They must be told,” FPN said."
    ).quotations
    assert [(item.speaker, item.text) for item in found] == [
        ("Ana Lima", ("We left,", "It was cold.")),
        ("Ana Lima", ("No one came,",)),
        ("Free Page Network", ("They must be told,",)),
    ]


def test_two_people_of_one_surname_are_not_guessed() -> None:
    found = read("“One,” said Ana Lima.\n“Two,” said Karl Lima.\n“Three,” Lima said.").quotations[2]
    assert (found.speaker, found.doubts[0].candidates) == ("Lima", ("Ana Lima", "Karl Lima"))


def test_a_quotation_over_paragraphs_is_opened_each_time_and_closed_once() -> None:
    (found,) = read("“First of all.\n\n“Second of all.\n\n“Third of all,” said Omar Dele.").quotations
    assert (found.speaker, found.text) == ("Omar Dele", ("First of all.", "Second of all.", "Third of all,"))


@pytest.mark.parametrize(
    "text",
    [
        "The company called its payments “gifts.”",
        "A standing order to “shoot on sight” was given.",
        "The report, “A Long Winter Without Any Heat at All in Dol,” was published.",
        "The decree says that “anyone who leaves the camp must be punished by law”.",
    ],
)
def test_scare_quotes_titles_and_laws_are_no_quotations(text: str) -> None:
    assert read(text).quotations == ()


def test_no_speaker_is_invented() -> None:
    (found,) = read("“Nobody has asked the people who live here.”").quotations
    assert found.speaker == ""
    assert found.doubts


def test_witnesses_keep_their_description() -> None:
    (found,) = read(
        "A former trader from Dol, who left last year, said in May 2021:\nWe had nothing to eat."
    ).testimonies
    assert (found.speaker, found.when, found.text) == (
        "A former trader from Dol",
        "May 2021",
        ("We had nothing to eat.",),
    )


def test_a_mark_alone_in_its_paragraph_goes_on_with_nothing() -> None:
    assert read("“\n”").quotations == ()
    assert [item.text for item in read("Ana Lima said:\n“").quotations] == [("“",)]
