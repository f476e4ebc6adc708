"""One letter in a warm process, beside Typst."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from benchmarks.competitors import COMPOSED, FAST, SUPPORTED, TYPST, WEASYPRINT
from benchmarks.figures import Row, Sample, Section, Table, Target
from benchmarks.stand import Stand, by_turns

_LANGUAGES = {"ko": "Korean", "en": "English", "ar": "Arabic"}
_QUICK = 2
_FIRST = 16
"""Letters at the start that the median leaves out: what a process keeps is made with them."""
_TURNS = 8

_METHOD = """\
The PDF of the letter to each of the 193 member states in one language, on one core, in a process that is kept. Ours is
everything that a batch does for a letter: compose, hash, render, read back, write. Typst gets the same text, composed
in the same way, the same fonts, and the same conformance (PDF/A-3a and PDF/UA-1), in a look as near to ours as it comes
(`benchmarks/letter.typ`), with its compiler kept; it reads nothing back. The median is that of all letters but the
first {first}; the competitors take turns of about {turn} letters."""


def measure(folder: Path, *, quick: bool) -> Section:
    """The section of single letters."""
    rows: list[Row] = []
    details: list[tuple[str, ...]] = []
    for tag, name in languages(quick=quick):
        times = _times(tag, folder / tag, [FAST, SUPPORTED])
        samples = {who: Sample(who, seconds[_FIRST:], "ms") for who, seconds in times.items()}
        rows.append(Row(f"{name}, supported means", samples[SUPPORTED], samples[TYPST], Target("within", 45)))
        rows.append(Row(f"{name}, fast path", samples[FAST], samples[TYPST], Target("within", 6)))
        rows.append(Row(f"{name}, ahead of Typst", samples[FAST], samples[TYPST], Target("faster", 1)))
        details += [(name, *_detail(who, seconds)) for who, seconds in times.items()]
    heading = ("language", "who", "median, ms", "mean of all, ms", "first, ms", "slowest after it, ms")
    method = _METHOD.format(first=_FIRST, turn=193 // _TURNS)
    return Section("One letter", method, tuple(rows), (Table(heading, tuple(details)),))


def languages(*, quick: bool) -> tuple[tuple[str, str], ...]:
    """The languages that are measured, by their tags; a quick run leaves one out."""
    return tuple(_LANGUAGES.items())[: _QUICK if quick else None]


def _times(language: str, folder: Path, ours: list[str]) -> dict[str, tuple[float, ...]]:
    with ExitStack() as stack:
        stands = [
            stack.enter_context(Stand(name, language, folder / str(number)))
            for number, name in enumerate([*ours, TYPST, WEASYPRINT, COMPOSED])
        ]
        return by_turns(stands, _TURNS)


def _detail(who: str, seconds: tuple[float, ...]) -> tuple[str, ...]:
    warm, every = Sample(who, seconds[_FIRST:], "ms"), Sample(who, seconds)
    numbers = (warm.median, every.mean, seconds[0], max(seconds[1:]))
    return (who, *(f"{number * 1000:.2f}" for number in numbers))
