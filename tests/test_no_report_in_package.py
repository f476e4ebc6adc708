"""Package and templates speak of no report: a report is text in `reports/`, and nothing else knows its words."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from briefgen.library.shelves import Library

ROOT = Path(__file__).resolve().parent.parent
WORDS = re.compile(r"north.?korea|dprk|kim jong|pyongyang|human rights watch|ryanggang|6,820", re.IGNORECASE)
FOLDERS = ("briefgen", "templates")
TEXTS = {".py", ".md", ".yaml", ".yml", ".json", ".html", ".css", ".csv", ".txt", ".docx", ".toml"}


def is_list_of_names(path: Path) -> bool:
    """Whether a file names all states alike, or is a font."""
    return path.is_relative_to(ROOT / "briefgen" / "data") or path.is_relative_to(ROOT / "briefgen" / "fonts")


def files() -> list[Path]:
    found = (path for name in FOLDERS for path in sorted((ROOT / name).rglob("*")))
    return [path for path in found if path.is_file() and path.suffix in TEXTS and not is_list_of_names(path)]


def text_of(path: Path) -> str:
    """The text of a file; of a Word file the text of all its parts, without tags."""
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))]
    return "\n".join(re.sub(r"<[^>]*>", "", part.decode("utf-8")) for part in parts)


def test_there_are_files_to_read() -> None:
    kinds = {path.suffix for path in files()}
    assert {".py", ".md", ".yaml", ".css", ".docx"} <= kinds


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_file_speaks_of_the_bundled_report(folder: str) -> None:
    told = [
        f"{path.relative_to(ROOT)}:{number}: {found[0]}"
        for path in files()
        if path.is_relative_to(ROOT / folder)
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if (found := WORDS.search(line))
    ]
    assert told == []


def test_no_file_names_a_report(library: Library) -> None:
    reports = library.names("reports")
    assert reports
    told = [f"{path.relative_to(ROOT)}: {name}" for path in files() for name in reports if name in text_of(path)]
    assert told == []
