"""Bundles written after a batch: from files that are as they were made, and again only where those have changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from briefgen.batch.bundles import FOLDER, PDF, PRINT, Bundle, nothing_to_print
from briefgen.batch.making import Site
from briefgen.batch.manifest import Entry, read_entries, read_finished, sha256_of
from briefgen.batch.zipping import write_zip
from briefgen.errors import BriefgenError, Place, Problem
from briefgen.library.languages import SOURCE_LANGUAGE, load_states
from briefgen.writing import new_file, write_all

RECORD = ".bundles.json"


@dataclass(frozen=True, slots=True)
class Bundled:
    """The bundles that stand after a run, and what is wrong with those that do not."""

    paths: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


class _Known(BaseModel):
    """What is on record of a bundle: its sort, and the hashes of what it was made from and of its file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sort: str
    contents: str
    file: str


def write_bundles(site: Site, bundles: Sequence[Bundle], entries: Iterable[Entry]) -> Bundled:
    """Make the bundles of a batch from its documents that are done; one that cannot be made stops no other.

    A bundle that stands and was made from the same files is not made again. One that an earlier run made and this one
    has not, of a sort that is asked for now, is removed: what it holds is no longer what the batch says.
    """
    folder = site.folder / FOLDER
    before = _read(folder / RECORD)
    done = {entry.name: entry for entry in entries if entry.status == "done"}
    now: dict[str, _Known] = {}
    problems: list[Problem] = []
    for bundle in bundles:
        try:
            inside = _inside(bundle, done)
            if inside:
                now[bundle.name] = _bound(site, bundle, inside, before.get(bundle.name))
        except BriefgenError as error:
            problems += error.problems
    asked = {*site.batch.bundles, *([PRINT] if site.batch.print else [])}
    past = {name: known for name, known in before.items() if known.sort in asked and name not in now}
    for name, known in past.items():
        _remove(folder / name, known)
    after = {name: known for name, known in before.items() if name not in past} | now
    if after != before:
        try:
            write_all({folder / RECORD: _as_bytes(after)})
        except BriefgenError as error:
            problems += error.problems
    return Bundled(tuple(folder / name for name in now), tuple(dict.fromkeys(problems)))


@dataclass(frozen=True, slots=True)
class Handed:
    """A bundle that was written to be handed out, the documents in it, and those that are not, by their names."""

    path: Path
    inside: tuple[str, ...]
    outside: tuple[str, ...]
    """Those that are not made, or whose files are not as they were written."""


def hand_out(site: Site, bundle: Bundle, folder: Path) -> Handed:
    """Write a bundle to a folder of the caller's, with whatever is finished in the folder of the batch.

    The batch may be unfinished, and another process may be writing it; nothing in its folder is changed. Raises a
    BriefgenError where no document of the bundle is finished, and where a file is made anew at that moment.
    """
    found = read_entries(site.folder)
    entries = [found[name] for name in bundle.documents if name in found]
    done = {entry.name: entry for entry in entries if entry.status == "done" and entry.stands(site.folder)}
    inside = _inside(bundle, done)
    if not inside:
        raise BriefgenError.one(f"nothing of `{bundle.name}` is finished", Place(site.folder), "run the batch first")
    path = folder / bundle.name
    with new_file(path) as file:
        _write(site, bundle, inside, file)
    names = tuple(entry.name for entry in inside)
    return Handed(path, names, tuple(name for name in bundle.documents if name not in names))


def _inside(bundle: Bundle, done: Mapping[str, Entry]) -> list[Entry]:
    """The documents that go into a bundle; raises a BriefgenError where none can be printed."""
    entries = [done[name] for name in bundle.documents if name in done]
    if bundle.sort != PRINT:
        return entries
    printable = [entry for entry in entries if _pdf(entry)]
    if not printable:
        raise nothing_to_print()
    return printable


def _bound(site: Site, bundle: Bundle, entries: Sequence[Entry], before: _Known | None) -> _Known:
    """What is on record of a bundle that stands now: as before, or made."""
    path = site.folder / FOLDER / bundle.name
    bookmarks = _bookmarks(site, entries) if bundle.sort == PRINT else ()
    contents = _contents(site, bundle, entries, bookmarks)
    if before and before.contents == contents and before.file == sha256_of(path):
        return before
    with new_file(path) as file:
        _write(site, bundle, entries, file)
    return _Known(sort=bundle.sort, contents=contents, file=sha256_of(path))


def _write(site: Site, bundle: Bundle, entries: Sequence[Entry], file: BinaryIO) -> None:
    if bundle.sort == PRINT:
        _print(site, entries, file)
    else:
        write_zip(entries, site.folder, site.batch.day, file)


def _print(site: Site, entries: Sequence[Entry], file: BinaryIO) -> None:
    from briefgen.batch.printing import Stack, print_stack  # noqa: PLC0415 - most batches do without pypdf

    batch = site.batch
    documents = zip(_bookmarks(site, entries), entries, strict=True)
    read = ((bookmark, read_finished(site.folder, entry, _pdf(entry))) for bookmark, entry in documents)
    print_stack(Stack(batch.name, batch.day, batch.print), read, file)


def _contents(site: Site, bundle: Bundle, entries: Iterable[Entry], bookmarks: Iterable[str]) -> str:
    """The hash of everything on which the bytes of a bundle depend; an entry knows the program that made it."""
    batch = site.batch
    printed = (batch.name, batch.print, version("pypdf"), *bookmarks) if bundle.sort == PRINT else ()
    parts = (bundle.sort, str(batch.day), *printed, *(entry.model_dump_json() for entry in entries))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _bookmarks(site: Site, entries: Iterable[Entry]) -> tuple[str, ...]:
    """For each document: to whom, in which language, what. Titles are no use here: those of all letters agree."""
    names = load_states(site.library, SOURCE_LANGUAGE)

    def bookmark(entry: Entry) -> str:
        state = names.get(entry.recipient)
        persons = [entry.contact] if entry.contact else []
        to = ", ".join([state.name if state else entry.recipient, *persons])
        return " – ".join([to, entry.language, entry.format])

    return tuple(bookmark(entry) for entry in entries)


def _pdf(entry: Entry) -> str:
    """The name of the PDF of a document; empty where it has none."""
    return next((name for name in entry.files if name.endswith(PDF)), "")


def _read(path: Path) -> dict[str, _Known]:
    """What earlier runs made; nothing where the record cannot be read. No name in it leads out of the folder."""
    with suppress(OSError, ValidationError):
        known = TypeAdapter(dict[str, _Known]).validate_json(path.read_bytes())
        return {name: each for name, each in known.items() if Path(name).name == name}
    return {}


def _as_bytes(record: Mapping[str, _Known]) -> bytes:
    data = {name: known.model_dump() for name, known in sorted(record.items())}
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def _remove(path: Path, known: _Known) -> None:
    """Remove a bundle that an earlier run made; a file that someone has changed or put there since is theirs."""
    if sha256_of(path) == known.file:
        with suppress(OSError):
            path.unlink()
