"""`briefgen check FILE.pdf FILE.docx`: finished documents from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.cli import cli

ORDER = ["build", "letter", "--to", "FR", "--lang", "ko", "--as", "pdf,docx", "--date", "2026-11-23"]


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ORDER)
    assert result.exit_code == 0
    return result.output.split()


def test_files_that_are_in_order(built: list[str]) -> None:
    result = CliRunner().invoke(cli, ["check", *built])
    assert (result.exit_code, result.output) == (0, "no problems: 2 finished files\n")


def test_files_and_packs_in_one_go(built: list[str]) -> None:
    result = CliRunner().invoke(cli, ["check", "example-school-water", built[0]])
    assert (result.exit_code, result.output) == (0, "no problems: example-school-water, 1 finished file\n")


def test_a_wrong_date_is_told_with_its_page(built: list[str]) -> None:
    result = CliRunner().invoke(cli, ["check", *built, "--date", "2026-11-24"])
    assert result.exit_code == 1
    assert f"{built[0]}, page 1: the date is altered" in result.stderr


def test_problems_as_data(built: list[str]) -> None:
    result = CliRunner().invoke(cli, ["check", built[1], "--date", "2026-11-24", "--json"])
    assert result.exit_code == 1
    assert any("the date" in problem["message"] for problem in json.loads(result.stdout))
