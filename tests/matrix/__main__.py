"""Make and check the whole matrix and all letters both ways, or one part: `python -m tests.matrix [PART]`."""

from __future__ import annotations

import sys
import time
from collections import Counter

import click

from briefgen.library.languages import language_tags
from briefgen.library.shelves import open_library
from tests.matrix.cases import PARTS
from tests.matrix.checks import CHECKS
from tests.matrix.parts import check_letters, check_parts

LETTERS = "letters made from like ones: byte for byte"


def main() -> None:
    """Print the progress, a table of the checks, and every problem; exit with 1 where there is any."""
    named = [int(part) % PARTS for part in sys.argv[1:]]
    parts = named or list(range(PARTS))
    begun, documents, problems = time.monotonic(), 0, Counter[str]()
    for part, count, found in check_parts(parts):
        documents += count
        problems.update({name: len(each) for name, each in found.items()})
        wrong = sum(map(len, found.values()))
        click.echo(f"part {part} of {PARTS}: {count} documents, {wrong} problems ({time.monotonic() - begun:.0f} s)")
        for name, each in found.items():
            for problem in each:
                click.echo(f"  {name}: {problem}")
    for language, wrong_letters in check_letters([] if named else language_tags(open_library())):
        problems[LETTERS] += len(wrong_letters)
        click.echo(f"letters in {language}: {len(wrong_letters)} problems ({time.monotonic() - begun:.0f} s)")
        for problem in wrong_letters:
            click.echo(f"  {LETTERS}: {problem}")
    click.echo(f"\n{documents} documents as PDF and Word")
    for name in (*CHECKS, *([] if named else [LETTERS])):
        click.echo(f"  {name:<48}{problems[name] or 'passed':>8}")
    sys.exit(1 if problems.total() else 0)


if __name__ == "__main__":
    main()
