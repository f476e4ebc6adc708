"""Who speaks or acts in a sentence to which a pronoun behind it leads back."""

from __future__ import annotations

import pytest

from briefgen.importing.antecedents import reporter_of, role_of, source_of, subject_of
from briefgen.importing.rules import rules_of

EN = rules_of("en")


def test_the_reporter_is_the_one_whose_words_a_sentence_reports() -> None:
    reported = reporter_of("Ana Lima, a nurse, said that the wells were dry.", EN)
    assert reported is not None
    assert (reported.name, reported.kind) == ("Ana Lima", "person")
    behind = reporter_of("The wells were dry, said Ana Lima, a nurse.", EN)
    assert behind is not None
    assert behind.name == "Ana Lima"
    assert reporter_of("The wells were dry.", EN) is None


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Ana Lima has a stall in the port.", "Ana Lima"),
        ("Roshan (name changed) was burned at work.", "Roshan (name changed)"),
        ("The report tells the story of a mother from Skell, who signed.", "a mother from Skell"),
        ("Lima has a stall.", None),
        ("Mr Lima has a stall.", "Lima"),
        ("The wells were dry.", None),
    ],
)
def test_the_subject_is_a_person_by_full_name_or_title_or_a_witness(sentence: str, name: str | None) -> None:
    subject = subject_of(sentence, EN)
    assert (subject.name if subject else None) == name


def test_a_role_is_found_behind_the_words_with_which_a_sentence_opens() -> None:
    for sentence in ("The director refused to answer.", "Asked on Monday, the director refused to answer."):
        role = role_of(sentence, EN)
        assert role is not None
        assert role.name.casefold() == "the director"
    assert role_of("The wells were dry.", EN) is None


@pytest.mark.parametrize(
    ("language", "sentence", "name"),
    [
        ("en", "It was cold, according to her lawyer, Ivo Dahl.", "Ivo Dahl"),
        ("en", "For Ruth Adler, the data say otherwise.", "Ruth Adler"),
        ("es", "Para el lingüista Juan Rey, los datos dicen otra cosa.", "Juan Rey"),
        ("fr", "Il faisait froid, selon Luc Roy.", "Luc Roy"),
        ("en", "It was cold, according to the plan.", None),
    ],
)
def test_the_source_of_a_sentence_stands_at_its_end_or_its_beginning(
    language: str, sentence: str, name: str | None
) -> None:
    source = source_of(sentence, rules_of(language))
    assert (source.name if source else None) == name
