"""What is to be done about a changed report: translations, reviews, and the documents of a batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefgen.comparing.comparison import Comparison
from briefgen.comparing.entries import Told, counted
from briefgen.comparing.letters import Letter
from briefgen.comparing.mailing import Addressed
from briefgen.comparing.translations import SignOffState
from briefgen.library.languages import SOURCE_LANGUAGE


@dataclass(frozen=True, slots=True)
class Duties:
    """What is to be done, and for which languages and documents."""

    mend: int
    """How many problems the packs have."""
    translate: tuple[tuple[int, tuple[str, ...]], ...]
    """How many texts, and into which languages so many."""
    review_again: tuple[SignOffState, ...]
    """The reviews that do not hold for the new version."""
    review_first: tuple[str, ...]
    """The languages of affected documents of which there is no review."""
    again: tuple[Letter, ...]
    """Documents that are others now."""
    blocked: tuple[Letter, ...]
    """Those of them that cannot be made yet."""
    by_hand: tuple[Letter, ...]
    """Those of them that a person has edited: making them again would lose that."""
    unclear: tuple[Letter, ...]
    """Documents in which no change was found, but of which not all was compared."""
    kept: int
    """How many documents are as they were."""


def duties_of(found: Comparison) -> Duties:
    """What is to be done after a comparison."""
    counts: dict[int, list[str]] = {}
    for each in found.translations:
        counts.setdefault(each.stale + each.new, []).append(each.language)
    affected = [letter for letter in found.letters if letter.effect.affected]
    able = [letter for letter in affected if not letter.effect.problems]
    reviewed = {each.language for each in found.sign_offs}
    languages = sorted({letter.entry.language for letter in affected})
    unclear = [letter for letter in found.letters if letter.effect.remarks and not letter.effect.affected]
    return Duties(
        len(found.problems),
        tuple((number, tuple(tags)) for number, tags in counts.items() if number),
        tuple(each for each in found.sign_offs if each.state != "holds"),
        tuple(tag for tag in languages if tag not in reviewed and tag != SOURCE_LANGUAGE),
        tuple(letter for letter in able if not letter.edited),
        tuple(letter for letter in affected if letter.effect.problems),
        tuple(letter for letter in able if letter.edited),
        tuple(unclear),
        len(found.letters) - len(affected) - len(unclear),
    )


def tell_duties(duties: Duties, letters: Sequence[Letter]) -> Iterator[Told]:
    """What is to be done in words, in the order in which it is done; `letters` are all documents of the manifest."""
    if duties.mend:
        yield Told(f"mend the report first, and compare again: {counted(duties.mend, 'problem')}")
    for number, tags in duties.translate:
        yield Told(f"translate {counted(number, 'text')} into {', '.join(tags)}")
    for each in duties.review_again:
        yield Told(f"ask for a new sign-off of {each.language}", (f"by: {each.role}",))
    if duties.review_first:
        remark = "without it nothing in these languages is final"
        yield Told(f"ask for a first sign-off of {', '.join(duties.review_first)}", (remark,))
    addressed = Addressed(letters)
    for what, found in (
        ("make and send again", duties.again),
        ("edited by hand: change by hand too, or their edits are lost, and send again", duties.by_hand),
        ("cannot be made yet: make and send again when the reason is mended", duties.blocked),
        ("look at: no change found, but not all was compared", duties.unclear),
    ):
        if found:
            yield Told(f"{what}: {counted(len(found), 'document')}", tuple(_lines(found, addressed)))
    if letters:
        yield Told(f"leave as they are: {counted(duties.kept, 'document')}")


def _lines(letters: Iterable[Letter], addressed: Addressed) -> Iterator[str]:
    """Documents by format and language, with the reason for which they cannot be made or are to be looked at."""
    groups: dict[tuple[str, str, tuple[str, ...]], list[Letter]] = {}
    for letter in letters:
        entry, effect = letter.entry, letter.effect
        edited = ("edited by hand",) if letter.edited and effect.problems else ()
        reasons = (*(effect.problems or effect.remarks), *edited)
        groups.setdefault((entry.format, entry.language, reasons), []).append(letter)
    for (_, _, reasons), group in groups.items():
        yield "; ".join((addressed.told(group), *reasons))
