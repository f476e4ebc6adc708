"""The campaigns of a workspace as the page shows them: how every document stands, and the batch that makes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefgen.batch.apart import Run
from briefgen.batch.bundles import Bundle, every_bundle
from briefgen.batch.campaign import batch_in, batch_of
from briefgen.batch.making import Site
from briefgen.batch.manifest import read_entries
from briefgen.batch.plan import Plan, plan
from briefgen.batch.standing import OfDelegation, Standing, by_delegation, standing
from briefgen.errors import BriefgenError
from briefgen.library.campaigns import campaign_in, campaign_text, read_campaign
from briefgen.library.delegations import load_delegations
from briefgen.library.shelves import Library
from briefgen.reading.files import is_inside, require_inside

OUTPUT = "output"


@dataclass(frozen=True, slots=True)
class Overview:
    """How a campaign stands: each document, what is for each delegation, and how many documents are in each state."""

    standings: tuple[Standing, ...]
    delegations: Mapping[str, OfDelegation]
    counts: Mapping[str, int]

    @property
    def others(self) -> tuple[Standing, ...]:
        """The documents that are for no single delegation."""
        return tuple(each for each in self.standings if each.recipient not in self.delegations)


@dataclass(frozen=True, slots=True)
class CampaignFolder:
    """One campaign file of a workspace, and the folder in which its documents are written."""

    library: Library
    workspace: Path
    path: Path

    @property
    def name(self) -> str:
        """The name of its file."""
        return self.path.name

    @property
    def folder(self) -> Path:
        """Where its documents are."""
        return self.workspace / OUTPUT / read_campaign(self.path, self.workspace).campaign.name

    def planned(self) -> tuple[Site, Plan]:
        """What it makes, and where; raises a BriefgenError with every problem."""
        batch = batch_of(self.library, self.path, self.workspace, datetime.now(UTC))
        return Site(self.library, batch, self.workspace / OUTPUT / batch.name), plan(self.library, batch)

    def overview(self) -> Overview:
        """How everything stands at this moment; raises a BriefgenError with every problem."""
        site, planned = self.planned()
        found = standing(site, planned)
        delegations = by_delegation(found, load_delegations(self.library))
        return Overview(found, delegations, Counter(each.state for each in found))

    def bundles(self) -> tuple[Bundle, ...]:
        """What can be taken along as one file."""
        return every_bundle(*self.planned())

    def file(self, name: str) -> Path | None:
        """A file that the batch has written, by its name; None for any other name."""
        written = {file for entry in read_entries(self.folder).values() for file in entry.files}
        path = self.folder / name
        return path if name in written and is_inside(path, self.folder) else None

    def run(self, jobs: int) -> Run:
        """Begin to make what is to be made."""
        return Run.start(self.path, self.workspace, self.workspace / OUTPUT, jobs)

    def running(self) -> Run | None:
        """The batch that is being written, whoever began it; None where none is."""
        return Run.found(self.folder)


def campaigns_in(library: Library, workspace: Path) -> Iterator[CampaignFolder]:
    """The campaign files of a workspace, by their names; what is none, is broken or lies elsewhere is passed over."""
    for path in sorted(workspace.glob("*.yaml")):
        try:
            read_campaign(require_inside(path, workspace), workspace)
        except BriefgenError:
            continue
        yield CampaignFolder(library, workspace, path)


def new_campaign(library: Library, workspace: Path, chosen: Mapping[str, object]) -> tuple[Path, str]:
    """The file of a new campaign and its text, which can be planned.

    Raises a BriefgenError with every problem of what was chosen, and where there is a file of this name.
    """
    path = workspace / f"{chosen['name']}.yaml"
    text = campaign_text(chosen, path, workspace)
    if path.exists():
        raise BriefgenError.one(f"there is a file `{path.name}` already", None, "give the campaign another name")
    plan(library, batch_in(library, campaign_in(text, path, workspace), datetime.now(UTC)))
    return path, text
