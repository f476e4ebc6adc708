"""Packs and formats are read whole, and each mistake is found at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, Place
from briefgen.library.packs import FormatFile, load_format, load_pack, load_sender, read_format
from briefgen.library.shelves import Library
from tests.check.shelf_copy import REPORT, ShelfCopy

FRONT_MATTER = "---\nid: memo\nkind: letter\nname: Memo\ndescription: A memo.\naddressees: one\n---\n"


def format_file(folder: Path, text: str, name: str = "memo") -> Path:
    path = folder / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return path


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


def test_a_format_is_its_front_matter_and_its_template(tmp_path: Path) -> None:
    file = read_format(format_file(tmp_path, f"{FRONT_MATTER}first line\nsecond line\n"))
    assert file.format.name == "Memo"
    assert file.body == "first line\nsecond line\n"


def test_the_first_line_of_the_template_is_its_line_in_the_file(tmp_path: Path) -> None:
    path = format_file(tmp_path, f"{FRONT_MATTER}first line\n")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[read_format(path).first_line - 1] == "first line"


@pytest.mark.parametrize("name", ["briefing", "letter"])
def test_the_bundled_templates_begin_where_they_say(library: Library, name: str) -> None:
    file = load_format(library, name)
    lines = file.path.read_text(encoding="utf-8").splitlines(keepends=True)
    assert "".join(lines[file.first_line - 1 :]) == file.body


@pytest.mark.parametrize("text", ["", "# A heading\n", "---\nid: memo\n", "---\n---\ntext\n"])
def test_a_format_without_front_matter_is_refused(tmp_path: Path, text: str) -> None:
    path = format_file(tmp_path, text)
    with pytest.raises(BriefgenError) as caught:
        read_format(path)
    (problem,) = caught.value.problems
    assert problem.message == "the front matter is missing"
    assert problem.place == Place(path, 1)


def test_the_id_must_be_the_name_of_the_file(tmp_path: Path) -> None:
    path = format_file(tmp_path, FRONT_MATTER, name="note")
    with pytest.raises(BriefgenError) as caught:
        read_format(path)
    (problem,) = caught.value.problems
    assert problem.place == Place(path, 2, 5)
    assert problem.hint == "write `note`"


def test_broken_front_matter_is_found_at_its_line(tmp_path: Path) -> None:
    path = format_file(tmp_path, FRONT_MATTER.replace("kind: letter", "kind: [letter"))
    with pytest.raises(BriefgenError) as caught:
        read_format(path)
    place = caught.value.problems[0].place
    assert place
    assert place.line in (3, 4)


def test_an_unknown_key_of_the_front_matter_is_found_at_its_line(tmp_path: Path) -> None:
    path = format_file(tmp_path, FRONT_MATTER.replace("kind: letter", "kind: letter\nlayuot: house"))
    with pytest.raises(BriefgenError) as caught:
        read_format(path)
    assert [str(problem) for problem in caught.value.problems] == [
        f"{path}:4:1: the key `layuot` is not known here (did you mean `layout`?)"
    ]


def test_an_unknown_format_is_met_with_the_nearest(library: Library) -> None:
    with pytest.raises(BriefgenError, match=r"there is no format `brief`.*`briefing`"):
        load_format(library, "brief")


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


def test_formats_are_frozen(library: Library) -> None:
    file: FormatFile = load_format(library, "letter")
    with pytest.raises(AttributeError):
        file.body = ""  # type: ignore[misc]
