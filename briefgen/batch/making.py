"""One document of a batch, from its job to its files; each worker reads what it needs once."""

from __future__ import annotations

import gc
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from briefgen.batch.fingerprint import Fingerprints
from briefgen.batch.manifest import Entry, sha256
from briefgen.batch.misaddress import Expectation, misaddressed
from briefgen.batch.plan import Batch, Job
from briefgen.batch.stock import stock_of
from briefgen.compose.addressing import state_lines
from briefgen.compose.ordering import Order, resolve
from briefgen.compose.request import Request
from briefgen.document import Addressee, Document, text_of
from briefgen.errors import BriefgenError, Problem
from briefgen.library.shelves import Library
from briefgen.limits import bounded
from briefgen.render.pdf import load
from briefgen.render.pdf.series import Series
from briefgen.workshop import Draft, Workshop
from briefgen.writing import write_all

_RIGHTLY = "make it by itself with `briefgen build` and read it; please report what you see"


@dataclass(frozen=True, slots=True)
class Site:
    """Where a batch is made: from which library, what, and in which folder."""

    library: Library
    batch: Batch
    folder: Path
    fast_path: bool = True
    """Whether a letter may be made from a like one by exchanging lines; the files are the same without."""


@dataclass(frozen=True, slots=True)
class Task:
    """A job with what an earlier run knew of it."""

    job: Job
    names: tuple[str, ...]
    """The names of all persons in the list of contacts: none of them may stand in a letter to another."""
    before: Entry | None = None


def make(site: Site, task: Task) -> Entry:
    """Compose, render, check and write one document; what is wrong with it stands in the entry that comes back."""
    return _maker(site).make(task)


def make_all(site: Site, tasks: Sequence[Task]) -> list[Entry]:
    """The entries of some documents, made one after the other."""
    return [_made(site, task) for task in tasks]


def _made(site: Site, task: Task) -> Entry:
    """The entry of a task; what the system refused to a renderer is a problem in it."""
    try:
        return make(site, task)
    except OSError as error:
        return refused(task, error)


def refused(task: Task, error: OSError) -> Entry:
    """The entry of a document whose maker was refused something by the system, such as room for temporary files."""
    return problem(task, f"it cannot be made: {error} (mend that and run the batch again)")


def problem(task: Task, message: str) -> Entry:
    """The entry of a document that could not be made, for a reason that its maker could not tell."""
    return _entry(task.job).model_copy(update={"status": "problem", "problems": (message,)})


def _entry(job: Job, inputs: str = "") -> Entry:
    return Entry(
        name=job.name,
        recipient=job.recipient.name,
        contact=job.contact.name if job.contact else "",
        language=job.language,
        format=job.format,
        inputs=inputs,
    )


def warm(site: Site, kinds: Collection[str]) -> None:
    """Load what documents need of which these kinds of files are made, before workers are forked: they share it.

    What cannot be loaded here is told by the documents that need it.
    """
    if not {"pdf", "eml"}.isdisjoint(kinds):  # a message may enclose a PDF
        with suppress(OSError, BriefgenError):
            load("master")
    if "docx" in kinds:
        import_module("briefgen.render.docx")
    _maker(site)
    gc.collect()
    gc.freeze()  # or the collector would copy into each worker what they share


@lru_cache(maxsize=2)
def _maker(site: Site) -> _Maker:
    stock: dict[str, str] = {}
    workshop = Workshop(site.library, series=Series(stock, site.fast_path))
    return _Maker(site.batch, site.folder, workshop, Fingerprints(site.library, site.batch), stock)


@dataclass(frozen=True, slots=True)
class _Maker:
    batch: Batch
    folder: Path
    workshop: Workshop
    fingerprints: Fingerprints
    stock: dict[str, str]
    """That of the series, by language."""
    _requests: dict[tuple[str, str], Request] = field(default_factory=dict)

    def make(self, task: Task) -> Entry:
        entry = _entry(task.job)
        try:
            entry = _entry(task.job, self.fingerprints.inputs(task.job))
            with bounded(entry.name):
                return self._made(task, entry)
        except BriefgenError as error:
            return entry.model_copy(update={"status": "problem", "problems": tuple(map(str, error.problems))})

    def _made(self, task: Task, entry: Entry) -> Entry:
        request = self._request(task.job)
        if request.language.tag not in self.stock:
            self.stock[request.language.tag] = stock_of(request.language, task.names)
        draft = self.workshop.draft(request)
        composition = draft.composition
        digest = self.fingerprints.document(composition.document, task.job)
        known = {
            "report": request.pack.report.id,
            "asks": tuple(item.recommendation.id for item in composition.asks),
            "document": digest,
            "warnings": composition.warnings,
        }
        before, encloses = task.before, request.format.format.encloses
        if before and not encloses and before.document == digest and before.stands(self.folder):
            return entry.model_copy(update={**known, "files": before.files})
        files = self._files(draft, task)
        known["warnings"] = (*composition.warnings, *self._told())
        write_all({self.folder / name: data for name, data in files.items()})
        return entry.model_copy(update={**known, "files": {name: sha256(data) for name, data in files.items()}})

    def _told(self) -> tuple[str, ...]:
        return self.workshop.series.warnings() if self.workshop.series else ()

    def _files(self, draft: Draft, task: Task) -> dict[str, bytes]:
        made = self.workshop.files(draft, self.batch.kinds)
        expected = expectation(draft, task)
        problems = [
            Problem(f"{task.job.name}.{kind} was not written: {found}", hint=_RIGHTLY)
            for kind, data in made.items()
            for found in misaddressed(kind, data, expected)
        ]
        if problems:
            raise BriefgenError(problems)
        return {f"{task.job.name}.{kind}": data for kind, data in made.items()}

    def _request(self, job: Job) -> Request:
        """The request of a job; what is read from files is read once for each format and language."""
        key = (job.format, job.language)
        if key not in self._requests:
            batch = self.batch
            order = Order(
                job.format,
                job.recipient.name,
                job.language,
                batch.report,
                batch.day,
                batch.sender,
                batch.details,
                final_at=batch.final_at,
            )
            like = next(iter(self._requests.values()), None)
            self._requests[key] = resolve(self.workshop.library, order, like)
        return replace(self._requests[key], recipient=job.recipient, contact=job.contact)


def expectation(draft: Draft, task: Task) -> Expectation:
    """What the files of a draft must hold, and what they must not hold for anything."""
    document, request = draft.composition.document, draft.request
    own, state, contact = _address(document), request.recipient.state, task.job.contact
    others, spared = [_persons(task.names)], {contact.name} if contact else set()
    if own and state:
        named = state_lines(request)
        others.append(named.lines)
        spared |= named.alone[state]
    return Expectation(own, tuple(others), frozenset(spared), document.language, document.title)


@lru_cache(maxsize=8)
def _persons(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for name in names if name)


def _address(document: Document) -> tuple[str, ...]:
    """The lines of the address block; none where a document has none."""
    blocks = (block for block in document.blocks if isinstance(block, Addressee))
    return tuple(text_of(line) for block in blocks for line in block.lines)
