"""What the head of a web page says of the release: candidates for what its text does not give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from briefgen.importing.one_line import one_line

_TITLES = ("og:title", "twitter:title", "dc.title")
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "author", "article:author")
_DATES = ("article:published_time", "og:published_time", "date", "dc.date", "datepublished", "pubdate")


@dataclass(frozen=True, slots=True)
class PageHead:
    """Candidates for title, publisher and date, each with the name under which the page has it."""

    titles: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


NO_HEAD = PageHead()
"""That of a file that says nothing outside of its text."""


def head_of(root: etree._Element) -> PageHead:
    """The candidates that the head of a page gives; empty where it gives none."""
    named: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if words := one_line(meta.get("content") or ""):
            named.setdefault(name, words)
    title = next((one_line("".join(map(str, each.itertext()))) for each in root.iter("title")), "")
    titles = (*_candidates(named, _TITLES), *((f"{title} (title of the page)",) if title else ()))
    return PageHead(titles, tuple(_candidates(named, _PUBLISHERS)), tuple(_candidates(named, _DATES)))


def _candidates(named: dict[str, str], names: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{named[name]} ({name} in the head of the page)" for name in names if name in named)
