"""`briefgen build`: all files of an order or none, and one clear message where something is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result

from briefgen import workshop
from briefgen.cli import cli
from briefgen.document import Document
from briefgen.errors import BriefgenError
from briefgen.model.typography import Layout


def plain(document: Document, layout: Layout) -> bytes:
    return f"{document.title} ({document.language})".encode()


def failing(document: Document, layout: Layout) -> bytes:
    raise BriefgenError.one("no face has this character")


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run `build` in an empty folder, with renderers that write plain text; `docx` may be made to fail."""

    def run(*words: str, day: str = "2026-11-23", docx: Callable[[Document, Layout], bytes] = plain) -> Result:
        monkeypatch.chdir(tmp_path)
        modules: dict[str, tuple[str, object]] = {
            "briefgen.render.pdf": ("render_pdf", plain),
            "briefgen.render.docx": ("render_docx", docx),
            "briefgen.render.pdf.pages": ("count_pages", lambda pdf: 1),
        }
        monkeypatch.setattr(workshop, "import_module", lambda name: SimpleNamespace(**dict([modules[name]])))
        return CliRunner().invoke(cli, ["build", *words, "--date", day])

    return run


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(
    ("words", "stem"),
    [
        (["letter", "--to", "프랑스"], "north-korea-border_letter_FR"),
        (["briefing", "--to", "all"], "north-korea-border_briefing_all"),
        (["briefing", "--to", "EU"], "north-korea-border_briefing_eu"),
    ],
)
def test_the_files_are_written_and_their_paths_printed(
    build: Callable[..., Result], tmp_path: Path, words: list[str], stem: str, language: str
) -> None:
    result = build(*words, "--lang", language)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [f"output/{stem}_{language}.pdf", f"output/{stem}_{language}.docx"]
    assert files(tmp_path) == sorted(result.stdout.splitlines())


def test_only_the_kinds_that_are_asked_for_are_written(build: Callable[..., Result], tmp_path: Path) -> None:
    result = build("letter", "--to", "FR", "--as", " docx ,docx", "--out", "letters/fr")
    assert result.exit_code == 0
    assert files(tmp_path) == ["letters/fr/north-korea-border_letter_FR_en.docx"]


@pytest.mark.parametrize("kinds", ["", ",", " "])
def test_no_kind_at_all_is_wrong_usage(build: Callable[..., Result], tmp_path: Path, kinds: str) -> None:
    result = build("letter", "--to", "FR", "--as", kinds)
    assert result.exit_code == 2
    assert "--as" in result.stderr
    assert files(tmp_path) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        (["letter"], "2026-11-23"),
        (["--to", "FR"], "2026-11-23"),
        (["letter", "--to", "FR", "--x"], "2026-11-23"),
        (["letter", "--to", "FR"], "tomorrow"),
    ],
)
def test_wrong_usage_ends_with_two(build: Callable[..., Result], tmp_path: Path, words: list[str], day: str) -> None:
    assert build(*words, day=day).exit_code == 2
    assert files(tmp_path) == []


def test_a_renderer_that_fails_leaves_what_stood_there(build: Callable[..., Result], tmp_path: Path) -> None:
    assert build("letter", "--to", "FR", "--out", ".").exit_code == 0
    before = {name: (tmp_path / name).read_bytes() for name in files(tmp_path)}
    result = build("letter", "--to", "FR", "--out", ".", docx=failing)
    assert isinstance(result.exception, BriefgenError)
    assert {name: (tmp_path / name).read_bytes() for name in files(tmp_path)} == before


def test_nothing_is_written_where_the_second_kind_fails(build: Callable[..., Result], tmp_path: Path) -> None:
    result = build("letter", "--to", "FR", docx=failing)
    assert isinstance(result.exception, BriefgenError)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_a_file_is_told_and_nothing_changes(
    build: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "output/north-korea-border_letter_FR_en.docx").mkdir(parents=True)
    result = build("letter", "--to", "FR")
    assert isinstance(result.exception, BriefgenError)
    (problem,) = result.exception.problems
    assert problem.message.startswith("cannot write: ")
    assert problem.hint == "choose another folder with --out"
    assert files(tmp_path) == []


def test_warnings_go_beside_the_paths_and_not_among_them(build: Callable[..., Result]) -> None:
    result = build("letter", "--to", "FR", "--as", "pdf", day="2027-01-15")
    assert result.stdout.splitlines() == ["output/north-korea-border_letter_FR_en.pdf"]
    assert result.stderr.startswith("warning: the members of `human-rights-council` are known only up to 2026-12-31")


def test_a_script_reads_the_paths(build: Callable[..., Result]) -> None:
    data = json.loads(build("letter", "--to", "FR", "--json").stdout)
    assert data == {
        "files": ["output/north-korea-border_letter_FR_en.pdf", "output/north-korea-border_letter_FR_en.docx"],
        "warnings": [],
    }
