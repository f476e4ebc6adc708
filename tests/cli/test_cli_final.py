"""`--final`: a document without the mark of a draft, or the whole list of what is open and no file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import cli
from briefgen.errors import BriefgenError
from briefgen.library.packs import load_pack
from briefgen.library.shelves import open_library

SENDER = """\
organisation: {en: Example Organisation}
address: {en: ["1 Example Street, Geneva"]}
signatory: {en: Jo Example}
post: {en: Director}
"""
CAMPAIGN = """\
name: first
formats: [letter]
to: [permanent-five]
languages: [en]
files: [txt]
date: 2026-11-23
sender: sender.yaml
final: true
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sender.yaml").write_text(SENDER, encoding="utf-8")
    (tmp_path / "campaign.yaml").write_text(CAMPAIGN, encoding="utf-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, words)


def build(*words: str) -> Result:
    return run("build", "letter", "--to", "FR", "--date", "2026-11-23", "--as", "txt", *words)


def test_a_final_letter_is_no_draft(here: Path) -> None:
    assert build("--sender", "sender.yaml").exit_code == 0
    path = here / "output" / "north-korea-border_letter_FR_en.txt"
    draft = path.read_text(encoding="utf-8")
    assert build("--sender", "sender.yaml", "--final").exit_code == 0
    assert "DRAFT" in draft
    assert path.read_text(encoding="utf-8") != draft
    assert "DRAFT" not in path.read_text(encoding="utf-8")


def test_what_is_open_is_told_and_nothing_is_written(here: Path) -> None:
    (here / "sender.yaml").write_text(SENDER.replace("post: {en: Director}\n", ""), encoding="utf-8")
    result = build("--sender", "sender.yaml", "--final", "--lang", "auto")
    assert isinstance(result.exception, BriefgenError)
    messages = [problem.message for problem in result.exception.problems]
    assert "the translation into `fr` is not signed off" in messages
    assert any(message.startswith("the sender has no post in `fr`") for message in messages)
    assert not (here / "output").exists()


def test_the_languages_of_a_correspondence_are_told_together(here: Path) -> None:
    (here / "sender.yaml").write_text(SENDER.replace("{en: Director}", '{en: "[Post]"}'), encoding="utf-8")
    result = run("build", "letter", "--to", "JP", "--lang", "auto", "--as", "txt", "--sender", "sender.yaml", "--final")
    assert isinstance(result.exception, BriefgenError)
    messages = [problem.message for problem in result.exception.problems]
    assert len(messages) == len(set(messages))
    assert "`post` is still in [brackets]" in messages


def test_a_campaign_may_be_final(here: Path) -> None:
    result = run("batch", "campaign.yaml", "--jobs", "1")
    assert result.exit_code == 0, result.output
    letters = sorted((here / "output/first").glob("*.txt"))
    assert len(letters) == 5
    assert not any("DRAFT" in letter.read_text(encoding="utf-8") for letter in letters)


def test_drafts_are_made_again_as_final(here: Path, folder_of: Callable[[], dict[str, bytes]]) -> None:
    campaign = here / "campaign.yaml"
    campaign.write_text(CAMPAIGN.replace("final: true", "final: false"), encoding="utf-8")
    assert run("batch", "campaign.yaml", "--jobs", "1").exit_code == 0
    drafts = folder_of()
    result = run("batch", "campaign.yaml", "--final", "--jobs", "1")
    assert result.output.splitlines()[-1].startswith("output/first: 5 made, 0 unchanged")
    assert all(folder_of()[name] != data for name, data in drafts.items())
    result = run("batch", "campaign.yaml", "--final", "--jobs", "1")
    assert result.output.splitlines()[-1].startswith("output/first: 0 made, 5 unchanged")


@pytest.fixture
def folder_of(here: Path) -> Callable[[], dict[str, bytes]]:
    return lambda: {path.name: path.read_bytes() for path in (here / "output/first").glob("*.txt")}


def test_who_is_not_ready_stops_nobody_else(here: Path) -> None:
    (here / "campaign.yaml").write_text(CAMPAIGN.replace("[en]", "[en, fr]"), encoding="utf-8")
    result = run("batch", "campaign.yaml", "--jobs", "1")
    assert result.exit_code == 1
    assert len(list((here / "output/first").glob("*_en.txt"))) == 5
    assert list((here / "output/first").glob("*_fr.txt")) == []


def test_a_reason_that_documents_share_is_told_once(here: Path) -> None:
    (here / "campaign.yaml").write_text(CAMPAIGN.replace("sender: sender.yaml\n", ""), encoding="utf-8")
    result = run("batch", "campaign.yaml", "--jobs", "1")
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith("letter_CN_en and 4 others: ")
    assert "the sender is a placeholder" in line
    assert list((here / "output/first").glob("*.txt")) == []


def test_the_bundled_pack_is_under_no_embargo() -> None:
    assert load_pack(open_library(), "north-korea-border").report.embargo is None


def test_a_batch_with_a_listed_contact_is_refused_with_its_row_and_without_the_name(here: Path) -> None:
    (here / "do-not-name.txt").write_text("Jo Nobody\nCamille Example\n", encoding="utf-8")
    (here / "contacts.csv").write_text("state,name\nCN,Li Example\nFR,CAMILLE EXAMPLE\n", encoding="utf-8")
    with (here / "campaign.yaml").open("a", encoding="utf-8") as campaign:
        campaign.write("contacts: contacts.csv\n")
    for words in (["--dry-run"], ["--jobs", "1"]):
        result = run("batch", "campaign.yaml", *words)
        assert isinstance(result.exception, BriefgenError)
        (problem,) = result.exception.problems
        assert str(problem.place) == "contacts.csv:3"
        assert "(do-not-name.txt:2)" in problem.message
        assert "camille" not in str(problem).casefold()
    assert not (here / "output").exists()


def test_a_batch_holds_every_document_against_the_list(here: Path) -> None:
    assert run("batch", "campaign.yaml", "--jobs", "1").exit_code == 0
    (here / "do-not-name.txt").write_text("Example Organisation\n", encoding="utf-8")
    result = run("batch", "campaign.yaml", "--jobs", "1")
    assert result.exit_code == 1
    manifest = (here / "output/first/manifest.json").read_text(encoding="utf-8")
    assert "do-not-name.txt:1" in manifest
    assert "example organisation" not in f"{result.output}{manifest}".casefold()


def test_check_searches_the_files_of_the_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "do-not-name.txt").write_text("Jo Example\n", encoding="utf-8")
    (here / "campaign.yaml").unlink()
    result = run("check", "example-school-water")
    assert result.exit_code == 1
    assert "sender.yaml:3:17: a name of the do-not-name list (do-not-name.txt:1) stands here" in result.stderr
