"""Catalogues are brought up to date without losing work, in the same bytes each time."""

from __future__ import annotations

from pathlib import Path

from briefgen.errors import Place
from briefgen.languages.catalogue import Catalogue, read_catalogue
from briefgen.library.messages import Message
from briefgen.translate.catalogues import pot_bytes, status, template_of, updated

ROOT = Path("/shelf")
OLD = [Message("One sentence.", Place(ROOT / "a.md", 3)), Message("Another one.", Place(ROOT / "a.md", 5), ("say it",))]


def translated(path: Path) -> None:
    path.write_bytes(updated(path, "fr", template_of("formats", OLD, ROOT)))
    text = path.read_text(encoding="utf-8")
    text = text.replace('msgid "One sentence."\nmsgstr ""', 'msgid "One sentence."\nmsgstr "Une phrase."')
    path.write_text(text, encoding="utf-8")


def test_places_and_comments_go_with_the_messages(tmp_path: Path) -> None:
    text = updated(tmp_path / "none.po", "fr", template_of("formats", OLD, ROOT)).decode()
    assert "#: a.md:5" in text
    assert "#. say it" in text
    assert "Language: fr" in text


def test_an_update_with_nothing_new_is_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "formats.po"
    translated(path)
    assert updated(path, "fr", template_of("formats", OLD, ROOT)) == path.read_bytes()


def test_work_is_kept_and_a_changed_sentence_is_stale(tmp_path: Path) -> None:
    path = tmp_path / "formats.po"
    translated(path)
    new = [Message("One sentences.", Place(ROOT / "a.md", 3)), OLD[1], Message("New.", Place(ROOT / "a.md", 9))]
    path.write_bytes(updated(path, "fr", template_of("formats", new, ROOT)))
    assert "Une phrase." in path.read_text(encoding="utf-8")
    found = status("formats", new, read_catalogue("fr", [("formats", path)]))
    assert (found.total, found.translated, found.stale, found.missing) == (3, 0, 1, 2)


def test_a_stale_sentence_keeps_what_it_was_translated_from(tmp_path: Path) -> None:
    path = tmp_path / "formats.po"
    translated(path)
    new = template_of("formats", [Message("One sentences.", Place(ROOT / "a.md", 3))], ROOT)
    path.write_bytes(updated(path, "fr", new))
    entry = read_catalogue("fr", [("formats", path)]).entries[("formats", "One sentences.")]
    assert (entry.fuzzy, entry.previous) == (True, "One sentence.")
    assert '#| msgid "One sentence."' in path.read_text(encoding="utf-8")
    assert updated(path, "fr", new) == path.read_bytes(), "it is written once, however often"


def test_the_status_of_a_missing_file_is_all_missing() -> None:
    assert status("formats", OLD, Catalogue("fr")).missing == 2


def test_a_sentence_that_counts_has_all_forms_of_the_language(tmp_path: Path) -> None:
    path = tmp_path / "formats.po"
    message = Message("{n} place", Place(ROOT / "a.md", 3), (), "{n} places")
    path.write_bytes(updated(path, "ar", template_of("formats", [message], ROOT)))
    text = path.read_text(encoding="utf-8")
    assert 'msgid_plural "{n} places"' in text
    assert "msgstr[5]" in text
    catalogue = read_catalogue("ar", [("formats", path)])
    assert status("formats", [message], catalogue).missing == 1


def test_a_template_file_has_the_sentences_without_translations() -> None:
    text = pot_bytes(template_of("formats", OLD, ROOT)).decode()
    assert 'msgid "One sentence."\nmsgstr ""' in text
    assert "#. say it" in text
