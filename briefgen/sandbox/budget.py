"""What one rendering of a template may spend: steps, seconds, and the length of its texts and lists."""

from __future__ import annotations

from contextvars import ContextVar
from time import thread_time
from typing import Final

from jinja2.exceptions import SecurityError

MAX_TEXT: Final = 2_000_000
"""Characters of one text; the longest part of a Word file that we know has a fifth of it."""
MAX_ITEMS: Final = 100_000
MAX_BITS: Final = 64
MAX_STEPS: Final = 5_000_000
"""Steps of one rendering; a letter takes some twenty thousand."""
MAX_SECONDS: Final = 20.0
"""Seconds that one rendering may compute; a letter takes a thousandth."""
_LOOK: Final = 5_000
"""Steps after which the clock is read."""


class Budget:
    """What one rendering may still spend."""

    __slots__ = ("_end", "_next", "_spent")

    def __init__(self, steps: int = MAX_STEPS, seconds: float = MAX_SECONDS) -> None:
        self._spent = -steps
        self._end = thread_time() + seconds
        self._next = min(0, _LOOK - steps)

    def spend(self, steps: int) -> None:
        """Count some steps; raises SecurityError where too many were made, or they took too long."""
        self._spent += steps
        if self._spent >= self._next:
            self._look()

    def _look(self) -> None:
        if self._spent >= 0:
            raise SecurityError(
                "it does more than any document needs; a loop, a macro or a text in it grows without end"
            )
        if thread_time() > self._end:
            raise SecurityError(f"it computes for more than {MAX_SECONDS:.0f} seconds")
        self._next = min(0, self._spent + _LOOK)


BUDGET: ContextVar[Budget] = ContextVar("budget")


def spend(steps: int) -> None:
    """Count steps of the rendering that is under way, if any is."""
    budget = BUDGET.get(None)
    if budget is not None:
        budget.spend(steps)


def length(value: object) -> int:
    """How long a text or list is; 0 for anything else."""
    return len(value) if isinstance(value, (str, list, tuple, dict, range)) else 0


def require_short(size: int, like: object = "") -> None:
    """Count a text or list that is to be made; raises SecurityError where it would be too long."""
    if size > (MAX_TEXT if isinstance(like, str) else MAX_ITEMS):
        raise SecurityError(f"a {'text' if isinstance(like, str) else 'list'} grows too long")
    spend(size)
