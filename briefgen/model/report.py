"""The report pack: what a report says and asks, each statement with the words of the source that carry it.

Texts that reach a reader are English sentences and, at the same time, the keys of the translation catalogue.
They may hold placeholders such as `{concerned.short}`.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from briefgen.model.embargo import Embargo
from briefgen.model.phrases import PluralOf, Translatable
from briefgen.model.visibility import Visibility

Basis = Literal["stated", "inferred"]
Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9-]*$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words of the source, or about it, that are never translated."""
Sentence = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), Translatable()]


def _line_range(value: str) -> str:
    first, _, last = value.partition("-")
    if not re.fullmatch(r"\d+-\d+", value) or not 1 <= int(first) <= int(last):
        raise ValueError("must be two line numbers, the lower first, such as 6-8")
    return value


def _place_in_text(value: str) -> str:
    if not re.fullmatch(r"[1-9]\d*(:[1-9]\d*)?", value):
        raise ValueError("must be a line, or a line and a column, such as 210 or 210:35")
    return value


class Part(BaseModel):
    """A part of the source text that its notes cite by a name of its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lines: Annotated[str, AfterValidator(_line_range)]
    """First and last line, from 1: `10-36`."""
    pages: dict[int, Annotated[str, AfterValidator(_place_in_text)]] = {}
    """Where its pages begin, by their numbers: a line, or a line and a column. Notes then cite the page."""
    cite: Sentence
    """What a note calls one place in it; `{numbers}` is the paragraph within the part, or the page."""
    cite_several: Annotated[Sentence | None, PluralOf("cite")] = None
    """The same for several places; `{numbers}` lists the paragraphs or pages."""

    @property
    def first(self) -> int:
        """The first line of the part, from 1."""
        return int(self.lines.partition("-")[0])

    @property
    def last(self) -> int:
        """The last line of the part."""
        return int(self.lines.partition("-")[2])


class Source(BaseModel):
    """Where the source text is kept, and where it comes from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str
    origin: Words
    first_note: Sentence
    """The first note of a document: the source in full, with the placeholder `{cite}` for the place in it."""
    note: Sentence
    """Every later note: the source in short, with `{cite}`."""
    parts: tuple[Part, ...]


class Concerned(BaseModel):
    """The state that the report is about, and what a running text calls it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    state: str
    """ISO 3166-1 alpha-2 code."""
    introduced: Sentence
    """At its first mention."""
    short: Sentence
    """After that."""
    own: Sentence
    """In a letter to that state itself."""


class Claim(BaseModel):
    """One statement of the report in the words of a letter, with its anchor."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    claim: Sentence
    anchor: Words
    visibility: Visibility = "public"


class Figure(Claim):
    """A claim that carries a number, with its short form for the panel of key figures."""

    value: Sentence
    caption: Sentence


class Section(BaseModel):
    """A group of claims under an informative heading."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    heading: Sentence
    claims: tuple[Identifier, ...]
    paragraphs: tuple[Identifier, ...] = ()
    """The claims with which further paragraphs begin; without them a briefing sets the section as one."""

    def in_paragraphs(self) -> tuple[tuple[str, ...], ...]:
        """The claims, paragraph by paragraph."""
        found: list[list[str]] = []
        for name in self.claims:
            if not found or name in self.paragraphs:
                found.append([])
            found[-1].append(name)
        return tuple(tuple(names) for names in found)


class Annex(Section):
    """A section that stands by itself at the end of a briefing."""

    visibility: Visibility = "public"
    """Of the annex as such; each of its claims has its own."""


class Quoted(BaseModel):
    """Words of the report set between quotation marks: a named speaker's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    speaker: Words
    attribution: Sentence
    anchor: Words
    text: tuple[Sentence, ...]
    visibility: Visibility = "public"


