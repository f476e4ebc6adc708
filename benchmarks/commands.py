"""Commands as a user gives them, timed from the start of the process to its end."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from briefgen import fonts

ROOT = Path(__file__).resolve().parent.parent
PYTHON = (sys.executable,)
BRIEFGEN = (*PYTHON, "-c", "from briefgen.cli import main; main()")
"""The command `briefgen`, whether or not it is installed as a script."""


def environment(**more: str) -> dict[str, str]:
    """The environment of a command: this one's, and the folder of the programs that are measured."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": path, **more}


def timed(command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None) -> float:
    """How long a command takes; raises RuntimeError with what it said where it fails."""
    start = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own commands
        command, cwd=folder, env=dict(env or environment()), capture_output=True, text=True, check=False
    )
    taken = time.perf_counter() - start
    if done.returncode:
        raise RuntimeError(f"a measured command failed: {(done.stderr or done.stdout)[-2000:]}")
    return taken


def output_of(command: Sequence[str], folder: Path) -> str:
    """What a command prints."""
    done = subprocess.run(  # noqa: S603 - our own commands
        command, cwd=folder, env=environment(), capture_output=True, text=True, check=True
    )
    return done.stdout


def font_environment(folder: Path) -> dict[str, str]:
    """The environment in which every program sees the fonts of the package, and no others."""
    before = os.environ.get("FONTCONFIG_FILE")
    fonts.isolate(folder)
    ours = os.environ.pop("FONTCONFIG_FILE")
    if before is not None:
        os.environ["FONTCONFIG_FILE"] = before
    return environment(FONTCONFIG_FILE=ours)


def alternating(competitors: Mapping[str, Callable[[], float]], runs: int) -> dict[str, tuple[float, ...]]:
    """The times of several competitors, one after the other in each round, so that noise hits all alike."""
    found: dict[str, list[float]] = {name: [] for name in competitors}
    for _ in range(runs):
        for name, run in competitors.items():
            found[name].append(run())
    return {name: tuple(seconds) for name, seconds in found.items()}
