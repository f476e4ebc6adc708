"""Translations from gettext catalogues, in strict use: what is missing or stale is a located problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import unescape

from briefgen.errors import BriefgenError, Place, Problem
from briefgen.languages.po import MAX_BYTES as MAX_PO
from briefgen.languages.po import parse_po
from briefgen.reading.files import read_text

TRIED = (*range(1, 201), 0)
"""The numbers by which a plural rule is tried."""

_KEPT = 128
"""Files whose entries are kept: those of every language that comes with the program, twice over."""

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_PREVIOUS = re.compile(r'(msgid(?:_plural)?)((?: *"(?:[^"\\]|\\.)*")+)')


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a catalogue: its translation, and where it stands.

    `forms` are those of a message that counts, one for each plural form of the language; `previous` is the original
    that a stale translation was made for.
    """

    text: str
    place: Place
    fuzzy: bool
    forms: tuple[str, ...] = ()
    previous: str = ""

    @property
    def complete(self) -> bool:
        """Whether it says something in every form."""
        return all(self.forms or (self.text,))


@lru_cache(maxsize=64)
def _rule(expression: str) -> Callable[[int], int]:
    """The plural rule of a header as a function; to read it takes longer than to apply it."""
    return c2py(expression)


@dataclass(frozen=True, slots=True)
class Plurals:
    """The plural forms of a language, as the header `Plural-Forms` of its catalogues states them."""

    count: int = 2
    expression: str = "(n != 1)"

    def form(self, number: int) -> int:
        """Which form a number takes, from 0."""
        return int(_rule(self.expression)(number))

    def examples(self) -> tuple[int, ...]:
        """For each form the smallest number that takes it, 1 before 0; a form that no number takes has 0."""
        return tuple(next((n for n in TRIED if self.form(n) == form), 0) for form in range(self.count))


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The translations into one language, by domain and message; `source` is the language of the messages.

    `sources` are, by domain, the languages of those that are written in another: a report has its own.
    """

    language: str
    source: str = "en"
    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    """By domain: the file to which a missing message belongs."""
    plurals: Plurals = Plurals()
    sources: Mapping[str, str] = field(default_factory=dict)

    def source_of(self, domain: str) -> str:
        """The language in which the messages of a domain are written."""
        return self.sources.get(domain, self.source)

    def translates(self, domain: str) -> bool:
        """Whether the messages of a domain are written in another language, and so have to be translated."""
        return self.language != self.source_of(domain)

    def translate(self, message: str, domain: str, at: Place | None = None) -> str:
        """The translation of a message; raises a BriefgenError naming file and line where it is not there."""
        if not self.translates(domain):
            return message
        return self._entry(message, domain, at).text

    def translate_count(self, texts: tuple[str, str], count: int, domain: str, at: Place | None = None) -> str:
        """The translation of a message about `count` things; `texts` are its singular and its plural."""
        singular, plural = texts
        if not self.translates(domain):
            return singular if count == 1 else plural
        entry = self._entry(singular, domain, at)
        if len(entry.forms) != self.plurals.count:
            message = f"the translation has {len(entry.forms)} plural forms, the language {self.plurals.count}"
            raise BriefgenError.one(message, entry.place, "run `briefgen translate update`")
        try:
            return entry.forms[self.plurals.form(count)]
        except (LookupError, ArithmeticError) as error:
            message = f"the plural rule of `{self.language}` names no form for {count}"
            raise BriefgenError.one(message, Place(entry.place.path, 1), _RULE) from error

    def _entry(self, message: str, domain: str, at: Place | None) -> Entry:
        entry = self.entries.get((domain, message))
        if entry and entry.complete and not entry.fuzzy:
            return entry
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
    plurals: list[Plurals] = []
    problems: list[Problem] = []
    for domain, path in files:
        first.setdefault(domain, path)
        try:
            forms, said = _read(read_text(path, MAX_PO), path, domain)
        except BriefgenError as error:
            problems += error.problems
            continue
        plurals.append(forms)
        entries = {**said, **entries}
    if problems:
        raise BriefgenError(problems)
    return Catalogue(language, source, entries, first, plurals[0] if plurals else Plurals())


@lru_cache(maxsize=_KEPT)
def _read(text: str, path: Path, domain: str) -> tuple[Plurals, Mapping[tuple[str, str], Entry]]:
    """The plural forms of a file and its entries; a file that stays as it is is parsed once."""
    catalog = parse_po(text, path, domain=domain)
    return _plurals(catalog, path), _entries(catalog, domain, path)


_RULE = "take the line `Plural-Forms` from another catalogue of the language, or run `briefgen translate update`"


def _plurals(catalog: Catalog, path: Path) -> Plurals:
    """The plural forms of a catalogue; raises a BriefgenError for a rule that leads to a form that is not there."""
    plurals = Plurals(catalog.num_plurals, catalog.plural_expr)
    try:
        right = all(0 <= plurals.form(number) < plurals.count for number in TRIED)
    except (ValueError, ArithmeticError) as error:
        message = f"the plural rule in the header of the catalogue is not valid: {error}"
        raise BriefgenError.one(message, Place(path, 1), _RULE) from error
    if not right:
        message = f"the plural rule in the header of the catalogue does not fit its {plurals.count} forms"
        raise BriefgenError.one(message, Place(path, 1), _RULE)
    return plurals


def _entries(catalog: Catalog, domain: str, path: Path) -> dict[tuple[str, str], Entry]:
    entries = {}
    for message in catalog:
        if message.id:
            texts, counts = _texts(message.string), not isinstance(message.id, str)
            original = message.id if isinstance(message.id, str) else message.id[0]
            place, previous = Place(path, message.lineno or 0), previous_of(message)[0]
            entry = Entry(texts[0], place, message.fuzzy, texts if counts else (), previous)
            entries[(domain, original)] = entry
    return entries


def _texts(given: str | Sequence[str] | None) -> tuple[str, ...]:
    """The forms of a translation; one of them where the message does not count."""
    if given is None or isinstance(given, str):
        return (given or "",)
    return tuple(text or "" for text in given) or ("",)


def previous_of(message: Message) -> list[str]:
    """The original for which a stale translation was made, and its plural; empty texts where none is on record.

    Babel writes these lines (`#| msgid "…"`) and reads them again as comments.
    """
    lines = [comment.removeprefix("|") for comment in message.user_comments if comment.startswith("|")]
    found = ["", ""]
    for keyword, texts in _PREVIOUS.findall(" ".join(lines)):
        found["plural" in keyword] = "".join(unescape(text) for text in _QUOTED.findall(texts))
    return found
