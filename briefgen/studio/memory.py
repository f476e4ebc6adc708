"""What was read from the library, kept until any of its files changes."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from briefgen.reading.files import is_inside

Found = TypeVar("Found")

_FOLDERS = ("templates", "locales", "reports")
_FILES = ("*.yaml", "*.csv", "*.xlsx", "do-not-name.txt")
"""What else a workspace holds that a document is made of."""
_MOST = 40
"""Things that are kept; a request holds a report and a language."""


@dataclass(slots=True)
class Memory:
    """Recalls what was made from the files of some shelves, as long as these are as they were."""

    shelves: tuple[Path, ...]
    _stamp: int = 0
    _found: dict[Hashable, Any] = field(default_factory=dict)
    _lock: threading.RLock = field(default_factory=threading.RLock)
    """What is made may recall in its turn what it is made of."""

    def recall(self, key: Hashable, make: Callable[[], Found]) -> Found:
        """What `make` comes to for a key; made once. What it raises is raised each time."""
        with self._lock:
            stamp = stamp_of(self.shelves)
            if stamp != self._stamp or len(self._found) >= _MOST:
                self._found.clear()
                self._stamp = stamp
            if key not in self._found:
                self._found[key] = make()
            found: Found = self._found[key]
            return found


def stamp_of(shelves: Iterable[Path]) -> int:
    """A number that is another as soon as a file of the library is written, added or deleted."""
    found = []
    for shelf in shelves:
        for path in (*(shelf / name for name in _FOLDERS), *(path for each in _FILES for path in shelf.glob(each))):
            found += _marks(path) if is_inside(path, shelf) else []
    return hash(tuple(sorted(found)))


def _marks(path: Path) -> list[tuple[str, int, int]]:
    if path.is_file():
        return [_mark(path)]
    return [_mark(Path(folder, name)) for folder, _, names in os.walk(path) for name in names]


def _mark(path: Path) -> tuple[str, int, int]:
    try:
        state = path.stat()
    except OSError:  # it was deleted this moment, or is a link in a circle
        return str(path), 0, 0
    return str(path), state.st_mtime_ns, state.st_size
