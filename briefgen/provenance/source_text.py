"""The source of a report as a text in which verbatim words can be found again."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from briefgen.errors import Place
from briefgen.model.report import Part

# Typography that an editor, a word processor or a web page changes without changing a word.
_FOLDS = {
    **dict.fromkeys("‘’‚‛′ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    "\u00ad": "",
}


_ALPHABETIC = re.compile(r"[^\W_\u0e00-\U0010ffff]")
"""Letters and digits of the scripts that part words by spaces."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where words stand: first and last line, and the part and the paragraph or page by which a note cites them."""

    place: Place
    last_line: int
    part: Part | None
    number: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source text, folded for comparison, that still knows the line of every character."""

    path: Path
    folded: str
    lines: tuple[int, ...]
    parts: tuple[Part, ...]
    filled: tuple[int, ...]
    """The numbers of the lines that are not empty."""
    rows: tuple[str, ...] = ()
    """The lines as they are written."""
    _found: dict[str, Found | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was sought already: every document on a report seeks the same anchors."""

    def find(self, words: str) -> Found | None:
        """Where the words stand, typography aside; None where they do not."""
        if words not in self._found:
            self._found[words] = self._sought(words)
        return self._found[words]

    def _sought(self, words: str) -> Found | None:
        sought = fold(words)
        at = _position(sought, self.folded)
        if not sought or at < 0:
            return None
        first, last = self.lines[at], self.lines[at + len(sought) - 1]
        part = next((part for part in self.parts if part.first <= first <= part.last), None)
        return Found(Place(self.path, first), last, part, self._number(part, first, at) if part else 0)

    def _number(self, part: Part, line: int, at: int) -> int:
        """The page of a part on which a character of the folded text stands, or the paragraph where it has no pages."""
        if not part.pages:
            return sum(part.first <= filled <= line for filled in self.filled)
        begun = [number for number, place in part.pages.items() if self._begins(place) <= at]
        return max(begun, key=lambda number: self._begins(part.pages[number])) if begun else min(part.pages)

    def _begins(self, place: str) -> int:
        """Where in the folded text a line begins, or a column of it."""
        line, _, column = place.partition(":")
        start = bisect_left(self.lines, int(line))
        row = "".join(self.rows[int(line) - 1 : int(line)])
        return start + len(fold(row[: int(column) - 1])) if column else start

    def nearest(self, words: str) -> str:
        """How far the words agree with the source: its own words at the point where they part; for a hint."""
        sought = fold(words).split(" ")
        low, high = 0, len(sought)
        while low < high:
            middle = (low + high + 1) // 2
            if _position(" ".join(sought[:middle]), self.folded) >= 0:
                low = middle
            else:
                high = middle - 1
        if low < 3:
            return ""
        start = _position(" ".join(sought[:low]), self.folded)
        end = start + len(" ".join(sought[:low]))
        tail = " ".join(self.folded[end : end + 60].split(" ")[:5])
        return f"the source (line {self.lines[start]}) goes on: “…{' '.join(sought[max(0, low - 3) : low])}{tail}…”"


def fold(text: str) -> str:
    """The text with quotation marks, dashes, ellipses and spaces in one form, as used for comparison."""
    return " ".join(unicodedata.normalize("NFC", "".join(_FOLDS.get(char, char) for char in text)).split())


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in the text as whole words and whole numbers, typography aside."""
    return _position(fold(words), fold(text)) >= 0


def _position(sought: str, folded: str) -> int:
    """Where folded words begin in a folded text; -1 where they are not there, or are cut out of longer ones.

    Scripts that write words together, or add endings to them (Hangul, kana, ideographs, Thai), have no such cuts.
    """
    at = folded.find(sought)
    while at >= 0 and (_cut(folded, at) or _cut(folded, at + len(sought))):
        at = folded.find(sought, at + 1)
    return at


def _cut(folded: str, at: int) -> bool:
    """Whether the border before a character parts a word or a number: un|sanctioned, 1|50, 1,|250."""
    around = folded[max(0, at - 2) : at + 2]
    left, right = around[: min(at, 2)], around[min(at, 2) :]
    parts_word = bool(_ALPHABETIC.match(left[-1:]) and _ALPHABETIC.match(right[:1]))
    return parts_word or bool(re.match(r"\d[.,]\d", left + right[:1]) or re.match(r"\d[.,]\d", left[-1:] + right))


def source_text(text: str, path: Path, parts: Iterable[Part] = ()) -> SourceText:
    """Fold a source text for comparison, keeping the line of every character."""
    pieces: list[str] = []
    lines: list[int] = []
    rows = text.splitlines()
    for number, row in enumerate(rows, start=1):
        folded = fold(row)
        if folded:
            piece = f"{folded} "
            pieces.append(piece)
            lines.extend([number] * len(piece))
    filled = tuple(number for number, row in enumerate(rows, start=1) if row.strip())
    return SourceText(path, "".join(pieces), tuple(lines), tuple(parts), filled, tuple(rows))
