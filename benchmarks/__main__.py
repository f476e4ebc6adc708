"""Measure everything and write the results: `python -m benchmarks`; `make bench` installs what it needs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figures import Section
from benchmarks.machine import load, this_machine
from benchmarks.report import Results, as_markdown, missed
from benchmarks.rows import again, cold, letter, scaling, whole, word

_SECTIONS: dict[str, Callable[..., Section]] = {
    "whole": whole.measure,
    "letter": letter.measure,
    "word": word.measure,
    "again": again.measure,
    "scaling": scaling.measure,
    "cold": cold.measure,
}


def main(arguments: list[str]) -> int:
    """Measure the sections that are asked for, one after the other, and write the page."""
    options = _options(arguments)
    before = load()
    found = []
    for name in options.only or _SECTIONS:
        _say(f"{name} …")
        with TemporaryDirectory(prefix="briefgen-bench-") as folder:
            found.append(_SECTIONS[name](Path(folder), quick=options.quick))
        for row in found[-1].rows:
            _say("  " + " | ".join(row.cells()))
    results = Results(date.today(), this_machine(), before, options.quick, tuple(found))
    options.out.write_text(as_markdown(results), encoding="utf-8")
    behind = missed(results.sections)
    _say(f"{options.out}: {len(behind)} targets missed{': ' if behind else ''}{'; '.join(behind)}")
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions and languages, no batch of thousands")
    parser.add_argument("--only", action="append", choices=_SECTIONS, help="a section; several times for several")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("RESULTS.md"), help="the page to write")
    return parser.parse_args(arguments)


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
