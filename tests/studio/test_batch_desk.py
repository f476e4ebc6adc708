"""The batch page, as it answers; the batches themselves are made by processes of their own."""

from __future__ import annotations

import json
import re
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.studio.conftest import Visitor, plain

NEW = {
    "name": "first",
    "report": "north-korea-border",
    "formats": ["letter"],
    "set": "FR, JP",
    "languages": ["en"],
    "files": ["txt"],
    "date": "2026-12-01",
}
CAMPAIGN = {"campaign": "first.yaml"}


@pytest.fixture
def campaign(visitor: Visitor) -> Visitor:
    assert visitor.post("/batch/write", NEW).status_code == 303
    return visitor


def ended(visitor: Visitor) -> str:
    """The page when the batch is not running any more."""
    for _ in range(600):
        if "data-poll" not in visitor.get("/batch/progress", query_string=CAMPAIGN).get_data(as_text=True):
            break
        time.sleep(0.2)
    return visitor.get("/batch/", query_string=CAMPAIGN).get_data(as_text=True)


def states(page: str) -> dict[str, str]:
    rows = re.findall(
        r'<th scope="row">[^<]*<span class="help">(\w\w)</span></th>\s*<td><span class="state state-(\w*)"', page
    )
    return dict(rows)


def test_a_campaign_is_written_as_the_command_line_reads_it(campaign: Visitor, workspace: Path) -> None:
    text = (workspace / "first.yaml").read_text(encoding="utf-8")
    assert "formats: [letter]" in text
    assert "to: [FR, JP]" in text
    page = campaign.get("/batch/", query_string=CAMPAIGN).get_data(as_text=True)
    found = states(page)
    assert len(found) == 195
    assert {iso for iso, state in found.items() if state == "planned"} == {"FR", "JP"}
    assert found["KP"] == ""


def test_what_cannot_be_made_is_told_with_its_reason(visitor: Visitor) -> None:
    visitor.post("/batch/write", {**NEW, "formats": ["letter-security-council"], "set": "FR, NR"})
    page = plain(visitor.get("/batch/", query_string=CAMPAIGN))
    assert "letter-security-council to NR" in page
    assert "is not of it on 2026-12-01" in page


def test_a_campaign_is_not_written_over(campaign: Visitor, workspace: Path) -> None:
    before = (workspace / "first.yaml").read_bytes()
    answer = campaign.post("/batch/write", {**NEW, "set": "DE"})
    assert answer.status_code == 400
    assert "there is a file `first.yaml` already" in plain(answer)
    assert (workspace / "first.yaml").read_bytes() == before


def test_what_was_entered_for_a_campaign_that_cannot_be_planned_stays_in_the_form(
    visitor: Visitor, workspace: Path
) -> None:
    answer = visitor.post("/batch/write", {**NEW, "set": "Atlantis", "files": ["txt", "html"]})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 400
    assert "there is no state" in plain(answer)
    assert 'name="set" value="Atlantis"' in page
    assert re.findall(r'name="files" value="(\w+)" checked', page) == ["html", "txt"]
    assert not (workspace / "first.yaml").exists()


@pytest.mark.parametrize(
    ("key", "value"),
    [("name", "../evil"), ("name", ""), ("set", ""), ("formats", []), ("files", ["exe"]), ("date", "soon")],
)
def test_what_is_no_campaign_is_told(visitor: Visitor, workspace: Path, key: str, value: object) -> None:
    answer = visitor.post("/batch/write", {**NEW, key: value})
    assert answer.status_code == 400
    assert 'class="problems"' in answer.get_data(as_text=True)
    assert not list(workspace.rglob("*.yaml"))
    assert not list(workspace.parent.glob("*.yaml"))


