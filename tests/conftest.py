"""What many tests share: the built-in library, read once; requests and documents; a shelf to break."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from briefgen.compose.composition import compose
from briefgen.compose.ordering import Order, resolve
from briefgen.compose.request import Recipient, Request
from briefgen.document import Document
from briefgen.errors import BriefgenError
from briefgen.library.delegations import Delegations
from briefgen.library.packs import ReportPack
from briefgen.library.shelves import Library, open_library
from tests.check.shelf_copy import ShelfCopy, copy_shelf

Ask = Callable[..., Request]

settings.register_profile("tests", deadline=None)  # no test is held to a time: other programs may be busy
settings.load_profile("tests")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--refresh-golden", action="store_true", help="write the golden texts again; then read their diff")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take minutes come first, so that no core waits for the other in the end."""
    items.sort(key=lambda item: item.get_closest_marker("takes_minutes") is None)


@pytest.fixture(scope="session")
def day() -> date:
    return date(2026, 11, 23)


@pytest.fixture(scope="session")
def library() -> Library:
    return open_library()


@pytest.fixture(scope="session")
def request_for(library: Library, day: date) -> Ask:
    """A request for one state or group; what is read from files is read once for each format and language."""

    @cache
    def base(format_: str, language: str) -> Request:
        for recipient in ("FR", "all", "human-rights-council", "KP"):
            with suppress(BriefgenError):
                return resolve(library, Order(format_, recipient, language, "north-korea-border", day))
        return resolve(library, Order(format_, "FR", language, "north-korea-border", day))

    def make(state: str = "", *, group: str = "", format_: str = "letter", language: str = "en") -> Request:
        return replace(base(format_, language), recipient=Recipient(state, group))

    return make


@pytest.fixture(scope="session")
def pack(request_for: Ask) -> ReportPack:
    return request_for("FR").pack


@pytest.fixture(scope="session")
def delegations(request_for: Ask) -> Delegations:
    return request_for("FR").delegations


@pytest.fixture(scope="session")
def letters(request_for: Ask, delegations: Delegations) -> Callable[[str], dict[str, Document]]:
    """The letters to all delegations in one language, by ISO code."""

    @cache
    def all_in(language: str) -> dict[str, Document]:
        return {iso: compose(request_for(iso, language=language)).document for iso in delegations.states}

    return all_in


@pytest.fixture
def shelf(tmp_path: Path) -> ShelfCopy:
    return copy_shelf(tmp_path / "shelf")
