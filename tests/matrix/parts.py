"""Parts of the matrix, made and checked side by side."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from briefgen.library.shelves import open_library
from tests.matrix.cases import cases_of
from tests.matrix.checks import problems_in
from tests.matrix.making import make_all

Outcome = tuple[int, int, dict[str, list[str]]]
"""A part, the number of its documents, and the problems by check."""


def check_part(part: int) -> Outcome:
    """Make and check the documents of one part."""
    with tempfile.TemporaryDirectory(prefix="matrix-") as folder:
        made = make_all(cases_of(open_library(), part), Path(folder))
        return part, len(made), problems_in(made)


def check_parts(parts: list[int]) -> Iterator[Outcome]:
    """The outcomes of some parts as they come in, as many at a time as there are processors."""
    # Each process begins anew: what WeasyPrint and fontconfig hold cannot be shared.
    fresh = multiprocessing.get_context("spawn")
    workers = min(len(parts), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=fresh, max_tasks_per_child=1) as pool:
        yield from pool.map(check_part, parts)
