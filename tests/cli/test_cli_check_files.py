"""`briefgen check FILE.pdf FILE.docx`: finished documents from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.cli import cli
from briefgen.library.shelves import built_in_shelf

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


def test_among_several_reports_the_name_of_a_file_says_which_it_is_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("north-korea-border", "two"):
        shutil.copytree(built_in_shelf() / "reports" / "north-korea-border", tmp_path / "reports" / name)
    monkeypatch.chdir(tmp_path)
    order = ["build", "letter", "--to", "FR", "--as", "docx", "--report", "north-korea-border", "--date", "2026-11-23"]
    path = Path(CliRunner().invoke(cli, order).output.strip())
    assert CliRunner().invoke(cli, ["check", str(path)]).exit_code == 0
    bare = str(path.rename(path.with_name("letter_FR_en.docx")))
    assert "name it with --report" in CliRunner().invoke(cli, ["check", bare]).stderr
    assert CliRunner().invoke(cli, ["check", bare, "--report", "north-korea-border"]).exit_code == 0


SENDER = """\
organisation: {en: Example Organisation}
address: {en: ["1 Example Street, Geneva"]}
signatory: {en: Jo Example}
post: {en: Director}
"""


def test_a_final_letter_is_held_against_its_final_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sender.yaml").write_text(SENDER, encoding="utf-8")
    order = ["build", "letter", "--to", "FR", "--as", "pdf,docx", "--sender", "sender.yaml", "--date", "2026-11-23"]
    built = CliRunner().invoke(cli, [*order, "--final"]).output.split()
    assert len(built) == 2
    assert CliRunner().invoke(cli, ["check", *built, "--sender", "sender.yaml"]).exit_code == 0
    other = CliRunner().invoke(cli, ["check", *built])
    assert other.exit_code == 1
    assert "[Name of your organisation]" in other.stderr