def test_a_batch_is_made_opened_and_taken_along(campaign: Visitor, workspace: Path) -> None:
    assert campaign.post("/batch/start", CAMPAIGN).status_code == 303
    page = ended(campaign)
    assert {iso for iso, state in states(page).items() if state == "built"} == {"FR", "JP"}
    with campaign.get("/batch/file/letter_FR_en.txt", query_string=CAMPAIGN) as letter:
        assert "France" in letter.get_data(as_text=True)
    bundle = campaign.get("/batch/bundle/first.zip", query_string=CAMPAIGN)
    names = zipfile.ZipFile(BytesIO(bundle.data)).namelist()
    assert {"letter_FR_en.txt", "letter_JP_en.txt"} <= {Path(name).name for name in names}

    (workspace / "output" / "first" / "letter_FR_en.txt").write_text("edited by hand")
    page = campaign.get("/batch/", query_string=CAMPAIGN).get_data(as_text=True)
    assert states(page)["FR"] == "stale"
    assert "edited by hand" in page
    only = states(campaign.get("/batch/", query_string={**CAMPAIGN, "only": "stale"}).get_data(as_text=True))
    assert list(only) == ["FR"]


def test_a_batch_is_stopped(visitor: Visitor) -> None:
    visitor.post("/batch/write", {**NEW, "set": "all", "files": ["pdf", "docx"]})
    visitor.post("/batch/start", CAMPAIGN)
    assert "data-poll" in visitor.get("/batch/progress", query_string=CAMPAIGN).get_data(as_text=True)
    assert visitor.post("/batch/stop", CAMPAIGN).status_code == 303
    answer = visitor.get("/batch/progress", query_string=CAMPAIGN)
    assert "data-poll" not in answer.get_data(as_text=True)
    assert "It was stopped." in plain(answer)


@pytest.mark.parametrize("name", ["manifest.json", "..%2f..%2ffirst.yaml", "letter_FR_en.txt"])
def test_only_what_a_batch_has_written_is_handed_out(campaign: Visitor, name: str) -> None:
    assert campaign.get(f"/batch/file/{name}", query_string=CAMPAIGN).status_code == 404


@pytest.mark.parametrize("path", ["/batch/progress", "/batch/file/x", "/batch/bundle/all.zip"])
@pytest.mark.parametrize("name", ["", "nothing.yaml", "../first.yaml", "/etc/passwd"])
def test_a_campaign_is_one_of_the_workspace(campaign: Visitor, path: str, name: str) -> None:
    assert campaign.get(path, query_string={"campaign": name}).status_code == 404


def test_a_bundle_of_nothing_is_told(campaign: Visitor) -> None:
    answer = campaign.get("/batch/bundle/first.zip", query_string=CAMPAIGN)
    assert answer.status_code == 400
    assert "is finished" in plain(answer)


@pytest.mark.parametrize("name", ["x" * 300, "9" * 5000])
def test_a_name_that_no_file_can_have_is_told(visitor: Visitor, name: str) -> None:
    assert visitor.post("/batch/write", {**NEW, "name": name}).status_code == 400


def test_nothing_that_lies_elsewhere_is_handed_out(campaign: Visitor, workspace: Path) -> None:
    """A manifest may come from somebody else, and so may a link."""
    secret = workspace.parent / "secret"
    secret.write_text("secret")
    folder = workspace / "output" / "first"
    folder.mkdir(parents=True)
    entry = {"name": "a", "recipient": "FR", "language": "en", "format": "letter", "files": {"a.txt": "0"}}
    (folder / ".journal.jsonl").write_text(f"{json.dumps(entry)}\n", encoding="utf-8")
    (folder / "a.txt").write_text("ours")
    with campaign.get("/batch/file/a.txt", query_string=CAMPAIGN) as ours:
        assert ours.get_data(as_text=True) == "ours"
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to(secret)
    assert campaign.get("/batch/file/a.txt", query_string=CAMPAIGN).status_code == 404


def test_a_campaign_that_lies_elsewhere_is_none(campaign: Visitor, workspace: Path) -> None:
    (workspace / "first.yaml").rename(workspace.parent / "first.yaml")
    (workspace / "first.yaml").symlink_to(workspace.parent / "first.yaml")
    assert campaign.get("/batch/progress", query_string=CAMPAIGN).status_code == 404
