"""The results as a page of Markdown; the same results give the same page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.figures import HEADING, Section, as_table
from benchmarks.machine import Machine

_INTRODUCTION = """\
# How fast

Written by `make bench`. Every row was measured in this one run, what is compared by turns; a figure is the median,
with the number of measurements and their range behind it (without the tenth at either end where there are ten or
more).

Targets in milliseconds were set on a machine on which Typst needs about 7 ms for the letter and docxtpl 18 to 37 ms:
what they take in this run says how much slower or faster this machine is. Ratios hold on any."""

_BUSY = 0.5
"""The load for each core above which others were at work."""


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that a run found out."""

    day: date
    machine: Machine
    load: float
    quick: bool
    sections: tuple[Section, ...]


def as_markdown(results: Results) -> str:
    """The whole page."""
    about = [f"* {line}" for line in results.machine.lines()]
    about.append(f"* {results.day.isoformat()}; load of the machine before the run {results.load:.1f}")
    if results.load > results.machine.cores * _BUSY:
        about.append("* the machine was busy with other work: times are too long, and ratios uncertain")
    if results.quick:
        about.append("* a quick run: fewer repetitions and languages, small batches only")
    blocks = [_INTRODUCTION, "\n".join(about), *(_section(section) for section in results.sections)]
    return "\n\n".join(blocks) + "\n"


def missed(sections: Sequence[Section]) -> tuple[str, ...]:
    """The rows whose target is not reached."""
    return tuple(row.what for section in sections for row in section.rows if row.met is False)


def _section(section: Section) -> str:
    blocks = [f"## {section.title}", section.method]
    if section.rows:
        blocks.append(as_table(HEADING, [row.cells() for row in section.rows]))
    blocks += [as_table(table.heading, table.rows) for table in section.tables]
    if section.remarks:
        blocks.append("\n".join(f"* {remark}" for remark in section.remarks))
    return "\n\n".join(blocks)
