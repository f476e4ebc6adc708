"""The front matter of a format: what kind of document it is and what it takes from a report."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from briefgen.model.visibility import Visibility

OrderKey = Literal["basis", "role", "theme", "kind", "report"]
"""By what asks are put in order: stated before inferred; the most specific role; the order in which the format
names themes or kinds; the order of the report."""


class Takes(BaseModel):
    """Which recommendations of a report a format takes, in which order, and how much of the rest it carries."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    asks: int = Field(default=0, ge=0)
    """At most so many asks; 0 for a format without asks."""
    roles: tuple[str, ...] = ()
    """Only asks made in one of these roles; none named: in any."""
    themes: tuple[str, ...] = ()
    """Only recommendations on one of these themes; none named: on any."""
    kinds: tuple[str, ...] = ()
    """Only recommendations of one of these kinds; none named: of any."""
    order: tuple[OrderKey, ...] = ("basis", "role", "report")
    evidence: int = Field(default=0, ge=0)
    """At most so many claims in support of the leading ask; the others bring one each."""
    accounts: int = Field(default=0, ge=0)
    """At most so many accounts of witnesses."""
    figures: int = Field(default=6, ge=0)
    """At most so many figures in the panel."""


class Speech(BaseModel):
    """The time that a statement may take when it is read out, and the words that are usual for it in English."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    seconds: int = Field(gt=0)
    words: int = Field(gt=0)


class Pages(BaseModel):
    """How many pages a document of a format may take on paper."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    most: int = Field(gt=0)
    scales: tuple[float, ...] = ()
    """How much smaller it may be set, step by step, where it would take more: 0.94 is six per cent smaller."""


Need = Literal["event", "sign_on", "signatories"]
"""What a format takes from the details of an occasion: an event, the state of a joint letter, who signs it."""


class Format(BaseModel):
    """A kind of briefing or letter, as its front matter states it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: Literal["briefing", "letter", "factsheet", "notes", "statement", "invitation", "email"]
    name: str = Field(min_length=1)
    description: str = Field(min_length=1)
    addressees: Literal["one", "many", "any", "concerned"]
    """`one`: a single delegation; `many`: a group or all; `any`: either; `concerned`: the state concerned alone."""
    within: str = ""
    """The group that the document is for, where there is but one: the delegation must be a member of it."""
    extends: str = ""
    """The format whose blocks this one changes; none: it stands alone."""
    sees: Visibility = "public"
    """How much of a report its documents may show, where the addressee may see as much."""
    layout: str = "letterhead"
    files: tuple[str, ...] = ("pdf", "docx")
    """The kinds of file that are written where none are named."""
    encloses: tuple[str, ...] = ()
    """The formats whose documents go with it as attachments, where none are named."""
    needs: tuple[Need, ...] = ()
    takes: Takes = Takes()
    pages: Pages | None = None
    speech: Speech | None = None


NO_ACCOUNT = "none"
"""In the place of an account: none goes in."""

Saying = Annotated[str, Field(min_length=1)]


class Overlay(BaseModel):
    """The front matter of an overlay: a format's change for one delegation or group, by sentences and by blocks."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    changes: str
    """The format that it changes."""
    for_: str = Field(alias="for")
    """The delegation (ISO code) or group for which it does so."""
    reason: str = ""
    """Why; for those who come after."""
    says: dict[str, dict[str, Saying]] = {}
    """By language and sentence of the format, in English: what is read in its place."""
    report: str = ""
    """The report from which `asks` and `account` are picked; none named: from any."""
    asks: tuple[str, ...] = Field(default=(), min_length=1)
    """The recommendations that are asked, in this order; none named: those that the format takes by itself."""
    account: str | None = Field(default=None, min_length=1)
    """The account of a witness that goes in, or NO_ACCOUNT; none named: that of the first ask that has one."""
    written_against: dict[str, str] = {}
    """By block: the hash of the inherited text when the overlay was written, so that a later change of it is told."""


class Sender(BaseModel):
    """The organisation that signs, its texts by language; `placeholder` marks one still to be filled in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    organisation: dict[str, str] = Field(min_length=1)
    address: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    contact: tuple[str, ...] = ()
    signatory: dict[str, str] = Field(default_factory=dict)
    post: dict[str, str] = Field(default_factory=dict)
    address_register: Literal["diplomatic", "plain"] = Field(default="diplomatic", alias="register")
    translations: Literal["reviewed", "marked"] = "reviewed"
    """Which translations go out as final: those that are signed off, or also others, marked as unofficial."""
    placeholder: bool = False
