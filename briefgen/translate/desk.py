"""A translator's desk: the sentences of one report in one language, and what is written when one is saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefgen.errors import BriefgenError, Conflict, Place
from briefgen.languages.catalogue import read_catalogue
from briefgen.library.languages import SOURCE_LANGUAGE, Language, load_language
from briefgen.library.messages import Message, messages_to_translate
from briefgen.library.packs import ReportPack, load_pack
from briefgen.library.shelves import Library
from briefgen.translate.catalogues import Progress, progress
from briefgen.translate.folder import CatalogueFolder
from briefgen.translate.proofreading import Proofreader, open_proofreader
from briefgen.translate.sentences import Sentence, sentence_of, sentences_of


@dataclass(frozen=True, slots=True)
class Originals:
    """A report and all that is translated for it, which are the same whatever the language."""

    library: Library
    workspace: Path
    pack: ReportPack
    messages: Mapping[str, tuple[Message, ...]]
    """By domain."""

    def desk(self, tag: str) -> Desk:
        """The desk of a language; raises a BriefgenError with the problems of its files."""
        report = self.pack.report
        language = load_language(self.library, tag, report.id, report.language)
        return Desk(self.library, self.workspace, self.pack, language, self.messages)


@dataclass(frozen=True, slots=True)
class Desk:
    """One report and one language as they were when they were read."""

    library: Library
    workspace: Path
    pack: ReportPack
    language: Language
    messages: Mapping[str, tuple[Message, ...]]
    """By domain."""

    @property
    def folder(self) -> CatalogueFolder:
        """Where its catalogues are written."""
        return CatalogueFolder(self.library, self.workspace, self.language.tag)

    def sentences(self) -> tuple[Sentence, ...]:
        """Every sentence once by domain, in the order in which it stands in the texts."""
        return tuple(sentences_of(self.language.catalogue, self.messages))

    def sentence(self, key: str) -> Sentence:
        """The sentence of a key; raises a BriefgenError where there is none any more."""
        for sentence in self.sentences():
            if sentence.key == key:
                return sentence
        hint = "open the list of sentences again"
        raise BriefgenError.one("there is no such sentence: its English text has changed", None, hint)

    def progress(self) -> Progress:
        """How far the translation is, and whether a review of it is on record."""
        return progress(self.language, self.messages, self.pack.report.id)

    def proofreader(self) -> Proofreader:
        """What its translations are held against; raises a BriefgenError where that cannot be read."""
        return open_proofreader(self.library, self.pack, self.language)

    def saved(self, key: str, forms: Sequence[str], seen: Sequence[str]) -> tuple[Path, bytes]:
        """The catalogue file of the workspace, and its bytes with this translation and all others that stand in it now.

        `seen` is the translation that the translator was shown. Raises a Conflict where another stands there now, and a
        BriefgenError where the forms are not those of the language or the file cannot take them.
        """
        sentence = self.sentence(key)
        now = self._now(sentence)
        if now.forms not in (tuple(seen), tuple(forms)):
            hint = "read what stands there now; then save yours, or leave it"
            place = now.place or Place(self.folder.path(sentence.domain))
            raise Conflict.one("somebody else has changed this translation meanwhile", place, hint)
        return self.written(sentence.domain, {sentence.message.text: tuple(forms)})

    def written(self, domain: str, said: Mapping[str, Sequence[str]]) -> tuple[Path, bytes]:
        """The catalogue file of a domain, and its bytes with these translations by original, in all forms."""
        return self.folder.path(domain), self.folder.translated(domain, self.messages[domain], said)

    def _now(self, sentence: Sentence) -> Sentence:
        """A sentence as the files have it at this moment."""
        paths = self.library.every("locales", self.language.tag, "LC_MESSAGES", f"{sentence.domain}.po")
        files = [(sentence.domain, path) for path in paths if path.is_file()]
        catalogue = read_catalogue(self.language.tag, files, SOURCE_LANGUAGE)
        before = self.language.catalogue
        same = replace(
            catalogue, plurals=before.plurals, sources=before.sources
        )  # a file that is not there yet has no rule
        return sentence_of(same, sentence.domain, sentence.message)


def read_originals(library: Library, workspace: Path, report: str) -> Originals:
    """The originals of a report, read from the files; raises a BriefgenError with their problems."""
    pack = load_pack(library, report)
    return Originals(library, workspace, pack, messages_to_translate(library, [pack]))


def open_desk(library: Library, workspace: Path, report: str, tag: str) -> Desk:
    """The desk of a report and a language, read from the files; raises a BriefgenError with their problems."""
    return read_originals(library, workspace, report).desk(tag)
