"""The pictures of pages."""

from __future__ import annotations

from briefgen.studio.pictures import Pictures
from briefgen.studio.sheets import PageImage


def test_a_picture_is_found_by_what_it_shows() -> None:
    pictures = Pictures()
    first, again = (pictures.keep([PageImage(b"png", 10, 20)])[0] for _ in range(2))
    assert first == again
    assert (first.width, first.height) == (10, 20)
    assert pictures.get(first.mark) == b"png"
    assert pictures.get("0" * 64) is None


def test_only_the_latest_pictures_are_kept() -> None:
    pictures = Pictures()
    marks = [pictures.keep([PageImage(str(number).encode(), 1, 1)])[0].mark for number in range(200)]
    assert pictures.get(marks[0]) is None
    assert pictures.get(marks[-1]) == b"199"
