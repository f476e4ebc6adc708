"""The check of a catalogue: complete, current, and with the placeholders of the original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefgen.check.translations import OF_REWORDINGS, OF_TRANSLATIONS, Check, Pair, problems_of
from briefgen.errors import BriefgenError, Place, Problem
from briefgen.languages.catalogue import Catalogue
from briefgen.languages.sentences import PlaceholderError, placeholders
from briefgen.library.languages import load_checks, load_glossary, load_numbers
from briefgen.library.messages import Message
from briefgen.library.shelves import Library
from briefgen.model.language import LanguageChecks, Term
from briefgen.provenance.numbers import NumberStyle

OPTIONAL = frozenset({"report.original_title", "report.original_release"})
"""Names that a translation may add: the titles as published, beside their translation."""


_NO_RULES = LanguageChecks(negations="", obligations="", approximations="")


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What the translations into one language are held against."""

    source_numbers: NumberStyle
    numbers: NumberStyle
    rules: LanguageChecks
    names: tuple[Term, ...]
    checks: tuple[Check, ...] = OF_TRANSLATIONS

    def problems(self, original: str, translation: str) -> Iterator[str]:
        """What is wrong with one translation, in plain words."""
        pair = Pair(original, translation, self.source_numbers, self.numbers, self.rules, self.names)
        return problems_of(pair, self.checks)


def load_yardstick(library: Library, tag: str, source: str) -> Yardstick:
    """What texts in a language, said for some in `source`, are held against.

    Raises a BriefgenError with every problem of the files that say so.
    """
    if tag == source:
        style = load_numbers(library, source)
        # “once more” and “one of you” state no number.
        style = style.model_copy(update={"words": {word: value for word, value in style.words.items() if value > 1}})
        return Yardstick(style, style, _NO_RULES, (), OF_REWORDINGS)
    return Yardstick(
        load_numbers(library, source),
        load_numbers(library, tag),
        load_checks(library, tag),
        tuple(term for term in load_glossary(library, tag) if term.kind == "name"),
    )


def check_catalogues(
    library: Library, catalogue: Catalogue, messages: Mapping[str, Iterable[Message]]
) -> Iterator[Problem]:
    """Every problem of the domains that a language has to translate, each held against the language of its messages.

    Raises a BriefgenError where the rules of a language cannot be read.
    """
    for domain, wanted in messages.items():
        if catalogue.translates(domain):
            yardstick = load_yardstick(library, catalogue.language, catalogue.source_of(domain))
            yield from check_catalogue(catalogue, domain, wanted, yardstick)


def check_catalogue(
    catalogue: Catalogue, domain: str, messages: Iterable[Message], yardstick: Yardstick
) -> Iterator[Problem]:
    """Every message of a domain that a catalogue lacks, holds as stale, or translates with a fault."""
    for message in dict.fromkeys(messages):
        try:
            translations = _translations(catalogue, domain, message)
        except BriefgenError as error:
            yield from error.problems
            continue
        place = catalogue.entries[(domain, message.text)].place
        for original, text in translations:
            yield from placeholder_problems(original, text, place)
            yield from (Problem(found, place) for found in yardstick.problems(original, text))


def _translations(catalogue: Catalogue, domain: str, message: Message) -> list[tuple[str, str]]:
    """Each form of a message with its original; raises a BriefgenError where one is missing or stale."""
    if not message.plural:
        return [(message.text, catalogue.translate(message.text, domain, message.place))]
    texts, plurals = (message.text, message.plural), catalogue.plurals
    said = [catalogue.translate_count(texts, number, domain, message.place) for number in plurals.examples()]
    return list(dict.fromkeys(zip(message.originals(plurals), said, strict=True)))


def placeholder_problems(original: str, text: str, place: Place) -> Iterator[Problem]:
    """The placeholders that a translation lacks, has too many of, or breaks."""
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
