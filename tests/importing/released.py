"""A release of any kind as the tests of readers read it."""

from __future__ import annotations

from pathlib import Path

from briefgen.errors import BriefgenError, Problem
from briefgen.importing.files import read_release
from briefgen.importing.pieces import Read, source_of
from briefgen.importing.statements import statements_of

SENTENCE = "The ministry closed 14 wells in the valley, and nobody was told why. "


def read(folder: Path, name: str, data: bytes | str) -> Read:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_release(path)


def kinds(found: Read) -> list[tuple[str, str]]:
    return [(passage.kind, passage.text) for passage in found.passages]


def assert_verbatim_or_refused(path: Path) -> None:
    """Read a release: it is refused under its name, or each anchor found in it stands in its source text."""
    found, problems = _read_or_refused(path)
    assert all(problem.place and str(problem.place).startswith(str(path)) for problem in problems)
    if found is None:
        return
    source = source_of(found.passages)
    assert source.splitlines()[::2] == [passage.text for passage in found.passages]
    said = statements_of(found.passages, "en")
    kinds_ = (said.summary, said.findings, said.figures, said.quotations, said.testimonies, said.recommendations)
    assert all(text.strip() for item in (*said.quotations, *said.testimonies) for text in item.text)
    assert [item.anchor for kind in kinds_ for item in kind if item.anchor not in source] == []


def _read_or_refused(path: Path) -> tuple[Read | None, tuple[Problem, ...]]:
    try:
        return read_release(path), ()
    except BriefgenError as error:
        return None, tuple(error.problems)
