"""Translations from gettext catalogues, in strict use: what is missing or stale is a located problem."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from briefgen.errors import BriefgenError, Place, Problem

_KEYWORD = r"(?:msg(?:ctxt|id|id_plural|str)(?:\[\d+\])?\s*)?"
_TEXT = re.compile(_KEYWORD + '"')
_CLOSED = re.compile(_KEYWORD + r'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a catalogue: its translation, and where it stands."""

    text: str
    place: Place
    fuzzy: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translations into one language, by domain and message; `source` is the language of the messages."""

    language: str
    source: str = "en"
    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    """By domain: the file to which a missing message belongs."""

    def translate(self, message: str, domain: str, at: Place | None = None) -> str:
        """The translation of a message; raises a BriefgenError naming file and line where it is not there."""
        if self.language == self.source:
            return message
        entry = self.entries.get((domain, message))
        if entry and entry.text and not entry.fuzzy:
            return entry.text
        raise BriefgenError([self._problem(message, domain, entry, at)])

    def _problem(self, message: str, domain: str, entry: Entry | None, at: Place | None) -> Problem:
        shown = message if len(message) < 70 else f"{message[:67]}…"
        if entry is None:
            file = self.files.get(domain, f"{domain}.po")
            where = at or Place(file)
            return Problem(f"no translation into `{self.language}`: “{shown}”", where, f"add it to {file}")
        if entry.fuzzy:
            hint = "read it against the new text, then remove the mark `fuzzy`"
            return Problem(f"the translation is stale: “{shown}”", entry.place, hint)
        return Problem(f"the translation is empty: “{shown}”", entry.place, "translate it")


def read_catalogue(language: str, files: Iterable[tuple[str, Path]], source: str = "en") -> Catalogue:
    """Read the catalogues of a language; of two files of one domain the first prevails, entry by entry.

    `files` are pairs of domain and path of a `.po` file in UTF-8. Raises a BriefgenError with every problem.
    """
    entries: dict[tuple[str, str], Entry] = {}
    first: dict[str, Path] = {}
    problems: list[Problem] = []
    for domain, path in files:
        first.setdefault(domain, path)
        try:
            read = _read_entries(domain, path)
        except BriefgenError as error:
            problems += error.problems
            continue
        entries = {**read, **entries}
    if problems:
        raise BriefgenError(problems)
    return Catalogue(language, source, entries, first)


def _read_entries(domain: str, path: Path) -> dict[tuple[str, str], Entry]:
    try:
        data = path.read_bytes()
        _require_closed_strings(data.decode("utf-8"), path)
        catalog = read_po(BytesIO(data), domain=domain, charset="utf-8", abort_invalid=True)
    except FileNotFoundError:
        raise BriefgenError.one("the file is missing", Place(path)) from None
    except PoFileError as error:
        message = str(error).partition(" on ")[0]
        raise BriefgenError.one(f"not a valid catalogue: {message}", Place(path, error.lineno + 1)) from error
    except UnicodeDecodeError as error:
        raise BriefgenError.one("the file is not in UTF-8", Place(path), "save it as UTF-8") from error
    except (LookupError, ValueError) as error:
        raise BriefgenError.one(f"the header of the catalogue is not valid: {error}", Place(path, 1)) from error
    return {
        (domain, message.id): Entry(message.string, Place(path, message.lineno or 0), message.fuzzy)
        for message in catalog
        if isinstance(message.id, str) and isinstance(message.string, str) and message.id
    }


def _require_closed_strings(text: str, path: Path) -> None:
    """Refuse a text without its closing mark: Babel would read it without its last character, and say nothing."""
    problems = [
        Problem("the quotation mark at the end of the text is missing", Place(path, number), "close the text")
        for number, line in enumerate(text.splitlines(), start=1)
        if _TEXT.match(line.strip()) and not _CLOSED.fullmatch(line.strip())
    ]
    if problems:
        raise BriefgenError(problems)
