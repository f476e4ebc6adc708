"""`briefgen batch --bundle --print`: what would be made, what was made, and what could not be."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from briefgen.cli import cli
from briefgen.errors import BriefgenError
from briefgen.library.shelves import built_in_shelf

CAMPAIGN = """\
name: first
formats: [letter]
to: [FR or NR, CN]
languages: [en]
files: [txt, pdf]
bundles: [group]
print: true
date: 2026-11-23
"""
TEXTS = ["--format", "letter", "--to", "FR or CN", "--to", "NR", "--lang", "en,fr", "--as", "txt", "--jobs", "1"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "campaign.yaml").write_text(CAMPAIGN, encoding="utf-8")
    return tmp_path


def batch(*words: str) -> Result:
    return CliRunner().invoke(cli, ["batch", *words])


def test_a_dry_run_says_which_bundles_would_be_made(here: Path) -> None:
    lines = batch("campaign.yaml", "--dry-run").output.splitlines()
    assert lines[-2] == "bundles: bundles/FR-or-NR.zip, bundles/CN.zip, bundles/print.pdf"
    data = json.loads(batch("campaign.yaml", "--dry-run", "--json").output)
    assert data["bundles"] == ["FR-or-NR.zip", "CN.zip", "print.pdf"]
    assert "bundles" not in batch(*TEXTS, "--dry-run").output
    assert not (here / "output").exists()


def test_a_campaign_says_its_bundles_and_each_is_reported(here: Path) -> None:
    result = batch("campaign.yaml", "--jobs", "1")
    assert result.exit_code == 0, result.output
    folder = Path("output/first/bundles")
    assert result.output.splitlines()[-3:] == [f"{folder}/{name}" for name in ("FR-or-NR.zip", "CN.zip", "print.pdf")]
    names = zipfile.ZipFile(folder / "FR-or-NR.zip").namelist()
    stems = [f"letter_{iso}_en.{kind}" for iso in ("FR", "NR") for kind in ("txt", "pdf")]
    assert names == ["manifest.csv", *stems]
    simplex = len(PdfReader(folder / "print.pdf").pages)
    data = json.loads(batch("campaign.yaml", "--jobs", "1", "--print", "duplex", "--json").output)
    assert data["made"] == 0
    assert data["bundles"] == [f"{folder}/{name}" for name in ("FR-or-NR.zip", "CN.zip", "print.pdf")]
    assert data["bundle problems"] == []
    assert len(PdfReader(folder / "print.pdf").pages) == simplex + 1, "an option goes before what the campaign says"


def test_options_ask_for_bundles(here: Path) -> None:
    result = batch(*TEXTS, "--bundle", "language, group")
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (here / "output/batch/bundles").glob("*.zip")) == [
        "FR-or-CN.zip",
        "NR.zip",
        "en.zip",
        "fr.zip",
    ]


def test_a_problem_of_one_leaves_it_out_and_the_rest_is_bundled(here: Path) -> None:
    overlay = here / "templates/delegations/CN/letter.md"
    overlay.parent.mkdir(parents=True)
    overlay.write_text("---\nchanges: letter\nfor: CN\n---\n{% block offer %}{{ none_such }}{% endblock %}\n", "utf-8")
    result = batch(*TEXTS, "--bundle", "group")
    assert result.exit_code == 1
    names = zipfile.ZipFile(here / "output/batch/bundles/FR-or-CN.zip").namelist()
    assert names == ["manifest.csv", "letter_FR_en.txt", "letter_FR_fr.txt"]


def test_a_bundle_that_cannot_be_made_is_told_after_the_report(here: Path) -> None:
    assert batch("campaign.yaml", "--jobs", "1").exit_code == 0
    overlay = here / "templates/formats/letter.md"
    overlay.parent.mkdir(parents=True)
    text = (built_in_shelf() / "templates/formats/letter.md").read_text(encoding="utf-8")
    overlay.write_text(f"{text}\n{{{{ none_such }}}}\n", encoding="utf-8")
    result = batch("campaign.yaml", "--jobs", "1")
    assert result.exit_code == 1
    assert "output/first: 3 made, 0 unchanged" in result.stdout
    assert "there is nothing to print" in result.stderr
    left = {path.suffix for path in (here / "output/first/bundles").iterdir()}
    assert left.isdisjoint({".zip", ".pdf"}), "nothing of the earlier letters is left to be sent"
    data = json.loads(batch("campaign.yaml", "--jobs", "1", "--json").stdout)
    assert data["bundles"] == []
    assert "there is nothing to print" in data["bundle problems"][0]


def test_a_batch_without_a_pdf_is_not_begun(here: Path) -> None:
    result = batch(*TEXTS, "--print", "duplex")
    assert isinstance(result.exception, BriefgenError)
    assert "there is nothing to print" in str(result.exception)
    assert not (here / "output").exists()


@pytest.mark.parametrize(
    "words", [["--bundle", "languages"], ["--bundle", ","], ["--bundle", "language,state"], ["--print", "triplex"]]
)
def test_wrong_usage(here: Path, words: list[str]) -> None:
    assert batch(*TEXTS, *words).exit_code == 2


def test_print_alone_is_on_one_side(here: Path) -> None:
    words = ["--format", "letter", "--to", "NR", "--lang", "en", "--as", "pdf", "--print", "--jobs", "1"]
    assert batch(*words).exit_code == 0
    assert len(PdfReader(here / "output/batch/bundles/print.pdf").pages) == 1
