"""Word files alone, beside docxtpl on the same prepared layout."""

from __future__ import annotations

import zipfile
from contextlib import ExitStack
from pathlib import Path

from benchmarks.competitors import DOCXTPL, WORD
from benchmarks.figures import Row, Sample, Section, Target
from benchmarks.rows.letter import languages
from benchmarks.stand import Stand, by_turns

_FIRST = 8
_TURNS = 8
_CORE = "docProps/core.xml"

_METHOD = """\
The Word file of the letter to each of the 193 member states, on one core, in a process that is kept; the texts are
composed before. docxtpl opens, patches, compiles, renders and saves the layout that the library has prepared for the
language; the median leaves out the first {first} letters."""


def measure(folder: Path, *, quick: bool) -> Section:
    """The section of Word files."""
    rows: list[Row] = []
    remarks: list[str] = []
    for tag, name in languages(quick=quick):
        with ExitStack() as stack:
            stands = [stack.enter_context(Stand(who, tag, folder / f"{tag}-{who}")) for who in (WORD, DOCXTPL)]
            times = by_turns(stands, _TURNS)
        ours, other = (Sample(who, times[who][_FIRST:], "ms") for who in (WORD, DOCXTPL))
        rows.append(Row(f"{name}, Word", ours, other, Target("within", 3)))
        remarks.append(_agreement(name, folder / f"{tag}-{WORD}", folder / f"{tag}-{DOCXTPL}"))
    return Section("Word alone", _METHOD.format(first=_FIRST), tuple(rows), remarks=tuple(remarks))


def differing(ours: Path, other: Path) -> tuple[str, ...]:
    """The parts of two Word files that are not the same byte for byte.

    The core properties are left out: docxtpl can only set them through python-docx, which writes them in its own way.
    """
    with zipfile.ZipFile(ours) as first, zipfile.ZipFile(other) as second:
        names = {*first.namelist(), *second.namelist()} - {_CORE}
        shared = {*first.namelist()} & {*second.namelist()}
        return tuple(sorted(name for name in names if name not in shared or first.read(name) != second.read(name)))


def _agreement(name: str, ours: Path, other: Path) -> str:
    files = sorted(path.name for path in ours.glob("*.docx"))
    found = {path: differing(ours / path, other / path) for path in files}
    same = sum(not parts for parts in found.values())
    parts = sorted({part for parts in found.values() for part in parts})
    but = f"; different: {', '.join(parts)}" if parts else ""
    return f"{name}: in {same} of {len(files)} letters all parts (but the core properties) are those of docxtpl{but}."
