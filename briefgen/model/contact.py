"""A person at a mission, as the user's own list of contacts records them; briefgen brings none."""

from __future__ import annotations

import unicodedata
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

FORMS = {"": "neutral", "ms": "feminine", "mr": "masculine", "mx": "neutral"}
"""The recorded form of address, and the form of the language that it calls for. None is ever guessed."""

POSTS = {
    "": "",
    "permanent representative": "",
    "permanent observer": "",
    "chargé d'affaires": "charge",
    "chargée d'affaires": "charge",
    "chargé d'affaires a.i.": "charge",
    "chargée d'affaires a.i.": "charge",
}
"""The recorded post, and the form that it calls for; case, accents, and the kind of apostrophe do not count."""


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(bare.split()).rstrip(".")


def _one_of(known: dict[str, str], what: str) -> BeforeValidator:
    def check(value: object) -> object:
        text = _folded(str(value or ""))
        for name, meaning in known.items():
            if text == _folded(name):
                return meaning
        listed = ", ".join(name for name in known if name)
        raise ValueError(f"{what} cannot be “{value}”; use one of {listed}, or leave it empty")

    return BeforeValidator(check)


class Contact(BaseModel):
    """One row of a list of contacts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = ""
    """Empty where only the office is known."""
    form_of_address: Annotated[Literal["feminine", "masculine", "neutral"], _one_of(FORMS, "form of address")] = (
        "neutral"
    )
    """What is on record: Ms, Mr, Mx; empty where nothing is, and then nothing is guessed."""
    post: Annotated[Literal["", "charge"], _one_of(POSTS, "post")] = ""
    state: str = Field(min_length=1)
    """ISO code, or a name in any language of the library."""
    address: str = ""
    """E-mail address for the draft of a message."""
    language: str = ""
    address_register: Annotated[Literal["diplomatic", "plain", ""], Field(alias="register")] = ""
