"""The bundles of a batch: which zips of a language or group, and whether one PDF to print, with which documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from briefgen.batch.making import Site
from briefgen.batch.names import file_part
from briefgen.batch.plan import Plan
from briefgen.compose.ordering import selected
from briefgen.errors import BriefgenError
from briefgen.library.delegations import load_delegations
from briefgen.library.formats import load_format

FOLDER = "bundles"
PRINT = "print"
PDF = ".pdf"

Parts = Iterator[tuple[str, tuple[str, ...]]]
"""What a batch falls into: of each part what it is called, and the names of its documents."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A file into which many documents go."""

    sort: str
    """Of what it is one: a `language`, a `group`, `all` documents, or all there is to `print`."""
    name: str
    """The name of the file in the folder of the bundles."""
    documents: tuple[str, ...]
    """The names of the documents that belong to it, in the order of the plan."""


def bundles_of(site: Site, planned: Plan) -> tuple[Bundle, ...]:
    """The bundles for which a batch asks; raises a BriefgenError where it is to print and makes no PDF.

    Two bundles never share a file, not even where a system takes `eu.zip` and `EU.zip` for the same: then the second
    gets a number.
    """
    batch = site.batch
    taken: set[str] = set()
    found = [
        Bundle(sort, f"{_free(file_part(called), taken)}.zip", documents)
        for sort, parts in _SORTS.items()
        if sort in batch.bundles
        for called, documents in parts(site, planned)
        if documents
    ]
    if batch.print:
        formats = [load_format(site.library, name).format for name in batch.formats]
        if not any("pdf" in (batch.kinds or format_.files) for format_ in formats):
            raise nothing_to_print()
        found.append(Bundle(PRINT, f"{PRINT}{PDF}", tuple(job.name for job in planned.jobs)))
    return tuple(found)


def every_bundle(site: Site, planned: Plan) -> tuple[Bundle, ...]:
    """The zips that can be had of a batch, whatever it asks for: of each language, of each entry of `to`, of all."""
    return bundles_of(replace(site, batch=replace(site.batch, bundles=tuple(_SORTS), print="")), planned)


def nothing_to_print() -> BriefgenError:
    """The error of a batch that is to be printed and has no PDF."""
    hint = "ask for PDF files: --as pdf, or `files: [pdf]` in the campaign"
    return BriefgenError.one("there is nothing to print: no document of the batch has a PDF", None, hint)


def _languages(_site: Site, planned: Plan) -> Parts:
    for language in sorted({job.language for job in planned.jobs}):
        yield language, tuple(job.name for job in planned.jobs if job.language == language)


def _groups(site: Site, planned: Plan) -> Parts:
    """Each entry of `to` with the documents of its states, and those of the group itself."""
    delegations = load_delegations(site.library)
    for text in dict.fromkeys(site.batch.to):
        states = selected(site.library, delegations, text, site.batch.day)
        yield (
            text,
            tuple(
                job.name
                for job in planned.jobs
                if job.recipient.state in states or job.recipient.group == text.casefold()
            ),
        )


def _all(site: Site, planned: Plan) -> Parts:
    yield site.batch.name, tuple(job.name for job in planned.jobs)


_SORTS: dict[str, Callable[[Site, Plan], Parts]] = {"language": _languages, "group": _groups, "all": _all}


def _free(part: str, taken: set[str]) -> str:
    """A name, with a number where another has it already."""
    free, number = part, 1
    while free.casefold() in taken:
        number += 1
        free = f"{part}-{number}"
    taken.add(free.casefold())
    return free
