"""`briefgen explain`: the asks with their reasons, and the file and line of each piece."""

from __future__ import annotations

import json

from click.testing import CliRunner, Result

from briefgen.cli import cli
from briefgen.errors import BriefgenError


def explain(*words: str) -> Result:
    return CliRunner().invoke(cli, ["explain", *words, "--date", "2026-11-23"])


def test_every_recommendation_is_taken_or_left_for_a_reason() -> None:
    result = explain("letter", "--to", "Japan")
    assert result.exit_code == 0
    lines = result.output.splitlines()
    taken = [line.split()[1] for line in lines if line.startswith("  taken")]
    left = [line.split()[1] for line in lines if line.startswith("  left")]
    assert (taken, left) == (["R1", "R3", "R6"], ["R2", "R4", "R5"])
    assert any("inferred, as JP" in line for line in lines)
    assert any("evidence: S1, fences, food" in line for line in lines)


def test_each_piece_has_its_files() -> None:
    lines = explain("letter", "--to", "FR", "--lang", "ko").output.splitlines()
    places = [line.strip() for line in lines if line.startswith("      ")]
    for name in (
        "templates/formats/letter.md:",
        "report.yaml:",
        "locales/ko/LC_MESSAGES/",
        "address.yaml",
        "placeholder",
    ):
        assert any(name in place for place in places), name


def test_the_overlay_of_a_group_is_named() -> None:
    assert "made of: templates/delegations/eu/letter.md, templates/formats/letter.md" in explain(
        "letter", "--to", "DE"
    ).output.replace("\\", "/")


def test_a_script_reads_the_same() -> None:
    data = json.loads(explain("letter-security-council", "--to", "FR", "--json").output)
    assert data["roles"][0] == "security-council"
    assert [ask["recommendation"] for ask in data["asks"] if ask["taken"]] == ["R4", "R5", "R6"]
    assert {ask["basis"] for ask in data["asks"] if ask["taken"]} == {"stated"}
    assert all(piece["kind"] for piece in data["pieces"])


def test_an_addressee_whom_the_format_does_not_reach_is_told() -> None:
    result = explain("letter-security-council", "--to", "NR")
    assert isinstance(result.exception, BriefgenError)
    assert "is for the group `security-council`; `NR` is not of it" in str(result.exception)


def test_the_level_and_the_ids_of_what_is_withheld_are_said() -> None:
    report = ("--report", "example-school-water")
    to_partner = explain("briefing", "--to", "FR", *report).output.splitlines()
    to_another = explain("briefing", "--to", "KE", *report).output.splitlines()
    assert "level: partners" in to_partner
    assert not any(line.startswith("withheld") for line in to_partner)
    assert {"level: public", "withheld: lot"} <= set(to_another)
    assert "chosen by lot" not in "".join(to_another)
    data = json.loads(explain("briefing", "--to", "KE", *report, "--json").output)
    assert (data["level"], data["withheld"]) == ("public", ["lot"])
