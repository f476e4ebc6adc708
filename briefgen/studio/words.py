"""The words of the page itself, in the languages that have a catalogue of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from babel.messages.catalog import Catalog, Message

from briefgen.languages.catalogue import Plurals
from briefgen.languages.po import read_po
from briefgen.library.languages import SOURCE_LANGUAGE, load_settings
from briefgen.library.shelves import Library, built_in_shelf

DOMAIN = "studio"
"""The catalogues: `locales/<lang>/LC_MESSAGES/studio.po` of the built-in library."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the page in one language; what is not translated is said in English."""

    language: str
    name: str
    direction: str
    texts: Mapping[str, tuple[str, ...]]
    plurals: Plurals = field(default_factory=Plurals)

    def gettext(self, message: str) -> str:
        """A text in this language."""
        found = self.texts.get(message, ())
        return found[0] if found and found[0] else message

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """A text about so many things in this language."""
        found = self.texts.get(singular, ())
        if len(found) == self.plurals.count and all(found):
            return found[self.plurals.form(number)]
        return singular if number == 1 else plural


def load_words() -> dict[str, Words]:
    """The languages in which the page can be shown, English first; raises a BriefgenError for a broken catalogue."""
    library = Library((built_in_shelf(),))
    found = {SOURCE_LANGUAGE: _words(library, SOURCE_LANGUAGE, None)}
    for tag in library.names("locales"):
        path = library.find("locales", tag, "LC_MESSAGES", f"{DOMAIN}.po")
        if path:
            found[tag] = _words(library, tag, read_po(path, tag))
    return found


def _words(library: Library, tag: str, catalog: Catalog | None) -> Words:
    settings = load_settings(library, tag)
    direction = settings.typography.direction
    if catalog is None:
        return Words(tag, settings.name, direction, {})
    texts = {
        message.id if isinstance(message.id, str) else message.id[0]: _forms(message)
        for message in catalog
        if message.id and not message.fuzzy
    }
    return Words(tag, settings.name, direction, texts, Plurals(catalog.num_plurals, str(catalog.plural_expr)))


def _forms(message: Message) -> tuple[str, ...]:
    said = message.string or ""
    return (said,) if isinstance(said, str) else tuple(said)
