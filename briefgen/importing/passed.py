"""Words of a release that look like a statement, and were taken for something else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Taken = Literal["a norm", "a condition", "something else than an ask", "a scare quote", "a title", "words of a norm"]


@dataclass(frozen=True, slots=True)
class Passed:
    """Words at a line of the source text that were passed over, and what they were taken for."""

    taken_for: Taken
    text: str
    line: int


def without_parts(found: Sequence[Passed]) -> tuple[Passed, ...]:
    """What was passed over, in the order of the text; words of a sentence that is told already are not told again."""
    whole = [
        each
        for each in found
        if not any(each.line == other.line and each.text != other.text and each.text in other.text for other in found)
    ]
    return tuple(sorted(dict.fromkeys(whole), key=lambda each: each.line))
