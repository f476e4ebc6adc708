"""How each document of a batch stands: still to be made, as it should be, out of date, or with a problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from briefgen.batch.fingerprint import Fingerprints
from briefgen.batch.making import Site
from briefgen.batch.manifest import Entry, read_entries
from briefgen.batch.plan import Job, Plan
from briefgen.library.delegations import Delegations

State = Literal["planned", "built", "stale", "problem", "dropped", "left"]
_WORST: tuple[State, ...] = ("problem", "stale", "planned", "built")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands.

    `planned`: it was never made; `built`: it need not be made again; `stale`: it must, since what it depends on has
    `changed`, or files are `missing` or `altered`; `problem`: it could not be made, and as far as is known nothing has
    changed since; `dropped`: it was made, and the batch no longer has it; `left`: the batch cannot have it.
    """

    name: str
    """The name of its files without the ending; of what is left, what was asked for."""
    recipient: str
    state: State
    job: Job | None = None
    entry: Entry | None = None
    """What is on record of it, with its problems."""
    changed: bool = False
    """Whether what it depends on is not as it was when it was made, or could not be made."""
    missing: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    why: str = ""
    """Of what is left, the reason."""


@dataclass(frozen=True, slots=True)
class OfDelegation:
    """All that a batch has, had or cannot have for a delegation, and the worst that can be said of its documents."""

    state: State | Literal[""]
    """Empty where none of its documents is for this delegation."""
    documents: tuple[Standing, ...]


def standing(site: Site, plan: Plan) -> tuple[Standing, ...]:
    """How each document of a plan stands, in its order; then what is on record beside it, and what is left.

    The folder is only read: another process may be writing the batch, and what that has noted is seen. Raises a
    BriefgenError where a file on which documents depend cannot be read.
    """
    before = read_entries(site.folder)
    planned = {job.name for job in plan.jobs}
    dropped = (entry for name, entry in before.items() if name not in planned)
    return (
        *of_jobs(site, plan.jobs, before),
        *(Standing(entry.name, entry.recipient, "dropped", entry=entry) for entry in dropped),
        *(Standing(left.what, left.recipient.name, "left", why=left.why) for left in plan.left),
    )


def of_jobs(site: Site, jobs: Iterable[Job], before: Mapping[str, Entry]) -> Iterator[Standing]:
    """How the document of each job stands, by what is on record: whatever is not `built` is what a run makes.

    Raises a BriefgenError where a file on which documents depend cannot be read.
    """
    fingerprints = Fingerprints(site.library, site.batch)
    for job in jobs:
        known = before.get(job.name)
        if known:
            yield _of_job(site, job, known, fingerprints)
        else:
            yield Standing(job.name, job.recipient.name, "planned", job)


def _of_job(site: Site, job: Job, known: Entry, fingerprints: Fingerprints) -> Standing:
    """How a document stands that was made, or that was tried."""

    def stands_as(state: State, changed: bool = False, flaws: Mapping[str, str] | None = None) -> Standing:
        wrong = flaws or {}
        missing, altered = (tuple(name for name in wrong if wrong[name] == flaw) for flaw in ("missing", "altered"))
        return Standing(job.name, job.recipient.name, state, job, known, changed, missing, altered)

    failed = known.status == "problem"
    if failed and not known.inputs:  # its maker could not tell what it depends on
        return stands_as("problem")
    if known.inputs != fingerprints.inputs(job):
        return stands_as("stale", changed=True)
    if failed:
        return stands_as("problem")
    flaws = dict(known.flaws(site.folder))
    return stands_as("built" if known.files and not flaws else "stale", flaws=flaws)


def by_delegation(standings: Iterable[Standing], delegations: Delegations) -> dict[str, OfDelegation]:
    """For each delegation, by its ISO code, what stands how; documents for groups are those of no delegation."""
    found: dict[str, list[Standing]] = {iso: [] for iso in delegations.states}
    for each in standings:
        if each.recipient in found:
            found[each.recipient].append(each)
    return {iso: OfDelegation(_worst(documents), tuple(documents)) for iso, documents in found.items()}


def _worst(documents: Iterable[Standing]) -> State | Literal[""]:
    states = {each.state for each in documents}
    return next((state for state in _WORST if state in states), "")
