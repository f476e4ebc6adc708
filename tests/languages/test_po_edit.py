"""A translation goes into a PO file without a change of any other byte, whatever wrote the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import normalize
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import BriefgenError
from briefgen.languages.po import parse_po, read_po
from briefgen.languages.po_edit import with_translations
from briefgen.library.shelves import built_in_shelf
from briefgen.translate.catalogues import po_bytes, read_catalog

AT = Path("formats.po")
HEADER = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
FILE = f"""{HEADER}# a remark of the translator
#. what to know
#: a.md:1 b.md:2
#, fuzzy, python-brace-format
#| msgid "An older "
#| "text"
msgid "A {{name}}"
msgstr "Ein {{name}}"

#, fuzzy
msgid "Two"
msgstr ""
"Zw"

"ei"
# of the next
msgctxt ""
"on a map"
msgid "Place"
msgstr "Ort"

msgid "Place"
msgstr "Platz"

msgid "{{n}} day"
msgid_plural "{{n}} days"
msgstr[0] ""
"{{n}} "
"Tag"
msgstr[1] "{{n}} Tage"

#~ msgid "Gone"
#~ msgstr "Weg"
"""
CATALOGUES = sorted((built_in_shelf() / "locales").rglob("*.po"))
TEXTS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from('\n\r\t"\\ {}[]n\x0b\x85\u2028\u202e#~')), max_size=300
)


def put(text: str, original: str, translation: str, context: str | None = None) -> str:
    return with_translations(text, [Message(original, translation, context=context)], AT)


def put_count(text: str, *forms: str) -> str:
    return with_translations(text, [Message(("{n} day", "{n} days"), forms)], AT)


def test_one_line_changes_and_no_other() -> None:
    assert put(FILE, "Place", "Stelle") == FILE.replace('msgstr "Platz"', 'msgstr "Stelle"')


def test_a_context_tells_two_entries_apart() -> None:
    assert put(FILE, "Place", "Stelle", "on a map") == FILE.replace('msgstr "Ort"', 'msgstr "Stelle"')


def test_what_is_translated_again_is_no_longer_stale() -> None:
    stale = '#, fuzzy, python-brace-format\n#| msgid "An older "\n#| "text"\n'
    expected = FILE.replace(stale, "#, python-brace-format\n")
    assert put(FILE, "A {name}", "Ein {name}") == expected
    assert put(FILE, "A {name}", "Eine {name}") == expected.replace("Ein {name}", "Eine {name}")


def test_a_line_of_flags_that_says_no_more_goes() -> None:
    expected = FILE.replace('#, fuzzy\nmsgid "Two"\nmsgstr ""\n"Zw"\n\n"ei"\n', 'msgid "Two"\nmsgstr "drei"\n')
    assert put(FILE, "Two", "drei") == expected


def test_a_form_that_stays_keeps_its_lines() -> None:
    assert put_count(FILE, "{n} Tag", "{n} Täge") == FILE.replace("{n} Tage", "{n} Täge")
    assert put_count(FILE, "1 Tag", "{n} Tage") == FILE.replace('""\n"{n} "\n"Tag"', '"1 Tag"')


def test_a_form_that_was_not_there_is_added() -> None:
    text = FILE.replace('msgstr[1] "{n} Tage"\n', "")
    assert put_count(text, "{n} Tag", "{n} Tage") == FILE


def test_a_new_entry_is_the_last_before_those_that_are_kept_aside() -> None:
    new = Message("New {x}", "Neu {x}", locations=[("c.md", 3)], auto_comments=["say it"])
    expected = '#. say it\n#: c.md:3\n#, python-brace-format\nmsgid "New {x}"\nmsgstr "Neu {x}"\n\n#~'
    assert with_translations(FILE, [new], AT) == FILE.replace("#~", expected, 1)


def test_a_new_entry_that_counts_has_all_its_forms() -> None:
    new = with_translations(HEADER, [Message(("one", "many"), ("eins", "viele"), context="c")], AT)
    added = 'msgctxt "c"\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] "eins"\nmsgstr[1] "viele"\n'
    assert new == f"{HEADER}{added}\n"


def test_a_file_of_nothing_takes_an_entry() -> None:
    assert put("", "a", "b") == 'msgid "a"\nmsgstr "b"\n'


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_the_line_ends_of_the_file_stay(end: str) -> None:
    text = FILE.replace("\n", end)
    assert put(text, "Place", "Stelle") == put(FILE, "Place", "Stelle").replace("\n", end)
    assert put(text, "Place", "lang " * 40) == put(FILE, "Place", "lang " * 40).replace("\n", end)
    assert put(text, "New", "Neu") == put(FILE, "New", "Neu").replace("\n", end)
    assert put(text, "A {name}", "x {name}") == put(FILE, "A {name}", "x {name}").replace("\n", end)


def test_a_file_without_a_line_end_at_its_last_gets_none() -> None:
    text = 'msgid "a"\nmsgstr "b"'
    assert put(text, "a", "c") == 'msgid "a"\nmsgstr "c"'
    assert put(text, "d", "e") == 'msgid "a"\nmsgstr "b"\n\nmsgid "d"\nmsgstr "e"'


@pytest.mark.parametrize(("width", "lines"), [(100, 4), (76, 5), (0, 1)])
def test_a_long_text_is_broken_as_the_file_breaks_its_own(width: int, lines: int) -> None:
    own = normalize("a sentence of its own, " * 8, width=width)
    text = f'{HEADER}msgid "Own"\nmsgstr {own}\n\nmsgid "b"\nmsgstr '
    assert put(f'{text}""\n', "b", "word " * 45).removeprefix(text).count("\n") == lines


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_any_text_is_put_and_read_again(first: str, second: str) -> None:
    text = put_count(put(put(FILE, "Place", first), "New", second), second, first)
    catalog = parse_po(text.replace("\r\n", "\n"), AT)
    assert catalog.get("Place").string == first
    assert catalog.get("New").string == second
    assert catalog.get("{n} day").string == (second, first)
    assert put(put(text, "Place", "Platz"), "Place", first) == text


@settings(deadline=None)
@given(TEXTS.filter(bool), TEXTS)
def test_any_sentence_becomes_an_entry_and_changes(original: str, translation: str) -> None:
    text = put(FILE, original, translation)
    assert parse_po(text, AT).get(original).string == translation
    assert put(text, original, translation) == text


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_shipped_sentence_put_as_it_stands_changes_no_byte(path: Path) -> None:
    text = path.read_bytes().decode()
    messages = [message for message in read_po(path) if message.id]
    assert with_translations(text, messages, path) == text
    assert with_translations(text, messages[3:4], path) == text


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_shipped_file_is_written_as_babel_would_write_it(path: Path) -> None:
    catalog = read_catalog(path, path.parts[-3])
    assert po_bytes(catalog, path.parts[-3]) == path.read_bytes(), "this is no file of ours: run `translate update`"
    messages = [message for message in catalog if message.id]
    for message in messages[::2]:
        said = message.string
        message.string = f"{said} {said} – new" if isinstance(said, str) else tuple(f"{form} x" for form in said)
    new = Message("A sentence that was not there, {name}.", "x" * 40 + " y" * 60, locations=[("x.md", 3)])
    catalog[new.id] = new
    text = path.read_bytes().decode()
    assert with_translations(text, [*messages[::2], new], path).encode() == po_bytes(catalog, path.parts[-3])


@pytest.mark.parametrize(
    ("text", "message", "problem"),
    [
        ('msgid "a"\nmsgstr "b\n', Message("a", "c"), "formats.po:2: the quotation mark at the end"),
        (HEADER + 'msgid "a"\nmsgstr "b"\n', Message("a", "\ud800"), "formats.po:6: the translation has half of a"),
        (HEADER + 'msgid "a"\nmsgstr "b"\n', Message(("a", "as"), ("b", "c")), "formats.po:6: only one of the entry"),
        (FILE, Message(("{n} day", "{n} days"), ("b",)), "the translation has 1 plural forms, the catalogue 2"),
        ('msgid "a"\nmsgstr "b"\n\n#, fuzzy\nmsgid "a"\nmsgstr "b"\n', Message("a", "c"),
         "formats.po:1: the translation cannot be put here without a change of other entries"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_a_located_problem(text: str, message: Message, problem: str) -> None:
    with pytest.raises(BriefgenError) as caught:
        with_translations(text, [message], AT)
    assert problem in str(caught.value)
