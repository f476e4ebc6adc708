"""Competitors in processes of their own: each is warm, and none sees the corrections or the memory of another.

`python -m benchmarks.stand NAME LANGUAGE FOLDER` makes letters on request: a line `START STOP` on its input makes those
letters, and a line of JSON on its output says how many seconds each of them took.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from benchmarks.commands import PYTHON, environment

Make = Callable[[int], object]
"""Makes the letter of that number, from its job to its file."""


class Stand:
    """The process of one competitor, asked for letters from outside."""

    def __init__(self, name: str, language: str, folder: Path) -> None:
        self.name = name
        folder.mkdir(parents=True, exist_ok=True)
        self._errors = (folder / "errors.log").open("w+", encoding="utf-8")
        command = [*PYTHON, "-m", "benchmarks.stand", name, language, str(folder)]
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            command,
            cwd=folder,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
        )
        self.letters = int(self._answer())

    def make(self, start: int, stop: int) -> list[float]:
        """How many seconds each of the letters takes."""
        if self._process.stdin is None:
            raise RuntimeError("the stand has no input")
        self._process.stdin.write(f"{start} {stop}\n")
        self._process.stdin.flush()
        seconds: list[float] = json.loads(self._answer())
        return seconds

    def _answer(self) -> str:
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line:
            self._errors.seek(0)
            said = self._errors.read()[-2000:]
            self.close()
            raise RuntimeError(f"the stand of {self.name} broke down: {said}")
        return line

    def __enter__(self) -> Stand:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the process: it stops where its input ends."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait()
        self._errors.close()


def by_turns(stands: list[Stand], turns: int) -> dict[str, tuple[float, ...]]:
    """The times of every letter by the name of the stand; each makes a part of them, then the next one does."""
    found: dict[str, list[float]] = {stand.name: [] for stand in stands}
    letters = min(stand.letters for stand in stands)
    for turn in range(turns):
        for stand in stands:
            found[stand.name] += stand.make(letters * turn // turns, letters * (turn + 1) // turns)
    return {name: tuple(seconds) for name, seconds in found.items()}


def serve(letters: int, make: Make) -> None:
    """Answer the requests on the standard input until it is closed."""
    _say(letters)
    for line in sys.stdin:
        start, stop = map(int, line.split())
        _say([_seconds(make, number) for number in range(start, stop)])


def _say(value: object) -> None:
    sys.stdout.write(f"{json.dumps(value)}\n")
    sys.stdout.flush()


def _seconds(make: Make, number: int) -> float:
    start = time.perf_counter()
    make(number)
    return time.perf_counter() - start


if __name__ == "__main__":
    from benchmarks.competitors import made_by

    serve(*made_by(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
