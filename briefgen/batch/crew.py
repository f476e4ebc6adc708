"""Who makes the documents of a batch: the processes of this machine, or any other engine that yields their entries."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Protocol

from briefgen.batch.making import Site, Task, make_all, problem, warm
from briefgen.batch.manifest import Entry

SHARE = 24
"""Documents that a worker takes at once; so many may have to be made again where a batch is killed."""
ENDED = "the program that made it was ended twice; run the batch again, or make it alone with `briefgen build`"
"""What is said of a document whose worker died each time."""


class Crew(Protocol):
    """The workers of a batch, whoever they are."""

    def entries(self, site: Site, tasks: Sequence[Task]) -> Iterator[Entry]:
        """The entry of each task as soon as its document stands whole in the folder of the site, in any order.

        A document that cannot be made is an entry with its problems, and so is one whose worker died. Raises a
        BriefgenError where no further document can be made.
        """
        ...


@dataclass(frozen=True, slots=True)
class Processes:
    """Workers that are processes of this machine."""

    workers: int

    def entries(self, site: Site, tasks: Sequence[Task]) -> Iterator[Entry]:
        """The entries of tasks as they are finished; a worker that dies takes no other document with it.

        What was being made when one died is made again, each document in a worker of its own: so it shows which it was.
        """
        waiting = deque(shares(tasks))
        if waiting and _context().get_start_method() == "fork":
            warm(site, {kind for task in tasks for kind in task.job.kinds})
        while waiting:
            disturbed = yield from _together(waiting, site, self.workers)
            for task in disturbed:
                yield _alone(task, site)


def shares(tasks: Sequence[Task]) -> list[list[Task]]:
    """The tasks in shares of documents that are much alike, the largest first: each goes to one worker as a whole.

    A worker lays out in full what is new to it, so what is alike belongs in one hand; what is last should be short.
    """
    alike: dict[object, list[Task]] = {}
    for task in tasks:
        alike.setdefault(task.job.kin, []).append(task)
    found = [group[at : at + SHARE] for group in alike.values() for at in range(0, len(group), SHARE)]
    return sorted(found, key=len, reverse=True)


def _together(waiting: deque[list[Task]], site: Site, workers: int) -> Generator[Entry, None, list[Task]]:
    """The entries of shares made side by side; returns the tasks of those that were being made when a worker died."""
    running: dict[Future[list[Entry]], list[Task]] = {}
    with _pool(max(1, min(workers, len(waiting)))) as pool:
        try:
            while waiting or running:
                while waiting and len(running) < workers:
                    running[pool.submit(make_all, site, waiting[0])] = waiting[0]
                    waiting.popleft()
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    entries = future.result()
                    del running[future]
                    yield from entries
        except BrokenProcessPool:
            return [task for share in running.values() for task in share]
    return []


def _alone(task: Task, site: Site) -> Entry:
    with _pool(1) as pool:
        try:
            return pool.submit(make_all, site, [task]).result()[0]
        except BrokenProcessPool:
            return problem(task, ENDED)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=_context(), initializer=end_with_parent)


def end_with_parent() -> None:
    """Let a worker end as soon as the process for which it works has: nobody takes what it makes any more."""
    threading.Thread(target=_outlast_parent, daemon=True).start()


def _outlast_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _context() -> multiprocessing.context.BaseContext:
    """Workers that are forked share what is loaded; where that cannot be had, they load it themselves."""
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if "fork" in methods else "spawn")
