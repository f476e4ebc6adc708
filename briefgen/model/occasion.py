"""The details of one occasion that no report holds: a side event, a joint letter and those who sign it."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Annotated, Literal, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

Filled = Annotated[str, StringConstraints(min_length=1)]
Texts = dict[str, Filled]
"""A text by language; a language that is not listed takes the English one."""

Clock = TypeVar("Clock", datetime, time)


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # OSError: the name of a folder of zones
        raise ValueError("is not a time zone; write one such as America/New_York") from error
    return value


def _day_and_time(value: object) -> object:
    if not isinstance(value, datetime) and ":" not in str(value):
        raise ValueError("must be a day and a time, such as 2026-12-10T13:15")
    return value


def _written_time(value: object) -> object:
    # YAML reads 14:30 without quotation marks as the number 870.
    if isinstance(value, (str, time)):
        return value
    raise ValueError('must be a time in quotation marks, such as "14:30"')


def _without_offset(value: Clock) -> Clock:
    if value.tzinfo is not None:
        raise ValueError("must not have an offset; the time zone stands under `zone`")
    return value


Zone = Annotated[str, AfterValidator(_zone)]
At = Annotated[datetime, BeforeValidator(_day_and_time), AfterValidator(_without_offset)]
"""A day and a time on the clock of a zone that stands beside it."""


class Moment(BaseModel):
    """A day and a time in a named time zone, such as a deadline; or, while they are open, words in their place."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at: At | None = None
    until: Annotated[time, BeforeValidator(_written_time), AfterValidator(_without_offset)] | None = None
    zone: Zone = "UTC"
    open: Texts = {}

    @model_validator(mode="after")
    def _says_when(self) -> Moment:
        if self.at is None and not self.open:
            raise ValueError("needs `at` (2026-12-10T13:15) with `zone`, or `open` with words in their place")
        if self.at is not None and "zone" not in self.model_fields_set:
            raise ValueError("needs the `zone` in which the time is meant, such as America/New_York")
        return self


class Speaker(BaseModel):
    """Who speaks at an event."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Texts = Field(min_length=1)
    post: Texts = {}


class Event(BaseModel):
    """A side event to which missions are invited."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Texts = Field(min_length=1)
    when: Moment
    place: Texts = Field(min_length=1)
    speakers: tuple[Speaker, ...] = ()
    reply_by: date | None = None
    reply_open: Texts = {}
    """Words in the place of the date of reply while it is open."""
    reply_to: Filled

    @model_validator(mode="after")
    def _says_by_when(self) -> Event:
        if self.reply_by is None and not self.reply_open:
            raise ValueError("needs `reply_by` (2026-12-01), or `reply_open` with words in its place")
        return self


class Signatory(BaseModel):
    """An organisation that signs a joint letter; `sort` is how its name is sorted where its script does not tell."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Texts = Field(min_length=1)
    sort: Texts = {}


class SignOn(BaseModel):
    """The state of a letter that organisations join: draft, then its text locked, then open for signature, then sent.

    `locked` holds, by language, the hash of the text as it was locked.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    state: Literal["draft", "locked", "signing", "sent"]
    deadline: Moment
    reply_to: Filled
    locked: dict[str, str] = {}

    @model_validator(mode="after")
    def _is_locked(self) -> SignOn:
        if self.state != "draft" and not self.locked:
            raise ValueError(f"cannot be `{self.state}` before the text is locked; run `briefgen sign-on lock`")
        return self


class Details(BaseModel):
    """What a details file says: as much as the format needs."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    event: Event | None = None
    signatories: tuple[Signatory, ...] = ()
    sign_on: SignOn | None = None
    placeholder: bool = False
