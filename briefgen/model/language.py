"""The settings of a language and the names and forms of address that it uses."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from briefgen.model.typography import Typography

Filled = Annotated[str, StringConstraints(min_length=1)]


class LanguageSettings(BaseModel):
    """What `locales/<lang>/language.yaml` says of a language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Filled
    """In the language itself."""
    english_name: Filled
    babel: Filled
    """The Babel locale whose dates and numbers it uses: `en_GB`."""
    quotes: tuple[Filled, Filled]
    """The opening and closing marks of a quotation within a sentence."""
    units: tuple[Filled, ...] = ()
    """Words that stay on one line with the number before them: metres, per cent."""
    sentence_gap: str = " "
    """What stands between two sentences of a paragraph."""
    cite_gap: str = "; "
    """What stands between two places in a note."""
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


class Register(BaseModel):
    """The forms of one register, for the representative of a member and of an observer state."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    member: Address
    observer: Address


class FormsOfAddress(BaseModel):
    """What `locales/<lang>/address.yaml` says: a register for diplomats, and a plain one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    diplomatic: Register
    plain: Register
