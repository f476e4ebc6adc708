"""Real documents, finished, to be read back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from briefgen.compose.composition import compose
from briefgen.compose.ordering import Order, resolve
from briefgen.finished.expectation import Expectation, expectation_of
from briefgen.inspection import Plan
from briefgen.library.shelves import Library, open_library
from briefgen.production import produce

REPORT = "north-korea-border"
DAY = date(2026, 11, 23)


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library()


@pytest.fixture(scope="session")
def plan() -> Plan:
    return Plan(REPORT)


@pytest.fixture(scope="session")
def made(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str, str], dict[str, Path]]:
    """Makes the PDF and the Word file of a document once, by their endings."""
    known: dict[tuple[str, str, str], dict[str, Path]] = {}

    def make(format_: str, to: str, language: str) -> dict[str, Path]:
        key = (format_, to, language)
        if key not in known:
            order = Order(format_, to, language, REPORT, DAY)
            out = tmp_path_factory.mktemp("finished")
            files = produce(library, order, ["pdf", "docx"], out).files
            known[key] = {path.suffix.removeprefix("."): path for path in files}
        return known[key]

    return make


@pytest.fixture
def copied(made: Callable[[str, str, str], dict[str, Path]], tmp_path: Path) -> Callable[[str, str, str, str], Path]:
    """A copy of a finished file that a test may spoil."""

    def copy(format_: str, to: str, language: str, kind: str) -> Path:
        source = made(format_, to, language)[kind]
        return Path(shutil.copy(source, tmp_path / source.name))

    return copy


@pytest.fixture(scope="session")
def expected(library: Library) -> Callable[[str, str, str], Expectation]:
    def of(format_: str, to: str, language: str) -> Expectation:
        request = resolve(library, Order(format_, to, language, REPORT, DAY))
        return expectation_of(request, compose(request))

    return of
