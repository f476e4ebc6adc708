"""Finished files and what they were to be: which document each is, composed anew and held against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from briefgen.batch.names import file_part
from briefgen.check.packs import check_pack
from briefgen.compose.composition import compose
from briefgen.compose.ordering import Order, find_recipient, resolve, rows_by_state
from briefgen.compose.request import Request
from briefgen.errors import BriefgenError, Place, Problem
from briefgen.finished.expectation import Expectation, expectation_of
from briefgen.finished.reading import FinishedFile, bare
from briefgen.finished.verdict import problems_of, read_finished
from briefgen.library.delegations import load_delegations
from briefgen.library.formats import format_names
from briefgen.library.languages import language_tags, load_numbers
from briefgen.library.packs import default_report
from briefgen.library.shelves import Library
from briefgen.model.contact import Contact


@dataclass(frozen=True, slots=True)
class Plan:
    """What finished files were to be, as far as their names do not say it; without `day`, that of their properties."""

    report: str = ""
    """Empty: the only one."""
    day: date | None = None
    sender: Path | None = None
    details: Path | None = None
    contacts: Path | None = None


def inspect(library: Library, plan: Plan, paths: Sequence[Path]) -> list[Problem]:
    """Everything that is wrong with finished files: each against its document, and those of one against each other."""
    groups: dict[str, list[Path]] = {}
    for path in paths:
        groups.setdefault(path.stem, []).append(path)
    found = (problem for stem, group in groups.items() for problem in _of_document(library, plan, stem, group))
    return list(dict.fromkeys(found))


def _of_document(library: Library, plan: Plan, stem: str, paths: Sequence[Path]) -> Iterator[Problem]:
    files: list[FinishedFile] = []
    for path in paths:
        try:
            files.append(read_finished(path))
        except BriefgenError as error:
            yield from error.problems
    if not files:
        return
    try:
        request = _request(library, plan, stem, files[0])
        expected = _expected(request, files[0])
    except BriefgenError as error:
        yield from error.problems
        return
    # What was composed is as true as the report's own statements are.
    yield from check_pack(request.pack, request.delegations, load_numbers(library, request.pack.report.language))
    numbers = load_numbers(library, request.language.tag)
    yield from problems_of(files, expected, numbers)


def _expected(request: Request, file: FinishedFile) -> Expectation:
    """What the files of a request must say; without the mark of a draft where the first of them has none."""
    draft = expectation_of(request, compose(request))
    if bare(draft.document.furniture.marks[0]) in bare(file.text):
        return draft
    final = replace(request, final_at=datetime.combine(request.day, time(), UTC))  # it says the same at any time
    return expectation_of(final, compose(final))


def _request(library: Library, plan: Plan, stem: str, file: FinishedFile) -> Request:
    """The request of the document that a file is by its name.

    `letter_FR_fr`; the report may stand before it, and the name of a person behind the addressee.
    """
    parts = stem.split("_")
    known = set(format_names(library))
    at = next((number for number, part in enumerate(parts[:2]) if part in known), None)
    if at is None or not 3 <= len(parts) - at <= 4 or parts[-1] not in language_tags(library):
        hint = "name it as briefgen did: letter_FR_fr.pdf, or report_letter_FR_fr.pdf"
        raise BriefgenError.one("the name of the file does not say which document it is", file.place(), hint)
    report = parts[0] if at else plan.report or default_report(library)
    day = plan.day or _day(file)
    order = Order(parts[at], parts[at + 1], parts[-1], report, day, plan.sender, plan.details, plan.contacts)
    if len(parts) - at == 3:
        return resolve(library, order)
    contact = _person(library, plan, parts[at + 1], parts[at + 2], file.place())
    return replace(resolve(library, replace(order, contacts=None)), contact=contact)


def _day(file: FinishedFile) -> date:
    try:
        return date.fromisoformat(file.properties.created or "")
    except ValueError:
        hint = "say it with --date YYYY-MM-DD"
        raise BriefgenError.one("the file does not tell its date", file.place(), hint) from None


def _person(library: Library, plan: Plan, state: str, person: str, place: Place) -> Contact:
    """The contact whose name stands in the name of a file."""
    if plan.contacts is None:
        raise BriefgenError.one(f"it is for a person, {person}", place, "name the list with --contacts")
    delegations = load_delegations(library)
    rows, problems = rows_by_state(library, delegations, plan.contacts)
    if problems:
        raise BriefgenError(problems)
    iso = find_recipient(library, delegations, state).state
    found = [row.contact for row in rows.get(iso, []) if file_part(row.contact.name) == person]
    if not found:
        hint = "name the list of which it was made"
        raise BriefgenError.one(f"{plan.contacts.name} has nobody of that name for {state}", place, hint)
    return found[0]
