"""`briefgen customize`: an overlay or a layout in the user's folder, never over one that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import cli
from briefgen.errors import BriefgenError
from briefgen.library.formats import read_overlay

MINE = "---\nchanges: letter\nfor: JP\n---\n{% block account %}{% endblock %}\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, list(words))


def test_an_overlay_is_written_where_it_is_found(here: Path) -> None:
    result = run("customize", "letter", "--for", "일본")
    assert result.output == "templates/delegations/JP/letter.md\n"
    overlay = read_overlay(here / "templates/delegations/JP/letter.md").overlay
    assert (overlay.changes, overlay.for_) == ("letter", "JP")
    assert set(overlay.written_against) >= {"opening", "evidence", "asks", "offer"}


def test_an_overlay_of_a_group(here: Path) -> None:
    run("customize", "briefing", "--for", "eu")
    assert (here / "templates/delegations/eu/briefing.md").is_file()


def test_what_is_there_is_not_written_over(here: Path) -> None:
    run("customize", "letter", "--for", "JP")
    path = here / "templates/delegations/JP/letter.md"
    path.write_text(MINE, encoding="utf-8")
    result = run("customize", "letter", "--for", "JP")
    assert isinstance(result.exception, BriefgenError)
    assert "the file is there already" in str(result.exception)
    assert path.read_text(encoding="utf-8") == MINE


def test_a_layout_is_copied_whole_and_used(here: Path) -> None:
    result = run("customize", "--layout", "letterhead")
    assert result.exit_code == 0
    names = {path.name for path in (here / "templates/layouts/letterhead").iterdir()}
    assert {"layout.yaml", "page.html", "style.css", "word.docx"} <= names
    built = run("build", "letter", "--to", "FR", "--as", "docx", "--date", "2026-11-23")
    assert built.exit_code == 0, built.output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["lettre", "--for", "JP"], "there is no format `lettre` (did you mean `letter`"),
        (["letter", "--for", "Japon du Nord"], "there is no state"),
        (["--layout", "house"], "there is no layout `house`"),
    ],
)
def test_what_is_not_known_is_told(here: Path, words: list[str], message: str) -> None:
    result = run("customize", *words)
    assert message in str(result.exception)
    assert list(here.iterdir()) == []


def test_without_a_format_and_someone_it_is_for_the_usage_is_shown(here: Path) -> None:
    assert run("customize", "letter").exit_code == 2
    assert run("customize").exit_code == 2
