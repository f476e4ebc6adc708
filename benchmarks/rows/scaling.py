"""Batches of growing size: whether time grows with them, and memory does not."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

from benchmarks.commands import BRIEFGEN
from benchmarks.contacts import LONGEST, contacts_csv
from benchmarks.figures import Row, Sample, Section, Table, Target
from benchmarks.material import as_options, letters
from benchmarks.memory import Watched, watched
from briefgen.library.delegations import load_delegations

_SIZES = (193, 1_930, LONGEST)
_QUICK = (193, 579)
_CORES = 2
_LINEAR = 1.15
"""A letter of the largest batch may take so many times as long as one of the middle one."""
_FLAT = 1.25
"""The largest process of the largest batch may take so many times the memory of the same in the middle one."""

_METHOD = """\
`briefgen batch --contacts`: English letters to persons at the missions of all member states, PDF and Word, on {cores}
cores. Memory is the most that was seen in samples four times a second: `PSS` counts pages that several processes
share in equal parts, `RSS` in full for each."""
_HEADING = ("letters", "wall, s", "ms a letter", "parent PSS (RSS), MB", "largest worker PSS (RSS), MB", "workers")


def measure(folder: Path, *, quick: bool) -> Section:
    """The section of growing batches."""
    sizes = _QUICK if quick else _SIZES
    found = {size: _run(size, folder) for size in sizes}
    table = Table(_HEADING, tuple(_line(size, seen) for size, seen in found.items()))
    rows = _linear(found) if len(found) > 1 else ()
    return Section(
        "Growing batches",
        _METHOD.format(cores=_CORES),
        rows,
        (table,),
        (_flatness(found), *(("A quick run makes small batches only.",) if quick else ())),
    )


def _run(size: int, folder: Path) -> Watched:
    library, batch = letters(("en",))
    states = load_delegations(library).states
    members = tuple(iso for iso, state in sorted(states.items()) if state.status == "member")
    list_ = folder / f"contacts-{size}.csv"
    list_.write_text(contacts_csv(members, size), encoding="utf-8")
    options = (*as_options(batch), "--jobs", str(_CORES), "--contacts", str(list_), "--out", "out")
    shutil.rmtree(folder / "out", ignore_errors=True)
    seen = watched([*BRIEFGEN, "batch", *options], folder)
    shutil.rmtree(folder / "out", ignore_errors=True)
    return seen


def _linear(found: dict[int, Watched]) -> tuple[Row, ...]:
    """Each batch beside the next smaller one, by the letter."""
    sizes = list(found)
    return tuple(
        Row(
            f"A letter among {large:,} and among {small:,}",
            Sample(f"{large:,}", (found[large].seconds / large,), "ms"),
            Sample(f"{small:,}", (found[small].seconds / small,), "ms"),
            Target("slower", _LINEAR),
        )
        for small, large in pairwise(sizes)
    )


def _line(size: int, seen: Watched) -> tuple[str, ...]:
    parent, worker = seen.parent, seen.worker
    return (
        f"{size:,}",
        f"{seen.seconds:.1f}",
        f"{seen.seconds / size * 1000:.1f}",
        f"{parent.share:.0f} ({parent.resident:.0f})",
        f"{worker.share:.0f} ({worker.resident:.0f})",
        str(len(seen.workers)),
    )


def _flatness(found: dict[int, Watched]) -> str:
    first, last = found[min(found)], found[max(found)]
    grown = {"parent": (first.parent, last.parent), "largest worker": (first.worker, last.worker)}
    words = (
        f"{name} {small.resident:.0f} → {large.resident:.0f} MB RSS "
        f"({'flat' if large.resident <= small.resident * _FLAT else 'not flat'})"
        for name, (small, large) in grown.items()
    )
    return f"From {min(found):,} to {max(found):,} letters: {'; '.join(words)}. Flat means at most {_FLAT}×."
