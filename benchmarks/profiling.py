"""Where the time of a command goes: the shares of named places in a profile of it."""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from benchmarks.commands import PYTHON, ROOT, environment, timed
from benchmarks.figures import Table

HEADING = ("place", "calls", "share of the time")
_SCRIPT = "from briefgen.cli import main\nmain()\n"
_Profile = dict[tuple[str, int, str], tuple[int, int, float, float, object]]
"""What `cProfile` writes: for each function its calls, and the time in it without and with what it calls."""


@dataclass(frozen=True, slots=True)
class Place:
    """A function whose time, with all that it calls, is told under a name; `file` is the end of its path."""

    name: str
    file: str
    function: str


IMPORTS = Place("loading modules", "<frozen importlib._bootstrap>", "_find_and_load")


def of_command(arguments: Sequence[str], folder: Path, places: Sequence[Place]) -> Table:
    """The shares of places in one run of `briefgen` with these arguments; they may lie within each other."""
    script = folder / "briefgen-command.py"
    script.write_text(_SCRIPT, encoding="utf-8")
    return of_program([str(script), *arguments], folder, places)


def of_program(program: Sequence[str], folder: Path, places: Sequence[Place]) -> Table:
    """The shares of places in one run of a Python program (a file, or `-m` and a module, then its arguments)."""
    written = folder / "profile"
    timed([*PYTHON, "-m", "cProfile", "-o", str(written), *program], folder, environment(PYTHONPATH=str(ROOT)))
    profile = cast("_Profile", marshal.loads(written.read_bytes()))  # noqa: S302 - we have just had it written
    return shares(profile, places)


def shares(profile: _Profile, places: Sequence[Place]) -> Table:
    """The shares of places in a profile, the largest first; raises ValueError where one is not in it."""
    whole = sum(own for _, _, own, _, _ in profile.values())
    found = []
    for place in places:
        rows = [row for (file, _, name), row in profile.items() if name == place.function and file.endswith(place.file)]
        if not rows:
            raise ValueError(f"{place.function} of {place.file} was not called")
        found.append((place.name, sum(row[1] for row in rows), sum(row[3] for row in rows) / whole))
    ordered = sorted(found, key=lambda row: -row[2])
    return Table(HEADING, tuple((name, f"{calls:,}", f"{share:.0%}") for name, calls, share in ordered))
