"""What a worker on another machine does: it proves that it is like the one that asks, and sends back what it makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from traceback import format_exc
from typing import Any

from briefgen.batch.likeness import Likeness, differences, likeness, specimen
from briefgen.batch.making import Site, Task, make, refused
from briefgen.batch.manifest import Entry
from briefgen.batch.plan import Batch, Job
from briefgen.library.shelves import Library, built_in_shelf


@dataclass(frozen=True, slots=True)
class Errand:
    """What a worker is told of a batch."""

    shelves: tuple[Path | None, ...]
    """None stands for the built-in library, which each machine has at a place of its own."""
    batch: Batch
    first: Job
    """The document by whose inputs machines are compared."""
    run: str
    """A name for this run: a worker that outlives it keeps nothing that it read for the next."""
    fast_path: bool = True


@dataclass(frozen=True, slots=True)
class Made:
    """A document that a worker made: its entry, and the bytes of its files by their names."""

    entry: Entry
    files: Mapping[str, bytes]


class StandsElsewhere(Entry):
    """An entry whose files stand on the machine that asks, where a worker cannot see them."""

    def stands(self, folder: Path) -> bool:  # noqa: ARG002 - the folder of a worker is another
        """That was seen to where the files are."""
        return True


@dataclass(frozen=True, slots=True)
class Unlike:
    """The answer of a worker that is not like the machine that asks: what differs."""

    what: str


@dataclass(frozen=True, slots=True)
class Fault:
    """The answer of a worker on which the program itself failed: the traceback.

    Dask carries exceptions too, but waits for ever for one whose traceback is too deep to be sent (a RecursionError).
    """

    traceback: str


def errand_of(site: Site, first: Job, run: str) -> Errand:
    """What workers are told of a batch, with paths that mean the same in whichever folder they run."""
    own = built_in_shelf()
    shelves = tuple(None if shelf == own else shelf.absolute() for shelf in site.library.shelves)
    batch, report = site.batch, Path(site.batch.report)
    everywhere = replace(
        batch,
        report=str(report.absolute()) if report.is_dir() else batch.report,
        sender=batch.sender and batch.sender.absolute(),
        contacts=batch.contacts and batch.contacts.absolute(),
        details=batch.details and batch.details.absolute(),
    )
    return Errand(shelves, everywhere, first, run, site.fast_path)


def seen(errand: Errand, dask_worker: Any) -> Likeness:
    """What a worker can say of itself at once; Dask hands over the worker by the name of the parameter."""
    return likeness_of(errand, dask_worker.state.nthreads)


@cache
def likeness_of(errand: Errand, threads: int = 1) -> Likeness:
    """What decides of the bytes of the documents of an errand on this machine."""
    return likeness(_library(errand), errand.batch, errand.first, threads)


@cache
def specimen_of(errand: Errand) -> str:
    """The specimen of an errand on this machine; what is loaded for it need not be loaded again."""
    return specimen(_library(errand), errand.batch)


def make_there(errand: Errand, ours: Likeness, proof: str, task: Task) -> Made | Unlike | Fault:
    """Make a document on a worker of Dask, if that is like the machine that asks.

    Each worker is tried before its first document, also one that joined or was started again later.
    """
    from distributed import get_worker  # noqa: PLC0415 - part of an extra

    worker = get_worker()
    desk = Path(worker.local_directory)  # Dask tidies it, also after a worker that was killed
    try:
        found = differences(likeness_of(errand, worker.state.nthreads), ours)
        if not found and specimen_of(errand) != proof:
            found = "it sets a page otherwise, as with another version of a system library (Pango, HarfBuzz, zlib)"
        return Unlike(f"worker {worker.address} differs: {found}") if found else make_here(errand, task, desk)
    except OSError as error:
        return Made(refused(task, error), {})
    except Exception:
        return Fault(f"on worker {worker.address}:\n{format_exc()}")


def make_here(errand: Errand, task: Task, desk: Path) -> Made:
    """Make a document in a folder of this process alone, and take it from there."""
    site = Site(_library(errand), errand.batch, desk / errand.run, errand.fast_path)
    entry = make(site, task)
    paths = [site.folder / name for name in entry.files]
    files = {path.name: path.read_bytes() for path in paths if path.exists()}
    for path in paths:
        path.unlink(missing_ok=True)
    return Made(entry, files)


@cache
def _library(errand: Errand) -> Library:
    return Library(tuple(shelf or built_in_shelf() for shelf in errand.shelves))
