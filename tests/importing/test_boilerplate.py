"""Lines of a web page or a press office are told from those of the release."""

from __future__ import annotations

import pytest

from briefgen.importing.boilerplate import why_aside


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Source link", "a link of the page"),
        ("Leave a Reply", "a comment form"),
        ("Share on Facebook", "a share line"),
        ("Photo: A. Example", "a caption"),
        ("Disclaimer: this text is for information.", "a disclaimer"),
        ("Donate now", "a plea for donations"),
        ("###", "a mark of the press office"),
        ("Share the water fairly, the ministry was told in a letter that nobody in the valley has seen.", ""),
        ("The views of the villagers were not heard.", ""),
    ],
)
def test_lines_of_the_page_are_told_from_those_of_the_release(line: str, why: str) -> None:
    assert why_aside(line) == why
