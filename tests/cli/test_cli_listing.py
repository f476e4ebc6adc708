"""`briefgen list` says on what day a table holds, and refuses what it does not know."""

from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import cli
from briefgen.errors import BriefgenError
from briefgen.library.shelves import built_in_shelf


def listed(*words: str) -> Result:
    return CliRunner().invoke(cli, ["list", *words])


def rows(*words: str) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = json.loads(listed(*words, "--json").stdout)
    return data


@pytest.mark.parametrize(("day", "member", "former"), [("2026-11-23", "DK", "AT"), ("2027-01-15", "AT", "DK")])
def test_groups_are_those_of_the_day(day: str, member: str, former: str) -> None:
    council = next(row for row in rows("groups", "--date", day) if row["group"] == "security-council")
    assert council["members"] == "15"
    assert member in council["states"].split()
    assert former not in council["states"].split()
    groups = {row["iso2"]: row["groups"].split() for row in rows("delegations", "--date", day)}
    assert "security-council" in groups[member]
    assert "security-council" not in groups[former]


def test_the_day_up_to_which_a_group_is_complete_is_shown() -> None:
    known = {row["group"]: row["complete to"] for row in rows("groups", "--date", "2026-11-23")}
    assert (known["human-rights-council"], known["eu"]) == ("2026-12-31", "")


def test_a_recommendation_shows_whom_it_addresses_and_who_is_asked_by_inference() -> None:
    found = {row["id"]: (row["addressed to"], row["by inference"]) for row in rows("recommendations")}
    assert found["R2"] == ("state-concerned", "")
    assert found["R4"] == ("security-council", "")
    assert found["R6"] == ("security-council concerned-governments", "KR JP US eu")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_columns_stand_under_each_other_on_a_terminal(language: str) -> None:
    lines = listed("delegations", "--lang", language, "--date", "2026-11-23").output.splitlines()
    starts = {columns(line[: line.index("member")]) for line in lines[1:] if "  member" in line}
    assert len(starts) == 1
    assert columns(lines[0][: lines[0].index("status")]) in starts


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["delegations", "--lang", "kr"], "there is no language `kr`"),
        (["recommendations", "--report", "north-korea"], "did you mean `north-korea-border`"),
    ],
)
def test_an_unknown_name_is_told(words: list[str], said: str) -> None:
    result = listed(*words)
    assert isinstance(result.exception, BriefgenError)
    assert said in str(result.exception)


@pytest.mark.parametrize("words", [["states"], [], ["groups", "--date", "2026-13-01"]])
def test_wrong_usage_ends_with_two(words: list[str]) -> None:
    assert listed(*words).exit_code == 2


def test_where_there_are_two_reports_only_their_recommendations_need_to_know_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        shutil.copytree(built_in_shelf() / "reports" / "north-korea-border", tmp_path / "reports" / name)
    monkeypatch.chdir(tmp_path)
    for what in ("formats", "delegations", "groups", "languages", "reports", "names"):
        assert listed(what).exit_code == 0
    refused = listed("recommendations").exception
    assert str(refused) == "there are 2 reports to choose from (name it with --report: one, two)"
    assert listed("recommendations", "--report", "two").exit_code == 0
