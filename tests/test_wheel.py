"""The built wheel carries everything: installed elsewhere, it builds a document in a folder with nothing in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the project, in which a list of names was forgotten."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    ignored = shutil.ignore_patterns(".*", "output", "build", "dist", "tests", "benchmarks", "__pycache__")
    shutil.copytree(ROOT, source, ignore=ignored)
    for place in (source, source / "reports" / "north-korea-border", source / "briefgen"):
        (place / "do-not-name.txt").write_text("Jo Example\n", encoding="utf-8")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_templates_languages_reports_and_fonts(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "briefgen/shelf/templates/formats/letter.md",
        "briefgen/shelf/templates/layouts/letterhead/word.docx",
        "briefgen/shelf/locales/ko/LC_MESSAGES/formats.po",
        "briefgen/shelf/reports/north-korea-border/source.txt",
        "briefgen/fonts/BriefgenSerifKR-Regular.ttf",
        "briefgen/fonts/OFL-NotoSerifKR.txt",
        "briefgen/data/delegations.csv",
    ):
        assert name in names
    assert not any(name.startswith(("tests/", "tools/")) for name in names)


def test_no_list_of_names_travels_in_the_wheel(wheel: Path) -> None:
    assert [name for name in zipfile.ZipFile(wheel).namelist() if "do-not-name" in name] == []


def test_the_installed_wheel_writes_a_letter(wheel: Path, tmp_path: Path) -> None:
    site, empty = tmp_path / "site", tmp_path / "empty"
    empty.mkdir()
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(site),
        str(wheel),
    ]
    subprocess.run(pip, check=True, capture_output=True)
    environment = {**os.environ, "PYTHONPATH": str(site)}
    where = [sys.executable, "-c", "import briefgen; print(briefgen.__file__)"]
    found = subprocess.run(where, env=environment, cwd=empty, check=True, capture_output=True, text=True).stdout
    assert Path(found.strip()).is_relative_to(site)
    program = [sys.executable, str(site / "bin" / "briefgen"), "build", "letter", "--to", "FR", "--lang", "ko"]
    done = subprocess.run(program, env=environment, cwd=empty, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    written = [empty / line for line in done.stdout.splitlines()]
    assert sorted(path.suffix for path in written) == [".docx", ".pdf"]
    assert all(path.stat().st_size > 10_000 for path in written)
