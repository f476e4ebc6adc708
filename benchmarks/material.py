"""The letters that are measured: composed by the library for every competitor alike."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from briefgen.batch.plan import Batch, Job, plan
from briefgen.compose.composition import compose
from briefgen.compose.ordering import Order, resolve
from briefgen.compose.request import Request
from briefgen.document import Document
from briefgen.library.delegations import load_delegations
from briefgen.library.layouts import load_layout
from briefgen.library.packs import default_report
from briefgen.library.shelves import Library, open_library
from briefgen.model.typography import Layout

DAY = date(2026, 11, 23)
"""The date of every letter, so that each run makes the same files."""
FORMAT = "letter"


@dataclass(frozen=True, slots=True)
class Composer:
    """Composes the documents of jobs; what is read from files is read once for each language."""

    library: Library
    batch: Batch
    _requests: dict[str, Request] = field(default_factory=dict)

    def compose(self, job: Job) -> Document:
        """The neutral document of a job, as every competitor sets it."""
        if job.language not in self._requests:
            order = Order(job.format, job.recipient.name, job.language, self.batch.report, self.batch.day)
            self._requests[job.language] = resolve(self.library, order)
        request = replace(self._requests[job.language], recipient=job.recipient, contact=job.contact)
        return compose(request).document


def letters(languages: tuple[str, ...] = ("auto",), kinds: tuple[str, ...] = ("pdf", "docx")) -> tuple[Library, Batch]:
    """The built-in library, and a batch of the letter to all delegations."""
    library = open_library()
    batch = Batch(
        name="bench",
        report=default_report(library),
        formats=(FORMAT,),
        to=("all",),
        languages=languages,
        kinds=kinds,
        day=DAY,
    )
    return library, batch


def member_jobs(library: Library, batch: Batch) -> tuple[Job, ...]:
    """The jobs of a batch that go to member states; the observers are left out."""
    states = load_delegations(library).states
    return tuple(job for job in plan(library, batch).jobs if states[job.recipient.state].status == "member")


def layout_of_letters(library: Library) -> Layout:
    """The layout in which the library sets letters."""
    return load_layout(library, "letterhead")


def as_options(batch: Batch) -> tuple[str, ...]:
    """A batch as options of `briefgen batch`."""
    return (
        *(part for name in batch.formats for part in ("--format", name)),
        *(part for name in batch.to for part in ("--to", name)),
        *("--lang", ",".join(batch.languages)),
        *("--as", ",".join(batch.kinds)),
        *("--date", batch.day.isoformat()),
        *("--name", batch.name),
    )
