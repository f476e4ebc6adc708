"""Letters made from a like one beside the same letters laid out in full: a part of all delegations, in a language."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefgen.batch.plan import Batch, plan
from briefgen.batch.stock import stock_of
from briefgen.compose.composition import compose
from briefgen.compose.ordering import Order, resolve
from briefgen.library.layouts import load_layout
from briefgen.library.shelves import open_library
from briefgen.render.pdf.series import Series
from tests.matrix.cases import DAY, REPORT


@dataclass(frozen=True, slots=True)
class BothWays:
    """How many letters were compared, which are unequal, what was warned of, and how many masters are proved."""

    letters: int
    unequal: tuple[str, ...]
    warnings: tuple[str, ...]
    proved: int


def problems_of(made: BothWays, delegations: int, proved: int) -> list[str]:
    """What is wrong: letters that are unequal or missing, warnings, and fewer masters proved than there must be."""
    found = [*made.unequal, *made.warnings]
    if made.letters != delegations:
        found.append(f"{made.letters} letters, not {delegations}")
    if made.proved < proved:
        found.append(f"{made.proved} masters proved, not {proved}")
    return found


def both_ways(language: str, part: int, parts: int) -> BothWays:
    """Make every letter of a part of the delegations both ways, and compare them byte for byte."""
    library = open_library()
    batch = Batch("all", REPORT, ("letter",), ("all",), (language,), ("pdf",), DAY)
    layout, jobs = load_layout(library, "letterhead"), plan(library, batch).jobs[part % parts :: parts]
    request = resolve(library, Order("letter", "FR", language, REPORT, DAY))
    stock = {language: stock_of(request.language, ())}
    fast, plain = Series(stock), Series(stock, exchanging=False)
    unequal = []
    for job in jobs:
        document = compose(replace(request, recipient=job.recipient)).document
        if fast.render(document, layout) != plain.render(document, layout):
            unequal.append(job.name)
    proved = sum(each.proved for each in fast._structures.values.values())
    return BothWays(len(jobs), tuple(unequal), fast.warnings(), proved)
