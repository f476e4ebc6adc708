"""A process of its own in which documents are made: what takes too long there is ended, and the page goes on."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from typing import Any

from briefgen.errors import BriefgenError, Problem

SECONDS = 30.0
"""That one document may take; the longest of ours takes two."""
_PAUSE = 0.1
_PATIENCE = 3.0
"""Seconds in which a worker that has nothing to do ends by itself, and takes its temporary files with it."""


@dataclass(slots=True)
class Press:
    """Hands work to one worker and waits for it; the worker is started again where it was ended or has died."""

    workspace: Path
    work: Callable[[Connection, Path], None]
    """What the worker does: it receives calls and sends what they come to."""
    seconds: float = SECONDS
    _process: SpawnProcess | None = None
    _line: Connection | None = None
    _closed: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, call: str, *arguments: object) -> Any:
        """What a call of the worker comes to.

        Raises the worker's BriefgenError, and one of its own where the call takes too long or the worker died of it.
        """
        with self._lock:
            line = self._ready()
            try:
                line.send((call, arguments))
                if not line.poll(self.seconds):
                    self._end()
                    raise BriefgenError.one(
                        f"this takes more than {self.seconds:.0f} seconds and was ended",
                        None,
                        "look for what grows in the template, the layout or the report",
                    )
                found = line.recv()
            except (EOFError, OSError) as error:
                self._end()
                raise BriefgenError.one("the program that makes the pages has ended", None, "try it again") from error
        if isinstance(found, tuple) and found and all(isinstance(each, Problem) for each in found):
            raise BriefgenError(found)
        return found

    def start(self) -> None:
        """Start the worker, so that the first page need not wait for it."""
        with suppress(BriefgenError), self._lock:
            self._ready()

    def close(self) -> None:
        """End the worker, whoever waits for it; none is started any more."""
        self._closed = True
        while not self._lock.acquire(timeout=_PAUSE):
            if self._process:
                self._process.kill()
        self._end(_PATIENCE)
        self._lock.release()

    def _ready(self) -> Connection:
        if self._closed:
            raise BriefgenError.one("the studio is being closed", None, "start it again")
        if self._line and self._process and self._process.is_alive():
            return self._line
        self._end()
        context: SpawnContext = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        process = context.Process(target=self.work, args=(theirs, self.workspace), daemon=True)
        process.start()
        self._process = process
        theirs.close()
        return self._line

    def _end(self, patience: float = 0) -> None:
        if self._line:
            self._line.close()
        if self._process:
            self._process.join(patience)
            self._process.kill()
            self._process.join()
        self._process = self._line = None
