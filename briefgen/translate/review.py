"""Translation as work of people: tables out and in again, and the sign-off of what was reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from briefgen.check.catalogues import placeholder_problems
from briefgen.check.library import check_library
from briefgen.errors import BriefgenError, Place, Problem
from briefgen.languages.signoff import SignOff, SignOffs
from briefgen.library.languages import Language
from briefgen.library.messages import Message, texts_of
from briefgen.reading.validation import read_model
from briefgen.translate.desk import Desk
from briefgen.translate.exchange import Returned, Row, changes
from briefgen.translate.sentences import Sentence, key_of, sentences_of


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import comes to: the catalogue files with their new bytes, and how many sentences changed."""

    files: Mapping[Path, bytes]
    changed: int


def rows_of(language: Language, messages: Mapping[str, Sequence[Message]]) -> list[Row]:
    """The table of a language: every message once by domain, in the order in which it stands in the texts.

    A message that counts has a row for each plural form of the language.
    """
    return [row for sentence in sentences_of(language.catalogue, messages) for row in _rows(sentence)]


def _rows(sentence: Sentence) -> Iterator[Row]:
    note = " ".join(sentence.message.comments)
    if sentence.previous:
        note = f"stale; translated from: “{sentence.previous}” {note}".strip()
    notes = [f"form for {number}. {note}".strip() for number in sentence.numbers] or [note]
    for key, original, text, said in zip(_keys(sentence), sentence.originals, sentence.forms, notes, strict=True):
        yield Row(key, original, text, said)


def _keys(sentence: Sentence) -> list[str]:
    """The key of the row of each form."""
    if not sentence.numbers:
        return [sentence.key]
    return [key_of(sentence.domain, sentence.message.text, form) for form in range(len(sentence.forms))]


def take_back(returned: Iterable[Returned], path: Path, desk: Desk) -> Imported:
    """Put what came back in a table into the catalogues of the workspace, changing only what changed.

    Raises a BriefgenError with every row that is at fault (an altered English text, a broken placeholder); then
    nothing is imported.
    """
    table, sentences = list(returned), desk.sentences()
    known = {row.key: row for sentence in sentences for row in _rows(sentence)}
    changed, problems = changes(table, known, path)
    numbers = {row.key: row.number for row in table}
    for key, text in changed.items():
        place = Place(path, numbers[key])
        problems += placeholder_problems(known[key].original, text, place)
    if problems:
        raise BriefgenError(problems)
    new: dict[str, dict[str, tuple[str, ...]]] = {}
    for sentence in sentences:
        keys = _keys(sentence)
        if not changed.keys().isdisjoint(keys):
            forms = tuple(changed.get(key, text) for key, text in zip(keys, sentence.forms, strict=True))
            new.setdefault(sentence.domain, {})[sentence.message.text] = forms
    return Imported(dict(desk.written(domain, said) for domain, said in new.items()), len(changed))


def sign_off_file(desk: Desk) -> Path:
    """The sign-off file of the workspace for this desk's language, whether it is there or not."""
    return desk.workspace / "locales" / desk.language.tag / "sign-off.yaml"


def record_review(desk: Desk, role: str, day: date) -> tuple[Path, bytes]:
    """The sign-off file of the workspace, and its bytes with the record that this desk's translation was reviewed.

    Raises a BriefgenError with every problem of the report and of the files of the language.
    """
    report, tag = desk.pack.report.id, desk.language.tag
    if not role.strip():
        raise BriefgenError.one("a sign-off names the role of the reviewer", None, "such as “reviser, French”")
    problems = [each for each in check_library(desk.library, [report], day, [tag]) if _concerns(each, tag)]
    if problems:
        raise BriefgenError(problems)
    path = sign_off_file(desk)
    return path, signed(path, report, role, day, desk.language.reviewed_hash(texts_of(desk.messages)))


def _concerns(problem: Problem, tag: str) -> bool:
    """Whether a problem stands in the files of a language, or in no file of any."""
    parts = Path(problem.place.path).parts if problem.place else ()
    return "locales" not in parts or tag in parts


def signed(path: Path, report: str, role: str, day: date, digest: str) -> bytes:
    """The sign-off file of a language with one more record; an older one for the same report gives way."""
    before = read_model(path, SignOffs)[0].reports if path.is_file() else {}
    records = {**before, report: SignOff(role=role, date=day, hash=digest)}
    data = {"reports": {name: record.model_dump() for name, record in sorted(records.items())}}
    text: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    return f"# Who reviewed the translation, in which role, when, and the hash of what was reviewed.\n{text}".encode()
