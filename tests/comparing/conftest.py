"""A shelf with a report, and a second version of it that a test changes."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from briefgen.batch.manifest import Entry
from briefgen.comparing.circumstances import Circumstances
from briefgen.comparing.comparison import Comparison, compare
from briefgen.comparing.letters import Letter, compare_letters
from briefgen.library.packs import ReportPack, load_pack
from tests.check.shelf_copy import ShelfCopy

REPORT = "north-korea-border"
DAY = date(2026, 11, 23)
_ASKS = {"FR": ("R4", "R5", "R6", "R1"), "EG": ("R1", "R3"), "DZ": ("R1",), "BE": ("R1", "R3", "R6"), "KP": ("R2",)}


@dataclass(frozen=True)
class Versions:
    """Two versions of the report, in a folder each, on a shelf of their own."""

    shelf: ShelfCopy

    def edit(self, old: str, new: str, file: str = "report.yaml") -> None:
        self.shelf.edit(f"changed/{file}", old, new)

    def replace(self, old: str, new: str) -> None:
        path = self.shelf.path / "changed" / "report.yaml"
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    @property
    def folders(self) -> tuple[str, str]:
        return str(self.shelf.path / "reports" / REPORT), str(self.shelf.path / "changed")

    def packs(self) -> tuple[ReportPack, ReportPack]:
        old, new = (load_pack(self.shelf.library, folder) for folder in self.folders)
        return old, new

    def compared(self, *entries: Entry, **given: Any) -> Comparison:
        return compare(self.shelf.library, self.folders, entries, Circumstances(DAY, **given))

    def letters(self, *entries: Entry, **given: Any) -> tuple[Letter, ...]:
        """What becomes of the documents alone, which is sooner known."""
        return compare_letters(self.shelf.library, self.folders, entries, Circumstances(DAY, **given), {})


def letter(to: str, language: str = "en", **changes: Any) -> Entry:
    """An entry of a manifest, as `briefgen batch` made it of the old version."""
    name = f"letter_{to}_{language}"
    entry = Entry(name=name, recipient=to, language=language, format="letter", report=REPORT)
    return entry.model_copy(update={"asks": _ASKS.get(to, ()), **changes})


@pytest.fixture
def versions(shelf: ShelfCopy) -> Versions:
    shutil.copytree(shelf.path / "reports" / REPORT, shelf.path / "changed")
    return Versions(shelf)
