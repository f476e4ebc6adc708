"""Translation as work of people: tables out and in again, and the sign-off of what was reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import yaml
from babel.messages.pofile import read_po

from briefgen.check.catalogues import placeholder_problems
from briefgen.errors import BriefgenError, Place
from briefgen.languages.signoff import SignOff, SignOffs
from briefgen.library.languages import Language
from briefgen.library.messages import Message
from briefgen.reading.validation import read_model
from briefgen.translate.catalogues import po_bytes
from briefgen.translate.exchange import Returned, Row, changes, key_of


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import comes to: the catalogue files with their new bytes, and how many sentences changed."""

    files: Mapping[Path, bytes]
    changed: int


def rows_of(language: Language, messages: Mapping[str, Sequence[Message]]) -> list[Row]:
    """The table of a language: every message once by domain, in the order in which it stands in the texts."""
    rows: dict[str, Row] = {}
    for domain, wanted in messages.items():
        for message in wanted:
            key = key_of(domain, message.text)
            entry = language.catalogue.entries.get((domain, message.text))
            rows.setdefault(key, Row(key, message.text, entry.text if entry else "", " ".join(message.comments)))
    return list(rows.values())


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
        new = {m.text: changed[key] for m in wanted if (key := key_of(domain, m.text)) in changed}
        if new:
            catalogue = language.catalogue.files[domain]
            files[catalogue] = _with(catalogue, language.tag, new)
    return Imported(files, len(changed))


def _with(path: Path, language: str, new: Mapping[str, str]) -> bytes:
    catalog = read_po(BytesIO(path.read_bytes()), locale=language.replace("-", "_"))
    catalog.fuzzy = False
    for text, translation in new.items():
        message = catalog.get(text)
        if message is not None:
            message.string = translation
            message.flags.discard("fuzzy")
    return po_bytes(catalog, language)


def signed(path: Path, report: str, role: str, day: date, digest: str) -> bytes:
    """The sign-off file of a language with one more record; an older one for the same report gives way."""
    before = read_model(path, SignOffs)[0].reports if path.is_file() else {}
    records = {**before, report: SignOff(role=role, date=day, hash=digest)}
    data = {"reports": {name: record.model_dump() for name, record in sorted(records.items())}}
    text: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    return f"# Who reviewed the translation, in which role, when, and the hash of what was reviewed.\n{text}".encode()
