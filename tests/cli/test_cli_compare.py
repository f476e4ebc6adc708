"""`briefgen compare`: a report in text, JSON and Word, and its exit codes."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.batch.manifest import as_files
from briefgen.cli import cli
from briefgen.errors import BriefgenError
from briefgen.library.shelves import built_in_shelf
from briefgen.render.docx.package import unpack
from tests.comparing.conftest import letter

REPORT = "north-korea-border"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(built_in_shelf() / "reports" / REPORT, tmp_path / "new")
    return tmp_path


def change(here: Path) -> None:
    path = here / "new" / "report.yaml"
    path.write_text(path.read_text("utf-8").replace("Urgently address", "Soon address"), "utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, list(words))


def test_nothing_differs(here: Path) -> None:
    result = run("compare", REPORT, "new")
    assert result.exit_code == 0
    assert result.output.splitlines()[:2] == ["to do: nothing", "report: nothing"]


def test_a_change_is_told_as_text_json_and_word(here: Path) -> None:
    change(here)
    batch = ["--format", "letter", "--to", "FR", "--lang", "en", "--as", "txt", "--date", "2026-11-23", "--jobs", "1"]
    assert run("batch", *batch, "--report", REPORT).exit_code == 0
    words = ["compare", REPORT, "new", "--manifest", "output/batch", "--date", "2026-11-23", "--word", "changes.docx"]
    text = run(*words)
    assert text.exit_code == 0
    assert "[-Urgently-]{+Soon+} address" in text.output
    assert "affected: 1 of 1 document" in text.output
    first = (here / "changes.docx").read_bytes()
    data = json.loads(run(*words, "--json").output)
    assert data["to do"]["make again"] == ["letter_FR_en"]
    assert [ask["what"] for ask in data["documents"][0]["asks"]][:1] == ["changed"]
    assert (here / "changes.docx").read_bytes() == first
    assert OpenXmlValidator(FileFormat.OFFICE_2019).validate("changes.docx").errors == []
    xml = unpack(first)["word/document.xml"].decode()
    assert "<w:del " in xml
    assert "<w:ins " in xml
    assert 'w:date="2026-11-23T00:00:00Z"' in xml


def test_wrong_usage_and_problems_have_codes_of_their_own(here: Path) -> None:
    assert run("compare", REPORT).exit_code == 2
    assert run("compare", REPORT, "new", "--campaign", "campaign.yaml").exit_code == 2
    path = here / "new" / "report.yaml"
    path.write_text(path.read_text("utf-8").replace("evidence: [sanctions,", "evidence: [sanction,"), "utf-8")
    result = run("compare", REPORT, "new")
    assert result.exit_code == 1
    assert "there is no finding or figure `sanction`" in result.stderr


def batch(here: Path, *words: str) -> Path:
    """A batch of the old version with the files of its campaign, for which no report need be chosen."""
    (here / "contacts.csv").write_text("name,form of address,state\nCamille Example,Ms,FR\n", "utf-8")
    campaign = here / "campaign.yaml"
    campaign.write_text(
        "name: first\nformats: [letter]\nto: [FR, NR]\nlanguages: [en]\nfiles: [txt]\ndate: 2026-12-01\n"
        "contacts: contacts.csv\n",
        "utf-8",
    )
    assert run("batch", str(campaign), "--jobs", "1", *words).exit_code == 0
    return here / "output" / "first"


def test_a_campaign_gives_the_persons_and_the_day(here: Path) -> None:
    change(here)
    folder = batch(here)
    (folder / "letter_NR_en.txt").write_text("We changed this by hand.", "utf-8")
    shutil.copytree(here / "new", here / "reports" / "of-two")  # now there is more than one report to choose from
    result = run("compare", REPORT, "new", "--manifest", "output/first", "--campaign", "campaign.yaml")
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert "  make and send again: 1 document" in lines
    assert "      letter in en to FR (Camille Example)" in lines
    assert "  edited by hand: change by hand too, or their edits are lost, and send again: 1 document" in lines
    assert "no list of contacts" not in result.output


WRONG = {
    "no pack": (("compare", "nowhere", "new"), "there is no report `nowhere`"),
    "a damaged manifest": (
        ("compare", REPORT, "new", "--manifest", "bad.json"),
        "bad.json:1:2: the manifest is damaged",
    ),
    "no manifest": (("compare", REPORT, "new", "--manifest", "none.json"), "none.json: the file is missing"),
    "a manifest of another report": (
        ("compare", "example-school-water", "new", "--manifest", "output/first"),
        f"output/first/manifest.json: documents of the manifest are on the report `{REPORT}`",
    ),
    "a campaign on another report": (
        ("compare", REPORT, "new", "--manifest", "output/first", "--campaign", "other.yaml"),
        "other.yaml:8:9: the campaign is on the report `example-school-water`",
    ),
    "a campaign that is missing": (
        ("compare", REPORT, "new", "--manifest", "output/first", "--campaign", "none.yaml"),
        "none.yaml: the file is missing",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_input_is_told_at_its_place_and_nothing_is_written(here: Path, case: str) -> None:
    batch(here, "--dry-run")
    (here / "bad.json").write_text("{", "utf-8")
    (here / "other.yaml").write_text((here / "campaign.yaml").read_text("utf-8") + "report: example-school-water\n")
    manifest = here / "output" / "first" / "manifest.json"
    manifest.parent.mkdir(parents=True)
    manifest.write_bytes(as_files([letter("FR")])["manifest.json"])
    words, told = WRONG[case]
    result = run(*words, "--word", "changes.docx")
    assert isinstance(result.exception, BriefgenError)
    assert told in str(result.exception).replace(f"{here}/", "")
    assert not (here / "changes.docx").exists()


def test_a_new_version_with_problems_gets_no_word_file(here: Path) -> None:
    path = here / "new" / "report.yaml"
    path.write_text(path.read_text("utf-8").replace("evidence: [sanctions,", "evidence: [sanction,"), "utf-8")
    result = run("compare", REPORT, "new", "--word", "changes.docx")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == "changes.docx is not written before the problems are mended"
    assert re.search(r"^new/report\.yaml:\d+:\d+: there is no finding or figure `sanction`", result.stderr)
    assert not (here / "changes.docx").exists()
