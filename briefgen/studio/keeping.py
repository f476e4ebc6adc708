"""Files that several windows and editors may change: nobody's work is written over, and changes can be undone."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.errors import BriefgenError, Conflict, Place, Problem
from briefgen.writing import write_all, writing


def mark_of(path: Path) -> str:
    """The mark of a file as it stands, by which a change of it is noticed; empty where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


@dataclass(frozen=True, slots=True)
class Kept:
    """One change that can be undone: the file, what stood in it before (None: no file), and its mark since."""

    path: Path
    before: bytes | None
    mark: str


@dataclass(frozen=True, slots=True)
class Keeper:
    """Writes the files of a workspace, one change after the other."""

    _changes: list[Kept] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def save(self, path: Path, data: bytes | None, seen: str) -> None:
        """Write a file, or delete it (None), where it still has the mark that the person saw.

        Raises a Conflict where it has another: then nothing is written.
        """
        with self._lock:
            self._require(path, seen)
            before = path.read_bytes() if path.is_file() else None
            _put(path, data)
            self._changes.append(Kept(path, before, mark_of(path)))

    def undo(self) -> Path:
        """Take the last change back, and give the file in which it was.

        Raises a BriefgenError where there is nothing to undo, a Conflict where the file was changed since.
        """
        with self._lock:
            if not self._changes:
                raise BriefgenError.one("there is nothing to undo", None, "changes are kept while the studio runs")
            last = self._changes[-1]
            self._require(last.path, last.mark)
            _put(last.path, last.before)
            self._changes.pop()
            return last.path

    @property
    def last(self) -> Path | None:
        """The file in which the change is that undo takes back; None where there is none."""
        return self._changes[-1].path if self._changes else None

    def _require(self, path: Path, seen: str) -> None:
        if mark_of(path) != seen:
            hint = "see what stands there now, then save again"
            raise Conflict([Problem("this was changed meanwhile in another window or program", Place(path), hint)])


def _put(path: Path, data: bytes | None) -> None:
    if data is not None:
        write_all({path: data})
        return
    with writing(path):
        path.unlink(missing_ok=True)
