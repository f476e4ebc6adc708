"""Files written whole or not at all."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from briefgen.errors import BriefgenError, Place

_FULL = (errno.ENOSPC, errno.EDQUOT)


def append_line(path: Path, line: str) -> None:
    """Add a line to a file; raises a BriefgenError where that cannot be done, and the line may then stand in part."""
    with writing(path), path.open("ab") as file:
        file.write(f"{line}\n".encode())


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """While a file or folder is written: raises a BriefgenError for what the system refuses, with what to do then."""
    try:
        yield
    except OSError as error:
        where = Place(error.filename2 or error.filename or path)
        hint = "make room and run it again" if error.errno in _FULL else "choose another folder with --out"
        raise BriefgenError.one(f"cannot write: {error.strerror}", where, hint) from error


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write files so that each appears whole or not at all: beside its place first, then renamed.

    Raises a BriefgenError where the folder cannot be written; files that stood there before are then untouched.
    """
    drafts = {path: _draft(path) for path in contents}
    before: dict[Path, bytes | None] = {}
    try:
        with writing(next(iter(contents), Path())):
            for path, draft in drafts.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                draft.unlink(missing_ok=True)  # a link of that name would lead elsewhere
                draft.write_bytes(contents[path])
            for path, draft in drafts.items():
                old = path.read_bytes() if path.is_file() else None
                draft.replace(path)
                before[path] = old
    except BriefgenError:
        for path, old in before.items():
            _put_back(path, old)
        raise
    finally:
        for draft in drafts.values():
            with suppress(OSError):
                draft.unlink(missing_ok=True)


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, for what is too big to be held as bytes; it appears in its place, whole, as the block ends.

    Where the block fails, what stood there before is untouched. Raises a BriefgenError where the folder cannot be
    written.
    """
    draft = _draft(path)
    try:
        with writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.unlink(missing_ok=True)
            with draft.open("wb") as file:
                yield file
            draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def remove_drafts(folder: Path) -> None:
    """Remove what a program that was killed wrote in a folder and did not rename; nobody else may be writing there."""
    for draft in folder.glob(_draft(folder / "*").name):
        with suppress(OSError):
            draft.unlink()


def _draft(path: Path) -> Path:
    """Where a file is written before it is renamed."""
    return path.with_name(f".{path.name}.part")


def _put_back(path: Path, old: bytes | None) -> None:
    """Leave a place as it was before: with its old file, or without any; where there is no room, the new one stays."""
    with suppress(BriefgenError, OSError):
        if old is None:
            path.unlink()
        else:
            write_all({path: old})