class Testimony(BaseModel):
    """What an anonymised witness said; nothing may be said of the speaker that does not stand here."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    speaker: Words
    """The anonymised description in the words of the source, with which the next two begin."""
    attribution: Sentence
    """The line under the account."""
    sentence: Sentence
    """A sentence that quotes the excerpt, with the placeholder `{quotation}`."""
    context: Sentence
    anchor: Words
    text: Sentence
    excerpt: Sentence
    visibility: Visibility = "public"


class Ask(BaseModel):
    """What a letter asks of one state in one role."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    roles: tuple[Identifier, ...] = ()
    states: tuple[str, ...] = ()
    basis: Basis
    subject: Sentence
    opening: Sentence
    ask: Sentence
    points: tuple[Sentence, ...] = ()

    @model_validator(mode="after")
    def _has_addressee(self) -> Ask:
        if not self.roles and not self.states:
            raise ValueError("an ask needs `roles` or `states`")
        return self


class Recommendation(BaseModel):
    """A recommendation of the report: its text, its stated addressees, and the asks that follow from it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    text: Sentence
    anchor: Words
    addressees: tuple[Identifier, ...] = Field(min_length=1)
    themes: tuple[Identifier, ...] = ()
    """What it is about, in words of the pack's own: formats may choose by them."""
    kind: Identifier | None = None
    """What sort of act it asks for, in a word of the pack's own."""
    evidence: tuple[Identifier, ...] = ()
    account: Identifier | None = None
    reply: Sentence | None = None
    """What an addressee is likely to answer; it is the sender's expectation, and states no fact."""
    answer: tuple[Identifier, ...] = ()
    """The claims with which to meet that reply."""
    asks: tuple[Ask, ...] = Field(min_length=1)


class Question(BaseModel):
    """A question that the press and desks ask, and the claims that answer it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    question: Sentence
    answer: tuple[Identifier, ...] = Field(min_length=1)


class SharedWith(BaseModel):
    """Who sees more of a report than what is public: groups by their names, states by their ISO codes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    partners: tuple[str, ...] = ()
    restricted: tuple[str, ...] = ()
    """They see what is for partners, too."""


def _begins_in_public(summary: tuple[Claim, ...]) -> tuple[Claim, ...]:
    if all(claim.visibility != "public" for claim in summary):
        raise ValueError("at least one point must be public, since documents for everyone begin with it")
    return summary


class Report(BaseModel):
    """A report pack as `report.yaml` states it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Identifier
    language: str
    publisher: Sentence
    title: Sentence
    headline: Sentence
    short_title: Sentence
    release: Sentence | None = None
    """The title of the news release from which is quoted; a report that is quoted itself has none."""
    published: date | None = None
    example: bool = False
    """Whether everything in it is invented, to show how a pack is made; its documents say so."""
    embargo: Embargo | None = None
    """Before when nothing of it may be published; its drafts say so, and no document is final before."""
    languages: tuple[str, ...] = ()
    """The languages in which documents on it are written; none named: all of the library."""
    concerned: Concerned | None = None
    """The state that the report is about; a report on a subject has none."""
    source: Source
    shared_with: SharedWith = SharedWith()
    """Who may see the statements that are not public; never the state that it is about."""
    summary: Annotated[tuple[Claim, ...], Field(min_length=1), AfterValidator(_begins_in_public)]
    figures: tuple[Figure, ...] = ()
    findings: tuple[Claim, ...] = ()
    sections: tuple[Section, ...] = ()
    key_figures: tuple[Identifier, ...] = ()
    method: tuple[Identifier, ...] = ()
    quotations: tuple[Quoted, ...] = ()
    testimonies: tuple[Testimony, ...] = ()
    accounts: tuple[Identifier, ...] = ()
    """The testimonies that a briefing prints, the most telling first."""
    recommendations: tuple[Recommendation, ...] = Field(min_length=1)
    waived: dict[Identifier, Words] = {}
    """Recommendations that no format need carry, each with the reason."""
    questions: tuple[Question, ...] = ()
    annexes: tuple[Annex, ...] = ()

    @property
    def about(self) -> str:
        """The ISO code of the state that the report is about; empty where it is about none."""
        return self.concerned.state if self.concerned else ""

    @property
    def claims(self) -> dict[str, Claim]:
        """Every claim by its id: summary points, figures and findings."""
        return {claim.id: claim for claim in (*self.summary, *self.figures, *self.findings)}
