"""Overlays that have lost their footing are told, each at its line."""

from __future__ import annotations

import pytest

from briefgen.check.overlays import check_overlays
from briefgen.library.formats import all_overlays, format_names, load_format
from briefgen.library.overlays import block_hash, inherited_blocks
from briefgen.library.shelves import Library
from tests.check.shelf_copy import ShelfCopy

HEAD = "---\nchanges: letter\nfor: JP\n{more}---\n"
OFFER = "{% block offer %}\nNo.\n\n{% endblock %}\n"
OWNERS = ["JP", "FR", "VA", "eu", "all"]


def problems(library: Library) -> list[str]:
    files = {name: load_format(library, name) for name in format_names(library)}
    return [str(problem) for problem in check_overlays(all_overlays(library), files, OWNERS, ["north-korea-border"])]


def of_japan(shelf: ShelfCopy, text: str, more: str = "") -> list[str]:
    shelf.write("templates/delegations/JP/letter.md", HEAD.format(more=more) + text)
    return [line.partition("/JP/")[2] for line in problems(shelf.library)]


def test_the_bundled_overlays_have_no_problem(library: Library) -> None:
    assert problems(library) == []


def test_a_sound_overlay_has_no_problem(shelf: ShelfCopy) -> None:
    digest = block_hash(inherited_blocks(load_format(shelf.library, "letter"))["offer"].text)
    assert of_japan(shelf, "{# why #}\n" + OFFER, f'written_against:\n  offer: "{digest}"\n') == []


def test_a_block_that_the_format_has_not_is_told_with_the_nearest(shelf: ShelfCopy) -> None:
    (found,) = of_japan(shelf, OFFER.replace("offer", "ofer"))
    assert found == "letter.md:5: the format `letter` has no block `ofer` (did you mean `offer`?)"


def test_text_outside_the_blocks_is_told(shelf: ShelfCopy) -> None:
    (found,) = of_japan(shelf, f"lost\n{OFFER}")
    assert found == "letter.md:5: text outside the blocks is never printed (put it into a block)"


def test_a_block_that_has_changed_since_is_told_with_its_place_and_its_new_mark(shelf: ShelfCopy) -> None:
    digest = block_hash(inherited_blocks(load_format(shelf.library, "letter"))["offer"].text)
    shelf.edit("templates/formats/letter.md", "We enclose a briefing on the report", "We add a briefing on the report")
    changed = block_hash(inherited_blocks(load_format(shelf.library, "letter"))["offer"].text)
    more = f'written_against:\n  offer: "{digest}"\n  asks: "000000000000"\n'
    (found,) = [line for line in of_japan(shelf, OFFER, more) if line]
    assert found.startswith("letter.md:8: the block `offer` of `letter` has changed since the overlay was written")
    assert f'`offer: "{changed}"`' in found
    assert "templates/formats/letter.md:" in found


def test_a_block_that_is_gone_is_told(shelf: ShelfCopy) -> None:
    shelf.edit("templates/formats/letter.md", "{% block offer %}", "{% block proposal %}")
    assert "the format `letter` has no block `offer`" in of_japan(shelf, OFFER)[0]


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        (
            "XX/letter.md",
            "changes: letter\nfor: XX",
            "there is no state or group `XX` (write an ISO code or the name of a group)",
        ),
        ("euu/letter.md", "changes: letter\nfor: euu", "there is no state or group `euu` (did you mean `eu`?)"),
        ("JP/lettre.md", "changes: lettre\nfor: JP", "there is no format `lettre` (did you mean `letter`?)"),
    ],
)
def test_an_overlay_for_nobody_or_of_no_format_is_told(shelf: ShelfCopy, path: str, text: str, message: str) -> None:
    shelf.write(f"templates/delegations/{path}", f"---\n{text}\n---\n{OFFER}")
    assert any(message in found for found in problems(shelf.library))


def test_a_report_that_is_not_there_is_told_with_the_nearest(shelf: ShelfCopy) -> None:
    (found,) = of_japan(shelf, "", "report: north-korea-boarder\nasks: [R1]\n")
    assert found == ("letter.md:4:9: there is no report `north-korea-boarder` (did you mean `north-korea-border`?)")


def test_an_overlay_of_no_format_does_not_hide_the_others(shelf: ShelfCopy) -> None:
    shelf.write("templates/delegations/FR/lettre.md", f"---\nchanges: lettre\nfor: FR\n---\n{OFFER}")
    shelf.write("templates/delegations/JP/letter.md", HEAD.format(more="") + OFFER.replace("offer", "ofer"))
    found = problems(shelf.library)
    assert any("there is no format `lettre`" in line for line in found)
    assert any("has no block `ofer`" in line for line in found)
