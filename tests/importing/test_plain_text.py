"""Plain text: rows of one width are joined, items and headings stay apart."""

from __future__ import annotations

from pathlib import Path

from briefgen.importing.pieces import source_of
from tests.importing.released import kinds, read


def test_plain_text_of_one_width_is_joined_and_items_stay_apart(tmp_path: Path) -> None:
    text = (
        "A River Runs Dry\n\n"
        "The ministry closed the wells in\nthe valley in spring and nobody\nwas told why it had done that.\n\n"
        "• First point.\n• Second point.\n\nShare this:\n"
    )
    found = read(tmp_path, "a.txt", text)
    assert kinds(found) == [
        ("heading", "A River Runs Dry"),
        (
            "paragraph",
            "The ministry closed the wells in the valley in spring and nobody was told why it had done that.",
        ),
        ("item", "First point."),
        ("item", "Second point."),
    ]
    assert [(aside.why, aside.text) for aside in found.aside] == [("a share line", "Share this:")]
    rows = source_of(found.passages).splitlines()
    assert all(rows[passage.line - 1] == passage.text for passage in found.passages)
