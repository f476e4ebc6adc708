"""Notes on the page of their numbers, and links from one to the other.

WeasyPrint 70 may carry a note over to the next page although its number stays behind: where a heading that keeps with
its paragraph, or a block that may not be broken, is laid out twice. Such a page is laid out again a little shorter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

NUDGES_IN_MM = (0, 2, 4, 6, 9, 12)
"""How much shorter the text of each page is made, one after the other, until every note is in its place."""

_CALL, _MARKER = "::footnote-call", "::footnote-marker"


def are_in_place(pages: list[Any]) -> bool:
    """Whether every note of laid-out pages stands on the page of its number."""
    return all(_calls(page) == _notes(page) for page in pages)


def link(pages: list[Any]) -> None:
    """Let each number lead to its note, and the number before the note back; WeasyPrint 70 links neither."""
    numbers: dict[int, int] = {}
    for page in pages:
        for box in _boxes(page._page_box):
            tag = str(box.element_tag)
            if tag.endswith((_CALL, _MARKER)) and box.children:
                number = numbers.setdefault(id(box.element), len(numbers) + 1)
                ends = (f"note-{number}", f"note-{number}-text")
                target, here = ends if tag.endswith(_MARKER) else ends[::-1]
                left, top = box.border_box_x(), box.border_box_y()
                area = (left, top, left + box.border_width(), top + box.border_height())
                page.links.append(("internal", target, area, box))
                page.anchors.setdefault(here, area)


def _calls(page: Any) -> set[int]:
    """The elements of the notes whose numbers stand on a page."""
    return {id(box.element) for box in _boxes(page._page_box) if str(box.element_tag).endswith(_CALL)}


def _notes(page: Any) -> set[int]:
    """The elements of the notes that stand in the foot of a page."""
    areas = [box for box in page._page_box.children if type(box).__name__ == "FootnoteAreaBox"]
    return {id(box.element) for area in areas for box in area.children if box.element is not None}


def _boxes(box: Any) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", ()):
        yield from _boxes(child)
