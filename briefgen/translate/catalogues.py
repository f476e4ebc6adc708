"""Catalogue files: brought up to date with the messages, keeping all work and marking what is stale."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from briefgen.library.messages import Message


@dataclass(frozen=True, slots=True)
class Status:
    """How far one catalogue is: messages in all, translated, stale, and missing."""

    domain: str
    total: int
    translated: int
    stale: int

    @property
    def missing(self) -> int:
        """The messages without any translation."""
        return self.total - self.translated - self.stale


def template_of(domain: str, messages: Iterable[Message], root: Path) -> Catalog:
    """A catalogue of messages without translations; places are given relative to `root`."""
    catalog = Catalog(project="briefgen", domain=domain, charset="utf-8", fuzzy=False)
    for message in messages:
        path = Path(message.place.path)
        shown = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
        catalog.add(message.text, locations=[(shown.as_posix(), message.place.line)], auto_comments=message.comments)
    return catalog


def updated(path: Path, language: str, template: Catalog) -> bytes:
    """The file brought up to date: translations kept, changed messages marked fuzzy, dropped ones kept aside."""
    catalog = Catalog(locale=language.replace("-", "_"), domain=template.domain, charset="utf-8", fuzzy=False)
    if path.is_file():
        catalog = read_po(BytesIO(path.read_bytes()), locale=language.replace("-", "_"), domain=template.domain)
    catalog.update(template)
    return po_bytes(catalog, language)


def po_bytes(catalog: Catalog, language: str) -> bytes:
    """A catalogue as the bytes of a .po file, without dates or names, so that equal content is equal bytes."""
    buffer = BytesIO()
    write_po(buffer, catalog, width=100, sort_by_file=False, omit_header=True)
    header = (
        'msgid ""\nmsgstr ""\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Content-Transfer-Encoding: 8bit\\n"\n"Language: {language.replace("-", "_")}\\n"\n'
        f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )
    return header.encode() + buffer.getvalue()


def status(domain: str, messages: Iterable[Message], path: Path) -> Status:
    """How far the catalogue of a domain is with these messages."""
    wanted = {message.text for message in messages}
    entries = {}
    if path.is_file():
        entries = {entry.id: entry for entry in read_po(BytesIO(path.read_bytes()), domain=domain) if entry.id}
    stale = sum(1 for text in wanted if text in entries and entries[text].string and entries[text].fuzzy)
    done = sum(1 for text in wanted if text in entries and entries[text].string and not entries[text].fuzzy)
    return Status(domain, len(wanted), done, stale)
