"""Translation as work of people: tables out and in again, and the sign-off of what was reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from briefgen.check.catalogues import placeholder_problems
from briefgen.errors import BriefgenError, Place
from briefgen.languages.catalogue import Catalogue
from briefgen.languages.signoff import SignOff, SignOffs
from briefgen.library.languages import Language
from briefgen.library.messages import Message
from briefgen.reading.validation import read_model
from briefgen.translate.catalogues import po_bytes, read_catalog
from briefgen.translate.exchange import Returned, Row, changes, key_of

MOST_FORMS = 6
"""Plural forms of the language that has the most (Arabic)."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import comes to: the catalogue files with their new bytes, and how many sentences changed."""

    files: Mapping[Path, bytes]
    changed: int


def rows_of(language: Language, messages: Mapping[str, Sequence[Message]]) -> list[Row]:
    """The table of a language: every message once by domain, in the order in which it stands in the texts.

    A message that counts has a row for each plural form of the language.
    """
    rows: dict[str, Row] = {}
    for domain, wanted in messages.items():
        for message in wanted:
            for row in _rows(language.catalogue, domain, message):
                rows.setdefault(row.key, row)
    return list(rows.values())


def _rows(catalogue: Catalogue, domain: str, message: Message) -> Iterator[Row]:
    entry = catalogue.entries.get((domain, message.text))
    note = " ".join(message.comments)
    if entry and entry.previous:
        note = f"stale; translated from: “{entry.previous}” {note}".strip()
    if not message.plural:
        yield Row(key_of(domain, message.text), message.text, entry.text if entry else "", note)
        return
    forms = entry.forms if entry else ()
    for form, number in enumerate(catalogue.plurals.examples()):
        original = message.originals(catalogue.plurals)[form]
        text = forms[form] if form < len(forms) else ""
        yield Row(key_of(domain, message.text, form), original, text, f"form for {number}. {note}".strip())


def take_back(
    returned: Iterable[Returned], path: Path, language: Language, messages: Mapping[str, Sequence[Message]]
) -> Imported:
    """Put what came back in a table into the catalogues, changing only what changed.

    Raises a BriefgenError with every row that is at fault (an altered English text, a broken placeholder); then
    nothing is imported.
    """
    table = list(returned)
    known = {row.key: row for row in rows_of(language, messages)}
    changed, problems = changes(table, known, path)
    numbers = {row.key: row.number for row in table}
    for key, text in changed.items():
        place = Place(path, numbers[key])
        problems += placeholder_problems(known[key].original, text, place)
    if problems:
        raise BriefgenError(problems)
    files: dict[Path, bytes] = {}
    for domain, wanted in messages.items():
        new = _translations(domain, wanted, changed)
        if new:
            catalogue = language.catalogue.files[domain]
            files[catalogue] = _with(catalogue, language.tag, new)
    return Imported(files, len(changed))


def _translations(domain: str, wanted: Iterable[Message], changed: Mapping[str, str]) -> dict[str, dict[int, str]]:
    """What changes, by message and form; the form of a message that does not count is 0."""
    new: dict[str, dict[int, str]] = {}
    for message in wanted:
        keys = {key_of(domain, message.text): 0}
        if message.plural:
            keys = {key_of(domain, message.text, form): form for form in range(MOST_FORMS)}
        forms = {form: changed[key] for key, form in keys.items() if key in changed}
        if forms:
            new[message.text] = forms
    return new


def _with(path: Path, language: str, new: Mapping[str, Mapping[int, str]]) -> bytes:
    catalog = read_catalog(path, language)
    for text, forms in new.items():
        message = catalog.get(text)
        if message is not None:
            message.string = _merged(message.string or "", forms)
            message.flags.discard("fuzzy")
            message.previous_id = []
    return po_bytes(catalog, language)


def _merged(before: str | Sequence[str], forms: Mapping[int, str]) -> str | tuple[str, ...]:
    if isinstance(before, str):
        return forms[0]
    return tuple(forms.get(form, text) for form, text in enumerate(before))


def signed(path: Path, report: str, role: str, day: date, digest: str) -> bytes:
    """The sign-off file of a language with one more record; an older one for the same report gives way."""
    before = read_model(path, SignOffs)[0].reports if path.is_file() else {}
    records = {**before, report: SignOff(role=role, date=day, hash=digest)}
    data = {"reports": {name: record.model_dump() for name, record in sorted(records.items())}}
    text: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    return f"# Who reviewed the translation, in which role, when, and the hash of what was reviewed.\n{text}".encode()
