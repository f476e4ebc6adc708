"""Runs attacks through the command line, each in a process of its own with little memory and time.

What is slow to load is loaded once, before the processes are forked. Reads a list of `{"folder", "words", "seconds"}`
as JSON and writes, in its order, how each ended: `{"code", "stdout", "stderr"}`.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
import traceback
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from briefgen.check.library import check_library
from briefgen.library.shelves import open_library

MEMORY = 2_000_000_000
SECONDS = 60
_LOADED = (
    "briefgen.production",
    "briefgen.cli.batch",
    "briefgen.cli.translate",
    "weasyprint",
)


def run(folder: Path, words: list[str], seconds: int) -> dict[str, Any]:
    outputs = {name: folder.with_name(f"{folder.name}.{name}") for name in ("stdout", "stderr")}
    child = os.fork()
    if child == 0:
        os.environ |= {"BRIEFGEN_SECONDS": str(seconds)} if seconds else {}
        _command(folder, words, outputs)
    return {"code": _ended(child), **{name: path.read_text(errors="replace") for name, path in outputs.items()}}


def _command(folder: Path, words: list[str], outputs: dict[str, Path]) -> None:
    """The child: never returns."""
    code = 99
    try:
        for number, path in enumerate(outputs.values(), start=1):
            os.dup2(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC), number)
        os.chdir(folder)
        sys.argv = ["briefgen", *words]
        import_module("briefgen.cli").main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 98
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _ended(child: int) -> int:
    """The exit code of the child; that of a signal is negative, as is that of a child that had to be killed."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return -signal.SIGKILL


def _read_what_is_bundled() -> None:
    """Read and compose what comes with the program, which each command would do again."""
    check_library(open_library(), ["north-korea-border"], date.today(), ["en", "ko"])


def main() -> None:
    for name in _LOADED:
        import_module(name)
    _read_what_is_bundled()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    attacks = json.load(sys.stdin)
    json.dump([run(Path(attack["folder"]), attack["words"], attack["seconds"]) for attack in attacks], sys.stdout)


if __name__ == "__main__":
    main()
