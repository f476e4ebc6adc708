"""A number of a text with what it counts, and how a part of a whole takes its unit from the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest

from briefgen.importing.figure_rules import FigureRules

_SHARE = "share"
"""The unit of a part of a whole that is not named beside it."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in the words of the text, from `start` to `end`.

    `unsure` says that the unit is that of another number, of which this one is a part: a person has to confirm it.
    """

    start: int
    end: int
    value: str
    number: Decimal
    upper: Decimal | None = None
    out_of: Decimal | None = None
    unit: str = ""
    approximation: str = ""
    unsure: bool = False


def parts_with_units(found: Sequence[Quantity], text: str, rules: FigureRules) -> tuple[Quantity, ...]:
    """The figures of a sentence, in order, each part of a whole with the unit of the whole.

    The whole may follow, “312 of the 905 households”, come right before, 46명 가운데 17명, or begin the sentence, “Of
    the 39 complaints, 31 …”. `found` are the figures in `text`, in order.
    """
    whole: Quantity | None = None
    before: Quantity | None = None
    complete: list[Quantity] = []
    for quantity, after in zip_longest(found, found[1:]):
        known = _by_the_next(quantity, after, text, rules) or _by_the_last(quantity, before, text, rules)
        if known is None and whole is not None and quantity.out_of is None and _is_bare(quantity, rules):
            known = counting(quantity, whole.unit)
        complete.append(known or quantity)
        if rules.regex(rules.among).search(text[: quantity.start]):
            whole = complete[-1]
        before = complete[-1]
    return tuple(complete)


def lacks_unit(quantity: Quantity, rules: FigureRules) -> bool:
    """Whether nothing, or only a pronoun, says what a figure counts: “two have died”, “half of them”."""
    if quantity.out_of is not None:
        return not quantity.unit
    return _is_bare(quantity, rules) or _is_share_of_them(quantity, rules)


def counting(quantity: Quantity, unit: str) -> Quantity:
    """A figure, or a share, of what another number counts; a person has to confirm that it is."""
    share = quantity.unit.startswith(_SHARE)
    return replace(quantity, unit=f"{_SHARE} {unit}".strip() if share else unit, unsure=True)


def _is_bare(quantity: Quantity, rules: FigureRules) -> bool:
    """Whether nothing, or only what was done to it, says what a number counts."""
    return quantity.unit in ("", _SHARE) or bool(rules.regex(rules.verbs).match(quantity.unit))


def _is_share_of_them(quantity: Quantity, rules: FigureRules) -> bool:
    return bool(rules.regex(rf"{_SHARE} (?:d[’']|entre )*(?:{rules.them})\b").match(quantity.unit))


def _by_the_next(quantity: Quantity, after: Quantity | None, text: str, rules: FigureRules) -> Quantity | None:
    if after is None or quantity.unit or not rules.regex(rules.whole).fullmatch(text[quantity.end : after.start]):
        return None
    return replace(quantity, unit=after.unit)


def _by_the_last(quantity: Quantity, before: Quantity | None, text: str, rules: FigureRules) -> Quantity | None:
    if before is None:
        return None
    if _is_share_of_them(quantity, rules):
        return counting(quantity, before.unit)
    if not rules.regex(rules.part).fullmatch(text[before.end : quantity.start]):
        return None
    if _is_bare(quantity, rules):
        return counting(quantity, before.unit)
    return replace(quantity, unit=before.unit) if before.unit.endswith(quantity.unit) else None
