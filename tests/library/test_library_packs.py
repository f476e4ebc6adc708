"""Packs, senders and details are read whole, and each mistake is found at its line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, Place
from briefgen.library.packs import default_report, load_details, load_pack, load_sender
from briefgen.library.shelves import Library
from tests.check.shelf_copy import REPORT, ShelfCopy


def test_a_pack_is_found_by_id_and_by_folder(shelf: ShelfCopy) -> None:
    by_id = load_pack(shelf.library, "north-korea-border")
    by_folder = load_pack(shelf.library, str(shelf.path / "reports" / "north-korea-border"))
    assert by_id.report == by_folder.report
    assert by_id.report.publisher == "Human Rights Watch"


def test_the_workspace_pack_hides_the_built_in_one(shelf: ShelfCopy, library: Library) -> None:
    shelf.edit(REPORT, "publisher: Human Rights Watch", "publisher: Someone Else")
    pack = load_pack(Library((shelf.path, *library.shelves)), "north-korea-border")
    assert pack.report.publisher == "Someone Else"


def test_an_unknown_pack_is_met_with_the_nearest(library: Library) -> None:
    with pytest.raises(BriefgenError, match=r"there is no report `north-korea`.*`north-korea-border`"):
        load_pack(library, "north-korea")


def test_a_missing_source_is_reported_where_it_is_named(shelf: ShelfCopy) -> None:
    (shelf.path / "reports/north-korea-border/source.txt").unlink()
    with pytest.raises(BriefgenError) as caught:
        load_pack(shelf.library, "north-korea-border")
    (problem,) = caught.value.problems
    assert problem.message == "the source source.txt is missing"
    assert problem.place
    assert problem.place.line == shelf.line_of(REPORT, "source.txt\n  origin")


def test_a_source_outside_the_folder_of_the_pack_is_refused(shelf: ShelfCopy) -> None:
    shelf.write("reports/secret.txt", "not for this pack")
    line = shelf.edit(REPORT, "file: source.txt", "file: ../secret.txt")
    with pytest.raises(BriefgenError) as caught:
        load_pack(shelf.library, "north-korea-border")
    (problem,) = caught.value.problems
    assert problem.place == Place(shelf.path / REPORT, line, 9)
    assert problem.hint == "put it into the folder of the pack"


def test_a_linked_source_outside_the_folder_is_refused(shelf: ShelfCopy) -> None:
    source = shelf.path / "reports/north-korea-border/source.txt"
    source.rename(shelf.path / "elsewhere.txt")
    source.symlink_to(shelf.path / "elsewhere.txt")
    with pytest.raises(BriefgenError, match=r"source\.txt is missing"):
        load_pack(shelf.library, "north-korea-border")


def test_every_problem_of_a_pack_is_reported_at_once(shelf: ShelfCopy) -> None:
    first = shelf.edit(REPORT, "publisher: Human Rights Watch", "publischer: Human Rights Watch")
    second = shelf.edit(REPORT, "basis: stated", "basis: statet")
    with pytest.raises(BriefgenError) as caught:
        load_pack(shelf.library, "north-korea-border")
    found = {(problem.place.line, problem.hint) for problem in caught.value.problems if problem.place}
    assert (first, "did you mean `publisher` or `published`?") in found
    assert (second, "did you mean `stated`?") in found


def test_without_a_file_the_sender_is_the_placeholder(library: Library) -> None:
    assert load_sender(library, None).placeholder


def test_a_sender_is_read_from_its_file(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "sender.yaml"
    path.write_text("organisation: {en: Our Union}\nregister: plain\n", encoding="utf-8")
    sender = load_sender(library, path)
    assert (sender.organisation, sender.address_register, sender.placeholder) == ({"en": "Our Union"}, "plain", False)


def test_a_sender_without_an_organisation_is_refused(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "sender.yaml"
    path.write_text("register: plain\n", encoding="utf-8")
    with pytest.raises(BriefgenError, match="`organisation` is missing"):
        load_sender(library, path)


def test_without_a_file_the_details_are_the_placeholder(library: Library) -> None:
    details = load_details(library, None)
    assert details.placeholder
    assert details.event
    assert details.sign_on


def test_the_only_report_is_meant_where_none_is_named(library: Library) -> None:
    assert default_report(library) == "north-korea-border"


def test_of_several_reports_one_must_be_named(shelf: ShelfCopy) -> None:
    shutil.copytree(shelf.path / "reports/north-korea-border", shelf.path / "reports/other")
    with pytest.raises(BriefgenError, match=r"there are 2 reports to choose from .*north-korea-border, other"):
        default_report(shelf.library)
