"""The last line of defence: an end to the processor time of one document, and to the memory of a process.

Readers and templates have bounds of their own, which hold everywhere. What these cannot bound, such as the making up of
pages from a stranger's style sheet, ends here.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from briefgen.errors import BriefgenError

SECONDS, MEGABYTES = "BRIEFGEN_SECONDS", "BRIEFGEN_MEGABYTES"
"""The variables of the environment by which a user sets other limits; 0: none."""
_USUAL = {SECONDS: 120, MEGABYTES: 4000}
_AGAIN = 0.5
"""Seconds after which a library that has swallowed the end is told again."""


class _TimeUpError(BaseException):
    """The time is up; no library takes it for a fault of its own."""


@contextmanager
def bounded(what: str) -> Iterator[None]:
    """While something is made: raises a BriefgenError where it takes more processor time or memory than is allowed.

    The time is bounded in the main thread of a process, where all work of the command line and of its workers is done,
    and on systems with such a clock (not Windows). There is no clean way to interrupt another thread.
    """
    with within_memory(), _limited_time(what):
        yield


@contextmanager
def _limited_time(what: str) -> Iterator[None]:
    seconds = _setting(SECONDS)
    if not seconds or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _end)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    except _TimeUpError:
        hint = f"look for what grows in its template, layout or report; or allow more by {SECONDS}"
        raise BriefgenError.one(f"{what} takes more than {seconds} seconds", None, hint) from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def limit_memory() -> None:
    """Let this process and those that it starts take no more memory than is allowed, where the system can do that.

    What asks for more fails with a MemoryError. A lower limit that is there already stays.
    """
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    most = _setting(MEGABYTES) * 1_000_000
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if most and (soft == resource.RLIM_INFINITY or soft > most):
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


@contextmanager
def within_memory() -> Iterator[None]:
    """While something is made: raises a BriefgenError where it takes more memory than is allowed."""
    try:
        yield
    except MemoryError as error:
        hint = f"look for what grows in the template, layout or report; or allow more by {MEGABYTES}"
        raise BriefgenError.one("this takes more memory than is allowed", None, hint) from error


def _end(_number: int, _frame: FrameType | None) -> None:
    raise _TimeUpError


def _setting(name: str) -> int:
    given = os.environ.get(name, "")
    return int(given) if given.isascii() and given.isdigit() else _USUAL[name]
