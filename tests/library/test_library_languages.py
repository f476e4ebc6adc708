"""A language is read from the shelves whole, or every problem of its files is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefgen.errors import BriefgenError, Place
from briefgen.library.languages import (
    language_tags,
    load_interface,
    load_language,
    load_numbers,
    load_settings,
    load_states,
)
from briefgen.library.shelves import Library
from tests.check.shelf_copy import ShelfCopy

STATES = "locales/en/states.csv"


def test_the_languages_on_the_shelves(library: Library) -> None:
    assert {"en", "ko"} <= set(language_tags(library))


def test_a_folder_without_settings_is_no_language(shelf: ShelfCopy) -> None:
    (shelf.path / "locales" / "draft").mkdir()
    assert language_tags(shelf.library) == ["en"]


@pytest.mark.parametrize("tag", ["en", "ko"])
def test_every_state_has_names(library: Library, tag: str) -> None:
    assert len(load_states(library, tag)) == 195


@pytest.mark.parametrize(("tag", "shown"), [("en", "1,000"), ("ko", "1,000")])
def test_numbers_are_read(library: Library, tag: str, shown: str) -> None:
    style = load_numbers(library, tag)
    assert f"1{style.thousands}000" == shown


def test_an_unknown_language_is_met_with_those_there_are(library: Library) -> None:
    with pytest.raises(BriefgenError, match=r"there is no language `xx` \(there is: .*en, .*ko"):
        load_settings(library, "xx")


def test_a_state_without_names_is_reported_with_its_file(shelf: ShelfCopy) -> None:
    lines = (shelf.path / STATES).read_text(encoding="utf-8").splitlines(keepends=True)
    shelf.write(STATES, "".join(line for line in lines if not line.startswith(("FR,", "JP,"))))
    with pytest.raises(BriefgenError) as caught:
        load_states(shelf.library, "en")
    (problem,) = caught.value.problems
    assert problem.message == "there are no names for FR, JP"
    assert problem.place == Place(shelf.path / STATES)


def test_an_empty_form_of_a_state_is_reported_with_its_line(shelf: ShelfCopy) -> None:
    line = shelf.edit(STATES, "FR,France,France,", "FR,France,,")
    with pytest.raises(BriefgenError) as caught:
        load_states(shelf.library, "en")
    (problem,) = caught.value.problems
    assert problem.place == Place(shelf.path / STATES, line)
    assert "`short`" in problem.message


def test_the_forms_of_address_of_both_registers_are_read(library: Library) -> None:
    address = load_language(library, "en", "north-korea-border").address
    assert address.diplomatic.member.office.salutation == "Excellency,"
    assert address.plain.observer.office.block[0] == "The Permanent Observer {state.of} to the United Nations"


def test_every_broken_file_of_a_language_is_reported_at_once(shelf: ShelfCopy) -> None:
    shelf.add_language("ko")
    shelf.edit("locales/ko/LC_MESSAGES/formats.po", 'msgid "Key figures"', 'msgidd "Key figures"')
    shelf.edit("locales/ko/address.yaml", "salutation:", "salutatoin:")
    with pytest.raises(BriefgenError) as caught:
        load_language(shelf.library, "ko", "north-korea-border")
    files = {str(problem.place).removeprefix(f"{shelf.path}/locales/ko/") for problem in caught.value.problems}
    assert any(name.startswith("LC_MESSAGES/formats.po:") for name in files)
    assert any(name.startswith("address.yaml:") for name in files)


def test_a_translation_of_the_workspace_prevails_over_the_built_in_one(shelf: ShelfCopy, library: Library) -> None:
    own = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Key figures"\nmsgstr "우리 수치"\n'
    )
    shelf.write("locales/ko/LC_MESSAGES/formats.po", own)
    both = load_language(Library((shelf.path, *library.shelves)), "ko", "north-korea-border").catalogue
    built_in = load_language(library, "ko", "north-korea-border").catalogue
    assert both.translate("Key figures", "formats") == "우리 수치"
    other = next(text for domain, text in built_in.entries if domain == "formats" and text != "Key figures")
    assert both.entries[("formats", other)] == built_in.entries[("formats", other)]


def test_the_words_of_every_document_are_read(library: Library) -> None:
    interface = load_interface(library)
    assert "{page}" in interface.page
    assert "{pages}" in interface.page


def test_dates_follow_the_settings(library: Library, day: date) -> None:
    assert load_settings(library, "en").babel == "en_GB"
    assert load_settings(library, "ko").typography.word_slot == "eastAsia"


def test_lines_are_read_for_every_state_and_those_of_several_are_told_apart(library: Library) -> None:
    english = load_language(library, "en", "north-korea-border")
    found = english.state_lines(("Mission {state.of}", "New York"))
    assert len(found.lines) == 196
    assert found.alone["FR"] == {"Mission of France"}
    assert english.state_lines(("To {state.short}",)).alone["FR"] == {"To France"}
    assert english.state_lines(("To {state.short}, {x}",), {"x": "1"}).alone["FR"] == {"To France, 1"}


def test_another_language_reads_its_own_names(library: Library) -> None:
    english = load_language(library, "en", "north-korea-border")
    renamed = {"FR": english.states["FR"].model_copy(update={"short": "Gaul"})}
    assert english.state_lines(("{state.short}",)).alone["FR"] == {"France"}
    assert replace(english, states=renamed).state_lines(("{state.short}",)).lines == {"Gaul"}


def test_what_overlays_say_in_a_language_is_reviewed_with_it(shelf: ShelfCopy) -> None:
    shelf.add_language("ko")
    texts = {"formats": ["One."]}

    def reviewed(tag: str) -> str:
        return load_language(shelf.library, tag, "north-korea-border").reviewed_hash(texts)

    def say(tag: str, text: str, owner: str = "KR") -> None:
        head = f"---\nchanges: letter\nfor: {owner}\n"
        shelf.write(f"templates/delegations/{owner}/letter.md", f"{head}says: {{{tag}: {{One.: {text}}}}}\n---\n")

    before = [reviewed("ko"), reviewed("en")]
    say("en", "Two.")
    assert [reviewed("ko"), reviewed("en") == before[1]] == [before[0], False]
    hashes = {before[0]}
    for text, owner in (("둘.", "KR"), ("셋.", "KR"), ("셋.", "JP")):
        say("ko", text, owner)
        hashes.add(reviewed("ko"))
    assert len(hashes) == 4
    for owner in ("KR", "JP"):
        (shelf.path / f"templates/delegations/{owner}/letter.md").unlink()
    assert [reviewed("ko"), reviewed("en")] == before
