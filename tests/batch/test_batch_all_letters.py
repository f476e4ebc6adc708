"""Letters made from a like one are, byte for byte, what is laid out in full: a fifth of the delegations each day.

All languages are tried each day; `make matrix` compares the letters to all delegations.
"""

from __future__ import annotations

import pytest

from briefgen.library.languages import language_tags
from briefgen.library.shelves import open_library
from tests.matrix.cases import part_of_today
from tests.matrix.letters import both_ways

FIFTHS = 5
PART = part_of_today() % FIFTHS
pytestmark = pytest.mark.takes_minutes


@pytest.mark.parametrize("language", language_tags(open_library()), ids=lambda tag: f"{tag}, fifth {PART}")
def test_letters_are_equal_either_way(language: str) -> None:
    made = both_ways(language, PART, FIFTHS)
    assert (made.letters, made.unequal, made.warnings) == (39, (), ())
    assert made.proved >= 2
