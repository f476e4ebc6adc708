"""The figures of a release as proposals: which may be key figures, and what is to be asked about the others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.importing.doubts import Doubt
from briefgen.importing.patterns import compiled
from briefgen.importing.proposals import FigureProposal
from briefgen.importing.quantities import Quantity
from briefgen.importing.rules import Rules

Found = tuple[Quantity, str, int]
"""A figure, the sentence in which it stands, and the line of that."""


def figures_of(found: Sequence[Found], rules: Rules) -> tuple[FigureProposal, ...]:
    """The figures in the order of the text, the length of the report itself last."""
    own = [item for item in found if _is_own_length(item[0], item[1], rules)]
    ordered = [*(item for item in found if item not in own), *own]
    return tuple(
        _figure(f"F{number}", item, found, key=item not in own) for number, item in enumerate(ordered, start=1)
    )


def _is_own_length(quantity: Quantity, sentence: str, rules: Rules) -> bool:
    """Whether a figure says how long the report is: no finding."""
    pages = compiled(rf"(?i)^(?:{rules.figures.pages})\b").match(quantity.unit)
    return bool(pages and compiled(rf"(?i)\b(?:{rules.figures.documents})\b").search(sentence))


def _figure(name: str, item: Found, found: Sequence[Found], *, key: bool) -> FigureProposal:
    quantity, anchor, line = item
    bare = quantity.unsure or (not quantity.unit and quantity.out_of is None)
    doubts = (_what_counts(item, found),) if bare else ()
    return FigureProposal(
        name,
        anchor,
        line,
        doubts,
        quantity.value,
        quantity.number,
        quantity.upper,
        quantity.out_of,
        quantity.unit,
        quantity.approximation,
        key and not bare,
    )


def _what_counts(item: Found, found: Sequence[Found]) -> Doubt:
    """The question what a number counts, in its words; what the last figures before it count are candidates."""
    quantity, anchor, line = item
    before = [other.unit for other, _, place in found[: found.index(item)] if place == line]
    units = [unit for unit in before if re.match(r"[^\W\d_]{3,}", unit)]
    shown = anchor if len(anchor) <= 120 else f"{anchor[max(0, anchor.find(quantity.value) - 60) :][:120]}…"
    question = f"What does “{quantity.value}” count in “{shown}”? It stands among no key figures till it says so."
    return Doubt(line, question, tuple(dict.fromkeys(reversed(units[-2:]))))
