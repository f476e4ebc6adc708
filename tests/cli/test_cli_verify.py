"""`--seal` and `briefgen verify`: sealed as it is made, and seen to be intact, changed or missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from tests.cli.test_cli_final import CAMPAIGN, SENDER, run

STEM = "north-korea-border_letter_FR_en"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sender.yaml").write_text(SENDER, encoding="utf-8")
    (tmp_path / "campaign.yaml").write_text(CAMPAIGN, encoding="utf-8")
    return tmp_path


def build(*words: str) -> list[str]:
    letter = ["build", "letter", "--to", "FR", "--date", "2026-11-23", "--as", "txt,html", "--sender", "sender.yaml"]
    result = run(*letter, "--final", "--seal", *words)
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_a_letter_is_sealed_and_intact(here: Path) -> None:
    files = build()
    assert files == [f"output/{STEM}.{kind}" for kind in ("txt", "html", "seal.json")]
    first = (here / files[2]).read_bytes()
    result = run("verify", *files[:2])
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [f"{file}: intact ({STEM}.seal.json)" for file in files[:2]]
    build()
    assert (here / files[2]).read_bytes() == first


def test_what_was_changed_is_told_and_the_exit_code_is_1(here: Path) -> None:
    files = build()
    (here / files[0]).write_text("another", encoding="utf-8")
    (here / files[1]).unlink()
    result = run("verify", "output", "--json")
    assert result.exit_code == 1
    assert [(Path(each["file"]).suffix, each["status"]) for each in json.loads(result.stdout)] == [
        (".txt", "changed"),
        (".html", "missing"),
    ]
    assert run("verify", "sender.yaml").exit_code == 1


def test_a_batch_is_sealed_as_a_whole(here: Path) -> None:
    result = run("batch", "campaign.yaml", "--jobs", "1", "--seal")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1] == "output/first/seal.json"
    data = json.loads((here / "output/first/seal.json").read_bytes())
    assert [file["recipient"] for file in data["files"]] == ["CN", "FR", "GB", "RU", "US"]
    assert run("verify", "output/first").exit_code == 0
    (here / "output/first/letter_FR_en.txt").write_text("another", encoding="utf-8")
    result = run("verify", "output/first")
    assert result.exit_code == 1
    assert "output/first/letter_FR_en.txt: changed (seal.json)" in result.stdout.splitlines()


def test_a_document_that_is_not_ready_is_not_sealed(here: Path) -> None:
    (here / "campaign.yaml").write_text(CAMPAIGN.replace("[en]", "[en, fr]"), encoding="utf-8")
    assert run("batch", "campaign.yaml", "--jobs", "1", "--seal").exit_code == 1
    data = json.loads((here / "output/first/seal.json").read_bytes())
    assert {file["language"] for file in data["files"]} == {"en"}


def test_a_draft_is_not_sealed(here: Path) -> None:
    assert run("build", "letter", "--to", "FR", "--seal").exit_code == 2
    assert run("batch", "--format", "letter", "--to", "FR", "--seal").exit_code == 2
    assert run("verify").exit_code == 2
    assert not (here / "output").exists()


def test_nothing_is_sealed_where_something_is_open(here: Path) -> None:
    result = run("build", "letter", "--to", "FR", "--as", "txt", "--final", "--seal")
    assert isinstance(result.exception, BriefgenError)
    assert not (here / "output").exists()
