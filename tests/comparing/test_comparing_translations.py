"""Which translations a changed text leaves stale, and which plural no longer fits."""

from __future__ import annotations

from briefgen.comparing.changes import compare_packs
from briefgen.comparing.translations import Original, originals, translation_of
from briefgen.library.languages import load_language
from tests.comparing.conftest import REPORT, Versions

OLD, NEW = "The report has 148 pages.", "It has 148 pages."


def found(versions: Versions) -> list[Original]:
    versions.shelf.add_language("fr")
    old, new = versions.packs()
    return originals(old, new, compare_packs(old, new), [load_language(versions.shelf.library, "fr", REPORT).catalogue])


def test_a_changed_text_is_stale_and_told_with_what_it_replaces(versions: Versions) -> None:
    versions.edit(f"claim: {OLD}", f"claim: {NEW}")
    (original,) = found(versions)
    assert (original.old, original.new, original.untranslated) == (OLD, NEW, ("fr",))
    assert original.place.line


def test_a_new_text_replaces_none_and_a_dropped_one_is_counted(versions: Versions) -> None:
    versions.edit("summary:\n", "summary:\n  - {id: S9, claim: Entirely new., anchor: The 148-page report}\n")
    versions.edit(f"claim: {OLD}", 'claim: "6,820"')
    originals_ = found(versions)
    assert [(each.old, each.new) for each in originals_] == [("", "Entirely new.")]
    old, new = versions.packs()
    counts = translation_of(load_language(versions.shelf.library, "fr", REPORT).catalogue, old, new, originals_)
    assert (counts.language, counts.stale, counts.new, counts.done, counts.dropped) == ("fr", 0, 1, 0, 1)


def test_a_pack_with_another_id_needs_all_translations_anew(versions: Versions) -> None:
    versions.edit(f"id: {REPORT}", "id: another-report")
    all_ = found(versions)
    assert len(all_) > 100
    assert all(each.old == each.new and each.untranslated == ("fr",) for each in all_)
