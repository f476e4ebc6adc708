"""Formats, what they extend, and their overlays are read whole, and each mistake is found at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, Place
from briefgen.library.formats import (
    Layer,
    all_overlays,
    format_names,
    load_format,
    read_format,
    read_overlay,
    read_overlay_text,
)
from briefgen.library.shelves import Library
from tests.check.shelf_copy import ShelfCopy

FRONT_MATTER = "---\nid: memo\nkind: letter\nname: Memo\ndescription: A memo.\naddressees: one\n---\n"
OVERLAY = "---\nchanges: letter\nfor: JP\n---\n{% block offer %}\nNo.\n\n{% endblock %}\n"


def format_file(folder: Path, text: str, name: str = "memo") -> Path:
    path = folder / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return path


def overlay_file(shelf: ShelfCopy, text: str = OVERLAY, owner: str = "JP", name: str = "letter") -> Path:
    path = shelf.path / "templates/delegations" / owner / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_format_is_its_front_matter_and_its_template(tmp_path: Path) -> None:
    file = read_format(format_file(tmp_path, f"{FRONT_MATTER}first line\nsecond line\n"))
    assert file.format.name == "Memo"
    assert file.layers[0].body == "first line\nsecond line\n"


def test_the_first_line_of_the_template_is_its_line_in_the_file(tmp_path: Path) -> None:
    path = format_file(tmp_path, f"{FRONT_MATTER}first line\n")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[read_format(path).layers[0].first_line - 1] == "first line"


@pytest.mark.parametrize("name", ["briefing", "letter"])
def test_the_bundled_templates_begin_where_they_say(library: Library, name: str) -> None:
    file = load_format(library, name)
    lines = file.path.read_text(encoding="utf-8").splitlines(keepends=True)
    assert "".join(lines[file.layers[0].first_line - 1 :]) == file.layers[0].body


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


def test_the_library_has_every_format(library: Library) -> None:
    assert set(format_names(library)) == {
        "briefing",
        "cover-email",
        "factsheet",
        "invitation",
        "letter",
        "letter-security-council",
        "letter-state-concerned",
        "open-letter",
        "oral-statement",
        "questions-answers",
        "sign-on",
        "talking-points",
    }


def test_a_format_stands_before_what_it_extends(library: Library) -> None:
    file = load_format(library, "letter-security-council")
    assert [layer.path.name for layer in file.layers] == ["letter-security-council.md", "letter.md"]
    assert file.path == file.layers[0].path


def test_a_format_that_extends_itself_is_refused(shelf: ShelfCopy) -> None:
    shelf.edit("templates/formats/letter.md", "addressees: one", "addressees: one\nextends: letter-security-council")
    with pytest.raises(BriefgenError, match="the format extends itself: letter → letter-security-council"):
        load_format(shelf.library, "letter")


def test_what_formats_share_is_no_format(library: Library) -> None:
    assert set(load_format(library, "letter").shared) == {"_notes.md", "_parts.md"}
    assert not [name for name in format_names(library) if name.startswith("_")]


def test_overlays_stand_before_the_format_in_the_order_of_their_owners(shelf: ShelfCopy) -> None:
    overlay_file(shelf)
    overlay_file(shelf, OVERLAY.replace("JP", "human-rights-council"), "human-rights-council")
    file = load_format(shelf.library, "letter")
    found = [layer.path.parent.name for layer in file.layers_for(["JP", "human-rights-council", "all"])]
    assert found == ["JP", "human-rights-council", "formats"]
    assert [layer.path.parent.name for layer in file.layers_for(["FR"])] == ["formats"]
    assert file.overlays["JP"].layer.first_line == 5


def test_an_overlay_is_of_its_format_alone(shelf: ShelfCopy) -> None:
    overlay_file(shelf)
    assert "JP" not in load_format(shelf.library, "briefing").overlays
    assert "JP" not in load_format(shelf.library, "letter-security-council").overlays


@pytest.mark.parametrize(("owner", "name", "key"), [("KR", "letter", "for"), ("JP", "briefing", "changes")])
def test_an_overlay_in_another_place_than_it_says_is_refused(shelf: ShelfCopy, owner: str, name: str, key: str) -> None:
    path = overlay_file(shelf, owner=owner, name=name)
    with pytest.raises(BriefgenError, match=f"the overlay says `{key}: ") as caught:
        read_overlay(path)
    place = caught.value.problems[0].place
    assert place
    assert place.line == {"changes": 2, "for": 3}[key]


def test_every_bundled_overlay_is_found(library: Library) -> None:
    assert {(item.overlay.for_, item.overlay.changes) for item in all_overlays(library)} == {
        ("VA", "letter"),
        ("eu", "letter"),
    }


def test_the_blocks_of_a_template_with_their_lines() -> None:
    body = "{% block one %}\nfirst\n{% endblock %}\ntext\n{%- block two -%}second{%- endblock two -%}\n"
    blocks = Layer(Path("x.md"), body, 10).blocks()
    assert {name: (block.text, block.place.line) for name, block in blocks.items()} == {
        "one": ("first\n", 10),
        "two": ("second", 14),
    }


def test_a_text_that_is_not_saved_yet_is_read_like_a_file(shelf: ShelfCopy) -> None:
    file = load_format(shelf.library, "letter")
    text = OVERLAY.replace("JP", "KR")
    path = shelf.path / "templates/delegations/KR/letter.md"
    overlay = read_overlay_text(text, path)
    assert not path.exists()
    changed = file.with_overlay(overlay)
    assert changed.layers_for(["KR"])[0] == overlay.layer
    assert {**changed.overlays} == {**file.overlays, "KR": overlay}
    overlay_file(shelf, text, "KR")
    assert read_overlay(path) == overlay


def test_of_two_sayings_the_first_owners_prevails(shelf: ShelfCopy) -> None:
    for owner, says in (("JP", '{One.: "1", Two.: "2"}'), ("all", '{One.: "3", Three.: "4"}')):
        text = f"---\nchanges: letter\nfor: {owner}\nsays:\n  ko: {says}\n---\n"
        shelf.write(f"templates/delegations/{owner}/letter.md", text)
    file = load_format(shelf.library, "letter")
    found = file.sayings_for(["JP", "human-rights-council", "all"], "ko")
    assert {message: saying.text for message, saying in found.items()} == {"One.": "1", "Two.": "2", "Three.": "4"}
    assert str(found["One."].place) == f"{shelf.path}/templates/delegations/JP/letter.md:5:14"
    assert file.sayings_for(["JP", "all"], "fr") == {}


@pytest.mark.parametrize(("says", "message"), [("{ko: x}", "`ko`"), ('{ko: {a: ""}}', "`a` is empty"), ("[a]", "says")])
def test_sayings_that_are_none_are_refused(shelf: ShelfCopy, says: str, message: str) -> None:
    path = overlay_file(shelf, f"---\nchanges: letter\nfor: JP\nsays: {says}\n---\n")
    with pytest.raises(BriefgenError, match=message):
        read_overlay(path)
