"""`briefgen init`: a workspace that builds at once, and in which nothing is wrong."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import cli
from briefgen.errors import BriefgenError
from briefgen.library.shelves import Library, open_library
from tests.check.shelf_copy import ShelfCopy

FILES = [
    "README.md",
    "campaign.yaml",
    "contacts.csv",
    "details.yaml",
    "sender.yaml",
    "templates/delegations/FR/letter.md",
]


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, words)


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new workspace, in which the user works."""
    monkeypatch.chdir(tmp_path)
    assert run("init", "mine").exit_code == 0
    monkeypatch.chdir(tmp_path / "mine")
    return tmp_path / "mine"


def test_a_workspace_is_made_and_the_paths_of_its_files_are_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("init", "a/new one")
    assert (result.exit_code, result.stderr) == (0, "")
    assert sorted(result.output.splitlines()) == [f"a/new one/{name}" for name in FILES]
    assert files(tmp_path / "a/new one") == FILES


def test_an_empty_folder_may_be_there_already(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init", ".").exit_code == 0
    assert files(tmp_path) == FILES


def test_a_folder_that_is_not_empty_is_refused_and_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/.hidden").write_text("here", encoding="utf-8")
    result = run("init", "mine")
    assert isinstance(result.exception, BriefgenError)
    assert str(result.exception) == "mine: the folder is not empty (name a new one)"
    assert files(tmp_path) == ["mine/.hidden"]


def test_a_file_in_the_place_of_the_folder_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").write_text("a file", encoding="utf-8")
    assert run("init", "mine").exit_code == 2


@pytest.mark.parametrize(
    ("words", "stem"),
    [
        ("letter --to FR --contacts contacts.csv", "letter_FR_en"),
        ("briefing --to all", "briefing_all_en"),
        ("invitation --to all --details details.yaml", "invitation_all_en"),
        ("sign-on --to all --details details.yaml", "sign-on_all_en"),
    ],
)
def test_documents_are_built_in_it_at_once(workspace: Path, words: str, stem: str) -> None:
    result = run("build", *words.split(), "--sender", "sender.yaml", "--as", "txt", "--date", "2026-11-23")
    assert (result.exit_code, result.output) == (0, f"output/north-korea-border_{stem}.txt\n")


def test_the_overlay_that_shows_how_one_is_written_changes_nothing_yet(workspace: Path, tmp_path: Path) -> None:
    def letter() -> str:
        assert run("build", "letter", "--to", "FR", "--as", "txt", "--date", "2026-11-23").exit_code == 0
        return (workspace / "output/north-korea-border_letter_FR_en.txt").read_text(encoding="utf-8")

    with_overlay = letter()
    (workspace / FILES[-1]).rename(tmp_path / "aside.md")
    assert letter() == with_overlay


def test_a_block_that_is_taken_out_of_its_comment_is_in_force(workspace: Path) -> None:
    path = workspace / FILES[-1]
    text = path.read_text(encoding="utf-8")
    block = re.search(r"\{#\n(\{% block salutation %\}.*?\{% endblock %\})\n#\}", text, re.DOTALL)
    assert block
    own = "{% block salutation %}\nOwn words.\n\n{{ super() }}\n{% endblock %}"
    path.write_text(text.replace(block[0], own), encoding="utf-8")
    assert run("build", "letter", "--to", "FR", "--as", "txt", "--date", "2026-11-23").exit_code == 0
    letter = (workspace / "output/north-korea-border_letter_FR_en.txt").read_text(encoding="utf-8")
    assert "Own words." in letter
    assert "Excellency," in letter


def test_nothing_is_wrong_with_its_own_files(
    workspace: Path, shelf: ShelfCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With English and the formats that it uses alone: what else is bundled is checked elsewhere."""
    for path in (shelf.path / "templates/formats").glob("[!_]*.md"):
        if path.stem not in ("letter", "briefing"):
            path.unlink()
    monkeypatch.setattr("briefgen.cli.check.open_library", lambda folder: Library((folder, shelf.path)))
    result = run("check", "north-korea-border", "--date", "2026-11-23")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.output == "no problems: north-korea-border; formats and catalogues\n"


def test_what_the_user_breaks_in_its_campaign_is_told_with_file_and_line(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefgen.cli.check.check_library", lambda *_: [])
    campaign = (workspace / "campaign.yaml").read_text(encoding="utf-8")
    (workspace / "campaign.yaml").write_text(campaign.replace("formats: [letter,", "formats: [lettr,"), "utf-8")
    with (workspace / "contacts.csv").open("a", encoding="utf-8") as file:
        file.write("Camille Example,Mrs,,FR,,,\n")
    result = run("check", "north-korea-border", "--date", "2026-11-23")
    assert result.exit_code == 1
    line = campaign.splitlines().index("formats: [letter, briefing]") + 1
    told = result.stderr.splitlines()
    assert told[0] == f"campaign.yaml:{line}:11: there is no format `lettr` (did you mean `letter` or `open-letter`?)"
    assert re.match(r"contacts\.csv:\d+:2: `form_of_address`: ", told[1])
    assert len(told) == 2


def test_the_commands_of_its_readme_are_those_that_there_are(workspace: Path) -> None:
    text = (workspace / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"(?:^|`)briefgen ([^`\n]+)", text, re.MULTILINE)
    assert len(commands) > 5
    for command in commands:
        name, *words = shlex.split(command)
        shown = run(name, "--help")
        assert shown.exit_code == 0, command
        assert all(word in shown.output for word in words if word.startswith("--")), command


def test_the_files_that_its_readme_names_are_there(workspace: Path) -> None:
    rows = re.findall(r"^\| `([^`]+)` \|", (workspace / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(rows) == 5
    assert all((workspace / name).exists() for name in rows)


def test_what_the_workspace_holds_is_found_before_what_is_built_in(workspace: Path) -> None:
    found = open_library(workspace).find("templates", "delegations", "FR", "letter.md")
    assert found == workspace / FILES[-1]
