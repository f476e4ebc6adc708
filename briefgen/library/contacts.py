"""The user's own list of contacts, from CSV or XLSX, with every problem at its row and column."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from pydantic import ValidationError

from briefgen.errors import BriefgenError, Place, Problem, did_you_mean
from briefgen.model.contact import Contact
from briefgen.reading.files import MEGABYTE, read_text
from briefgen.reading.validation import plain_words

COLUMNS = ("name", "form of address", "post", "state", "address", "language", "register")
"""The columns of a list of contacts; `state` alone must be filled."""

MAX_ROWS = 10_000
MAX_COLUMNS = 20
MAX_BYTES = 5 * MEGABYTE


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact and its place in the list."""

    contact: Contact
    place: Place


def read_contacts(path: Path) -> tuple[ContactRow, ...]:
    """The contacts of a `.csv` (UTF-8) or `.xlsx` file, one a row; raises a BriefgenError with every problem.

    A row that begins with `#` is a comment.
    """
    readers = {".csv": _csv_rows, ".xlsx": _xlsx_rows}
    if path.suffix.lower() not in readers:
        raise BriefgenError.one("a list of contacts is a .csv or .xlsx file", Place(path), "save it as one of these")
    filled = [(number, cells) for number, cells in readers[path.suffix.lower()](path) if any(map(str.strip, cells))]
    numbered = [(number, cells) for number, cells in filled if not cells[0].lstrip().startswith("#")]
    if not numbered:
        raise BriefgenError.one("the list is empty", Place(path), f"write the columns {', '.join(COLUMNS)}")
    heading = [text.strip().casefold() for text in numbered[0][1]]
    if problems := list(_heading_problems(heading, Place(path, numbered[0][0]))):
        raise BriefgenError(problems)
    if len(numbered) > MAX_ROWS:
        raise BriefgenError.one(f"the list has more than {MAX_ROWS} rows", Place(path), "split it")
    rows: list[ContactRow] = []
    for number, cells in numbered[1:]:
        try:
            rows.append(_row(heading, cells, Place(path, number)))
        except BriefgenError as error:
            problems += error.problems
    if problems:
        raise BriefgenError(problems)
    return tuple(rows)


def _heading_problems(heading: Sequence[str], place: Place) -> Iterator[Problem]:
    if len(heading) > MAX_COLUMNS:
        yield Problem(f"the list has more than {MAX_COLUMNS} columns", place, f"known are {', '.join(COLUMNS)}")
        return
    for column, name in enumerate(heading, start=1):
        if name and name not in COLUMNS:
            hint = did_you_mean(name, COLUMNS) or f"known are {', '.join(COLUMNS)}"
            yield Problem(f"the column “{name}” is not known", replace(place, column=column), hint)
        elif name and heading.index(name) < column - 1:
            yield Problem(f"the column “{name}” stands twice", replace(place, column=column), "keep one")
    if "state" not in heading:
        yield Problem("the column “state” is missing", place, "add it")


def _row(heading: Sequence[str], cells: Sequence[str], place: Place) -> ContactRow:
    """A row as a contact; the column of a problem is the number of its cell in the row."""
    if any(cell.strip() for cell in cells[len(heading) :]):
        hint = "put quotation marks around a cell that has a comma in it"
        raise BriefgenError.one("the row has more cells than there are columns", place, hint)
    named = zip(heading, cells, strict=False)
    given = {name.replace(" ", "_"): " ".join(cell.splitlines()).strip() for name, cell in named if name}
    try:
        return ContactRow(Contact.model_validate(given), place)
    except ValidationError as error:
        raise BriefgenError(_cell_problems(error, heading, place)) from error


def _cell_problems(error: ValidationError, heading: Sequence[str], place: Place) -> Iterator[Problem]:
    columns: Mapping[str, int] = {name.replace(" ", "_"): number for number, name in enumerate(heading, start=1)}
    for detail in error.errors(include_url=False):
        message, hint = plain_words(detail)
        yield Problem(message, Place(place.path, place.line, columns.get(str(detail["loc"][0]), 0)), hint)


def _csv_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows with the lines at which they begin; a byte-order mark, as spreadsheets write it, is passed over."""
    lines = list(StringIO(read_text(path, MAX_BYTES).removeprefix("\ufeff")))
    skipped = next((index for index, line in enumerate(lines) if line.strip() and line[0] != "#"), len(lines))
    reader = csv.reader(lines[skipped:], strict=True)
    first = skipped + 1
    try:
        for row in reader:
            if row:
                yield first, row
            first = skipped + reader.line_num + 1
    except csv.Error as error:
        hint = "close its quotation marks"
        raise BriefgenError.one(f"this is not a readable row: {error}", Place(path, first), hint) from error


def _xlsx_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    from briefgen.reading.sheets import read_sheet  # noqa: PLC0415 - openpyxl takes long to load, and few lists need it

    for number, cells in enumerate(read_sheet(path, MAX_ROWS + 1, MAX_COLUMNS), start=1):
        yield number, list(cells)
