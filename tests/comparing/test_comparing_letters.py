"""What becomes of the documents of a batch: in their language, to their person, as they were sent."""

from __future__ import annotations

import pytest

from briefgen.batch.manifest import MANIFEST, Entry, sha256
from briefgen.comparing.letters import Letter
from briefgen.errors import BriefgenError
from briefgen.library.shelves import Library
from tests.comparing.conftest import Versions, letter

OLD, NEW = "Urgently address the isolation", "Address without delay the isolation"
CONTACTS = "name,form of address,state\nCamille Example,Ms,FR\n"
LOCKED = """\
signatories:
  - name: {en: One}
sign_on:
  state: locked
  locked: {en: %s}
  deadline: {at: 2026-12-01T18:00, zone: America/New_York}
  reply_to: letters@example.org
"""


def one(versions: Versions, entry: Entry, **given: object) -> Letter:
    (found,) = versions.letters(entry, **given)
    return found


@pytest.fixture
def arabic(versions: Versions) -> Versions:
    """One sentence less, of which the others have their translations."""
    versions.shelf.add_language("ar")
    versions.edit("evidence: [S1, fences, food]", "evidence: [S1, food]")
    return versions


def test_an_ask_in_other_words_changes_the_letters_that_make_it(versions: Versions) -> None:
    versions.replace(OLD, NEW)
    effect = one(versions, letter("FR")).effect
    assert [(ask.id, ask.what) for ask in effect.asks] == [("R1", "changed")]
    assert any(block.kind == "list" and NEW in block.new for block in effect.blocks)
    assert (effect.problems, effect.remarks, effect.language) == ((), (), "en")


def test_what_does_not_hold_the_change_is_not_affected(versions: Versions) -> None:
    versions.replace(OLD, NEW)
    effect = one(versions, letter("KP", format="letter-state-concerned")).effect
    assert (effect.affected, effect.remarks) == (False, ())


def test_a_letter_from_right_to_left_is_compared_in_its_language(arabic: Versions) -> None:
    effect = one(arabic, letter("EG", "ar")).effect
    assert (effect.language, effect.direction, effect.problems) == ("ar", "rtl", ())
    assert effect.blocks
    assert all(any("\u0621" <= letter <= "\u064a" for letter in block.old) for block in effect.blocks)


def test_a_letter_without_its_translation_is_compared_in_english(arabic: Versions) -> None:
    arabic.replace(OLD, NEW)
    english, other = (each.effect for each in arabic.letters(letter("EG"), letter("EG", "ar")))
    assert (english.problems, bool(other.problems)) == ((), True)
    assert "no translation into `ar`" in other.problems[0]
    assert (other.language, other.direction, other.blocks) == ("en", "ltr", english.blocks)


def test_a_letter_to_a_person_is_composed_to_that_person(versions: Versions) -> None:
    versions.replace(OLD, NEW)
    contacts = versions.shelf.write("contacts.csv", CONTACTS)
    entry = letter("FR", contact="Camille Example")
    assert one(versions, entry, contacts=contacts).effect.remarks == ()
    without = one(versions, entry).effect
    assert without.remarks == ("compared without the contact, who is in no list of contacts that was given",)
    elsewhere = one(versions, letter("BE", contact="Camille Example"), contacts=contacts).effect
    assert without.remarks[0] in elsewhere.remarks


def test_a_list_of_contacts_with_an_unknown_state_is_told_at_its_row(versions: Versions) -> None:
    contacts = versions.shelf.write("contacts.csv", CONTACTS.replace("FR", "Atlantis"))
    with pytest.raises(BriefgenError, match=r"contacts\.csv:2.*Atlantis"):
        versions.letters(letter("FR"), contacts=contacts)


def test_a_manifest_with_other_asks_than_the_old_version_is_told(versions: Versions) -> None:
    (remark,) = one(versions, letter("FR", asks=("R6",))).effect.remarks
    assert remark.startswith("the manifest has the asks R6; the old version, on this date, has ")
    assert "has the asks none;" in one(versions, letter("FR", asks=())).effect.remarks[0]


def test_what_the_batch_did_not_make_is_not_compared(versions: Versions) -> None:
    versions.replace(OLD, NEW)
    effect = one(versions, letter("FR", status="problem")).effect
    assert (effect.affected, effect.remarks) == (False, ("it was not made in that batch, and is not compared",))


def test_a_document_that_neither_version_can_make_is_not_compared(versions: Versions) -> None:
    effect = one(versions, letter("NR", format="letter-security-council")).effect
    assert effect.blocks == ()
    assert effect.remarks[0].startswith("not compared, since the old version cannot be composed: ")


def test_files_that_a_person_edited_are_known_by_their_hashes(versions: Versions) -> None:
    folder = versions.shelf.path
    (folder / "kept.txt").write_bytes(b"kept")
    (folder / "edited.txt").write_bytes(b"edited")
    files = {name: sha256(b"kept") for name in ("kept.txt", "edited.txt", "sent elsewhere.txt")}
    entry = letter("FR", files=files)
    assert one(versions, entry, manifest=folder / MANIFEST).edited == ("edited.txt",)
    assert one(versions, entry).edited == ()


def test_a_joint_letter_whose_text_is_locked_says_what_changes_under_its_signatures(
    versions: Versions, library: Library
) -> None:
    entry = letter("all", format="sign-on")
    details = versions.shelf.write("details.yaml", LOCKED % locked_text(versions))
    same = one(versions, entry, details=details).effect
    assert (same.problems, same.blocks) == ((), ())
    versions.replace("6,820", "6,920")
    versions.replace(OLD, NEW)
    changed = one(versions, entry, details=details).effect
    assert "has changed since it was locked (undo the change" in changed.problems[0]
    assert any(NEW in block.new for block in changed.blocks)


def locked_text(versions: Versions) -> str:
    from briefgen.compose.composition import compose
    from briefgen.compose.ordering import Order, resolve
    from briefgen.compose.signing import text_hash
    from tests.comparing.conftest import DAY

    details = versions.shelf.write("draft.yaml", (LOCKED % "x").replace("state: locked", "state: draft"))
    order = Order("sign-on", "all", "en", versions.folders[0], DAY, details=details)
    return text_hash(compose(resolve(versions.shelf.library, order)).document)
