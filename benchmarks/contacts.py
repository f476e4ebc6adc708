"""A list of contacts of any length: several persons at every mission, no two of one name."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice, product

from briefgen.library.contacts import MAX_ROWS

_SYLLABLES = ("ba", "de", "ki", "lo", "mu", "na", "re", "si", "to", "vu")
LONGEST = MAX_ROWS - 1
"""The most that a list may hold: the heading counts as a row."""


def contacts_csv(states: tuple[str, ...], rows: int) -> str:
    """A list of contacts as CSV; the persons are dealt out to the states in turn.

    All names are equally long, so that none is a part of another: a letter with somebody else's name in it is refused.
    """
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(("name", "post", "state"))
    for number, name in enumerate(islice(_names(), rows)):
        writer.writerow((name, "permanent representative", states[number % len(states)]))
    return target.getvalue()


def _names() -> Iterator[str]:
    for first in product(_SYLLABLES, repeat=2):
        for last in product(_SYLLABLES, repeat=2):
            yield f"{''.join(first).title()}x {''.join(last).title()}q"
