"""What a person has chosen on the page, as the address of the page carries it, and what there is to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

from briefgen.compose.ordering import Order
from briefgen.errors import BriefgenError, did_you_mean
from briefgen.library.delegations import load_delegations
from briefgen.library.formats import format_names, load_format
from briefgen.library.languages import SOURCE_LANGUAGE, language_tags, load_settings, load_states
from briefgen.library.packs import load_pack
from briefgen.library.shelves import Library
from briefgen.reading.files import is_inside

_OWN_SENDER = "sender.yaml"
_NO_NAME = frozenset("/\\:\0")


@dataclass(frozen=True, slots=True)
class Choices:
    """One document, as it was chosen: all by name, as on the command line."""

    report: str
    format: str
    to: str
    language: str
    day: date
    sender: str = ""

    def query(self, **others: str) -> str:
        """The choices as the query of an address, some of them replaced by others."""
        texts = {"report": self.report, "format": self.format, "to": self.to, "lang": self.language}
        texts |= {"date": self.day.isoformat(), "sender": self.sender}
        return urlencode({key: text for key, text in {**texts, **others}.items() if text})


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: the value that stands for it, and what it is called."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class FormatOption:
    """A format to choose: what it is called, what it is, and to whom it goes, as the format says it."""

    value: str
    name: str
    about: str
    addressees: str
    within: str


@dataclass(frozen=True, slots=True)
class DelegationOption:
    """A delegation to choose: its name, its groups, and every name by which it may be sought."""

    iso: str
    name: str
    groups: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Menus:
    """All that there is to choose from."""

    reports: tuple[Option, ...]
    formats: tuple[FormatOption, ...]
    languages: tuple[Option, ...]
    senders: tuple[Option, ...]
    groups: tuple[Option, ...]
    delegations: tuple[DelegationOption, ...]


def choices_in(asked: Mapping[str, str], report: str, today: date) -> Choices:
    """The choices that an address carries; what it leaves out is as on the command line, the format a letter.

    `report` is the one that is meant where none is named. Raises a BriefgenError for a date or name that is none.
    """
    return Choices(
        report=name_in(asked, "report") or report,
        format=name_in(asked, "format") or "letter",
        to=asked.get("to", "").strip(),
        language=name_in(asked, "lang") or SOURCE_LANGUAGE,
        day=day_in(asked, today),
        sender=name_in(asked, "sender"),
    )


def name_in(asked: Mapping[str, str], key: str) -> str:
    """The name of something on the shelves in an address or form; raises a BriefgenError for what could be a path."""
    given = asked.get(key, "")
    if given.startswith(".") or not _NO_NAME.isdisjoint(given):
        raise BriefgenError.one(f"“{given}” is no name", None, "choose one of the list")
    return given


def day_in(asked: Mapping[str, str], today: date) -> date:
    """The date in an address or form, today where it has none; raises a BriefgenError for one that is none."""
    given = asked.get("date", "")
    try:
        return date.fromisoformat(given) if given else today
    except ValueError:
        raise BriefgenError.one(f"“{given}” is no date", None, "write it as 2026-12-01") from None


def order_of(choices: Choices, library: Library) -> Order:
    """The order that the choices come to; raises a BriefgenError for a report or sender that is none of the library's.

    A page names reports and senders of the library only, never a path.
    """
    known = report_names(library)
    if choices.report not in known:
        raise BriefgenError.one(f"there is no report `{choices.report}`", None, did_you_mean(choices.report, known))
    senders = sender_files(library)
    if choices.sender not in ("", *senders):
        raise BriefgenError.one(f"there is no sender `{choices.sender}`", None, did_you_mean(choices.sender, senders))
    path = senders.get(choices.sender) or senders.get(_OWN_SENDER)
    return Order(choices.format, choices.to, choices.language, choices.report, choices.day, path)


def report_names(library: Library) -> list[str]:
    """The ids of the reports on the shelves."""
    return library.names("reports")


def own_sender(workspace: Path) -> str:
    """The name of the file of one's own sender, as `briefgen init` writes it; empty where there is none."""
    return _OWN_SENDER if (workspace / _OWN_SENDER).is_file() else ""


def sender_files(library: Library) -> dict[str, Path]:
    """The files of senders by name: those of the workspace, `sender….yaml`, and those of `templates/senders`."""
    workspace = library.shelves[0]
    own = {
        path.name: path
        for path in sorted(workspace.glob("sender*.yaml"))
        if len(library.shelves) > 1 and is_inside(path, workspace)
    }
    found = ((name, library.find("templates", "senders", f"{name}.yaml")) for name in _shelved_senders(library))
    return own | {name: path for name, path in found if path}


def _shelved_senders(library: Library) -> list[str]:
    return library.names("templates", "senders", suffix=".yaml")


def menus(library: Library, report: str, day: date, words: str) -> Menus:
    """What there is to choose for a report on a day, with the names of states in the language `words`."""
    written = load_pack(library, report).report.languages if report in report_names(library) else ()
    languages = [tag for tag in language_tags(library) if not written or tag in written]
    return Menus(
        reports=tuple(_reports(library)),
        formats=tuple(_formats(library)),
        languages=tuple(Option(tag, load_settings(library, tag).name) for tag in languages),
        senders=tuple(Option(name, name) for name in sender_files(library)),
        groups=tuple(_groups(library, day)),
        delegations=tuple(_delegations(library, day, words)),
    )


def _reports(library: Library) -> Iterator[Option]:
    for name in report_names(library):
        yield Option(name, load_pack(library, name).report.title)


def _formats(library: Library) -> Iterator[FormatOption]:
    for name in format_names(library):
        described = load_format(library, name).format
        yield FormatOption(name, described.name, described.description, described.addressees, described.within)


def _groups(library: Library, day: date) -> Iterator[Option]:
    delegations = load_delegations(library)
    for name in delegations.group_names():
        yield Option(name, f"{name} ({len(delegations.members(name, day))})")


def _delegations(library: Library, day: date, words: str) -> Iterable[DelegationOption]:
    delegations = load_delegations(library)
    names = {tag: load_states(library, tag) for tag in language_tags(library)}
    shown = names.get(words) or names[SOURCE_LANGUAGE]
    for iso in sorted(delegations.states, key=lambda code: shown[code].sort):
        spellings = dict.fromkeys(
            text for states in names.values() for text in (states[iso].name, states[iso].formal) if text
        )
        codes = (iso, delegations.states[iso].iso3)
        yield DelegationOption(iso, shown[iso].name, delegations.groups_of(iso, day), (*codes, *spellings))
