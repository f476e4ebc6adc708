"""A campaign says what a manifest does not, and neither may be of another report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefgen.batch.manifest import MANIFEST, Entry
from briefgen.comparing.circumstances import Circumstances, circumstances_of, require_of_report
from briefgen.errors import BriefgenError
from briefgen.library.packs import ReportPack
from briefgen.library.shelves import Library
from tests.comparing.conftest import REPORT, letter

CAMPAIGN = """\
name: first
formats: [letter]
to: [FR]
date: 2026-12-01
sender: sender.yaml
contacts: contacts.csv
"""


def circumstances(folder: Path, more: str = "") -> Circumstances:
    path = folder / "campaign.yaml"
    path.write_text(CAMPAIGN + more, "utf-8")
    return circumstances_of(path, folder)


def required(library: Library, pack: ReportPack, given: Circumstances, *entries: Entry) -> str:
    try:
        require_of_report(library, (pack, pack), entries, given)
    except BriefgenError as error:
        return str(error)
    return ""


def test_a_campaign_gives_the_day_and_the_files_beside_it(tmp_path: Path) -> None:
    given = circumstances(tmp_path)
    assert given == Circumstances(date(2026, 12, 1), tmp_path / "sender.yaml", tmp_path / "contacts.csv")


def test_a_campaign_need_not_name_the_report_and_may_name_it_by_its_folder(
    tmp_path: Path, library: Library, pack: ReportPack
) -> None:
    assert required(library, pack, circumstances(tmp_path)) == ""
    assert required(library, pack, circumstances(tmp_path, f"report: {REPORT}\n")) == ""
    folder = tmp_path / "copy"
    folder.mkdir()
    for name in ("report.yaml", "source.txt"):
        (folder / name).write_bytes((pack.text.path.parent / name).read_bytes())
    assert required(library, pack, circumstances(tmp_path, "report: copy\n")) == ""


@pytest.mark.parametrize("name", ["example-school-water", "no-such-report"])
def test_a_campaign_on_another_report_is_told_at_its_line(
    tmp_path: Path, library: Library, pack: ReportPack, name: str
) -> None:
    told = required(library, pack, circumstances(tmp_path, f"report: {name}\n"))
    assert told.startswith(f"{tmp_path}/campaign.yaml:7:9: the campaign is on the report `{name}`, not on `{REPORT}`")


def test_a_manifest_of_another_report_is_told_once(tmp_path: Path, library: Library, pack: ReportPack) -> None:
    given = Circumstances(date(2026, 12, 1), manifest=tmp_path / MANIFEST)
    assert required(library, pack, given, letter("FR"), letter("BE", report="")) == ""
    told = required(library, pack, given, letter("FR"), letter("BE", report="other"), letter("DZ", report="other"))
    wanted = f"{tmp_path}/{MANIFEST}: documents of the manifest are on the report `other`, not on `{REPORT}`"
    assert told == f"{wanted} (name the manifest of the old version)"


def test_a_manifest_that_does_not_say_its_report_is_known_by_its_asks(library: Library, pack: ReportPack) -> None:
    given = Circumstances(date(2026, 12, 1))
    assert required(library, pack, given, letter("FR", report="", asks=("R1",))) == ""
    told = required(library, pack, given, letter("FR", report="", asks=("R1", "R9")), letter("BE", asks=("R8",)))
    assert told.startswith("the old version has no recommendation R9, which documents of the manifest make")


def test_a_campaign_with_a_mistake_is_told_at_its_place(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match=r"campaign\.yaml:7:1: "):
        circumstances(tmp_path, "sendre: x\n")
