"""The documents of a batch with the old and the new version of a report: which change, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from briefgen.batch.manifest import Entry
from briefgen.comparing.blocks import BlockChange, compare_documents
from briefgen.comparing.circumstances import Circumstances
from briefgen.compose.choice import Chosen
from briefgen.compose.composition import Composition, compose
from briefgen.compose.fitting import require_fitting
from briefgen.compose.ordering import Order, find_recipient, resolve, rows_by_state
from briefgen.compose.request import Request
from briefgen.compose.signing import as_draft, require_locked_text
from briefgen.document import Direction
from briefgen.errors import BriefgenError
from briefgen.library.delegations import Delegations, load_delegations
from briefgen.library.languages import SOURCE_LANGUAGE
from briefgen.library.shelves import Library
from briefgen.model.contact import Contact


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
    language: str = ""
    """In which its text was compared."""
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
    edited: tuple[str, ...] = ()
    """Its files that a person has changed since they were made: what stands in them is not compared."""


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
    folder = given.manifest.parent if given.manifest else None
    return tuple(Letter(entry, comparison.effect(entry), entry.edited(folder) if folder else ()) for entry in entries)


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

    def compose(self, entry: Entry, language: str) -> Composition | BriefgenError:
        """The document of an entry, or why it cannot be made; a joint letter as if its text were not locked."""
        try:
            request = self._request(entry, language)
            return compose(replace(request, details=as_draft(request.details)))
        except BriefgenError as error:
            return error

    def problems(self, entry: Entry, language: str, made: Composition | BriefgenError) -> tuple[str, ...]:
        """Why what was composed cannot be had; one is that organisations have signed another text."""
        if isinstance(made, BriefgenError):
            return (_told(made),)
        try:
            require_locked_text(made.document, self._request(entry, language))
        except BriefgenError as error:
            return tuple(f"{problem.message} ({problem.hint})" for problem in error.problems)
        return ()

    def _request(self, entry: Entry, language: str) -> Request:
        key, given = (entry.format, language), self.given
        if key not in self._requests:
            order = Order(entry.format, entry.recipient, language, self.report, given.day, given.sender, given.details)
            self._requests[key] = resolve(self.library, order, next(iter(self._requests.values()), None))
        base, recipient = self._requests[key], find_recipient(self.library, self.delegations, entry.recipient)
        require_fitting(base.format, recipient, self.delegations, base.pack, given.day)
        contact = self.persons.get((recipient.state, entry.contact))
        return replace(base, recipient=recipient, contact=contact)


@dataclass(frozen=True, slots=True)
class _Comparison:
    old: _Version
    new: _Version
    renamed: Mapping[str, str]

    def effect(self, entry: Entry) -> Effect:
        """What becomes of a document; where a version cannot be had in its language, both are compared in English."""
        if entry.status != "done":
            return Effect(remarks=("it was not made in that batch, and is not compared",))
        language = entry.language
        old, new = self.old.compose(entry, language), self.new.compose(entry, language)
        problems = self.new.problems(entry, language, new)
        if language != SOURCE_LANGUAGE and (isinstance(old, BriefgenError) or isinstance(new, BriefgenError)):
            language = SOURCE_LANGUAGE
            old, new = self.old.compose(entry, language), self.new.compose(entry, language)
            problems = problems if isinstance(new, Composition) else (_told(new),)
        if isinstance(old, BriefgenError):
            remark = f"not compared, since the old version cannot be composed: {_told(old)}"
            return Effect(problems=problems, remarks=(remark,))
        remarks = tuple(self._remarks(entry, old))
        if isinstance(new, BriefgenError):
            return Effect(problems=problems, remarks=remarks)
        asks = tuple(self._asks(old.asks, new.asks))
        blocks = compare_documents(old.document, new.document)
        return Effect(asks, blocks, problems, remarks, language, new.document.direction)

    def _remarks(self, entry: Entry, old: Composition) -> Iterator[str]:
        """Where the comparison is not of what was sent."""
        asked = tuple(item.recommendation.id for item in old.asks)
        if asked != entry.asks:
            yield f"the manifest has the asks {_ids(entry.asks)}; the old version, on this date, has {_ids(asked)}"
        if entry.contact and (entry.recipient, entry.contact) not in self.old.persons:
            yield "compared without the contact, who is in no list of contacts that was given"

    def _asks(self, old: Sequence[Chosen], new: Sequence[Chosen]) -> Iterator[AskChange]:
        before = {self.renamed.get(item.recommendation.id, item.recommendation.id): item for item in old}
        after = {item.recommendation.id: item for item in new}
        for name, item in after.items():
            if name not in before:
                yield AskChange(name, "added", "", _words(item))
            elif _words(before[name]) != _words(item):
                yield AskChange(name, "changed", _words(before[name]), _words(item))
        yield from (AskChange(name, "removed", _words(item)) for name, item in before.items() if name not in after)


def _told(error: BriefgenError) -> str:
    """The first problem of an error, and how many more there are."""
    more = len(error.problems) - 1
    return f"{error.problems[0].message}{f', and {more} more' if more else ''}"


def _words(item: Chosen) -> str:
    """An ask as the pack has it, and on what basis it is made."""
    return f"{' '.join(item.points)} ({item.ask.basis}, as {item.role})"


def _ids(names: Sequence[str]) -> str:
    return ", ".join(names) or "none"
