"""What a change means: stale translations, void reviews, and documents that become others."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.library.languages import load_language
from briefgen.library.messages import messages_to_translate, texts_of
from briefgen.library.packs import load_pack
from briefgen.translate.review import signed
from tests.comparing.conftest import REPORT, Versions, letter

OLD, NEW = "Urgently address the isolation", "Address without delay the isolation"


@pytest.fixture
def korean(versions: Versions) -> Versions:
    versions.shelf.add_language("ko")
    versions.replace(OLD, NEW)
    return versions


def test_a_changed_original_is_stale_until_it_is_translated(korean: Versions) -> None:
    (state,) = korean.compared().translations
    assert (state.language, state.new) == ("ko", 0)
    assert state.stale == len(korean.compared().originals) > 0
    assert all(NEW in each.new and OLD in each.old for each in korean.compared().originals)
    path = korean.shelf.path / f"locales/ko/LC_MESSAGES/{REPORT}.po"
    (first, *_) = korean.compared().originals
    with path.open("a", encoding="utf-8") as file:
        file.write(f'\nmsgid "{first.new}"\nmsgstr "번역"\n')
    assert korean.compared().translations[0].done == 1


def test_a_review_is_void_by_the_change(korean: Versions) -> None:
    library = korean.shelf.library
    messages = texts_of(messages_to_translate(library, [load_pack(library, REPORT)]))
    digest = load_language(library, "ko", REPORT).reviewed_hash(messages)
    path = korean.shelf.path / "locales/ko/sign-off.yaml"
    path.write_bytes(signed(path, REPORT, "reviser", date(2026, 11, 1), digest))
    assert [each.state for each in korean.compared().sign_offs] == ["void"]
    korean.replace(NEW, OLD)
    assert [each.state for each in korean.compared().sign_offs] == ["holds"]


def test_a_pack_with_problems_is_told_and_its_letters_are_not_compared(versions: Versions) -> None:
    versions.edit("evidence: [sanctions,", "evidence: [sanction,")
    found = versions.compared(letter("FR"))
    assert [problem.message for problem in found.problems] == ["there is no finding or figure `sanction`"]
    assert found.letters == ()
    assert found.changes
