"""The batch of a campaign file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from briefgen.batch.plan import Batch
from briefgen.library.campaigns import CampaignFile, read_campaign
from briefgen.library.packs import default_report
from briefgen.library.shelves import Library


def batch_of(library: Library, path: Path, workspace: Path, now: datetime) -> Batch:
    """The batch of a campaign file; the files that it names are seen from its own folder.

    `now` is the time at which its documents become final, where it says that they are. Raises a BriefgenError with
    every problem of the file.
    """
    return batch_in(library, read_campaign(path, workspace), now)


def batch_in(library: Library, file: CampaignFile, now: datetime) -> Batch:
    """The batch of a campaign that was read, or that is not written yet; raises a BriefgenError without a report."""
    campaign = file.campaign
    return Batch(
        name=campaign.name,
        report=file.report or default_report(library),
        formats=campaign.formats,
        to=campaign.to,
        languages=campaign.languages,
        kinds=campaign.files,
        day=campaign.date,
        sender=file.beside(campaign.sender),
        contacts=file.beside(campaign.contacts),
        details=file.beside(campaign.details),
        bundles=campaign.bundles,
        print=campaign.sides,
        final_at=now if campaign.final else None,
    )
