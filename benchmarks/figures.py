"""What was measured: samples, what they are compared with, and whether that reaches the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, median
from typing import Literal

MILLISECONDS = 1000.0
KINDS = {"faster": "≥ {limit:g}× faster", "slower": "≤ {limit:g}×", "within": "≤ {limit:g} {unit}"}


@dataclass(frozen=True, slots=True)
class Sample:
    """Repeated measurements of one thing in seconds; `times` scales them where only a part was measured."""

    name: str
    seconds: tuple[float, ...]
    unit: Literal["s", "ms"] = "s"
    times: float = 1.0

    @property
    def median(self) -> float:
        """The middle measurement, scaled, in seconds."""
        return median(self.seconds) * self.times

    @property
    def mean(self) -> float:
        """The average measurement, scaled, in seconds."""
        return mean(self.seconds) * self.times

    def __str__(self) -> str:
        """The name, the median and how far the measurements lie apart."""
        shown = f"{self.name}: {self.shown(self.median)}"
        if len(self.seconds) == 1:
            return f"{shown} (one run)"
        ordered = sorted(self.seconds)
        tenth = len(ordered) // 10
        spread = f"{self._number(ordered[tenth] * self.times)}–{self._number(ordered[-1 - tenth] * self.times)}"
        return f"{shown} ({len(ordered)}: {spread})"

    def shown(self, seconds: float) -> str:
        """A time in the unit of the sample, with three figures or so."""
        return f"{self._number(seconds)} {self.unit}"

    def _number(self, seconds: float) -> str:
        value = seconds * MILLISECONDS if self.unit == "ms" else seconds
        places = 0 if value >= 100 else 1 if value >= 10 else 2
        return f"{value:.{places}f}"


@dataclass(frozen=True, slots=True)
class Target:
    """What a row is to reach.

    `faster`: at least so many times faster than what it stands beside; `slower`: at most so many times slower;
    `within`: a median of at most so many of the sample's unit.
    """

    kind: Literal["faster", "slower", "within"]
    limit: float


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: ours, what it stands beside, and the target."""

    what: str
    ours: Sample
    beside: Sample | None = None
    target: Target | None = None

    @property
    def ratio(self) -> float | None:
        """How many times faster ours is than the other."""
        return self.beside.median / self.ours.median if self.beside else None

    @property
    def met(self) -> bool | None:
        """Whether the target is reached; None where there is none."""
        if self.target is None:
            return None
        if self.target.kind == "within":
            value = self.ours.median * (MILLISECONDS if self.ours.unit == "ms" else 1)
            return value <= self.target.limit
        ratio = self.ratio
        if ratio is None:
            raise ValueError(f"“{self.what}” has nothing to be compared with")
        return ratio >= self.target.limit if self.target.kind == "faster" else 1 / ratio <= self.target.limit

    def cells(self) -> tuple[str, ...]:
        """The row of the table."""
        wanted = self.target
        asked = KINDS[wanted.kind].format(limit=wanted.limit, unit=self.ours.unit) if wanted else "–"
        verdict = {True: "yes", False: "**no**", None: "–"}[self.met]
        return (self.what, str(self.ours), str(self.beside or "–"), self._factor(), asked, verdict)

    def _factor(self) -> str:
        ratio = self.ratio
        if ratio is None:
            return "–"
        slower = self.target is not None and self.target.kind == "slower"
        return f"{1 / ratio:.2f}×" if slower else f"{ratio:.1f}× faster" if ratio >= 1 else f"{1 / ratio:.1f}× slower"


@dataclass(frozen=True, slots=True)
class Table:
    """Figures that stand in a table of their own."""

    heading: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the results: what was done, the comparisons, and remarks that belong to them."""

    title: str
    method: str
    rows: tuple[Row, ...]
    tables: tuple[Table, ...] = ()
    remarks: tuple[str, ...] = ()


HEADING = ("what", "measured", "beside", "ratio", "target", "met")


def as_table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown; a bar in a cell is escaped."""
    lines = [heading, ["---"] * len(heading), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)
