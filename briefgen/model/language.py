"""The settings of a language and the names and forms of address that it uses."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from briefgen.model.typography import Typography

Filled = Annotated[str, StringConstraints(min_length=1)]


def _locale(value: str) -> str:
    try:
        Locale.parse(value)
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError("is no locale of Babel; write one such as en_GB") from error
    return value


def _pattern(value: str) -> str:
    try:
        re.compile(value)
    except (re.error, RecursionError, OverflowError) as error:
        raise ValueError(f"is no regular expression: {error}") from error
    return value


Pattern = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_pattern)]
"""A regular expression."""


class SpeechRate(BaseModel):
    """How fast a statement is read out: words a minute, or characters where the script parts no words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    unit: Literal["words", "characters"] = "words"
    per_minute: int = Field(default=165, gt=0)


class LanguageSettings(BaseModel):
    """What `locales/<lang>/language.yaml` says of a language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Filled
    """In the language itself."""
    english_name: Filled
    babel: Annotated[Filled, AfterValidator(_locale)]
    """The Babel locale whose dates and numbers it uses: `en_GB`."""
    months: tuple[Filled, ...] = Field(default=(), min_length=12, max_length=12)
    """The names of the months where they are not Babel's: Arabic texts of the United Nations give two for each."""
    first_of_month: str = "1"
    """How the first day of a month is written: 1er."""
    quotes: tuple[Filled, Filled]
    """The opening and closing marks of a quotation within a sentence."""
    units: tuple[Filled, ...] = ()
    """Words that stay on one line with the number before them: metres, per cent."""
    titles: tuple[Filled, ...] = ()
    """Titles that stay on one line with the name behind them: Mr, H.E."""
    titles_behind: tuple[Filled, ...] = ()
    """Titles that stay on one line with the name before them: 대사."""
    stop_outside_quotes: bool = False
    """Whether the full stop of a quoted sentence that ends a sentence goes behind the closing mark."""
    notes_before: str = ""
    """The signs before which the number of a note stands; none: it stands behind them."""
    sentence_gap: str = " "
    """What stands between two sentences of a paragraph."""
    aside: tuple[str, str] = (" (", ")")
    """What opens and closes an aside: full-width brackets in Chinese and Japanese."""
    cite_gap: str = "; "
    """What stands between two places in a note."""
    speech: SpeechRate = SpeechRate()
    typography: Typography


class StateForms(BaseModel):
    """The reviewed names of one state in one language, with every form that a sentence may need."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    iso2: str
    name: Filled
    """As in the list of the United Nations."""
    short: Filled
    """In running text."""
    formal: Filled
    of: Filled
    in_: Annotated[Filled, Field(alias="in")]
    to: Filled
    by: Filled
    sort: Filled


class Address(BaseModel):
    """How one kind of addressee is addressed: the lines of the block, the salutation and the close."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    block: tuple[Filled, ...]
    salutation: Filled
    closing: tuple[Filled, ...]


class Office(BaseModel):
    """The forms for one office: by its title alone, and for a person by the form of address that is on record."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    office: Address
    """No name is known."""
    feminine: Address
    masculine: Address
    neutral: Address
    """A name is known, and no form of address is on record."""


class Register(BaseModel):
    """The forms of one register: for the representative of a member and of an observer, for a chargé, for a group."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    member: Office
    observer: Office
    member_charge: Office
    """A chargé d'affaires ad interim, who is no Excellency."""
    observer_charge: Office
    group: Address


class FormsOfAddress(BaseModel):
    """What `locales/<lang>/address.yaml` says: a register for diplomats, and a plain one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    diplomatic: Register
    plain: Register


class PunctuationRule(BaseModel):
    """A pattern that a text in this language never has, and what to write instead."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    never: Pattern
    instead: str


class LanguageChecks(BaseModel):
    """What `locales/<lang>/checks.yaml` says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    negations: Pattern
    """A regular expression that finds a negation in the language."""
    obligations: Pattern
    """A regular expression that finds what says should, must or ought in the language."""
    approximations: Pattern
    """A regular expression that finds what says almost, more than, at least and the like in the language."""
    punctuation: tuple[PunctuationRule, ...] = ()
    spelled: dict[int, Pattern] = {}
    """Regular expressions of small numbers that are written out as part of other words."""
    longest: float = 2.0
    """How much longer than the English a text may be, in columns; a short one is given 20 columns more."""
    idioms: dict[str, str] = {}
    """Originals whose translation rightly says a number, a negation or the like in another way, with the reason."""


class Term(BaseModel):
    """A row of `locales/<lang>/glossary.csv`; one of kind `name` is held against every translation."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    english: Filled
    translation: Filled
    """The form to use, then others that occur, separated by `|`."""
    kind: Literal["name", "term"] = "term"
    note: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms of the translation, the first of them first."""
        return tuple(self.translation.split("|"))
