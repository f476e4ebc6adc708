"""A language as the shelves hold it: settings, catalogues, names of states, forms of address."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from briefgen.errors import BriefgenError, Place, Problem
from briefgen.languages.catalogue import Catalogue, read_catalogue
from briefgen.languages.sentences import fill
from briefgen.languages.signoff import SignOffs, reviewed_hash
from briefgen.library.delegations import read_rows
from briefgen.library.formats import all_overlays
from briefgen.library.shelves import DATA, Library
from briefgen.model.delegation import Delegation
from briefgen.model.language import FormsOfAddress, LanguageChecks, LanguageSettings, StateForms, Term
from briefgen.provenance.numbers import NumberStyle
from briefgen.reading.validation import read_model

SOURCE_LANGUAGE = "en"
"""The language of the formats, and of packs that state no other; catalogues translate from it."""

FORMATS, INTERFACE = "formats", "interface"
"""The catalogue domains of the formats, and of the words that every document carries."""


class Interface(BaseModel):
    """The words that documents carry whatever their format (`templates/interface.yaml`)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    page: str
    draft: str
    embargo: str
    """Before when nothing of it may be published: `{moment}`."""
    translation: str
    example: str
    groups: dict[str, str]
    """To whom a document for a group goes, by the id of the group."""


@dataclass(frozen=True, slots=True)
class StateLines:
    """Lines that name a state, as they read for each of all states.

    `alone` are, by the ISO code of a state, those that read so for no other.
    """

    lines: frozenset[str]
    alone: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that a text in one language needs."""

    tag: str
    settings: LanguageSettings
    catalogue: Catalogue
    states: Mapping[str, StateForms]
    address: FormsOfAddress
    address_place: Place
    """The file of the forms of address."""
    sayings: tuple[str, ...] = ()
    """What overlays say in the language: each with its format, its owner and the sentence in whose place it stands."""
    signoffs: SignOffs = field(default_factory=SignOffs)
    _state_lines: dict[tuple[str, ...], StateLines] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was asked for already: a language has a few forms of address, for hundreds of letters."""

    def state_lines(self, lines: tuple[str, ...], names: Mapping[str, object] | None = None) -> StateLines:
        """Lines as they read for each state; they may use `{state…}`, `{addressees}`, and the further `names`.

        Raises PlaceholderError for a line that uses another name.
        """
        if names:
            return self._read_for_all(lines, names)
        if lines not in self._state_lines:
            self._state_lines[lines] = self._read_for_all(lines, {})
        return self._state_lines[lines]

    def _read_for_all(self, lines: tuple[str, ...], names: Mapping[str, object]) -> StateLines:
        read = {
            iso: frozenset(fill(line, {**names, "state": state, "addressees": state.name}) for line in lines)
            for iso, state in self.states.items()
        }
        times = Counter(line for own in read.values() for line in own)
        alone = {iso: frozenset(line for line in own if times[line] == 1) for iso, own in read.items()}
        return StateLines(frozenset(times), alone)

    def is_signed_off(self, report: str, texts: Mapping[str, Iterable[str]]) -> bool:
        """Whether a review of exactly this translation of these messages is on record for a report."""
        record = self.signoffs.reports.get(report)
        return record is not None and record.hash == self.reviewed_hash(texts)

    def reviewed_hash(self, texts: Mapping[str, Iterable[str]]) -> str:
        """The hash of what a reviewer of this language reads: the translations, forms of address, and overlays."""
        return reviewed_hash(self.catalogue, texts, [self.address.model_dump_json(), *self.sayings])


def language_tags(library: Library) -> list[str]:
    """The tags of the languages on the shelves."""
    return [tag for tag in library.names("locales") if library.find("locales", tag, "language.yaml")]


def load_language(library: Library, tag: str, report: str, written: str = SOURCE_LANGUAGE) -> Language:
    """A language with the catalogues that a document on one report needs; `written` is the language of the report.

    Raises a BriefgenError with all problems.
    """
    settings = load_settings(library, tag)
    files = [
        (domain, path)
        for domain in (FORMATS, INTERFACE, report)
        for path in library.every("locales", tag, "LC_MESSAGES", f"{domain}.po")
        if path.is_file()
    ]
    problems: list[Problem] = []
    catalogue = Catalogue(tag, SOURCE_LANGUAGE)
    try:
        catalogue = replace(read_catalogue(tag, files, SOURCE_LANGUAGE), sources={report: written})
    except BriefgenError as error:
        problems += error.problems
    try:
        states = load_states(library, tag)
        forms = _require(library, tag, "address.yaml")
        address = read_model(forms, FormsOfAddress)[0]
        record = library.find("locales", tag, "sign-off.yaml")
        signoffs = read_model(record, SignOffs)[0] if record else SignOffs()
        sayings = tuple(sorted(_sayings(library, tag)))
    except BriefgenError as error:
        raise BriefgenError([*problems, *error.problems]) from error
    if problems:
        raise BriefgenError(problems)
    return Language(tag, settings, catalogue, states, address, Place(forms), sayings, signoffs)


def _sayings(library: Library, tag: str) -> Iterator[str]:
    for file in all_overlays(library):
        for message, text in file.overlay.says.get(tag, {}).items():
            yield json.dumps([file.overlay.changes, file.overlay.for_, message, text])


def load_settings(library: Library, tag: str) -> LanguageSettings:
    """The settings of a language; a BriefgenError names the nearest language where there is none."""
    path = library.require("language", tag, library.find("locales", tag, "language.yaml"), language_tags(library))
    return read_model(path, LanguageSettings)[0]


def load_states(library: Library, tag: str) -> dict[str, StateForms]:
    """The names of all states in a language, by ISO code; raises a BriefgenError where a state has none."""
    path = _require(library, tag, "states.csv")
    states = {forms.iso2: forms for forms in read_rows(path, StateForms)}
    missing = [row.iso2 for row in read_rows(DATA / "delegations.csv", Delegation) if row.iso2 not in states]
    if missing:
        raise BriefgenError.one(f"there are no names for {', '.join(missing)}", Place(path), "add a row for each")
    return states


def load_numbers(library: Library, tag: str) -> NumberStyle:
    """How a language writes numbers."""
    return read_model(_require(library, tag, "numbers.yaml"), NumberStyle)[0]


def load_checks(library: Library, tag: str) -> LanguageChecks:
    """What the translations into a language are checked for."""
    return read_model(_require(library, tag, "checks.yaml"), LanguageChecks)[0]


def load_glossary(library: Library, tag: str) -> tuple[Term, ...]:
    """The terms and names of a language."""
    return tuple(read_rows(_require(library, tag, "glossary.csv"), Term))


def load_interface(library: Library) -> Interface:
    """The words that every document carries, in the source language."""
    path = library.require("file", "interface.yaml", library.find("templates", "interface.yaml"), [])
    return read_model(path, Interface)[0]


def _require(library: Library, tag: str, name: str) -> Path:
    return library.require("file", f"locales/{tag}/{name}", library.find("locales", tag, name), [])
