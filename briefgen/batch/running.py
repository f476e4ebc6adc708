"""A batch on several workers: what is left is made, each result is noted, and one failure stops nobody else."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from briefgen.batch.fingerprint import Fingerprints
from briefgen.batch.making import Site, Task, make
from briefgen.batch.manifest import JOURNAL, Entry, append, as_files, read_entries
from briefgen.batch.plan import Plan
from briefgen.writing import write_all

Progress = Callable[[Entry], None]
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


def run(site: Site, plan: Plan, workers: int, progress: Progress) -> Outcome:
    """Make the documents of a plan in a folder and write its manifest.

    A document whose inputs are as they were, and whose files stand there unchanged, is not made again. What was made
    before the program was killed is known by the journal. Raises a BriefgenError where the folder cannot be written.
    """
    folder = site.folder
    write_all({folder / JOURNAL: _journal(folder)})  # proves that the folder can be written
    before = read_entries(folder)
    fingerprints = Fingerprints(site.library, site.batch)
    current: dict[str, Entry] = {}
    tasks: list[Task] = []
    names = tuple(sorted({job.contact.name for job in plan.jobs if job.contact}))
    for job in plan.jobs:
        known = before.get(job.name)
        if known and known.status == "done" and known.inputs == fingerprints.inputs(job) and known.stands(folder):
            current[job.name] = known
        else:
            tasks.append(Task(job, names, known))
    for entry in _made(tasks, site, workers):
        append(folder, entry)
        current[entry.name] = entry
        progress(entry)
    entries = tuple(current[job.name] for job in plan.jobs)
    write_all({folder / name: data for name, data in as_files(entries).items()})
    (folder / JOURNAL).unlink(missing_ok=True)
    return Outcome(entries, len(tasks))


def _journal(folder: Path) -> bytes:
    path = folder / JOURNAL
    return path.read_bytes() if path.is_file() else b""


def _made(tasks: Iterable[Task], site: Site, workers: int) -> Iterator[Entry]:
    """The entries of tasks as they are finished; a worker that dies takes no other document with it.

    What was being made when one died is made again, each document in a worker of its own: so it shows which it was.
    """
    waiting = deque(tasks)
    while waiting:
        disturbed = yield from _together(waiting, site, workers)
        for task in disturbed:
            yield _alone(task, site)


def _together(waiting: deque[Task], site: Site, workers: int) -> Generator[Entry, None, list[Task]]:
    """The entries of tasks made side by side; returns those that were being made when a worker died."""
    running: dict[Future[Entry], Task] = {}
    with ProcessPoolExecutor(max(1, min(workers, len(waiting))), mp_context=_context()) as pool:
        try:
            while waiting or running:
                while waiting and len(running) < workers:
                    running[pool.submit(make, site, waiting[0])] = waiting[0]
                    waiting.popleft()
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    entry = future.result()
                    del running[future]
                    yield entry
        except BrokenProcessPool:
            return list(running.values())
    return []


def _alone(task: Task, site: Site) -> Entry:
    with ProcessPoolExecutor(1, mp_context=_context()) as pool:
        try:
            return pool.submit(make, site, task).result()
        except BrokenProcessPool:
            return _lost(task)


def _context() -> multiprocessing.context.BaseContext:
    """Workers that are forked share what is loaded; where that cannot be had, they load it themselves."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else "spawn")


def _lost(task: Task) -> Entry:
    job = task.job
    message = "the program that made it was ended twice; run the batch again, or make it alone with `briefgen build`"
    return Entry(
        name=job.name,
        recipient=job.recipient.name,
        contact=job.contact.name if job.contact else "",
        language=job.language,
        format=job.format,
        status="problem",
        problems=(message,),
    )
