"""A shelf with a report, and a second version of it that a test changes."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date

import pytest

from briefgen.batch.manifest import Entry
from briefgen.comparing.comparison import Comparison, compare
from briefgen.comparing.letters import Circumstances
from briefgen.library.packs import ReportPack, load_pack
from tests.check.shelf_copy import ShelfCopy

REPORT = "north-korea-border"
DAY = date(2026, 11, 23)


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

    def compared(self, *entries: Entry) -> Comparison:
        return compare(self.shelf.library, self.folders, entries, Circumstances(DAY))


@pytest.fixture
def versions(shelf: ShelfCopy) -> Versions:
    shutil.copytree(shelf.path / "reports" / REPORT, shelf.path / "changed")
    return Versions(shelf)
