"""Catalogue files: brought up to date with the messages, keeping all work and marking what is stale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from briefgen.languages.catalogue import Catalogue, previous_of
from briefgen.languages.po import read_po
from briefgen.languages.po_edit import WIDTH
from briefgen.library.languages import SOURCE_LANGUAGE, Language, language_tags
from briefgen.library.messages import Message, texts_of
from briefgen.library.packs import ReportPack
from briefgen.library.shelves import Library
from briefgen.translate.sentences import state_of


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


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the translation into a language is, catalogue by catalogue, and whether a review of it is on record."""

    language: str
    catalogues: tuple[Status, ...]
    signed_off: bool


def template_of(domain: str, messages: Iterable[Message], root: Path) -> Catalog:
    """A catalogue of messages without translations; places are given relative to `root`."""
    catalog = Catalog(project="briefgen", domain=domain, charset="utf-8", fuzzy=False)
    for message in messages:
        path = Path(message.place.path)
        shown = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
        text = (message.text, message.plural) if message.plural else message.text
        catalog.add(text, locations=[(shown.as_posix(), message.place.line)], auto_comments=message.comments)
    return catalog


def updated(path: Path, language: str, template: Catalog) -> bytes:
    """The file brought up to date: translations kept, changed messages marked fuzzy, dropped ones kept aside."""
    catalog = Catalog(locale=language.replace("-", "_"), domain=template.domain, charset="utf-8", fuzzy=False)
    if path.is_file():
        catalog = read_catalog(path, language)
    before = {message.id: message.previous_id for message in catalog if message.fuzzy}
    catalog.update(template)
    for message in catalog:  # Babel forgets it where nothing has changed since
        message.previous_id = message.previous_id or (before.get(message.id, []) if message.fuzzy else [])
    return po_bytes(catalog, language)


def read_catalog(path: Path, language: str) -> Catalog:
    """A catalogue file as Babel has it, with the originals of stale messages where Babel itself writes them.

    Raises a BriefgenError where it cannot be read.
    """
    catalog = read_po(path, language)
    catalog.fuzzy = False
    for message in catalog:
        message.previous_id = [text for text in previous_of(message) if text] if message.fuzzy else []
        message.user_comments = [comment for comment in message.user_comments if not comment.startswith("|")]
    return catalog


def po_bytes(catalog: Catalog, language: str) -> bytes:
    """A catalogue as the bytes of a .po file, without dates or names, so that equal content is equal bytes."""
    buffer = BytesIO()
    write_po(buffer, catalog, width=WIDTH, sort_by_file=False, omit_header=True, include_previous=True)
    header = (
        'msgid ""\nmsgstr ""\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Content-Transfer-Encoding: 8bit\\n"\n"Language: {language.replace("-", "_")}\\n"\n'
        f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )
    return header.encode() + buffer.getvalue()


def pot_bytes(catalog: Catalog) -> bytes:
    """A template catalogue as the bytes of a .pot file, for whoever begins a language with tools of their own."""
    buffer = BytesIO()
    write_po(buffer, catalog, width=WIDTH, sort_by_file=False, omit_header=True)
    header = 'msgid ""\nmsgstr ""\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    return f'{header}"Content-Transfer-Encoding: 8bit\\n"\n\n'.encode() + buffer.getvalue()


def status(domain: str, messages: Iterable[Message], catalogue: Catalogue) -> Status:
    """How far the catalogue of a language is with the messages of a domain."""
    wanted = {message.text for message in messages}
    states = Counter(state_of(catalogue.entries.get((domain, text))) for text in wanted)
    return Status(domain, len(wanted), states["translated"], states["stale"])


def progress(language: Language, messages: Mapping[str, Sequence[Message]], report: str) -> Progress:
    """How far the translation of a report into a language is: its catalogues, and its review."""
    catalogue = language.catalogue
    counted = (status(domain, wanted, catalogue) for domain, wanted in messages.items() if catalogue.translates(domain))
    return Progress(language.tag, tuple(counted), language.is_signed_off(report, texts_of(messages)))


def target_languages(library: Library, pack: ReportPack) -> list[str]:
    """The languages into which a report, or the formats for it, are translated: those that it names, or else all."""
    written = pack.report.languages or language_tags(library)
    return [tag for tag in written if {tag} != {SOURCE_LANGUAGE, pack.report.language}]


def to_translate(
    messages: Mapping[str, tuple[Message, ...]], tag: str, pack: ReportPack
) -> dict[str, tuple[Message, ...]]:
    """The messages that are written in another language, by their domain."""
    catalogue = Catalogue(tag, SOURCE_LANGUAGE, sources={pack.report.id: pack.report.language})
    return {domain: wanted for domain, wanted in messages.items() if catalogue.translates(domain)}
