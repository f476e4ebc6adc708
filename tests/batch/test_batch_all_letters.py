"""Letters made from a like one are, byte for byte, what is laid out in full: a tenth of the delegations each day.

All languages are tried each day; `make matrix` compares the letters to all delegations.
"""

from __future__ import annotations

import pytest

from briefgen.library.languages import language_tags
from briefgen.library.shelves import open_library
from tests.matrix.cases import PARTS, part_of_today
from tests.matrix.letters import both_ways

DELEGATIONS = 195
PART = part_of_today()
pytestmark = pytest.mark.takes_minutes


@pytest.mark.parametrize("language", language_tags(open_library()), ids=lambda tag: f"{tag}, part {PART}")
def test_letters_are_equal_either_way(language: str) -> None:
    made = both_ways(language, PART, PARTS)
    assert (made.letters, made.unequal, made.warnings) == (len(range(PART, DELEGATIONS, PARTS)), (), ())
    assert made.proved >= 2
