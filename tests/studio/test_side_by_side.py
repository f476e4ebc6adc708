"""Two languages side by side, and what an overlay changes."""

from __future__ import annotations

from briefgen.comparing.blocks import BlockChange
from briefgen.compose.composition import compose
from briefgen.studio.side_by_side import difference, side_by_side
from tests.conftest import Ask


def test_two_languages_are_aligned_block_by_block(request_for: Ask) -> None:
    korean, arabic = (compose(request_for("EG", language=tag)).document for tag in ("ko", "ar"))
    found = side_by_side(korean, arabic)
    assert (found.left.language, found.left.direction) == ("ko", "ltr")
    assert (found.right.language, found.right.direction) == ("ar", "rtl")
    assert all(left and right for left, right in found.rows), "the same format says the same things in the same order"
    subject = next(right for left, right in found.rows if left.startswith("제목:"))
    assert subject.startswith("الموضوع:")


def test_a_block_that_only_one_document_has_stands_alone(request_for: Ask) -> None:
    holy_see, france = (compose(request_for(iso, language="en")).document for iso in ("VA", "FR"))
    rows = side_by_side(holy_see, france).rows
    texts = [text for row in rows for text in row if text]
    assert any("Excellency" in text for text in texts)
    assert len([1 for left, _ in rows if left]) == len([b for b in holy_see.blocks if type(b).__name__ != "PageBreak"])
    assert len([1 for _, right in rows if right]) == len([b for b in france.blocks if type(b).__name__ != "PageBreak"])


def test_a_difference_is_told_word_by_word() -> None:
    found = difference(BlockChange("paragraph", "changed", "We meet in May.", "We meet in June."))
    assert [(span.kind, span.text.strip()) for span in found.spans if span.kind != "same"] == [
        ("removed", "May"),
        ("added", "June"),
    ]
