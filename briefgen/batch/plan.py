"""The plan of a batch: who gets which document in which language, and who gets none and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from briefgen.batch.names import file_part
from briefgen.check.naming import named_in_files
from briefgen.compose.context import asked_of
from briefgen.compose.fitting import misfit
from briefgen.compose.ordering import AUTO, languages_for, rows_by_state, selected
from briefgen.compose.request import Recipient
from briefgen.errors import BriefgenError, Problem
from briefgen.library.delegations import Delegations, load_delegations
from briefgen.library.do_not_name import load_names
from briefgen.library.formats import FormatFile, load_format
from briefgen.library.languages import language_tags
from briefgen.library.packs import ReportPack, load_pack
from briefgen.library.shelves import Library
from briefgen.model.contact import Contact


@dataclass(frozen=True, slots=True)
class Batch:
    """What a batch makes: the campaign file or the command line in one form."""

    name: str
    report: str
    formats: tuple[str, ...]
    to: tuple[str, ...]
    """States, groups, or sets of them."""
    languages: tuple[str, ...]
    kinds: tuple[str, ...]
    day: date
    sender: Path | None = None
    contacts: Path | None = None
    details: Path | None = None
    bundles: tuple[str, ...] = ()
    """Of what a zip is made each: `language`, `group`, `all`."""
    print: str = ""
    """How all PDFs are printed as one: `simplex`, `duplex`; empty: they are not."""
    final_at: datetime | None = None
    """The present time, with its zone, where the documents are to be final; None for drafts."""
    sealed: bool = False
    """Whether the hashes of its files are written beside them."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document: a format to a recipient in a language, and the person to whom it is addressed."""

    format: str
    recipient: Recipient
    language: str
    contact: Contact | None = None
    asks: tuple[str, ...] = ()
    """The recommendations that it takes, by their ids in the report."""
    kinds: tuple[str, ...] = ()
    """The kinds of files that are made of it."""

    @property
    def kin(self) -> tuple[object, ...]:
        """What is the same in documents that are much alike."""
        return (self.format, self.language, self.asks)

    @property
    def name(self) -> str:
        """The name of its files, without the ending; no two jobs of a plan share one."""
        person = [file_part(self.contact.name)] if self.contact and self.contact.name else []
        return "_".join([self.format, self.recipient.name, *person, self.language])


@dataclass(frozen=True, slots=True)
class Left:
    """What was asked for and is not made, and why."""

    format: str
    recipient: Recipient
    why: str

    @property
    def what(self) -> str:
        """What was asked for: `letter-security-council to NR`."""
        return f"{self.format} to {self.recipient.name}"


@dataclass(frozen=True, slots=True)
class Plan:
    """The jobs of a batch in their order, and what is not made."""

    jobs: tuple[Job, ...]
    left: tuple[Left, ...] = ()


def plan(library: Library, batch: Batch) -> Plan:
    """The plan of a batch; raises a BriefgenError with every name that is not known."""
    return _Planner(library, batch, load_delegations(library), load_pack(library, batch.report)).plan()


@dataclass(frozen=True, slots=True)
class _Planner:
    library: Library
    batch: Batch
    delegations: Delegations
    pack: ReportPack
    left: list[Left] = field(default_factory=list)

    def plan(self) -> Plan:
        formats = [load_format(self.library, name) for name in self.batch.formats]
        known = [tag for tag in language_tags(self.library) if tag in (self.pack.report.languages or [tag])]
        for tag in self.batch.languages:
            if tag != AUTO:
                self.library.require("language", tag, Path() if tag in known else None, [AUTO, *known])
        states, groups = self._recipients()
        persons = self._persons()
        jobs: dict[str, Job] = {}
        for file in formats:
            wanted = groups if file.format.addressees == "many" else [Recipient(state=iso) for iso in sorted(states)]
            for recipient in wanted:
                for job in self._jobs(file, recipient, persons.get(recipient.state, (None,)), known):
                    jobs.setdefault(job.name.casefold(), job)
        return Plan(tuple(jobs.values()), tuple(self.left))

    def _jobs(
        self, file: FormatFile, recipient: Recipient, persons: Sequence[Contact | None], known: list[str]
    ) -> Iterator[Job]:
        problem = misfit(file, recipient, self.delegations, self.pack, self.batch.day)
        if problem:
            self.left.append(Left(file.format.id, recipient, problem[0]))
            return
        asks, kinds = self._asks(file, recipient), self.batch.kinds or file.format.files
        for person in persons:
            for tag in self._languages(recipient, person, known):
                yield Job(file.format.id, recipient, tag, person, asks, kinds)

    def _asks(self, file: FormatFile, recipient: Recipient) -> tuple[str, ...]:
        asked = asked_of(recipient, file, self.delegations, self.pack, self.batch.day)
        return tuple(item.recommendation.id for item in asked)

    def _languages(self, recipient: Recipient, person: Contact | None, known: list[str]) -> tuple[str, ...]:
        if person and person.language and AUTO in self.batch.languages:
            return (person.language,)
        found: list[str] = []
        for tag in self.batch.languages:
            auto = tag == AUTO and recipient.state
            found += languages_for(self.delegations.states[recipient.state], known) if auto else [tag]
        return tuple(dict.fromkeys(self.pack.report.language if tag == AUTO else tag for tag in found))

    def _recipients(self) -> tuple[frozenset[str], list[Recipient]]:
        """The states of all that is named, and the groups that are named by themselves."""
        states: frozenset[str] = frozenset()
        groups = []
        problems: list[Problem] = []
        for text in self.batch.to:
            try:
                states |= selected(self.library, self.delegations, text, self.batch.day)
            except BriefgenError as error:
                problems += error.problems
            if text.casefold() in self.delegations.group_names():
                groups.append(Recipient(group=text.casefold()))
        if problems:
            raise BriefgenError(problems)
        return states, groups

    def _persons(self) -> dict[str, tuple[Contact, ...]]:
        """The contacts by state; raises a BriefgenError with every row of an unknown state or of a listed name."""
        if self.batch.contacts is None:
            return {}
        found, problems = rows_by_state(self.library, self.delegations, self.batch.contacts)
        folders = (self.batch.contacts.parent, self.pack.text.path.parent)
        problems += named_in_files([self.batch.contacts], load_names(self.library, folders))
        if problems:
            raise BriefgenError(problems)
        return {state: tuple(row.contact for row in rows) for state, rows in found.items()}
