"""`briefgen batch`: a plan first, then the files, a table and an exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.batch.holding import held
from briefgen.cli import cli
from briefgen.errors import BriefgenError
from briefgen.library.shelves import built_in_shelf

CAMPAIGN = """\
name: first
formats: [letter, open-letter]
to: [permanent-five]
languages: [en]
files: [txt]
date: 2026-11-23
contacts: contacts.csv
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "campaign.yaml").write_text(CAMPAIGN, encoding="utf-8")
    (tmp_path / "contacts.csv").write_text("state,name,form of address\nFR,Camille Example,Ms\n", encoding="utf-8")
    return tmp_path


def batch(*words: str) -> Result:
    return CliRunner().invoke(cli, ["batch", *words])


def test_a_dry_run_shows_the_plan_and_writes_nothing(here: Path) -> None:
    result = batch("campaign.yaml", "--dry-run")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[-1] == "6 documents in 6 files; 0 not made"
    assert any(line.startswith("letter ") and "to Camille Example" in line for line in lines)
    assert not (here / "output").exists()
    data = json.loads(batch("campaign.yaml", "--dry-run", "--json").output)
    assert len(data["documents"]) == 6
    letter = next(each for each in data["documents"] if each["document"] == "letter_FR_Camille-Example_en")
    assert letter["asks"][0] in ("R1", "R4", "R5")
    assert (letter["contact"], letter["files"]) == ("Camille Example", ["letter_FR_Camille-Example_en.txt"])


def test_the_files_are_the_same_without_the_fast_path(here: Path) -> None:
    words = ("--format", "letter", "--to", "security-council", "--lang", "en", "--as", "pdf", "--date", "2026-11-23")
    for name, option in (("fast", "--fast-path"), ("slow", "--no-fast-path")):
        assert batch(*words, option, "--name", name, "--jobs", "1").exit_code == 0
    fast, slow = (
        {path.name: path.read_bytes() for path in (here / "output" / name).iterdir()} for name in ("fast", "slow")
    )
    assert fast == slow
    assert len(fast) == 15 + 2


def test_a_campaign_is_made_and_made_again_only_where_needed(here: Path) -> None:
    result = batch("campaign.yaml", "--jobs", "1")
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[-1] == "output/first: 6 made, 0 unchanged, 0 not planned"
    names = {path.name for path in (here / "output/first").iterdir()}
    assert {"letter_FR_Camille-Example_en.txt", "open-letter_permanent-five_en.txt", "manifest.csv"} <= names
    text = (here / "output/first/letter_FR_Camille-Example_en.txt").read_text(encoding="utf-8")
    assert "H.E. Ms Camille Example" in text.replace("\u00a0", " ")
    assert batch("campaign.yaml", "--jobs", "1").output.splitlines()[-1].startswith("output/first: 0 made, 6 unchanged")


def test_options_take_the_place_of_a_campaign(here: Path) -> None:
    words = ["--format", "letter", "--to", "permanent-five and not eu", "--lang", "auto", "--as", "txt", "--jobs", "1"]
    result = batch(*words, "--date", "2026-11-23", "--name", "mine")
    assert result.exit_code == 0, result.output
    names = sorted(path.stem for path in (here / "output/mine").glob("*.txt"))
    assert names == [
        "letter_CN_en",
        "letter_CN_zh-Hans",
        "letter_GB_en",
        "letter_RU_en",
        "letter_RU_ru",
        "letter_US_en",
    ]


def test_a_problem_of_one_is_listed_and_the_exit_code_is_1(here: Path) -> None:
    overlay = here / "templates/delegations/US/letter.md"
    overlay.parent.mkdir(parents=True)
    overlay.write_text("---\nchanges: letter\nfor: US\n---\n{% block offer %}{{ none_such }}{% endblock %}\n", "utf-8")
    result = batch("campaign.yaml", "--jobs", "1")
    assert result.exit_code == 1
    assert "letter_US_en: templates/delegations/US/letter.md:5: 'none_such' is undefined" in result.stderr.replace(
        f"{here}/", ""
    )
    assert "5 made" not in result.stdout
    assert (here / "output/first/letter_GB_en.txt").exists()


@pytest.mark.parametrize(
    ("words", "code"), [([], 2), (["--format", "letter"], 2), (["--to", "FR"], 2), (["--jobs", "0"], 2)]
)
def test_wrong_usage(here: Path, words: list[str], code: int) -> None:
    assert batch(*words).exit_code == code


def test_a_campaign_with_a_mistake_is_told_at_its_line(here: Path) -> None:
    (here / "campaign.yaml").write_text(CAMPAIGN.replace("formats:", "formatss:"), encoding="utf-8")
    result = batch("campaign.yaml", "--dry-run")
    assert isinstance(result.exception, BriefgenError)
    assert "campaign.yaml:2:1: the key `formatss` is not known here" in str(result.exception)


def test_a_campaign_names_its_report_where_there_are_several(here: Path) -> None:
    bundled = built_in_shelf() / "reports" / "north-korea-border"
    for name in ("one", "two"):
        shutil.copytree(bundled, here / "reports" / name)
    (here / "campaign.yaml").write_text(f"{CAMPAIGN}report: reports/one\n", encoding="utf-8")
    assert batch("campaign.yaml", "--dry-run").exit_code == 0
    assert "there are 2 reports to choose from" in str(batch("--format", "letter", "--to", "FR").exception)


def test_the_workers_may_be_those_of_a_cluster(here: Path) -> None:
    result = batch("campaign.yaml", "--cluster", "nonsense")
    assert result.exit_code == 1
    assert isinstance(result.exception, BriefgenError)
    assert "`nonsense` is no address of a scheduler" in str(result.exception)


def test_a_folder_to_which_another_batch_is_being_written_is_left_alone(here: Path) -> None:
    with held(here / "output/first"):
        result = batch("campaign.yaml", "--jobs", "1")
        assert batch("campaign.yaml", "--dry-run").exit_code == 0
    assert result.exit_code == 1
    assert str(result.exception).startswith("output/first: another batch is being written to this folder (wait until")
    assert list((here / "output/first").iterdir()) == []
