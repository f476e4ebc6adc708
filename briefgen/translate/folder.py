"""The catalogues of a language in the folder in which one works."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from babel.messages import catalog as babel

from briefgen.languages.po import MAX_BYTES
from briefgen.languages.po_edit import with_translations
from briefgen.library.messages import Message
from briefgen.library.shelves import Library
from briefgen.reading.files import read_exact_text
from briefgen.translate.catalogues import template_of, updated


@dataclass(frozen=True, slots=True)
class CatalogueFolder:
    """Where the catalogues of a language are written: a workspace, over the library in which they may stand already."""

    library: Library
    workspace: Path
    tag: str

    def path(self, domain: str) -> Path:
        """The catalogue file of a domain, whether it is there or not."""
        return self.workspace.joinpath(*self._at(domain))

    def updated(self, domain: str, messages: Iterable[Message]) -> bytes:
        """The bytes of a catalogue that is brought up to date with all messages of its domain."""
        return updated(self._start(domain), self.tag, template_of(domain, messages, self.workspace))

    def translated(self, domain: str, messages: Sequence[Message], said: Mapping[str, Sequence[str]]) -> bytes:
        """The bytes of a catalogue with translations by original, in all forms; nothing else in it changes.

        `messages` are all of the domain. Raises a BriefgenError where the file cannot take a translation.
        """
        start = self._start(domain)
        text = read_exact_text(start, MAX_BYTES) if start.is_file() else self.updated(domain, messages).decode()
        wanted = template_of(domain, [message for message in messages if message.text in said], self.workspace)
        return with_translations(text, _with_forms(wanted, said), start).encode()

    def _start(self, domain: str) -> Path:
        """The file with which a catalogue begins: itself, or the built-in one, which it would hide if it were empty."""
        return self.library.find(*self._at(domain)) or self.path(domain)

    def _at(self, domain: str) -> tuple[str, ...]:
        return "locales", self.tag, "LC_MESSAGES", f"{domain}.po"


def _with_forms(template: babel.Catalog, said: Mapping[str, Sequence[str]]) -> Iterator[babel.Message]:
    for message in template:
        if message.id:
            forms = said[message.id if isinstance(message.id, str) else message.id[0]]
            message.string = tuple(forms) if message.pluralizable else forms[0]
            yield message
