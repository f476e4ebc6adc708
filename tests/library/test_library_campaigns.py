"""A campaign names files in its own folder or in the workspace, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.library.campaigns import read_campaign

CAMPAIGN = "name: x\nformats: [letter]\nto: [FR]\ndate: 2026-12-01\n"


def written(folder: Path, *lines: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "campaign.yaml"
    path.write_text(CAMPAIGN + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_files_stand_beside_the_campaign_or_in_the_workspace(tmp_path: Path) -> None:
    path = written(tmp_path / "own", "sender: sender.yaml", "contacts: ../contacts.csv", "report: pack")
    (tmp_path / "own/pack").mkdir()
    (tmp_path / "own/pack/report.yaml").touch()
    file = read_campaign(path, tmp_path)
    assert file.beside(file.campaign.sender) == tmp_path / "own/sender.yaml"
    assert file.beside(file.campaign.details) is None
    assert file.report == str(tmp_path / "own/pack")
    assert read_campaign(written(tmp_path / "own", "report: school"), tmp_path).report == "school"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("sender: /etc/passwd", "5:9"),
        ("contacts: ../../contacts.csv", "5:11"),
        ("details: link.yaml", "5:10"),
        ("report: ../../reports", "5:9"),
        ("report: /etc", "5:9"),
    ],
)
def test_a_file_elsewhere_is_refused_at_its_place(tmp_path: Path, line: str, place: str) -> None:
    path = written(tmp_path / "own", line)
    (tmp_path / "secret.yaml").touch()
    (tmp_path / "own/link.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(BriefgenError) as caught:
        read_campaign(path, tmp_path / "own")
    (problem,) = caught.value.problems
    assert str(problem).startswith(f"{path}:{place}: `{line.partition(': ')[2]}` leads out of the folder")


def test_all_that_is_elsewhere_is_told_at_once(tmp_path: Path) -> None:
    path = written(tmp_path / "own", "sender: /a", "contacts: /b", "details: /c")
    with pytest.raises(BriefgenError) as caught:
        read_campaign(path, tmp_path / "own")
    assert len(caught.value.problems) == 3
