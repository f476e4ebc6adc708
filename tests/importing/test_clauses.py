"""What a sentence asks as a clause that begins with its verb; a sentence that does not say it so gives none."""

from __future__ import annotations

import pytest

from benchmarks.importing.scoring import passages_of
from briefgen.importing.statements import statements_of


def acts(text: str, language: str = "en") -> list[str]:
    return [item.act for item in statements_of(passages_of(text), language).recommendations]


@pytest.mark.parametrize(
    ("language", "text", "act"),
    [
        ("en", "The council should open the gates.", "open the gates"),
        ("en", "The council must also open the gates.", "open the gates"),
        ("en", "The council needs to open the gates, Example Watch said.", "open the gates"),
        ("en", "The council has a responsibility to open the gates.", "open the gates"),
        ("en", "The group urges the council to open the gates.", "open the gates"),
        ("en", "The group calls on the council to open the gates.", "open the gates"),
        ("en", "Donors are urged to open their books.", "open their books"),
        ("en", "# Dol: Free the Two Reporters", "free the Two Reporters"),
        ("en", "“The council should open the gates,” said Ana Lima.", "open the gates"),
        ("fr", "Le préfet doit rouvrir le chenal.", "rouvrir le chenal"),
        ("fr", "La Ligue demande au gouvernement de publier l’étude.", "publier l’étude"),
        ("fr", "Le Réseau exhorte le Parlement à voter la loi.", "voter la loi"),
        ("fr", "Les États ne devraient pas attendre. Ils devraient ne pas expulser.", "ne pas expulser"),
        ("es", "El gobierno debe detener los desalojos.", "detener los desalojos"),
        ("es", "La organización insta al Congreso a aprobar la ley.", "aprobar la ley"),
    ],
)
def test_the_clause_behind_the_verb_that_asks(language: str, text: str, act: str) -> None:
    assert acts(text, language)[-1] == act


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "All charges should be dropped."),
        ("en", "The world should not look away."),
        ("en", "The group calls for an independent study."),
        ("en", "The council should “open the gates of the dam at once"),
        ("fr", "Il est temps que le Parlement agisse sans délai."),
        ("es", "El Comité pide al gobierno que limpie el río."),
        ("es", "El ministerio tiene que abrirlo."),
        ("ko", "교육부는 수질 검사 결과를 공개해야 한다."),
    ],
)
def test_what_a_letter_could_not_go_on_with_is_no_clause(language: str, text: str) -> None:
    assert acts(text, language) == [""]


def test_of_two_asks_in_a_sentence_the_second_has_its_own_clause() -> None:
    assert acts("Judges should use bail, and the state should build no cell.", "en") == ["", "build no cell"]


def test_items_are_clauses_where_they_begin_with_a_verb() -> None:
    assert acts("The council should:\n- Open the gates.\n- Clean the river.") == ["open the gates", "clean the river"]
    assert acts("What we demand:\n- Clean water for all.\n- Publish the plan.") == ["", "publish the plan"]
