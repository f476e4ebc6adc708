"""The source of a report as a text in which verbatim words can be found again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Found:
    """Where words stand: first and last line, and the part and paragraph by which a note cites them."""

    place: Place
    last_line: int
    part: Part | None
    paragraph: int


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source text, folded for comparison, that still knows the line of every character."""

    path: Path
    folded: str
    lines: tuple[int, ...]
    parts: tuple[Part, ...]
    filled: tuple[int, ...]
    """The numbers of the lines that are not empty."""

    def find(self, words: str) -> Found | None:
        """Where the words stand, typography aside; None where they do not."""
        sought = fold(words)
        at = self.folded.find(sought) if sought else -1
        if at < 0:
            return None
        first, last = self.lines[at], self.lines[at + len(sought) - 1]
        part = next((part for part in self.parts if part.first <= first <= part.last), None)
        paragraph = sum(part.first <= line <= first for line in self.filled) if part else 0
        return Found(Place(self.path, first), last, part, paragraph)

    def nearest(self, words: str) -> str:
        """How far the words agree with the source: its own words at the point where they part; for a hint."""
        sought = fold(words).split(" ")
        low, high = 0, len(sought)
        while low < high:
            middle = (low + high + 1) // 2
            if " ".join(sought[:middle]) in self.folded:
                low = middle
            else:
                high = middle - 1
        if low < 3:
            return ""
        start = self.folded.find(" ".join(sought[:low]))
        end = start + len(" ".join(sought[:low]))
        tail = " ".join(self.folded[end : end + 60].split(" ")[:5])
        return f"the source (line {self.lines[start]}) goes on: “…{' '.join(sought[max(0, low - 3) : low])}{tail}…”"


def fold(text: str) -> str:
    """The text with quotation marks, dashes, ellipses and spaces in one form, as used for comparison."""
    return " ".join("".join(_FOLDS.get(char, char) for char in unicodedata.normalize("NFC", text)).split())


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
    return SourceText(path, "".join(pieces), tuple(lines), tuple(parts), filled)
