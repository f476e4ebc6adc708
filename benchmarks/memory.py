"""The memory of a running batch, sampled from outside: the parent and its workers."""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.commands import environment

PROC = Path("/proc")
INTERVAL = 0.25
"""Seconds between two looks: reading the maps of a process holds it up for a moment."""


@dataclass(frozen=True, slots=True)
class Use:
    """The most that a process used, in MB: all of its pages, and its share where pages are shared."""

    resident: float = 0.0
    share: float = 0.0

    def most(self, other: Use) -> Use:
        """The larger of each."""
        return Use(max(self.resident, other.resident), max(self.share, other.share))


@dataclass(frozen=True, slots=True)
class Watched:
    """A command that has run: how long, and the memory of its processes."""

    seconds: float
    parent: Use
    workers: tuple[Use, ...]

    @property
    def worker(self) -> Use:
        """The largest worker."""
        found = Use()
        for use in self.workers:
            found = found.most(use)
        return found


@dataclass(slots=True)
class _Watch:
    pid: int
    ended: threading.Event = field(default_factory=threading.Event)
    uses: dict[int, Use] = field(default_factory=dict)

    def look(self) -> None:
        while not self.ended.wait(INTERVAL):
            for pid in (self.pid, *children(self.pid)):
                self.uses[pid] = self.uses.get(pid, Use()).most(use_of(pid))


def watched(command: Sequence[str], folder: Path) -> Watched:
    """Run a command and watch its memory; raises RuntimeError where it fails."""
    with (folder / "watched.log").open("w+", encoding="utf-8") as log:
        start = time.perf_counter()
        with subprocess.Popen(command, cwd=folder, env=environment(), stdout=log, stderr=log) as process:  # noqa: S603
            watch = _Watch(process.pid)
            thread = threading.Thread(target=watch.look, daemon=True)
            thread.start()
            code = process.wait()
            taken = time.perf_counter() - start
            watch.ended.set()
            thread.join()
        if code:
            log.seek(0)
            raise RuntimeError(f"a measured command failed: {log.read()[-2000:]}")
    workers = tuple(use for pid, use in watch.uses.items() if pid != process.pid)
    return Watched(taken, watch.uses.get(process.pid, Use()), workers)


def children(pid: int) -> tuple[int, ...]:
    """The processes that a process has started; none where it has ended."""
    try:
        tasks = list((PROC / str(pid) / "task").iterdir())
        return tuple(int(child) for task in tasks for child in (task / "children").read_text().split())
    except OSError:
        return ()


def use_of(pid: int) -> Use:
    """The memory of a process now; nothing where it has ended."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()[1:]
    except OSError:
        return Use()
    kilobytes = {name: int(value.split()[0]) for name, _, value in (line.partition(":") for line in lines)}
    return Use(kilobytes.get("Rss", 0) / 1000, kilobytes.get("Pss", 0) / 1000)
