"""A batch from its plan to its manifest: what is left is made, and each result is noted as it is finished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefgen.batch.crew import Crew
from briefgen.batch.holding import Hold
from briefgen.batch.making import Site, Task
from briefgen.batch.manifest import Entry, append, close_journal, open_journal, read_entries
from briefgen.batch.plan import Plan
from briefgen.batch.standing import of_jobs
from briefgen.writing import remove_drafts

Listener = Callable[[Entry], None]
"""What is told of each document as soon as it is finished."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a batch came to: every document in the order of the plan, and how many of them were made in this run."""

    entries: tuple[Entry, ...]
    made: int

    @property
    def problems(self) -> tuple[Entry, ...]:
        """The documents that could not be made."""
        return tuple(entry for entry in self.entries if entry.status == "problem")


def run(site: Site, plan: Plan, crew: Crew, hold: Hold, tell: Listener) -> Outcome:
    """Make the documents of a plan in a folder that is held, and write its manifest.

    A document whose inputs are as they were, and whose files stand there unchanged, is not made again. What was made
    before the program was killed or the disk was full is known by the journal. Raises a BriefgenError where the folder
    cannot be written.
    """
    folder = site.folder
    remove_drafts(folder)
    open_journal(folder)
    before = read_entries(folder)
    current: dict[str, Entry] = {}
    tasks: list[Task] = []
    names = tuple(sorted({job.contact.name for job in plan.jobs if job.contact}))
    for job, each in zip(plan.jobs, of_jobs(site, plan.jobs, before), strict=True):
        if each.state == "built" and each.entry:
            current[job.name] = each.entry
        else:
            tasks.append(Task(job, names, each.entry))
    hold.begin(len(plan.jobs), len(current))
    for entry in crew.entries(site, tasks):
        append(folder, entry)
        current[entry.name] = entry
        tell(entry)
    entries = tuple(current[job.name] for job in plan.jobs)
    close_journal(folder, entries)
    return Outcome(entries, len(tasks))
