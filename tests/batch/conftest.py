"""A small batch that many tests share, and the ways to change it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefgen.batch.crew import Crew, Processes
from briefgen.batch.holding import held
from briefgen.batch.making import Site
from briefgen.batch.manifest import Entry
from briefgen.batch.plan import Batch, plan
from briefgen.batch.running import Outcome, run
from briefgen.library.shelves import Library

BATCH = Batch(
    name="small",
    report="north-korea-border",
    formats=("letter",),
    to=("FR", "JP", "NR"),
    languages=("en",),
    kinds=("txt",),
    day=date(2026, 11, 23),
)


def batch_of(**changes: Any) -> Batch:
    return replace(BATCH, **changes)


def ran(library: Library, folder: Path, crew: Crew = Processes(1), **changes: Any) -> Outcome:  # noqa: B008 - frozen
    batch = batch_of(**changes)
    with held(folder) as hold:
        return run(Site(library, batch, folder), plan(library, batch), crew, hold, _nothing)


def _nothing(entry: Entry) -> None:
    """A progress that shows nothing."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out"
