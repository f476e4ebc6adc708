"""Documents that change alike are told once, whatever language they are in."""

from __future__ import annotations

from briefgen.comparing.blocks import BlockChange
from briefgen.comparing.letters import AskChange, Effect, Letter
from briefgen.comparing.mailing import Addressed, tell_letters
from tests.comparing.conftest import letter

BLOCK = BlockChange("paragraph", "changed", "6,820 posts", "6,920 posts")
CHANGED = Effect((AskChange("R1", "removed", "End it."),), (BLOCK,), language="en")
UNTRANSLATED = Effect(CHANGED.asks, CHANGED.blocks, ("no translation",), language="en")
SAME = Effect(language="en")


def test_a_difference_stands_once_with_the_languages_that_have_it() -> None:
    letters = [
        Letter(letter("FR"), CHANGED),
        Letter(letter("FR", "fr"), UNTRANSLATED),
        Letter(letter("BE", "fr"), UNTRANSLATED),
        Letter(letter("NR"), SAME),
    ]
    difference, total = tell_letters(letters)
    assert difference.heading == "letter, 3 documents alike"
    assert difference.remarks == (
        "letter in en to FR",
        "letter in fr to FR, BE; cannot be made: no translation; compared in English",
    )
    assert [text.name for text in difference.texts] == ["ask R1, removed", "paragraph, changed"]
    assert total.heading == "affected: 3 of 4 documents"


def test_documents_of_one_language_are_told_with_their_remarks() -> None:
    effect = Effect(remarks=("it was not made in that batch, and is not compared",))
    told, total = tell_letters([Letter(letter("FR", contact="Camille Example"), effect, ("a.docx",))])
    assert told.heading == "letter in en to FR (Camille Example)"
    assert told.remarks == (
        "it was not made in that batch, and is not compared",
        "edited since it was made: what a person changed in its files is not compared",
        "no change found",
    )
    assert total.heading == "affected: none of 1 document"


def test_other_differences_and_other_formats_stand_by_themselves() -> None:
    letters = [Letter(letter("FR"), CHANGED), Letter(letter("BE", format="briefing"), CHANGED)]
    assert [each.heading for each in tell_letters(letters)][:2] == ["letter in en to FR", "briefing in en to BE"]


def test_all_recipients_are_not_named_one_by_one_where_they_are_many() -> None:
    letters = [Letter(letter(state), CHANGED) for state in ("BE", "DE", "FR", "NR")]
    addressed = Addressed(letters)
    assert addressed.told(letters) == "letter in en to all 4"
    assert addressed.told(letters[:2]) == "letter in en to BE, DE"
    assert Addressed(letters[:3]).told(letters[:3]) == "letter in en to BE, DE, FR"


def test_no_documents_are_nothing_to_tell() -> None:
    assert list(tell_letters([])) == []
