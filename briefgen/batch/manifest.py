"""The record of a batch: for each document what it is, its files with their hashes, and what was wrong."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from briefgen.batch.names import cell
from briefgen.errors import BriefgenError, Place
from briefgen.reading.files import MEGABYTE, read_text
from briefgen.writing import append_line, write_all, writing

MANIFEST = "manifest.json"
TABLE = "manifest.csv"
JOURNAL = ".journal.jsonl"
_MOST = 50 * MEGABYTE
"""Bytes of a manifest; one of five thousand documents has a tenth of it."""
_RESTORE = "take it from a copy, or run the batch again with the version of which it was made"
_COLUMNS = ("document", "recipient", "contact", "language", "format", "asks", "files", "status", "problems", "warnings")


class Entry(BaseModel):
    """One document of a batch."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    recipient: str
    contact: str = ""
    language: str
    format: str
    report: str = ""
    """The id of the report that it is on; empty where it was not made."""
    asks: tuple[str, ...] = ()
    files: Mapping[str, str] = {}
    """By name: the SHA-256 of the file."""
    inputs: str = ""
    document: str = ""
    status: Literal["done", "problem"] = "done"
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def stands(self, folder: Path) -> bool:
        """Whether all files of the document are in the folder as they were written."""
        return bool(self.files) and not any(self.flaws(folder))

    def flaws(self, folder: Path) -> Iterator[tuple[str, Literal["missing", "altered"]]]:
        """The files of the document that are not in the folder as they were written, and what is wrong with each."""
        for name, digest in self.files.items():
            found = sha256_of(folder / name)
            if found != digest:
                yield name, "altered" if found else "missing"

    def edited(self, folder: Path) -> tuple[str, ...]:
        """Its files in the folder that are no longer as they were written; those that lie elsewhere are not counted."""
        return tuple(name for name, digest in self.files.items() if sha256_of(folder / name) not in ("", digest))


def read_entries(folder: Path) -> dict[str, Entry]:
    """What was made, by the names of the documents; a run that was broken off or goes on is known by its journal.

    A line of the journal that was not written to its end is passed over: that document is made again.
    """
    noted = read_journal(folder)  # first: a run that ends meanwhile writes the manifest, then removes the journal
    found: dict[str, Entry] = {}
    with suppress(OSError, ValueError, ValidationError):
        for data in json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["documents"]:
            entry = Entry.model_validate(data)
            found[entry.name] = entry
    return found | {entry.name: entry for entry in noted}


def read_journal(folder: Path, start: int = 0) -> list[Entry]:
    """What was noted from a byte of the journal on, in its order; nothing where there is no journal."""
    found: list[Entry] = []
    with suppress(OSError), (folder / JOURNAL).open("rb") as file:
        file.seek(start)
        for line in file.read().split(b"\n"):
            with suppress(ValueError, ValidationError):
                found.append(Entry.model_validate_json(line))
    return found


def read_manifest(path: Path) -> tuple[Entry, ...]:
    """The documents of a finished batch; raises a BriefgenError where the file is no manifest, or a damaged one."""
    text = read_text(path, _MOST)
    try:
        documents = json.loads(text)["documents"]
        return tuple(_entry(path, number, data) for number, data in enumerate(documents, start=1))
    except json.JSONDecodeError as error:
        message = f"the manifest is damaged: {error.msg}"
        raise BriefgenError.one(message, Place(path, error.lineno, error.colno), _RESTORE) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        hint = "name the manifest.json that `briefgen batch` wrote"
        raise BriefgenError.one("the file is not the manifest of a batch", Place(path), hint) from error


def _entry(path: Path, number: int, data: object) -> Entry:
    try:
        return Entry.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        at = f" {'.'.join(map(str, first['loc']))}:" if first["loc"] else ""
        message = f"document {number} of the manifest is damaged:{at} {first['msg']}"
        raise BriefgenError.one(message, Place(path), _RESTORE) from error


def append(folder: Path, entry: Entry) -> None:
    """Note in the journal what is finished; raises a BriefgenError where it cannot be written."""
    append_line(folder / JOURNAL, entry.model_dump_json())


def open_journal(folder: Path) -> None:
    """Begin or continue the journal; raises a BriefgenError where the folder cannot be written.

    A line that was not written to its end goes: the next would be added to it, and lost with it.
    """
    path = folder / JOURNAL
    noted = path.read_bytes() if path.is_file() else b""
    write_all({path: noted[: noted.rfind(b"\n") + 1]})


def close_journal(folder: Path, entries: Iterable[Entry]) -> None:
    """Write the manifest in the place of the journal; where that fails the journal stays: raises a BriefgenError."""
    write_all({folder / name: data for name, data in as_files(entries).items()})
    journal = folder / JOURNAL
    with writing(journal):
        journal.unlink(missing_ok=True)


def as_files(entries: Iterable[Entry]) -> dict[str, bytes]:
    """The manifest as JSON and as a CSV table, by the names of their files; the same entries give the same bytes."""
    listed = list(entries)
    data = json.dumps({"documents": [entry.model_dump(mode="json") for entry in listed]}, ensure_ascii=False, indent=1)
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for entry in listed:
        lists = (" ".join(entry.asks), " ".join(entry.files), entry.status, "; ".join(entry.problems))
        row = (
            entry.name,
            entry.recipient,
            entry.contact,
            entry.language,
            entry.format,
            *lists,
            "; ".join(entry.warnings),
        )
        writer.writerow([cell(value) for value in row])
    return {MANIFEST: f"{data}\n".encode(), TABLE: target.getvalue().encode("utf-8-sig")}


def sha256(data: bytes) -> str:
    """The hash of the bytes of a file."""
    return hashlib.sha256(data).hexdigest()


def read_finished(folder: Path, entry: Entry, name: str) -> bytes:
    """The bytes of a file of a document; raises a BriefgenError where they are not those that were written."""
    path = folder / name
    with suppress(OSError):
        data = path.read_bytes()
        if sha256(data) == entry.files[name]:
            return data
    raise BriefgenError.one("the file is not as it was written", Place(path), "run the batch again")


def sha256_of(path: Path) -> str:
    """The hash of a file that may be large; empty where it cannot be read."""
    with suppress(OSError), path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
    return ""
