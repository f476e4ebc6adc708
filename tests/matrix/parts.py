"""Parts of the matrix, made and checked side by side."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from briefgen.library.shelves import open_library
from tests.matrix.cases import cases_of
from tests.matrix.checks import problems_in
from tests.matrix.letters import both_ways, problems_of
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
    with _processes(len(parts)) as pool:
        yield from pool.map(check_part, parts)


def check_letters(languages: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """For each language, what is wrong with the letters to all delegations that are made from a like one."""
    if languages:
        with _processes(len(languages)) as pool:
            yield from zip(languages, pool.map(_letters, languages), strict=True)


def _letters(language: str) -> list[str]:
    return problems_of(both_ways(language, 0, 1), delegations=195, proved=5)


def _processes(tasks: int) -> ProcessPoolExecutor:
    """Each process begins anew: what WeasyPrint and fontconfig hold cannot be shared."""
    fresh = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(min(tasks, os.cpu_count() or 1), mp_context=fresh, max_tasks_per_child=1)
