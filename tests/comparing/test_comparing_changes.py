"""Each kind of change of a pack is told by its id, once, with the words that differ."""

from __future__ import annotations

import pytest

from briefgen.comparing.changes import Change, compare_packs
from tests.comparing.conftest import Versions


def changes(versions: Versions) -> list[Change]:
    return list(compare_packs(*versions.packs()).changes)


def brief(found: list[Change]) -> list[tuple[str, str, str, list[str]]]:
    return [(each.kind, each.id, each.what, [text.name for text in each.texts]) for each in found]


def test_the_same_pack_does_not_differ(versions: Versions) -> None:
    assert changes(versions) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('short_title: "The closing', 'short_title: "The sealing', ("title", "", "changed", ["short title"])),
        ("has largely sealed the country’s border", "has sealed the border", ("summary", "S1", "changed", ["claim"])),
        ('value: "6,820"', 'value: "6,821"', ("figures", "facilities", "changed", ["value"])),
        ("claim: The report has 148 pages.", "claim: It has 148 pages.", ("figures", "pages", "changed", ["claim"])),
        ("What has changed at", "What is new at", ("questions", "what-changed", "changed", ["question"])),
        (
            "        ask: >-\n          Help address",
            "        ask: >-\n          Address",
            ("asks", "R1 to observer-states, donors", "changed", ["ask"]),
        ),
        ("kind: inquiry", "kind: query", ("recommendations", "R5", "changed", ["kind"])),
    ],
)
def test_a_change_of_an_item_names_its_text(
    versions: Versions, old: str, new: str, told: tuple[str, str, str, list[str]]
) -> None:
    versions.edit(old, new)
    assert brief(changes(versions)) == [told]


def test_an_id_of_the_same_anchor_is_renamed_and_what_refers_to_it_has_not_changed(versions: Versions) -> None:
    versions.replace("id: compounded", "id: made-worse")
    versions.replace("compounded,", "made-worse,")
    versions.replace(", compounded", ", made-worse")
    (change,) = changes(versions)
    assert (change.what, change.before, change.id, change.texts) == ("renamed", "compounded", "made-worse", ())
    assert compare_packs(*versions.packs()).renamed == {"compounded": "made-worse"}


def test_a_recommendation_goes_with_its_asks(versions: Versions) -> None:
    path = versions.shelf.path / "changed" / "report.yaml"
    before, _, rest = path.read_text("utf-8").partition("  - id: R5\n")
    path.write_text(before + rest[rest.index("  - id: R6\n") :], "utf-8")
    told = [(each.kind, each.id, each.what) for each in changes(versions)]
    assert told == [("recommendations", "R5", "removed"), ("asks", "R5 to security-council", "removed")]


def test_an_ask_of_others_is_the_old_one(versions: Versions) -> None:
    versions.edit("roles: [observer-states, donors]", "roles: [observer-states]")
    assert brief(changes(versions)) == [("asks", "R1 to observer-states", "changed", ["roles"])]


def test_another_order_is_told(versions: Versions) -> None:
    versions.edit("  - id: before\n", "  - id: later\n    question: And later?\n    answer: [food]\n  - id: before\n")
    assert [(each.id, each.what) for each in changes(versions)] == [("later", "added")]
    versions.edit("key_figures: [", "key_figures: [pages, ")
    assert changes(versions)[0].texts[0].name == "key figures"


def test_the_source_is_told_by_its_lines(versions: Versions) -> None:
    versions.edit("UN member states should urgently", "UN member states should soon", "source.txt")
    (change,) = changes(versions)
    assert (change.kind, change.what, change.place.line) == ("source", "changed", int(change.id.split()[1]))
    assert "should soon" in change.texts[0].new
