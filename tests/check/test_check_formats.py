"""A format is checked before anyone is written to."""

from __future__ import annotations

import pytest

from briefgen.check.formats import check_format
from tests.check.shelf_copy import ShelfCopy

LETTER = "templates/formats/letter.md"


def found(shelf: ShelfCopy) -> list[tuple[int, str]]:
    return [(each.place.line if each.place else 0, each.message) for each in check_format(shelf.library, "letter")]


@pytest.mark.parametrize("name", ["briefing", "letter"])
def test_the_bundled_formats_have_no_problem(shelf: ShelfCopy, name: str) -> None:
    assert list(check_format(shelf.library, name)) == []


def test_a_key_of_the_front_matter_is_found(shelf: ShelfCopy) -> None:
    line = shelf.edit(LETTER, "addressees: one", "adressees: one")
    assert (line, "the key `adressees` is not known here") in found(shelf)


def test_a_layout_that_is_not_there_is_found(shelf: ShelfCopy) -> None:
    shelf.edit(LETTER, "layout: letterhead", "layout: hause")
    ((_, message),) = found(shelf)
    assert message == "there is no layout `hause`"


def test_broken_syntax_is_found_at_its_line(shelf: ShelfCopy) -> None:
    line = shelf.edit(LETTER, "{% if account %}", "{% fi account %}")
    ((at, message),) = found(shelf)
    assert at == line
    assert "fi" in message


def test_braces_that_do_not_match_are_found_at_the_line_of_their_sentence(shelf: ShelfCopy) -> None:
    line = shelf.edit(LETTER, "by {report.publisher}.{% endtrans %}", "by {report.publisher.{% endtrans %}")
    ((at, message),) = found(shelf)
    assert at == line
    assert "braces" in message
