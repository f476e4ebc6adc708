"""Plain text: rows of one width are joined, items and headings stay apart."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefgen.importing.pieces import source_of
from tests.importing.released import assert_verbatim_or_refused, kinds, read


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


PIECES = st.sampled_from(
    ["The council should open the gates.", "“We left,” said Ana Lima.", "Some 40 wells are dry.", "A trader said:",
     "\n", "\n\n", "\r\n", "\f", "\u2028", "- ", "• ", "1. ", "[1] ", "“", "”", "***", "Dol", "  ", "\t", "\u200b",
     "물이 없다."]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=120))
@example(text="“The council should open the gates.\n\n“")
def test_any_text_is_read_or_refused_at_its_place_and_anchors_are_verbatim(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert_verbatim_or_refused(tmp_path / "a.txt")
