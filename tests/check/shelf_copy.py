"""A copy of the built-in shelf that a test may break, with the source language alone."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from briefgen.library.shelves import Library, built_in_shelf

REPORT = "reports/north-korea-border/report.yaml"


@dataclass(frozen=True)
class ShelfCopy:
    """A folder with templates, locales and reports of its own, and no library behind it."""

    path: Path

    @property
    def library(self) -> Library:
        return Library((self.path,))

    def edit(self, file: str, old: str, new: str) -> int:
        """Replace the first `old` in a file; the line at which it stood."""
        path = self.path / file
        text = path.read_text(encoding="utf-8")
        before, found, after = text.partition(old)
        assert found, f"{file} does not hold {old!r}"
        path.write_text(before + new + after, encoding="utf-8")
        return before.count("\n") + 1

    def line_of(self, file: str, words: str) -> int:
        """The line at which words first stand in a file."""
        return self.edit(file, words, words)

    def write(self, file: str, text: str) -> Path:
        path = self.path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def add_language(self, tag: str) -> None:
        """Copy a further language of the built-in shelf, with its catalogues."""
        shutil.copytree(built_in_shelf() / "locales" / tag, self.path / "locales" / tag)


def copy_shelf(folder: Path) -> ShelfCopy:
    """Copy what a test may change; the layouts, which are large, are linked."""
    shelf = built_in_shelf()
    shutil.copytree(shelf / "templates", folder / "templates", ignore=shutil.ignore_patterns("layouts"))
    (folder / "templates" / "layouts").symlink_to(shelf / "templates" / "layouts")
    shutil.copytree(shelf / "reports", folder / "reports")
    shutil.copytree(shelf / "locales" / "en", folder / "locales" / "en")
    return ShelfCopy(folder)
