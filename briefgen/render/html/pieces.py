"""What the shell writes of a line: its pieces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefgen.document import Line, Note
from briefgen.model.typography import Typography
from briefgen.render.marked import direction_of, element_of


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: text in an element, or the number of a note where it is not 0."""

    text: str = ""
    element: str = ""
    language: str = ""
    direction: str = ""
    upright: bool = False
    url: str = ""
    note: int = 0


@dataclass(frozen=True, slots=True)
class LineWriter:
    """Turns lines into pieces; emphasis is upright in languages whose script has no italics."""

    language: str
    typographies: Mapping[str, Typography]

    def pieces(self, line: Line, numbers: Iterator[int]) -> Iterator[Piece]:
        """The pieces of a line; each note in it takes the next of the numbers."""
        for run in line:
            if isinstance(run, Note):
                yield Piece(note=next(numbers))
                continue
            typography = self.typographies.get(run.language or self.language)
            yield Piece(
                text=run.text,
                element=element_of(run),
                language=run.language or "",
                direction=direction_of(run.text) if run.language else "",
                upright=run.emphasis == "emphasis" and typography is not None and not typography.italics,
                url=run.url or "",
            )
