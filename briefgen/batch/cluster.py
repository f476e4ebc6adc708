"""A batch on the workers of a Dask cluster, which send their documents back to the one machine that writes."""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from queue import Empty, SimpleQueue
from types import ModuleType
from typing import Any, cast
from uuid import uuid4

from briefgen.batch.crew import shares
from briefgen.batch.fingerprint import Fingerprints, program
from briefgen.batch.likeness import Likeness, differences
from briefgen.batch.making import Site, Task, problem
from briefgen.batch.manifest import Entry, sha256
from briefgen.batch.remote import (
    Errand,
    Fault,
    Made,
    StandsElsewhere,
    Unlike,
    errand_of,
    likeness_of,
    make_there,
    seen,
    specimen_of,
)
from briefgen.errors import BriefgenError, Problem
from briefgen.writing import write_all

_ADDRESS = re.compile(r"((tcp|tls|ws|wss)://)?[^/\s]+:\d+")
"""Dask itself takes others, but says what is wrong with one only from its threads (Dask, Communications)."""
_LOGGERS = ("distributed", "distributed.client", "asyncio")
_CONNECT_SECONDS = 5
_FETCH_SECONDS = 20
_POLL_SECONDS = 5
_POLLS_WITHOUT_WORKERS = 6
_LOST = "every worker that made it was ended; run the batch again, or make it alone with `briefgen build`"
_AGAIN = "what is finished is noted: run the batch again"
_SAME = "install the same on every machine, let all see the same workspace, and start scheduler and workers again"


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of the Dask scheduler at an address."""

    address: str

    def entries(self, site: Site, tasks: Sequence[Task]) -> Iterator[Entry]:
        """The entries of tasks as they are finished, each written here: no worker ever writes into the folder.

        A document whose worker dies is made by others, as often as the scheduler allows. Raises a BriefgenError where
        no scheduler answers, where a worker is not like this machine, and where no worker is left.
        """
        if not tasks:
            return
        errand = errand_of(site, tasks[0].job, uuid4().hex)
        dask = _dask()
        with _quiet(), _client(dask, self.address) as client:
            ours = likeness_of(errand)
            _require_alike(client, errand, ours)
            alike = [task for share in shares(tasks) for task in share]
            yield from _Foreman(client, site, errand, ours, specimen_of(errand)).entries(alike)


def _dask() -> ModuleType:
    try:
        return import_module("distributed")
    except ImportError as error:
        hint = 'pip install "briefgen[cluster]"'
        raise BriefgenError.one("a cluster needs Dask, which is not installed", None, hint) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """What Dask would log of a lost connection, with tracebacks, is told in an error of ours."""
    before = {name: logging.getLogger(name).level for name in _LOGGERS}
    try:
        for name in _LOGGERS:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        yield
    finally:
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)


def _client(dask: ModuleType, address: str) -> Any:
    if not _ADDRESS.fullmatch(address):
        raise BriefgenError.one(f"`{address}` is no address of a scheduler", None, "write tcp://HOST:8786, or tls://")
    if address.startswith(("tls:", "wss:")):
        _require_certificates(dask)
    try:
        return dask.Client(address, timeout=_CONNECT_SECONDS, set_as_default=False, name="briefgen")
    except OSError as error:
        hint = "start one with `dask scheduler`; docs/scale.md says how"
        raise BriefgenError.one(f"no Dask scheduler answers at {address}", None, hint) from error


def _require_certificates(dask: ModuleType) -> None:
    """Raises a BriefgenError where the configuration of Dask names no certificates that can be read."""
    hint = "name ca-file, client.cert and client.key in the configuration of Dask; docs/scale.md says how"
    try:
        found = dask.Security().get_connection_args("client").get("ssl_context")
    except OSError as error:
        raise BriefgenError.one(f"the certificates for TLS cannot be read: {error}", None, hint) from error
    if found is None:
        raise BriefgenError.one("there are no certificates for TLS", None, hint)


def _require_alike(client: Any, errand: Errand, ours: Likeness) -> None:
    """Raises a BriefgenError with every worker that is not like this machine, and what differs."""
    try:
        client.wait_for_workers(1, timeout=_CONNECT_SECONDS)
    except TimeoutError as error:
        hint = "start some with `dask worker`; docs/scale.md says how"
        raise BriefgenError.one("the scheduler has no workers", None, hint) from error
    try:
        client.run_on_scheduler(program)
    except Exception as error:
        # Whatever it is: a scheduler that cannot load the program cannot read its tasks.
        raise BriefgenError.one(f"the scheduler cannot load briefgen: {error}", None, _SAME) from error
    found = client.run(seen, errand, on_error="return")
    unlike = {
        address: str(theirs) if isinstance(theirs, Exception) else differences(theirs, ours)
        for address, theirs in found.items()
    }
    problems = [Problem(f"worker {address} differs: {what}", None, _SAME) for address, what in unlike.items() if what]
    if problems:
        raise BriefgenError(problems)


@dataclass(frozen=True, slots=True)
class _Foreman:
    """Hands out the tasks of one run, and takes in what comes back."""

    client: Any
    site: Site
    errand: Errand
    ours: Likeness
    proof: str
    _running: dict[str, tuple[Any, Task]] = field(default_factory=dict)
    _finished: SimpleQueue[Any] = field(default_factory=SimpleQueue)

    def entries(self, tasks: Sequence[Task]) -> Iterator[Entry]:
        """The entries of tasks; one that died with its workers is made once more with nothing beside it.

        Dask blames a death on all that waited at that worker too; alone it shows which document it was.
        """
        fingerprints = Fingerprints(self.site.library, self.site.batch)
        suspects: list[Task] = []
        for task, made in self._made(tasks):
            if made is None:
                suspects.append(task)
            else:
                yield kept(self.site.folder, made, task, fingerprints.inputs(task.job))
        for suspect in suspects:
            for task, made in self._made([suspect]):
                inputs = fingerprints.inputs(task.job)
                yield kept(self.site.folder, made, task, inputs) if made else problem(task, _LOST)

    def _made(self, tasks: Sequence[Task]) -> Iterator[tuple[Task, Made | None]]:
        """What came of each task; None where its workers died.

        No more tasks are out than two for each worker, so that workers which join later find work.
        """
        waiting = deque(tasks)
        room = finished = 0
        while waiting or self._running:
            if finished >= room:
                room, finished = max(1, 2 * len(self._workers())), 0
            while waiting and len(self._running) < room:
                self._hand_out(waiting.popleft())
            future = self._next()
            task = self._running.pop(future.key)[1]
            try:
                made = _result(future)
            except _GoneError:
                waiting.appendleft(task)
                continue
            finished += 1
            yield task, made

    def _hand_out(self, task: Task) -> None:
        before = task.before if task.before and task.before.stands(self.site.folder) else None
        told = replace(task, before=StandsElsewhere(**dict(before)) if before else None)
        future = self.client.submit(make_there, self.errand, self.ours, self.proof, told, pure=False)
        self._running[future.key] = future, task
        future.add_done_callback(self._finished.put)

    def _next(self) -> Any:
        """The next future that is finished; raises a BriefgenError where none can be, since all workers are gone."""
        without = 0
        while without < _POLLS_WITHOUT_WORKERS:
            with suppress(Empty):
                return self._finished.get(timeout=_POLL_SECONDS)
            without = 0 if self._workers() else without + 1
        raise BriefgenError.one("no worker is left", None, f"start some with `dask worker`; {_AGAIN}")

    def _workers(self) -> Sequence[str]:
        try:
            return list(self.client.nthreads())
        except OSError as error:
            raise BriefgenError.one("the scheduler no longer answers", None, _AGAIN) from error


def kept(folder: Path, made: Made, task: Task, inputs: str) -> Entry:
    """Write what a worker sent, where it is what was asked for; what is wrong with it stands in the entry."""
    entry = made.entry
    if entry.status == "done" and entry.inputs != inputs:
        return problem(task, f"a worker made it from other files than those of this machine ({_SAME})")
    if any(sha256(data) != entry.files.get(name) for name, data in made.files.items()):
        return problem(task, f"it came back damaged ({_AGAIN})")
    try:
        write_all({folder / name: data for name, data in made.files.items()})
    except BriefgenError as error:
        return problem(task, str(error))
    return entry


class _GoneError(Exception):
    """Raised where the worker of a document died after it was made and before it was fetched."""


def _result(future: Any) -> Made | None:
    """What a worker sent back; None where each that tried was ended, and a BriefgenError where none may go on."""
    status = future.status
    if status == "error":
        error: BaseException = future.exception()
        if type(error).__name__ == "KilledWorker":
            return None
        raise error
    if status == "cancelled":
        raise BriefgenError.one("the scheduler no longer answers", None, _AGAIN)
    if status != "finished":
        raise _GoneError
    try:
        made = future.result(timeout=_FETCH_SECONDS)
    except TimeoutError as late:
        raise _GoneError from late
    match made:
        case Unlike(what):
            raise BriefgenError.one(what, None, f"{_SAME}; {_AGAIN}")
        case Fault(traceback):
            raise RuntimeError(traceback)
    return cast("Made", made)
