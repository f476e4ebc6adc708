"""What is saved is the catalogue with one translation more, and nothing that others saved meanwhile is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, Conflict
from briefgen.library.shelves import Library, built_in_shelf
from briefgen.translate.desk import Desk, open_desk, read_originals
from briefgen.translate.sentences import Sentence
from briefgen.writing import write_all
from tests.check.shelf_copy import ShelfCopy

REPORT = "north-korea-border"
FORMATS = Path("locales/ko/LC_MESSAGES/formats.po")


@pytest.fixture
def korean(shelf: ShelfCopy) -> ShelfCopy:
    shelf.add_language("ko")
    return shelf


def desk(shelf: ShelfCopy) -> Desk:
    return open_desk(shelf.library, shelf.path, REPORT, "ko")


def named(at: Desk, text: str) -> Sentence:
    return next(each for each in at.sentences() if each.message.text == text)


def save(at: Desk, text: str, *forms: str) -> Path:
    """Save a translation as one who was shown what the desk had."""
    path, data = at.saved(named(at, text).key, forms, named(at, text).forms)
    write_all({path: data})
    return path


def test_one_saved_sentence_is_one_changed_line(korean: ShelfCopy) -> None:
    before = (korean.path / FORMATS).read_bytes().splitlines()
    after = save(desk(korean), "Key figures", "핵심 수치").read_bytes().splitlines()
    assert [line.decode() for line in after if line not in before] == ['msgstr "핵심 수치"']
    assert len(after) == len(before)
    assert named(desk(korean), "Key figures").forms == ("핵심 수치",)


def test_a_desk_has_what_stood_there_when_it_was_opened(korean: ShelfCopy) -> None:
    at = desk(korean)
    save(at, "Key figures", "핵심 수치")
    assert named(at, "Key figures").forms == ("주요 수치",)


def test_originals_are_read_once_for_the_desks_of_all_languages(korean: ShelfCopy) -> None:
    korean.add_language("fr")
    originals = read_originals(korean.library, korean.path, REPORT)
    one, other = originals.desk("ko"), originals.desk("fr")
    assert one.messages is other.messages is originals.messages
    assert (one.language.tag, other.language.tag) == ("ko", "fr")
    assert one == desk(korean)


def test_a_workspace_without_the_catalogue_begins_with_the_built_in_one(tmp_path: Path) -> None:
    library, text = Library((tmp_path, built_in_shelf())), (built_in_shelf() / FORMATS).read_text(encoding="utf-8")
    path = save(open_desk(library, tmp_path, REPORT, "ko"), "Key figures", "핵심 수치")
    assert path == tmp_path / FORMATS
    assert path.read_text(encoding="utf-8") == text.replace('msgstr "주요 수치"', 'msgstr "핵심 수치"')


def test_a_workspace_whose_catalogue_lacks_the_sentence_gets_it_at_its_end(tmp_path: Path) -> None:
    path = tmp_path / FORMATS
    path.parent.mkdir(parents=True)
    own = 'msgid "Own"\nmsgstr "자체"\n'
    path.write_text(own, encoding="utf-8")
    at = open_desk(Library((tmp_path, built_in_shelf())), tmp_path, REPORT, "ko")
    assert named(at, "Key figures").place.path == built_in_shelf() / FORMATS
    text = save(at, "Key figures", "핵심 수치").read_text(encoding="utf-8")
    assert text.startswith(own)
    assert text.endswith('\nmsgid "Key figures"\nmsgstr "핵심 수치"\n')


def test_a_language_without_any_catalogue_begins_with_every_sentence(korean: ShelfCopy) -> None:
    (korean.path / FORMATS).unlink()
    assert named(desk(korean), "Key figures").state == "missing"
    save(desk(korean), "Key figures", "핵심 수치")
    states = [each.state for each in desk(korean).sentences() if each.domain == "formats"]
    assert states.count("translated") == 1
    assert len(states) > 20


def test_a_stale_sentence_is_current_once_it_is_saved(korean: ShelfCopy) -> None:
    korean.edit(str(FORMATS), 'msgid "Key figures"', '#, fuzzy\n#| msgid "Figures"\nmsgid "Key figures"')
    stale = named(desk(korean), "Key figures")
    assert (stale.state, stale.previous) == ("stale", "Figures")
    assert [each.stale for each in desk(korean).progress().catalogues] == [1, 0, 0]
    save(desk(korean), "Key figures", *stale.forms)
    assert named(desk(korean), "Key figures").state == "translated"
    assert (korean.path / FORMATS).read_bytes() == (built_in_shelf() / FORMATS).read_bytes()


def test_two_translators_save_two_sentences_and_both_stand(korean: ShelfCopy) -> None:
    one, other = desk(korean), desk(korean)
    save(one, "Key figures", "핵심 수치")
    save(other, "What has changed", "달라진 점")
    assert named(desk(korean), "Key figures").forms == ("핵심 수치",)
    assert named(desk(korean), "What has changed").forms == ("달라진 점",)


def test_two_translators_of_one_sentence_are_told(korean: ShelfCopy) -> None:
    one, other = desk(korean), desk(korean)
    save(one, "Key figures", "핵심 수치")
    with pytest.raises(Conflict, match="somebody else has changed this translation") as caught:
        save(other, "Key figures", "수치")
    assert caught.value.path == korean.path / FORMATS
    assert str(caught.value).startswith(f"{named(other, 'Key figures').place}: ")
    save(other, "Key figures", "핵심 수치")


def test_of_a_sentence_that_counts_all_forms_are_saved(korean: ShelfCopy) -> None:
    korean.add_language("fr")
    at = open_desk(korean.library, korean.path, REPORT, "fr")
    counted = next(each for each in at.sentences() if each.numbers)
    forms = (counted.forms[0], f"{counted.forms[1]} x")
    path, data = at.saved(counted.key, forms, counted.forms)
    lines = [line for line in data.decode().splitlines() if line not in path.read_text(encoding="utf-8").splitlines()]
    assert lines
    write_all({path: data})
    again = open_desk(korean.library, korean.path, REPORT, "fr")
    assert again.sentence(counted.key).forms == forms
    with pytest.raises(BriefgenError, match="the translation has 1 plural forms, the catalogue 2"):
        again.saved(counted.key, ["x"], forms)


def test_a_sentence_that_is_no_more_is_told(korean: ShelfCopy) -> None:
    with pytest.raises(BriefgenError, match="there is no such sentence"):
        desk(korean).saved("0123456789", ["x"], [""])
