"""`briefgen compare`: a report in text, JSON and Word, and its exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.cli import cli
from briefgen.library.shelves import built_in_shelf
from briefgen.render.docx.package import unpack

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
    assert result.output.splitlines()[0] == "report: nothing"


def test_a_change_is_told_as_text_json_and_word(here: Path) -> None:
    change(here)
    batch = ["--format", "letter", "--to", "FR", "--lang", "en", "--as", "txt", "--date", "2026-11-23", "--jobs", "1"]
    assert run("batch", *batch, "--report", REPORT).exit_code == 0
    words = ["compare", REPORT, "new", "--manifest", "output/batch", "--date", "2026-11-23", "--word", "changes.docx"]
    text = run(*words)
    assert text.exit_code == 0
    assert "[-Urgently-]{+Soon+} address" in text.output
    assert "1 of 1 documents are affected" in text.output
    first = (here / "changes.docx").read_bytes()
    data = json.loads(run(*words, "--json").output)
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
