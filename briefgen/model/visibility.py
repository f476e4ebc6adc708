"""Who may see a statement of a report: three circles, each within the one before."""

from __future__ import annotations

from typing import Literal, get_args

Visibility = Literal["public", "partners", "restricted"]
LEVELS: tuple[Visibility, ...] = get_args(Visibility)
"""From what everyone may see to what fewest may."""


def lowest(first: Visibility, *others: Visibility) -> Visibility:
    """The level that shows least."""
    return min((first, *others), key=LEVELS.index)


def may_see(level: Visibility, wanted: Visibility) -> bool:
    """Whether a document of a level may show what has the level `wanted`."""
    return LEVELS.index(wanted) <= LEVELS.index(level)
