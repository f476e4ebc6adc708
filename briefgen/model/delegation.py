"""States, groups and the roles in which a recommendation reaches them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _blank_is_none(value: object) -> object:
    return None if value == "" else value


Optional = BeforeValidator(_blank_is_none)


class Delegation(BaseModel):
    """A state's mission to the United Nations: member or observer."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    iso2: str = Field(pattern=r"^[A-Z]{2}$")
    iso3: str = Field(pattern=r"^[A-Z]{3}$")
    status: Literal["member", "observer"]
    regional_group: Annotated[str | None, Optional] = None
    un_language: Annotated[str | None, Optional] = None
    correspondence_language: Annotated[str | None, Optional] = None
    checked_on: Annotated[date | None, Optional] = None


class Membership(BaseModel):
    """One state's seat in a group, with its first and last day."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    state: str
    first: date = Field(alias="from")
    last: date | None = Field(default=None, alias="to")

    def holds(self, on: date) -> bool:
        """Whether the seat is held on that day."""
        return self.first <= on and (self.last is None or on <= self.last)


class Group(BaseModel):
    """A body or union with dated memberships; `known_to` is the last day on which its list is complete."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    known_to: date | None = None
    members: tuple[Membership, ...]

    def on(self, day: date) -> frozenset[str]:
        """The ISO codes of the members on that day."""
        return frozenset(seat.state for seat in self.members if seat.holds(day))


class Role(BaseModel):
    """A role in which a recommendation addresses someone: its name in a heading, and who holds it.

    `members` names how the holders are found: `group` (the group of the same id), `members` (all member
    states but the state concerned), `observers`, `concerned` (the state concerned) or `nobody` (the report
    names the role, but no list of its holders exists).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    heading: str
    members: Literal["group", "members", "observers", "concerned", "nobody"]
