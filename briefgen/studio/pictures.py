"""The pictures of pages that browsers are about to ask for, by the hash of what they show."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefgen.studio.sheets import PageImage

_MOST = 120


@dataclass(frozen=True, slots=True)
class Picture:
    """Where a browser finds the picture of a page, and its size."""

    mark: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Pictures:
    """Keeps the latest pictures; an older one is made again with the page that shows it."""

    _kept: OrderedDict[str, bytes] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def keep(self, pages: Iterable[PageImage]) -> tuple[Picture, ...]:
        """Keep the pictures of pages, and say where each is found."""
        found = []
        with self._lock:
            for page in pages:
                mark = hashlib.sha256(page.png).hexdigest()
                self._kept[mark] = page.png
                self._kept.move_to_end(mark)
                found.append(Picture(mark, page.width, page.height))
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return tuple(found)

    def get(self, mark: str) -> bytes | None:
        """The picture of that mark, as PNG; None where it is not kept any more."""
        with self._lock:
            return self._kept.get(mark)
