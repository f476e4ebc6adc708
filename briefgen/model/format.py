"""The front matter of a format: what kind of document it is and what it takes from a report."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Takes(BaseModel):
    """How much of a report a document of this format carries."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    asks: int = Field(default=0, ge=0)
    """At most so many asks; 0 for a format without asks of one state."""
    evidence: int = Field(default=0, ge=0)
    """At most so many claims in support of the asks."""
    accounts: int = Field(default=0, ge=0)
    """At most so many accounts of witnesses."""


class Format(BaseModel):
    """A kind of briefing or letter, as its front matter states it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: Literal["briefing", "letter"]
    name: str = Field(min_length=1)
    description: str = Field(min_length=1)
    addressees: Literal["one", "any"]
    """`one`: a single delegation; `any`: one, a group, or all."""
    layout: str = "house"
    takes: Takes = Takes()


class Sender(BaseModel):
    """The organisation that signs, its texts by language; `placeholder` marks one still to be filled in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    organisation: dict[str, str] = Field(min_length=1)
    address: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    contact: tuple[str, ...] = ()
    signatory: dict[str, str] = Field(default_factory=dict)
    post: dict[str, str] = Field(default_factory=dict)
    address_register: Literal["diplomatic", "plain"] = Field(default="diplomatic", alias="register")
    placeholder: bool = False
