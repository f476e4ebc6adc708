"""The campaigns of a workspace."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.library.shelves import open_library
from briefgen.studio.campaigns import CampaignFolder, campaigns_in, new_campaign

CHOSEN = {
    "name": "first",
    "report": "north-korea-border",
    "formats": ["letter", "open-letter"],
    "to": ["security-council"],
    "languages": ["en"],
    "files": ["txt"],
    "date": date(2026, 12, 1),
}


@pytest.fixture
def campaign(workspace: Path) -> CampaignFolder:
    path, text = new_campaign(open_library(workspace), workspace, CHOSEN)
    path.write_text(text, encoding="utf-8")
    (found,) = campaigns_in(open_library(workspace), workspace)
    return found


def test_other_files_of_a_workspace_are_no_campaigns(campaign: CampaignFolder, workspace: Path) -> None:
    (workspace / "sender.yaml").write_text("organisation: {en: A}\n", encoding="utf-8")
    (workspace / "broken.yaml").write_text("name: [\n", encoding="utf-8")
    assert [each.name for each in campaigns_in(open_library(workspace), workspace)] == ["first.yaml"]


def test_every_delegation_and_group_has_its_standing(campaign: CampaignFolder) -> None:
    found = campaign.overview()
    assert len(found.delegations) == 195
    assert found.counts == {"planned": 16}
    assert [each.recipient for each in found.others] == ["security-council"]
    assert {bundle.name for bundle in campaign.bundles()} == {"en.zip", "security-council.zip", "first.zip"}


def test_nothing_is_written_by_looking(campaign: CampaignFolder, workspace: Path) -> None:
    campaign.overview()
    assert campaign.running() is None
    assert campaign.file("manifest.json") is None
    assert not (workspace / "output").exists()


@pytest.mark.parametrize("name", ["a/b", "..", "a b", ""])
def test_a_name_is_no_path(workspace: Path, name: str) -> None:
    with pytest.raises(BriefgenError):
        new_campaign(open_library(workspace), workspace, {**CHOSEN, "name": name})
