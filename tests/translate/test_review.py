"""An import changes what changed and no more; a sign-off holds until anything that was reviewed changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefgen.compose.composition import compose
from briefgen.compose.ordering import Order, resolve
from briefgen.errors import BriefgenError
from briefgen.library.languages import Language, load_language
from briefgen.library.messages import Message, messages_to_translate, texts_of
from briefgen.library.packs import load_pack
from briefgen.library.shelves import Library
from briefgen.translate.desk import Desk, open_desk
from briefgen.translate.exchange import Returned, as_docx, read_table
from briefgen.translate.review import record_review, rows_of, signed, take_back
from briefgen.translate.sentences import key_of
from briefgen.writing import write_all
from tests.check.shelf_copy import ShelfCopy

REPORT = "north-korea-border"
DAY = date(2026, 11, 23)


@pytest.fixture
def korean(shelf: ShelfCopy) -> ShelfCopy:
    shelf.add_language("ko")
    return shelf


def loaded(shelf: ShelfCopy) -> tuple[Language, dict[str, tuple[Message, ...]]]:
    pack = load_pack(shelf.library, REPORT)
    return load_language(shelf.library, "ko", REPORT), messages_to_translate(shelf.library, [pack])


def desk(shelf: ShelfCopy) -> Desk:
    return open_desk(shelf.library, shelf.path, REPORT, "ko")


def returned(shelf: ShelfCopy, original: str, translation: str) -> list[Returned]:
    language, messages = loaded(shelf)
    rows = rows_of(language, messages)
    return [
        Returned(number, row.key, row.original, translation if row.original == original else row.translation)
        for number, row in enumerate(rows, start=2)
    ]


def test_every_message_is_in_the_table_once(korean: ShelfCopy) -> None:
    language, messages = loaded(korean)
    wanted = {(domain, message.text) for domain, texts in messages.items() for message in texts}
    assert len(rows_of(language, messages)) == len(wanted)


def test_one_changed_sentence_changes_one_file_and_one_message(korean: ShelfCopy) -> None:
    result = take_back(returned(korean, "Key figures", "핵심 수치"), Path("t"), desk(korean))
    (path,) = result.files
    assert (path.name, result.changed) == ("formats.po", 1)
    before, after = path.read_text(encoding="utf-8").splitlines(), result.files[path].decode().splitlines()
    assert [line for line in after if line not in before] == ['msgstr "핵심 수치"']
    assert len(before) == len(after)


def test_an_unchanged_table_changes_nothing(korean: ShelfCopy, tmp_path: Path) -> None:
    language, messages = loaded(korean)
    path = tmp_path / "table.docx"
    path.write_bytes(as_docx(rows_of(language, messages), "ko"))
    assert take_back(read_table(path), path, desk(korean)).files == {}


@pytest.mark.parametrize(
    "broken", ["{report.publsher}, 보도자료, {cite}.", "보도자료, {cite}.", "{report.publisher}, {cite"]
)
def test_a_broken_placeholder_is_refused_with_its_row(korean: ShelfCopy, broken: str) -> None:
    table = returned(korean, "{report.publisher}, news release, {cite}.", broken)
    row = next(row.number for row in table if row.translation == broken)
    with pytest.raises(BriefgenError) as caught:
        take_back(table, Path("table.xlsx"), desk(korean))
    assert all(str(problem).startswith(f"table.xlsx:{row}: ") for problem in caught.value.problems)


def sign(shelf: ShelfCopy) -> None:
    language, messages = loaded(shelf)
    path = shelf.path / "locales" / "ko" / "sign-off.yaml"
    path.write_bytes(signed(path, REPORT, "reviser", DAY, language.reviewed_hash(texts_of(messages))))


def marks(shelf: ShelfCopy) -> int:
    order = Order("letter", "KR", "ko", REPORT, DAY)
    return len(compose(resolve(shelf.library, order)).document.furniture.marks)


def test_a_sign_off_takes_the_mark_away(korean: ShelfCopy) -> None:
    assert marks(korean) == 2
    sign(korean)
    assert marks(korean) == 1


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("locales/ko/LC_MESSAGES/formats.po", 'msgstr "주요 수치"', 'msgstr "핵심 수치"'),
        ("locales/ko/address.yaml", "salutation: 각하,", "salutation: 각하께,"),
    ],
)
def test_any_change_of_the_translation_voids_the_sign_off(korean: ShelfCopy, file: str, old: str, new: str) -> None:
    sign(korean)
    korean.edit(file, old, new)
    assert marks(korean) == 2


def test_a_change_of_the_english_text_voids_the_sign_off(korean: ShelfCopy) -> None:
    sign(korean)
    korean.edit("templates/interface.yaml", "Members of the Security Council", "The members of the Security Council")
    assert marks(korean) == 2


def test_a_later_sign_off_takes_the_place_of_an_earlier_one(korean: ShelfCopy) -> None:
    path = korean.path / "locales" / "ko" / "sign-off.yaml"
    path.write_bytes(signed(path, REPORT, "reviser", DAY, "0" * 64))
    text = signed(path, REPORT, "editor", date(2027, 1, 2), "1" * 64).decode()
    assert "editor" in text
    assert "reviser" not in text


def test_an_import_leaves_the_built_in_library_alone(tmp_path: Path, library: Library) -> None:
    at = open_desk(Library((tmp_path, *library.shelves)), tmp_path, REPORT, "ko")
    rows = rows_of(at.language, at.messages)
    table = [Returned(1, row.key, row.original, "핵심 수치") for row in rows if row.original == "Key figures"]
    assert list(take_back(table, Path("t"), at).files) == [tmp_path / "locales" / "ko" / "LC_MESSAGES" / "formats.po"]


def test_a_form_that_came_back_leaves_the_other_forms_as_they_were(korean: ShelfCopy) -> None:
    korean.add_language("fr")
    at = open_desk(korean.library, korean.path, REPORT, "fr")
    counted = next(each for each in at.sentences() if each.numbers)
    key = key_of(counted.domain, counted.message.text, 1)
    table = [Returned(1, key, counted.originals[1], f"{counted.forms[1]} x")]
    write_all(take_back(table, Path("t"), at).files)
    again = open_desk(korean.library, korean.path, REPORT, "fr").sentence(counted.key)
    assert again.forms == (counted.forms[0], f"{counted.forms[1]} x")


def test_a_review_is_recorded_and_shows_in_the_progress(korean: ShelfCopy) -> None:
    assert not desk(korean).progress().signed_off
    write_all(dict([record_review(desk(korean), "reviser", DAY)]))
    assert desk(korean).progress().signed_off


def test_no_review_of_a_translation_with_a_fault_is_recorded(korean: ShelfCopy) -> None:
    korean.edit("locales/ko/LC_MESSAGES/formats.po", 'msgstr "주요 수치"', 'msgstr ""')
    with pytest.raises(BriefgenError, match="the translation is empty: “Key figures”"):
        record_review(desk(korean), "reviser", DAY)
