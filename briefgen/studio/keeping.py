"""Files that several windows and editors may change: nobody's work is written over, and changes can be undone."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from briefgen.errors import BriefgenError, Conflict, Place
from briefgen.reading.files import require_inside
from briefgen.writing import write_all, writing

_MOST = 100
"""Changes that can be undone; each keeps a file as it was before."""


def mark_of(path: Path) -> str:
    """The mark of a file as it stands, by which a change of it is noticed; empty where there is none."""
    return _mark(_bytes_of(path))


@dataclass(frozen=True, slots=True)
class Kept:
    """One change that can be undone: the file, what stood in it before (None: no file), and its mark since."""

    number: int
    path: Path
    before: bytes | None
    mark: str


@dataclass(frozen=True, slots=True)
class Keeper:
    """Writes the files of a folder, one change after the other; another studio of the same folder waits its turn."""

    folder: Path
    _changes: list[Kept] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def save(self, path: Path, data: bytes | None, seen: str) -> None:
        """Write a file, or delete it (None), where it still has the mark that the person saw.

        Raises a Conflict where it has another, and a BriefgenError where a link leads out of the folder: then nothing
        is written.
        """
        with self._lock, _alone_in(self.folder):
            before = self._seen(path, seen)
            _put(path, data)
            self._changes.append(Kept(next(self._numbers), path, before, _mark(data)))
            del self._changes[:-_MOST]

    def undo(self, change: str) -> Path:
        """Take the last change back, where it is the one that the person saw, and give the file in which it was.

        Raises a BriefgenError where there is nothing to undo, a Conflict where another change is the last, or the file
        was changed since.
        """
        with self._lock, _alone_in(self.folder):
            if not self._changes:
                raise BriefgenError.one("there is nothing to undo", None, "changes are kept while the studio runs")
            last = self._changes[-1]
            if change != self.newest:
                hint = "see what stands there now, then undo again"
                raise Conflict.one("another change was made meanwhile, or this one taken back", Place(last.path), hint)
            self._seen(last.path, last.mark)
            _put(last.path, last.before)
            self._changes.pop()
            return last.path

    @property
    def last(self) -> Path | None:
        """The file in which the change is that undo takes back; None where there is none."""
        return self._changes[-1].path if self._changes else None

    @property
    def newest(self) -> str:
        """The change that would be taken back; empty where there is none."""
        newest = self._changes[-1:]
        return str(newest[0].number) if newest else ""

    def _seen(self, path: Path, seen: str) -> bytes | None:
        """What stands in a file, where it is what the person saw; raises a BriefgenError as `save` does."""
        found = _bytes_of(require_inside(path, self.folder))
        if _mark(found) != seen:
            hint = "see what stands there now, then save again"
            raise Conflict.one("this was changed meanwhile in another window or program", Place(path), hint)
        return found


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _mark(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()


def _put(path: Path, data: bytes | None) -> None:
    if data is not None:
        write_all({path: data})
        return
    with writing(path):
        path.unlink(missing_ok=True)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """While no other studio writes in a folder, where the system knows locks of folders."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        yield
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a network folder without locks
            fcntl.flock(number, fcntl.LOCK_EX)
        yield
    finally:
        os.close(number)
