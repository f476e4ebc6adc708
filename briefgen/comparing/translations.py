"""What a changed pack leaves of its translations and their sign-offs, language by language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from briefgen.comparing.changes import PackChanges
from briefgen.errors import Place
from briefgen.languages.catalogue import Catalogue
from briefgen.library.languages import Language
from briefgen.library.messages import Message, texts_of
from briefgen.library.packs import ReportPack
from briefgen.model.phrases import translatable

Messages = Mapping[str, Sequence[Message]]


@dataclass(frozen=True, slots=True)
class Original:
    """A text that is another, or new: what it replaces, its place, and the languages that have no translation of it."""

    old: str
    new: str
    place: Place
    untranslated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Translation:
    """How far a language is with the new version; `dropped` are the translations that it needs no more."""

    language: str
    stale: int
    new: int
    done: int
    dropped: int


@dataclass(frozen=True, slots=True)
class SignOffState:
    """What became of the record of a review.

    `void` ended with this change; `void already` held for neither version; `holds` is one of the new version.
    """

    language: str
    role: str
    day: date
    state: Literal["holds", "void", "void already"]


def originals(
    old: ReportPack, new: ReportPack, changes: PackChanges, catalogues: Sequence[Catalogue]
) -> list[Original]:
    """Every text of the new version that the old one does not have, once, in the order of the file.

    Where the id of the pack is another, its catalogues are too: then each text counts that these do not have.
    """
    known = {(phrase.text, phrase.plural) for phrase in translatable(old.report)}
    before = {text.at: text.old for change in changes.changes for text in change.texts if text.at}
    found: dict[str, Original] = {}
    moved = old.report.id != new.report.id
    for phrase in translatable(new.report):
        fresh = (phrase.text, phrase.plural) not in known
        if phrase.text in found or not (fresh or moved):
            continue
        place = new.text.place(phrase.at)
        # A changed plural has the key of its singular, whose translation is then there, and does not fit.
        counted = bool(phrase.plural) and phrase.text in {text for text, _ in known}
        replaced = before.get(phrase.at, phrase.text if counted or not fresh else "")
        lacking = tuple(
            each.language for each in catalogues if (counted and fresh) or not _says(each, new.report.id, phrase.text)
        )
        if fresh or lacking:
            found[phrase.text] = Original(replaced, phrase.text, place, lacking)
    return list(found.values())


def _says(catalogue: Catalogue, domain: str, text: str) -> bool:
    entry = catalogue.entries.get((domain, text))
    return bool(entry and entry.complete and not entry.fuzzy)


def translation_of(catalogue: Catalogue, old: ReportPack, new: ReportPack, found: Sequence[Original]) -> Translation:
    """How far a language is with the texts that changed: stale where they replace one, new where they replace none."""
    open_ = [each for each in found if catalogue.language in each.untranslated]
    stale = sum(bool(each.old) for each in open_)
    kept = {phrase.text for phrase in translatable(new.report)}
    gone = {phrase.text for phrase in translatable(old.report)} - kept
    dropped = sum((new.report.id, text) in catalogue.entries for text in gone)
    return Translation(catalogue.language, stale, len(open_) - stale, len(found) - len(open_), dropped)


def sign_off_of(language: Language, old: tuple[str, Messages], new: tuple[str, Messages]) -> SignOffState | None:
    """What became of the sign-off of a language; None where there is none.

    `old` and `new` are the id of a version and all that a reviewer of it reads.
    """
    record = language.signoffs.reports.get(new[0]) or language.signoffs.reports.get(old[0])
    if record is None:
        return None
    if language.is_signed_off(new[0], texts_of(new[1])):
        return SignOffState(language.tag, record.role, record.date, "holds")
    held = language.is_signed_off(old[0], texts_of(old[1]))
    return SignOffState(language.tag, record.role, record.date, "void" if held else "void already")
