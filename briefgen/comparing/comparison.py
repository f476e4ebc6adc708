"""Two versions of a report pack: everything that differs, and everything that follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.batch.manifest import Entry
from briefgen.check.packs import check_pack
from briefgen.comparing.changes import Change, compare_packs
from briefgen.comparing.circumstances import Circumstances, require_of_report
from briefgen.comparing.letters import Letter, compare_letters
from briefgen.comparing.translations import (
    Original,
    SignOffState,
    Translation,
    originals,
    sign_off_of,
    translation_of,
)
from briefgen.errors import Problem
from briefgen.library.delegations import load_delegations
from briefgen.library.languages import Language, language_tags, load_language, load_numbers
from briefgen.library.messages import messages_to_translate
from briefgen.library.packs import ReportPack, load_pack
from briefgen.library.shelves import Library


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two versions of a pack, and what that means."""

    old: ReportPack
    new: ReportPack
    changes: tuple[Change, ...]
    originals: tuple[Original, ...]
    translations: tuple[Translation, ...]
    sign_offs: tuple[SignOffState, ...]
    letters: tuple[Letter, ...]
    problems: tuple[Problem, ...]
    """What is wrong with either pack; with any of it no documents are compared."""


def compare(library: Library, reports: tuple[str, str], entries: Sequence[Entry], given: Circumstances) -> Comparison:
    """Compare two versions of a pack, by ids or folders, and the documents of a manifest with both.

    Raises a BriefgenError where a pack, a language or a list of contacts cannot be read, and where the campaign or the
    manifest is of another report.
    """
    old, new = (load_pack(library, name) for name in reports)
    require_of_report(library, (old, new), entries, given)
    found = compare_packs(old, new)
    problems = tuple(dict.fromkeys(problem for pack in (old, new) for problem in _problems(library, pack)))
    languages = _languages(library, new)
    changed = originals(old, new, found, [language.catalogue for language in languages])
    versions = [(pack.report.id, messages_to_translate(library, [pack])) for pack in (old, new)]
    signed = (sign_off_of(language, versions[0], versions[1]) for language in languages)
    letters = () if problems else compare_letters(library, reports, entries, given, found.renamed)
    return Comparison(
        old,
        new,
        found.changes,
        tuple(changed),
        tuple(translation_of(language.catalogue, old, new, changed) for language in languages),
        tuple(state for state in signed if state),
        letters,
        problems,
    )


def _problems(library: Library, pack: ReportPack) -> list[Problem]:
    return check_pack(pack, load_delegations(library), load_numbers(library, pack.report.language))


def _languages(library: Library, pack: ReportPack) -> list[Language]:
    """The languages into which a pack is translated."""
    written = pack.report.languages or language_tags(library)
    own = pack.report.language
    return [load_language(library, tag, pack.report.id, own) for tag in written if tag != own]
