"""The sign-off of a translation: in which role it was reviewed, when, and the hash of exactly what was reviewed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from briefgen.languages.catalogue import Catalogue, Entry


class SignOff(BaseModel):
    """The record of one review; it names a role, never a person."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: str = Field(min_length=1)
    date: date
    hash: str = Field(pattern=r"^[0-9a-f]{64}$")


class SignOffs(BaseModel):
    """What `locales/<lang>/sign-off.yaml` says: one record for each report pack whose texts were reviewed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reports: Mapping[str, SignOff] = {}


def reviewed_hash(catalogue: Catalogue, messages: Mapping[str, Iterable[str]], further: Iterable[str] = ()) -> str:
    """The hash of what a reviewer reads: every message of these domains with its translation, and further texts.

    `further` are texts of the language outside the catalogues, such as the forms of address. Any change of an
    English message or of a translation gives another hash.
    """
    pairs = sorted(
        (domain, message, _said(catalogue.entries.get((domain, message))))
        for domain, texts in messages.items()
        for message in set(texts)
    )
    data = json.dumps([pairs, list(further)], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(data.encode()).hexdigest()


def _said(entry: Entry | None) -> str:
    """A translation as one text, whatever the number of its forms."""
    return "\0".join(entry.forms or (entry.text,)) if entry else ""
