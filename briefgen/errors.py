"""Problems that a person must act on, and the exceptions that carry them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_BREAKS = re.compile("[\t\n\r\u2028\u2029]+")
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a message may quote from a file and a terminal must not obey: control characters, and turns of direction."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file; `line` and `column` count from 1, and 0 means the whole file."""

    path: Path | str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [str(self.path)]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it is, and what to do about it."""

    message: str
    place: Place | None = None
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f" ({self.hint})" if self.hint else ""
        return printable(f"{where}{self.message}{hint}")


def printable(text: str) -> str:
    """A text in one line, without what a terminal would obey rather than show."""
    return _UNSHOWN.sub("\ufffd", _BREAKS.sub(" ", text))


class BriefgenError(Exception):
    """Raised with every problem found in one pass; the command line prints them and ends with exit code 1."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @classmethod
    def one(cls, message: str, place: Place | None = None, hint: str = "") -> Self:
        """An error of a single problem."""
        return cls([Problem(message, place, hint)])


class Conflict(BriefgenError):  # noqa: N818 - what happened is no fault of anyone's
    """Raised where what is to be written has been changed meanwhile by somebody else; nothing is written then."""

    @property
    def path(self) -> Path | None:
        """The file in which it was changed."""
        place = self.problems[0].place
        return Path(place.path) if place else None


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The known words, two at most, that `word` could be a slip for; the nearest is the first."""
    return difflib.get_close_matches(word, list(known), n=2, cutoff=0.6)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the known words nearest to `word`; empty when nothing is near."""
    near = nearest(word, known)
    return f"did you mean {' or '.join(f'`{name}`' for name in near)}?" if near else ""
