"""What a comparison of documents goes by beside the manifest, and whether all of it is of the report compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefgen.batch.manifest import Entry
from briefgen.errors import BriefgenError, Place, Problem
from briefgen.library.campaigns import read_campaign
from briefgen.library.packs import ReportPack, load_pack
from briefgen.library.shelves import Library


@dataclass(frozen=True, slots=True)
class Named:
    """A report that a campaign names, by its id or folder, and where."""

    report: str
    place: Place


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a manifest does not say of its documents: the day, and the files of sender, contacts and details."""

    day: date
    sender: Path | None = None
    contacts: Path | None = None
    details: Path | None = None
    named: Named | None = None
    """The report that the campaign is on; None where it names none."""
    manifest: Path | None = None
    """The manifest itself, beside which the files of its documents lie."""


def circumstances_of(path: Path, workspace: Path) -> Circumstances:
    """What a campaign file says of its documents; raises a BriefgenError with every problem of the file.

    It need not name its report, which the comparison knows.
    """
    file = read_campaign(path, workspace)
    campaign = file.campaign
    named = Named(file.report, file.text.place(("report",))) if file.report else None
    sender, contacts, details = map(file.beside, (campaign.sender, campaign.contacts, campaign.details))
    return Circumstances(campaign.date, sender, contacts, details, named)


def require_of_report(
    library: Library, packs: tuple[ReportPack, ReportPack], entries: Sequence[Entry], given: Circumstances
) -> None:
    """Raise a BriefgenError where the campaign or the manifest is of another report than the two versions."""
    problems = list(_of_others(library, packs, entries, given))
    if problems:
        raise BriefgenError(problems)


def _of_others(
    library: Library, packs: tuple[ReportPack, ReportPack], entries: Sequence[Entry], given: Circumstances
) -> Iterator[Problem]:
    old, new = packs
    compared = " or ".join(f"`{name}`" for name in dict.fromkeys(pack.report.id for pack in packs))
    if given.named and _id(library, given.named) not in (old.report.id, new.report.id):
        message = f"the campaign is on the report `{given.named.report}`, not on {compared}"
        yield Problem(message, given.named.place, "name the campaign of these documents")
    place = Place(given.manifest) if given.manifest else None
    for name in dict.fromkeys(entry.report for entry in entries if entry.report not in ("", old.report.id)):
        message = f"documents of the manifest are on the report `{name}`, not on `{old.report.id}`"
        yield Problem(message, place, "name the manifest of the old version")
    known = {each.id for each in old.report.recommendations}
    unknown = dict.fromkeys(ask for entry in entries if not entry.report for ask in entry.asks if ask not in known)
    if unknown:
        message = f"the old version has no recommendation {', '.join(unknown)}, which documents of the manifest make"
        yield Problem(message, place, "name the version of which they were made as OLD")


def _id(library: Library, named: Named) -> str:
    """The id of a report that may no longer be there."""
    try:
        return load_pack(library, named.report).report.id
    except BriefgenError:
        return named.report
