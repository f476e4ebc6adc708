"""A batch made by a process of its own, which another starts, watches and stops."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefgen.batch.holding import Begun, holder, last
from briefgen.batch.manifest import JOURNAL, Entry, read_entries, read_journal
from briefgen.errors import BriefgenError, Place
from briefgen.library.campaigns import read_campaign

_PROGRAM = "import json, sys; sys.path[:] = json.loads(sys.argv.pop(1)); from briefgen.cli import main; main()"
"""The command line of the program that is loaded here, wherever that was found."""
_NEWEST = 5
_PATIENCE = 5.0
"""Seconds that a process has to end before it is ended by force."""
_PAUSE = 0.05


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch has come."""

    running: bool
    done: int = 0
    """Documents that are finished or need not be made; those with problems included."""
    total: int = 0
    """All documents; 0 while it is only being planned, and where it ended before that."""
    newest: tuple[Entry, ...] = ()
    """What was finished last, the last first; nothing once all is done."""
    problems: tuple[Entry, ...] = ()
    """The documents of this run that could not be made."""
    exit: int | None = None
    """The exit code, that of a signal as negative; None while it runs, and of a batch that another process started."""
    said: str = ""
    """What the program said of problems as it ended, one a line."""


class _Output:
    """What a process writes, in a file without a name, which is gone with this object."""

    def __init__(self) -> None:
        self.file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - it is read when the process has ended

    def __del__(self) -> None:
        self.file.close()

    def text(self) -> str:
        """All of it; read without moving in the file, so that others may read it at the same time."""
        number = self.file.fileno()
        return os.pread(number, os.fstat(number).st_size, 0).decode("utf-8", "replace").strip()


@dataclass(frozen=True, slots=True)
class Run:
    """A batch that is being written to a folder, by a process that this one started or that it found there."""

    folder: Path
    _process: subprocess.Popen[bytes] | None = None
    _outcome: _Output = field(default_factory=_Output)
    _problems: _Output = field(default_factory=_Output)

    @classmethod
    def start(cls, campaign: Path, workspace: Path, out: Path, jobs: int) -> Run:
        """Begin a campaign as `briefgen batch` does in a workspace; it goes on where this process ends.

        What was made before is not made again. Raises a BriefgenError where the campaign file has problems, and where
        another batch is being written to its folder; all else is told by the progress.
        """
        folder = out.absolute() / read_campaign(campaign, workspace).campaign.name
        if holder(folder):
            hint = "wait until it has ended, or stop it"
            raise BriefgenError.one("another batch is being written to this folder", Place(folder), hint)
        path = json.dumps([str(Path(entry).absolute()) for entry in sys.path])
        words = ["batch", str(campaign.absolute()), "--json", "--jobs", str(jobs), "--out", str(out.absolute())]
        outcome, problems = _Output(), _Output()
        process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-P", "-c", _PROGRAM, path, *words],
            cwd=workspace,
            stdin=subprocess.DEVNULL,
            stdout=outcome.file,
            stderr=problems.file,
            start_new_session=True,
        )
        return cls(folder, process, outcome, problems)

    @classmethod
    def found(cls, folder: Path) -> Run | None:
        """The batch that some process is writing to a folder; None where none is."""
        return cls(folder) if holder(folder) else None

    def progress(self) -> Progress:
        """How far it has come; the folder is only read."""
        code = self._process.poll() if self._process else None
        begun = holder(self.folder)
        if code is None and begun and self._is_ours(begun):
            return _so_far(self.folder, begun, running=True)
        if self._process:
            return self._told(code)
        entries = tuple(read_entries(self.folder).values())
        return Progress(False, len(entries), len(entries), problems=_failed(entries))

    def stop(self) -> None:
        """End it with all of its workers, and return when nobody writes any more.

        What is finished stays and is noted: the same batch, begun again, makes the rest. Raises a BriefgenError where
        it does not end.
        """
        for number in (signal.SIGTERM, signal.SIGKILL):
            self._send(number)
            if self._gone():
                return
        raise BriefgenError.one("the batch does not end", Place(self.folder), "end its processes by hand")

    def _is_ours(self, begun: Begun) -> bool:
        return self._process is None or begun.pid == self._process.pid

    def _send(self, number: int) -> None:
        """Send a signal to the process group that was started here, or else to the process that holds the folder."""
        with suppress(ProcessLookupError):
            begun = holder(self.folder)
            if self._process:
                if self._process.poll() is None or (begun and self._is_ours(begun)):
                    os.killpg(self._process.pid, number)
            elif begun and begun.pid:
                os.kill(begun.pid, number)  # its workers end with it

    def _gone(self) -> bool:
        """Whether the process has ended, and nobody whom it started writes, before patience does."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            begun = holder(self.folder)
            ended = self._process is None or self._process.poll() is not None
            if ended and not (begun and self._is_ours(begun)):
                return True
            time.sleep(_PAUSE)
        return False

    def _told(self, code: int | None) -> Progress:
        """What the process that was started here says by itself: all at its end, nothing before it holds the folder."""
        running, said = code is None, self._problems.text()
        with suppress(ValueError, KeyError):
            made = json.loads(self._outcome.text())
            entries = tuple(Entry.model_validate(entry) for entry in made["documents"])
            said = "\n".join([*made["bundle problems"], *([said] if said else [])])
            return Progress(running, len(entries), len(entries), problems=_failed(entries), exit=code, said=said)
        begun = last(self.folder)
        if begun and self._is_ours(begun):
            return replace(_so_far(self.folder, begun, running=running), exit=code, said=said)
        return Progress(running, exit=code, said=said)


def _so_far(folder: Path, begun: Begun, *, running: bool) -> Progress:
    """How far a batch has come by its journal; all of it is done where that has just become the manifest."""
    if not begun.total:
        return Progress(running)
    entries = tuple(read_journal(folder, begun.noted))
    done = begun.unchanged + len(entries)
    if not (folder / JOURNAL).exists():
        entries, done = (), begun.total
    return Progress(running, done, begun.total, tuple(reversed(entries))[:_NEWEST], _failed(entries))


def _failed(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.status == "problem")
