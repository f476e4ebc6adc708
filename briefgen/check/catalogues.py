"""The check of a catalogue: complete, current, and with the placeholders of the original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.errors import BriefgenError, Place, Problem
from briefgen.languages.catalogue import Catalogue
from briefgen.languages.sentences import PlaceholderError, placeholders
from briefgen.library.messages import Message

OPTIONAL = frozenset({"report.original_title", "report.original_release"})
"""Names that a translation may add: the titles as published, beside their translation."""


def check_catalogue(catalogue: Catalogue, domain: str, messages: Iterable[Message]) -> Iterator[Problem]:
    """Every message of a domain that a catalogue lacks, holds as stale, or fills with other placeholders."""
    if catalogue.language == catalogue.source:
        return
    for message in dict.fromkeys(messages):
        try:
            text = catalogue.translate(message.text, domain, message.place)
        except BriefgenError as error:
            yield from error.problems
            continue
        entry = catalogue.entries[(domain, message.text)]
        yield from _placeholder_problems(message.text, text, entry.place)


def _placeholder_problems(original: str, text: str, place: Place) -> Iterator[Problem]:
    try:
        wanted, found = placeholders(original), placeholders(text)
    except PlaceholderError as error:
        yield Problem(str(error), place)
        return
    for name in sorted(_roots(wanted) - _roots(found)):
        yield Problem(f"the translation lacks the placeholder {{{name}}}", place, "put it where it belongs")
    for name in sorted(_roots(found - OPTIONAL) - _roots(wanted)):
        yield Problem(f"the translation has the placeholder {{{name}}}, which the original has not", place, "remove it")


def _roots(names: Iterable[str]) -> set[str]:
    """Placeholders by what must agree: the forms of a state are each language's own choice."""
    return {name.split(".")[0] if name.startswith("state.") else name for name in names}
