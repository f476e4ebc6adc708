"""The sentences of a report in a language: each original with its translation, and how far that is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from briefgen.errors import Place
from briefgen.languages.catalogue import Catalogue, Entry
from briefgen.library.messages import Message

State = Literal["translated", "stale", "missing"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One message with its translation; one that counts has an original and a translation for each plural form."""

    key: str
    domain: str
    message: Message
    """The original: its text, its place in the texts, and what a translator should know."""
    originals: tuple[str, ...]
    numbers: tuple[int, ...]
    """Of each form the smallest number that takes it; none where the message does not count."""
    forms: tuple[str, ...]
    """The translation of each original; empty texts where there is none."""
    state: State
    previous: str = ""
    """The original that a stale translation was made for."""
    place: Place | None = None
    """Where the translation stands."""


def key_of(domain: str, message: str, form: int | None = None) -> str:
    """The key by which a row finds its message, or a plural form of it, again; another English text has another."""
    which = "" if form is None else f"\x04{form}"
    return hashlib.sha256(f"{domain}\x04{message}{which}".encode()).hexdigest()[:10]


def state_of(entry: Entry | None) -> State:
    """How far an entry of a catalogue is."""
    if entry is None or not entry.complete:
        return "missing"
    return "stale" if entry.fuzzy else "translated"


def sentence_of(catalogue: Catalogue, domain: str, message: Message) -> Sentence:
    """A message of a domain as a catalogue has it."""
    entry = catalogue.entries.get((domain, message.text))
    originals = message.originals(catalogue.plurals)
    said = (entry.forms or (entry.text,)) if entry else ()
    return Sentence(
        key=key_of(domain, message.text),
        domain=domain,
        message=message,
        originals=originals,
        numbers=catalogue.plurals.examples() if message.plural else (),
        forms=(*said, *[""] * len(originals))[: len(originals)],
        state=state_of(entry),
        previous=entry.previous if entry else "",
        place=entry.place if entry else None,
    )


def sentences_of(catalogue: Catalogue, messages: Mapping[str, Iterable[Message]]) -> Iterator[Sentence]:
    """Every message that is to be translated, once by domain, in the order in which it stands in the texts."""
    for domain, wanted in messages.items():
        if not catalogue.translates(domain):
            continue
        first: dict[str, Message] = {}
        for message in wanted:
            first.setdefault(message.text, message)
        for message in first.values():
            yield sentence_of(catalogue, domain, message)
