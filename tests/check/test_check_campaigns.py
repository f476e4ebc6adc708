"""A campaign is checked before it is sent: every name in it, and every file that it names."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefgen.check.campaigns import check_campaign
from briefgen.library.shelves import Library, built_in_shelf

CAMPAIGN = """\
name: first-letters
formats: [letter, briefing]
to: [security-council and not permanent-five, FR, 프랑스, Japan]
languages: [auto, en, ko]
files: [pdf, docx]
date: 2026-12-01
report: north-korea-border
sender: sender.yaml
contacts: contacts.csv
details: details.yaml
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files that the campaign names."""
    templates = built_in_shelf() / "templates"
    shutil.copy(templates / "senders/placeholder.yaml", tmp_path / "sender.yaml")
    shutil.copy(templates / "details/placeholder.yaml", tmp_path / "details.yaml")
    (tmp_path / "contacts.csv").write_text("name,state,language\nA,FR,fr\nB,Japan,\n", encoding="utf-8")
    return tmp_path


def told(library: Library, folder: Path, old: str = "", new: str = "") -> list[str]:
    """The problems of the campaign after a change."""
    assert old in CAMPAIGN
    path = folder / "campaign.yaml"
    path.write_text(CAMPAIGN.replace(old, new) if old else CAMPAIGN, encoding="utf-8")
    return [str(problem).replace(f"{folder}/", "") for problem in check_campaign(library, path)]


def test_a_campaign_that_is_right_has_no_problem(library: Library, folder: Path) -> None:
    assert told(library, folder) == []


@pytest.mark.parametrize("key", ["report: north-korea-border\n", "sender: sender.yaml\n", "contacts: contacts.csv\n"])
def test_what_a_campaign_does_not_name_is_not_missed(library: Library, folder: Path, key: str) -> None:
    assert told(library, folder, key) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[letter,", "[lettre,", "campaign.yaml:2:11: there is no format `lettre` (did you mean `letter`?)"),
        ("briefing]", "brief]", "campaign.yaml:2:19: there is no format `brief` (did you mean `briefing`?)"),
        ("en, ko]", "en, kr]", "campaign.yaml:4:23: there is no language `kr` (known are auto, ar, de, en"),
        ("Japan]", "Jpan]", "campaign.yaml:3:56: there is no state “Jpan” (did you mean `japan`"),
        ("[security-council", "[securty-council", "campaign.yaml:3:6: there is no state or group “securty-council”"),
        ("docx]", "dcox]", "campaign.yaml:5:14: item 2 of `files` cannot be 'dcox' (did you mean `docx`?)"),
        (
            "date: 2026-12-01",
            "date: 2026-12-01\nbundles: [languages]",
            "campaign.yaml:7:11: item 1 of `bundles` cannot be 'languages' (did you mean `language`?)",
        ),
        (
            "date: 2026-12-01",
            "date: 2026-12-01\nprint: duplx",
            "campaign.yaml:7:8: `print` cannot be 'duplx' (did you mean `duplex`?)",
        ),
        ("date: 2026-12-01", "date: soon", "campaign.yaml:6:7: `date` is not a date: 'soon' (write YYYY-MM-DD)"),
        ("name: first", "nmae: first", "campaign.yaml:1:1: the key `nmae` is not known here (did you mean `name`?)"),
        (
            "border",
            "bordr",
            "campaign.yaml:7:9: there is no report `north-korea-bordr` (did you mean `north-korea-border`",
        ),
        ("sender.yaml", "sendr.yaml", "sendr.yaml: the file is missing"),
        ("details.yaml", "mine/details.yaml", "mine/details.yaml: the file is missing"),
        ("contacts.csv", "contacts.xlsx", "contacts.xlsx: the file is missing"),
    ],
)
def test_a_wrong_name_is_told_where_it_stands(library: Library, folder: Path, old: str, new: str, said: str) -> None:
    found = told(library, folder, old, new)
    assert any(problem.startswith(said) for problem in found), found
    assert len(found) == (2 if old.startswith("name") else 1), "a missing `name` is told beside the unknown key"


def test_every_wrong_name_is_told_at_once(library: Library, folder: Path) -> None:
    (folder / "contacts.csv").unlink()
    (folder / "details.yaml").unlink()
    found = told(
        library,
        folder,
        "[letter, briefing]\nto: [security-council and not permanent-five, FR, 프랑스, Japan]",
        "[a]\nto: [Nowhere]",
    )
    assert [problem.split(": ")[0] for problem in found] == [
        "campaign.yaml:2:11",
        "campaign.yaml:3:6",
        "details.yaml",
        "contacts.csv",
    ]


def test_the_problems_of_the_files_are_told_where_they_stand(library: Library, folder: Path) -> None:
    (folder / "sender.yaml").write_text("organisation: {en: Us}\nregster: plain\n", encoding="utf-8")
    (folder / "details.yaml").write_text("event:\n  title: {en: T}\n", encoding="utf-8")
    (folder / "contacts.csv").write_text("state,post\nFR,consul\n", encoding="utf-8")
    found = told(library, folder)
    assert any(problem.startswith("sender.yaml:2:1: the key `regster` is not known here") for problem in found)
    assert any(problem.startswith("details.yaml:2:3: `when` is missing") for problem in found)
    assert any(problem.startswith("contacts.csv:2:2: `post`: post cannot be “consul”") for problem in found)


def test_a_contact_whose_state_or_language_is_unknown_is_told_at_its_row(library: Library, folder: Path) -> None:
    (folder / "contacts.csv").write_text("state,language\nFrnace,fr\nFR,fr\nJP,zh-Hant\n", encoding="utf-8")
    assert told(library, folder) == [
        "contacts.csv:2: there is no state “Frnace” (did you mean `france` or `la france`?)",
        "contacts.csv:4: there is no language `zh-Hant` (did you mean `zh-Hans`?)",
    ]


def test_a_contact_is_at_a_mission_and_not_at_a_group(library: Library, folder: Path) -> None:
    (folder / "contacts.csv").write_text("name,state\nA,eu\n", encoding="utf-8")
    assert told(library, folder) == ["contacts.csv:2: `eu` is a group (name the state at whose mission the person is)"]


def test_one_file_for_two_things_is_read_as_both(library: Library, folder: Path) -> None:
    found = told(library, folder, "details: details.yaml", "details: sender.yaml")
    assert found
    assert all(problem.startswith("sender.yaml:") for problem in found)


def test_a_report_is_found_in_the_folder_of_the_campaign(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shutil.copytree(built_in_shelf() / "reports/north-korea-border", folder / "my-report")
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert told(library, folder, "report: north-korea-border", "report: my-report") == []
    assert told(library, folder, "report: north-korea-border", "report: other") != []


def test_a_report_must_be_named_where_there_are_several(library: Library, folder: Path) -> None:
    for name in ("first", "second"):
        shutil.copytree(built_in_shelf() / "reports/north-korea-border", folder / "reports" / name)
    (problem,) = told(Library((folder, *library.shelves)), folder, "report: north-korea-border\n")
    assert problem.startswith("campaign.yaml:1:1: there are 2 reports to choose from")


def test_a_missing_campaign_is_told(library: Library, tmp_path: Path) -> None:
    (problem,) = check_campaign(library, tmp_path / "campaign.yaml")
    assert problem.message == "the file is missing"
