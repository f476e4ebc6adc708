"""What looks like an ask or a quotation, and is none, is told with its line and not dropped."""

from __future__ import annotations

import pytest

from benchmarks.importing.scoring import passages_of
from briefgen.importing.statements import statements_of

GATES = "The villages lie below the dam."


@pytest.mark.parametrize(
    ("language", "text", "taken_for", "words"),
    [
        ("en", "Under the Land Act, companies must publish a plan.", "a norm", "Under the Land Act"),
        ("en", "If the gates stay closed, the villages should expect a flood.", "a condition", "If the gates"),
        ("en", "Hospitals could not call for blood.", "something else than an ask", "could not call for blood"),
        ("en", "Families did not call for revenge.", "something else than an ask", "did not call for"),
        ("en", "They were unable to appeal to the court to stop it.", "something else than an ask", "unable to appeal"),
        ("en", "The company called its payments “gifts.”", "a scare quote", "gifts."),
        ("en", "A standing order to “shoot on sight” was given.", "a scare quote", "shoot on sight"),
        ("en", "The report, “A Long Winter Without Heat,” was published.", "a title", "A Long Winter"),
        ("en", "The decree says that “anyone who leaves is an enemy”.", "words of a norm", "anyone who leaves"),
        ("en", "The decree says that “anyone who leaves must be punished”.", "a norm", "The decree says"),
        ("fr", "Selon la loi, les communes doivent entretenir les puits.", "a norm", "Selon la loi"),
        ("fr", "Si rien ne change, l’État devra payer et les communes doivent partir.", "a condition", "Si rien"),
        ("fr", "Les familles n’exigent pas la vengeance.", "something else than an ask", "n’exigent pas"),
        ("es", "Según la ley, los jueces deben oír a las familias.", "a norm", "Según la ley"),
        ("es", "Si no llueve, el gobierno debe pagar.", "a condition", "Si no llueve"),
        ("ko", "법에 따르면 시는 우물을 관리해야 한다.", "a norm", "법에 따르면"),
    ],
)  # fmt: skip
def test_it_is_told_what_it_was_taken_for(language: str, text: str, taken_for: str, words: str) -> None:
    found = statements_of(passages_of(f"{GATES}\n{text}"), language)
    assert found.recommendations == ()
    (passed,) = found.passed
    assert (passed.taken_for, passed.line) == (taken_for, 2)
    assert words in passed.text


def test_what_is_a_statement_is_not_told() -> None:
    text = "The group calls for a study.\n“We left at night, all of us,” said Omar Dele.\nNobody could see it."
    assert statements_of(passages_of(text), "en").passed == ()
