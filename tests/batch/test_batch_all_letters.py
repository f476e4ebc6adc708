"""Letters made from a like one are, byte for byte, what is laid out in full: all delegations, all languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefgen.batch.plan import Batch, plan
from briefgen.batch.stock import stock_of
from briefgen.compose.composition import compose
from briefgen.compose.ordering import Order, resolve
from briefgen.library.languages import language_tags
from briefgen.library.layouts import load_layout
from briefgen.library.shelves import open_library
from briefgen.render.pdf.series import Series

DAY = date(2026, 11, 24)
REPORT = "north-korea-border"
pytestmark = pytest.mark.takes_minutes


def both_ways(language: str) -> tuple[list[str], tuple[str, ...], int, int]:
    """The letters that are not equal, the warnings, how many letters there are, and how many masters are proved."""
    library = open_library()
    batch = Batch("all", REPORT, ("letter",), ("all",), (language,), ("pdf",), DAY)
    layout, jobs = load_layout(library, "letterhead"), plan(library, batch).jobs
    request = resolve(library, Order("letter", "FR", language, REPORT, DAY))
    stock = {language: stock_of(request.language, ())}
    fast, plain = Series(stock), Series(stock, exchanging=False)
    unequal = []
    for job in jobs:
        document = compose(replace(request, recipient=job.recipient)).document
        if fast.render(document, layout) != plain.render(document, layout):
            unequal.append(job.name)
    return unequal, fast.warnings(), len(jobs), sum(each.proved for each in fast._structures.values.values())


@pytest.mark.parametrize("language", language_tags(open_library()))
def test_all_letters_are_equal_either_way(language: str) -> None:
    unequal, warnings, letters, proved = both_ways(language)
    assert (unequal, warnings, letters) == ([], (), 195)
    assert proved >= 5
