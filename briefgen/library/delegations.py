"""The delegations, their groups on a date, and the roles they hold."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel, ConfigDict, ValidationError

from briefgen.errors import BriefgenError, Place, Problem, did_you_mean
from briefgen.library.shelves import DATA, Library
from briefgen.model.delegation import Delegation, Group, Role
from briefgen.model.language import StateForms
from briefgen.reading.files import read_text
from briefgen.reading.validation import plain_words, read_model

_ROW = "compare its quotation marks and commas with the rows around it"

_KEPT = 64
"""Tables that are kept as they were read: those of every language that comes with the program, twice over."""

Model = TypeVar("Model", bound=BaseModel)


class _EverydayName(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    iso2: str
    name: str


class _Groups(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    groups: tuple[Group, ...]


class _Roles(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Delegations:
    """Every delegation by its ISO code, the dated groups, and the roles, the most specific first."""

    states: Mapping[str, Delegation]
    groups: Mapping[str, Group]
    roles: tuple[Role, ...]
    _members: dict[tuple[str, date], frozenset[str]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What was asked for already: all documents of a batch are of one day."""

    def members(self, group: str, on: date) -> frozenset[str]:
        """The ISO codes of a group's members on a day; regional groups and `all` included."""
        if (group, on) not in self._members:
            self._members[group, on] = self._members_of(group, on)
        return self._members[group, on]

    def _members_of(self, group: str, on: date) -> frozenset[str]:
        if group == "all":
            return frozenset(self.states)
        if group in self.groups:
            return self.groups[group].on(on)
        return frozenset(iso for iso, state in self.states.items() if state.regional_group == group)

    def by_code(self, text: str) -> str | None:
        """The ISO code of the state with that two- or three-letter code, in any case."""
        code = text.strip().upper()
        three = {state.iso3: iso for iso, state in self.states.items()}
        return code if code in self.states else three.get(code)

    def groups_of(self, iso: str, on: date) -> tuple[str, ...]:
        """The groups of a state on a day: bodies and unions by the size that they have, then `all`."""
        regional = self.states[iso].regional_group
        names = ["all", *self.groups, *([regional] if regional else [])]
        found = [name for name in names if iso in self.members(name, on)]
        return tuple(sorted(found, key=lambda name: (len(self.members(name, on)), name)))

    def group_names(self) -> list[str]:
        """The names of all groups: `all`, the bodies, and the regional groups."""
        regional = {state.regional_group for state in self.states.values() if state.regional_group}
        return ["all", *self.groups, *sorted(regional)]

    def roles_of(self, iso: str, on: date, concerned: str) -> tuple[str, ...]:
        """The roles that a state holds on a day, the most specific first.

        The state concerned holds that role alone: what is asked of others about it is not asked of it.
        """
        if iso == concerned:
            return tuple(role.id for role in self.roles if role.members == "concerned")
        return tuple(role.id for role in self.roles if self._holds(role, iso, on))

    def _holds(self, role: Role, iso: str, on: date) -> bool:
        match role.members:
            case "group":
                return iso in self.members(role.id, on)
            case "members":
                return self.states[iso].status == "member"
            case "observers":
                return self.states[iso].status == "observer"
        return False


def load_delegations(library: Library) -> Delegations:
    """Read the states, the groups and the roles; raises a BriefgenError with every problem."""
    states = {row.iso2: row for row in read_rows(DATA / "delegations.csv", Delegation)}
    groups, text = read_model(DATA / "memberships.yaml", _Groups)
    unknown = [
        Problem(
            f"`{seat.state}` is no state", text.place(("groups", i, "members", j)), did_you_mean(seat.state, states)
        )
        for i, group in enumerate(groups.groups)
        for j, seat in enumerate(group.members)
        if seat.state not in states
    ]
    if unknown:
        raise BriefgenError(unknown)
    path = library.require("file", "roles.yaml", library.find("templates", "roles.yaml"), [])
    roles = read_model(path, _Roles)[0].roles
    return Delegations(states, {group.id: group for group in groups.groups}, roles)


def read_rows(path: Path, model: type[Model]) -> list[Model]:
    """Read a CSV table with a heading row into models; `#` lines before the heading are comments."""
    return [cast(Model, row) for row in _rows(read_text(path), path, model)]


@lru_cache(maxsize=_KEPT)
def _rows(text: str, path: Path, model: type[BaseModel]) -> tuple[BaseModel, ...]:
    """The rows of a table; one that stays as it is is read once."""
    rows: list[BaseModel] = []
    problems: list[Problem] = []
    lines = text.splitlines()
    skipped = next((index for index, line in enumerate(lines) if not line.startswith("#")), len(lines))
    reader = csv.DictReader(lines[skipped:])
    try:
        for row in reader:
            place = Place(path, skipped + reader.line_num)
            try:
                rows.append(model.model_validate(row))
            except ValidationError as error:
                told = (plain_words(detail) for detail in error.errors(include_url=False))
                problems += [Problem(message, place, hint) for message, hint in told]
    except csv.Error as error:
        problems.append(Problem(f"this is not a readable row: {error}", Place(path, skipped + reader.line_num), _ROW))
    if problems:
        raise BriefgenError(problems)
    return tuple(rows)


def find_state(text: str, delegations: Delegations, names: Mapping[str, Mapping[str, StateForms]]) -> str:
    """The ISO code of a state given by code or by name in any language; raises a BriefgenError with the nearest."""
    wanted = _folded(text)
    known = dict(_spellings(delegations, names))
    for spelling in (wanted, wanted.removeprefix("the ")):
        if spelling in known:
            return known[spelling]
    near = did_you_mean(wanted, known)
    raise BriefgenError.one(f"there is no state “{text}”", None, near or "see `briefgen list delegations`")


def _spellings(delegations: Delegations, names: Mapping[str, Mapping[str, StateForms]]) -> Iterator[tuple[str, str]]:
    for tag in names:
        # The names of everyday speech: "South Korea", "Russia".
        try:
            territories = Locale.parse(tag, sep="-").territories
        except (UnknownLocaleError, ValueError):  # a language of the workspace that Babel does not know
            continue
        yield from ((_folded(territories[iso]), iso) for iso in delegations.states if iso in territories)
    yield from ((_folded(row.name), row.iso2) for row in read_rows(DATA / "everyday-names.csv", _EverydayName))
    for table in names.values():
        for iso, forms in table.items():
            for spelling in (forms.name, forms.short, forms.formal):
                yield _folded(spelling), iso
                yield _folded(spelling.removeprefix("the ")), iso
    for iso, state in delegations.states.items():
        yield _folded(state.iso3), iso
        yield _folded(iso), iso


def _folded(text: str) -> str:
    """Case, accents and spacing aside, so that `cote d'ivoire` finds Côte d’Ivoire."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(unicodedata.normalize("NFKC", bare).split())
