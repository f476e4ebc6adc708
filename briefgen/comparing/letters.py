"""The documents of a batch with the old and the new version of a report: which change, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from briefgen.batch.manifest import Entry
from briefgen.comparing.blocks import BlockChange, compare_documents
from briefgen.compose.choice import Chosen
from briefgen.compose.composition import Composition, compose
from briefgen.compose.fitting import require_fitting
from briefgen.compose.ordering import Order, find_recipient, resolve, rows_by_state
from briefgen.compose.request import Request
from briefgen.document import Direction
from briefgen.errors import BriefgenError
from briefgen.library.delegations import Delegations, load_delegations
from briefgen.library.languages import SOURCE_LANGUAGE
from briefgen.library.shelves import Library
from briefgen.model.contact import Contact


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a manifest does not say of its documents: the day, and the files of sender, contacts and details."""

    day: date
    sender: Path | None = None
    contacts: Path | None = None
    details: Path | None = None


@dataclass(frozen=True, slots=True)
class AskChange:
    """An ask that a document makes in one version alone, or in other words or another role; its new id, its words."""

    id: str
    what: Literal["added", "removed", "changed"]
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """What the change of the report does to a document; two that agree in it change alike."""

    asks: tuple[AskChange, ...] = ()
    blocks: tuple[BlockChange, ...] = ()
    problems: tuple[str, ...] = ()
    """Why it can no longer be made, or not yet."""
    remarks: tuple[str, ...] = ()
    """What to know of this comparison."""
    direction: Direction = "ltr"

    @property
    def affected(self) -> bool:
        """Whether the document is another one, or cannot be made."""
        return bool(self.asks or self.blocks or self.problems)


@dataclass(frozen=True, slots=True)
class Letter:
    """A document of the manifest, and what becomes of it."""

    entry: Entry
    effect: Effect


def compare_letters(
    library: Library,
    reports: tuple[str, str],
    entries: Sequence[Entry],
    given: Circumstances,
    renamed: Mapping[str, str],
) -> tuple[Letter, ...]:
    """What becomes of each document of a manifest; `reports` are the ids or folders of both versions.

    Raises a BriefgenError where the list of contacts cannot be read.
    """
    delegations = load_delegations(library)
    persons = _persons(library, delegations, given.contacts)
    old, new = (_Version(library, delegations, report, given, persons) for report in reports)
    comparison = _Comparison(old, new, renamed)
    return tuple(Letter(entry, comparison.effect(entry)) for entry in entries)


def _persons(library: Library, delegations: Delegations, path: Path | None) -> Mapping[tuple[str, str], Contact]:
    """The contacts by state and name."""
    if path is None:
        return {}
    rows, problems = rows_by_state(library, delegations, path)
    if problems:
        raise BriefgenError(problems)
    return {(state, row.contact.name): row.contact for state, found in rows.items() for row in found}


@dataclass(frozen=True, slots=True)
class _Version:
    """One version of the report, in which documents are composed."""

    library: Library
    delegations: Delegations
    report: str
    given: Circumstances
    persons: Mapping[tuple[str, str], Contact]
    _requests: dict[tuple[str, str], Request] = field(default_factory=dict)

    def compose(self, entry: Entry, language: str) -> Composition:
        """The document of an entry; raises a BriefgenError where it cannot be made."""
        key, given = (entry.format, language), self.given
        if key not in self._requests:
            order = Order(entry.format, entry.recipient, language, self.report, given.day, given.sender, given.details)
            self._requests[key] = resolve(self.library, order, next(iter(self._requests.values()), None))
        base, recipient = self._requests[key], find_recipient(self.library, self.delegations, entry.recipient)
        require_fitting(base.format, recipient, self.delegations, base.pack, given.day)
        contact = self.persons.get((recipient.state, entry.contact))
        return compose(replace(base, recipient=recipient, contact=contact))


@dataclass(frozen=True, slots=True)
class _Comparison:
    old: _Version
    new: _Version
    renamed: Mapping[str, str]

    def effect(self, entry: Entry) -> Effect:
        """What becomes of a document; where a version cannot be had in its language, both are compared in English."""
        if entry.status != "done":
            return Effect(remarks=("it was not made in that batch, and is not compared",))
        old, new = self._tried(entry, entry.language)
        problems = _problems(new, entry.language)
        remarks: list[str] = []
        if not (isinstance(old, Composition) and isinstance(new, Composition)) and entry.language != SOURCE_LANGUAGE:
            remarks.append(f"compared in English, since one version cannot be had in `{entry.language}`")
            old, new = self._tried(entry, SOURCE_LANGUAGE)
            problems = _problems(new, SOURCE_LANGUAGE) or problems
        if isinstance(old, BriefgenError):
            remarks.append(f"not compared, since the old version cannot be composed: {_told(old)}")
            return Effect(problems=problems, remarks=tuple(remarks))
        remarks += self._remarks(entry, old)
        if isinstance(new, BriefgenError):
            return Effect(problems=problems, remarks=tuple(remarks))
        asks = tuple(self._asks(old.asks, new.asks))
        blocks = compare_documents(old.document, new.document)
        return Effect(asks, blocks, problems, tuple(remarks), new.document.direction)

    def _tried(self, entry: Entry, language: str) -> tuple[Composition | BriefgenError, Composition | BriefgenError]:
        return _try(self.old, entry, language), _try(self.new, entry, language)

    def _remarks(self, entry: Entry, old: Composition) -> Iterator[str]:
        """Where the comparison is not of what was sent."""
        asked = tuple(item.recommendation.id for item in old.asks)
        if asked != entry.asks:
            yield f"the manifest has the asks {_ids(entry.asks)}; the old version, on this date, has {_ids(asked)}"
        if entry.contact and not any(name == entry.contact for _, name in self.old.persons):
            yield f"compared without the contact {entry.contact}, who is in no list of contacts that was given"

    def _asks(self, old: Sequence[Chosen], new: Sequence[Chosen]) -> Iterator[AskChange]:
        before = {self.renamed.get(item.recommendation.id, item.recommendation.id): item for item in old}
        after = {item.recommendation.id: item for item in new}
        for name, item in after.items():
            if name not in before:
                yield AskChange(name, "added", "", _words(item))
            elif _words(before[name]) != _words(item):
                yield AskChange(name, "changed", _words(before[name]), _words(item))
        yield from (AskChange(name, "removed", _words(item)) for name, item in before.items() if name not in after)


def _try(version: _Version, entry: Entry, language: str) -> Composition | BriefgenError:
    try:
        return version.compose(entry, language)
    except BriefgenError as error:
        return error


def _problems(found: Composition | BriefgenError, language: str) -> tuple[str, ...]:
    return (f"in `{language}` it cannot be made: {_told(found)}",) if isinstance(found, BriefgenError) else ()


def _told(error: BriefgenError) -> str:
    """The first problem of an error, and how many more there are."""
    more = len(error.problems) - 1
    return f"{error.problems[0].message}{f' (and {more} more)' if more else ''}"


def _words(item: Chosen) -> str:
    """An ask as the pack has it, and on what basis it is made."""
    return f"{' '.join(item.points)} ({item.ask.basis}, as {item.role})"


def _ids(names: Sequence[str]) -> str:
    return ", ".join(names) or "none"
