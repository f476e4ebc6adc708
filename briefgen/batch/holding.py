"""One batch at a time in a folder: the process that writes there holds it, and says how much it has to make."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from briefgen.batch.manifest import JOURNAL
from briefgen.errors import BriefgenError, Place
from briefgen.writing import writing

LOCK = ".batch.lock"
_TRIES = 20
_PAUSE = 0.1
"""Seconds. Who only looks holds a folder for a moment, and so do workers whose batch was just killed."""
_LENGTH = 200
"""Bytes of what is told: always the same, so that it is written over in one piece."""


class Begun(BaseModel):
    """What a process says of the batch that it writes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pid: int
    total: int = 0
    """The documents of the batch; 0 while the plan is not yet held against the folder."""
    unchanged: int = 0
    """Those of them that need not be made."""
    noted: int = 0
    """The bytes of the journal that an earlier run wrote."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A folder that this process alone may write a batch to."""

    folder: Path
    _file: int

    def begin(self, total: int, unchanged: int) -> None:
        """Say how many documents a batch has, and how many of them need not be made.

        Raises a BriefgenError where the folder cannot be written.
        """
        journal = self.folder / JOURNAL
        noted = journal.stat().st_size if journal.exists() else 0
        self._tell(Begun(pid=os.getpid(), total=total, unchanged=unchanged, noted=noted))

    def _tell(self, begun: Begun) -> None:
        with writing(self.folder / LOCK):
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, begun.model_dump_json().encode().ljust(_LENGTH))


@contextmanager
def held(folder: Path) -> Iterator[Hold]:
    """Hold a folder, which is made where there is none, until the block ends or this process and its workers do.

    Raises a BriefgenError where another process holds it, or it cannot be written.
    """
    path = folder / LOCK
    with writing(path):
        folder.mkdir(parents=True, exist_ok=True)
        file = _taken(path)
    try:
        hold = Hold(folder, file)
        hold._tell(Begun(pid=os.getpid()))
        yield hold
    finally:
        with suppress(OSError):
            path.unlink()  # while it is held: whoever opened it meanwhile sees that it is no longer the one
        os.close(file)


def holder(folder: Path) -> Begun | None:
    """What the process that is writing a batch to a folder says of it; None where none is."""
    with suppress(OSError):
        file = os.open(folder / LOCK, os.O_RDONLY | _NOT_A_LINK)
        try:
            return None if _lock(file, shared=True) else last(folder) or Begun(pid=0)
        finally:
            os.close(file)
    return None


def last(folder: Path) -> Begun | None:
    """What was said by the process that holds a folder, or was killed while it did; None where neither is."""
    with suppress(OSError, ValidationError):
        return Begun.model_validate_json((folder / LOCK).read_bytes())
    return None


_NOT_A_LINK = getattr(os, "O_NOFOLLOW", 0)


def _taken(path: Path) -> int:
    """The lock file of a folder, opened and held; raises a BriefgenError where another process holds it."""
    for _ in range(_TRIES):
        file = os.open(path, os.O_RDWR | os.O_CREAT | _NOT_A_LINK, 0o644)
        if _lock(file) and _is_at(file, path):
            return file
        os.close(file)
        time.sleep(_PAUSE)
    hint = "wait until it has ended, stop it, or choose another folder with --out"
    raise BriefgenError.one("another batch is being written to this folder", Place(path.parent), hint)


def _is_at(file: int, path: Path) -> bool:
    """Whether an open file is still the one at a path, and not one that its holder has removed since."""
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(file), path.stat())
    return False


def _lock(file: int, *, shared: bool = False) -> bool:
    """Whether a file could be locked, for this process and those that it forks; it can where locks are not known."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        return True
    try:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a network folder without locks
        return True
    return True
