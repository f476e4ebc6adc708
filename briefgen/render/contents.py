"""What both renderers must know of a document before they set it: its texts, and addresses that may be links."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from briefgen.document import Document, KeyFigures, Line, Note, Run, lines_of
from briefgen.errors import Problem, did_you_mean

SCHEMES = ("https", "http", "mailto")
"""A link of another kind can run a program or send the reader's password hash when it is clicked."""


def texts_of(document: Document) -> Iterator[str]:
    """Every text that comes onto a page, whole lines at a time so that a message can show what is around."""
    furniture = document.furniture
    yield from (document.title, document.organisation, furniture.short_title, furniture.page, *furniture.marks)
    for line in all_lines(document):
        yield "".join(run.text for run in line if isinstance(run, Run))
    yield from (block.label for block in document.blocks if isinstance(block, KeyFigures))


def all_lines(document: Document) -> Iterator[Line]:
    """Every line of a document, those of its notes included."""
    for block in document.blocks:
        for line in lines_of(block):
            yield line
            yield from (piece.line for piece in line if isinstance(piece, Note))


def all_runs(document: Document) -> Iterator[Run]:
    """Every run of a document, those of its notes included."""
    yield from (run for line in all_lines(document) for run in line if isinstance(run, Run))


def address_problems(document: Document) -> Iterator[Problem]:
    """Every address that cannot be a link."""
    for run in all_runs(document):
        if run.url is not None and not _is_address(run.url):
            scheme = run.url.partition(":")[0]
            yield Problem(
                f"`{run.url}` cannot be a link: it is no web or mail address",
                hint=did_you_mean(scheme, SCHEMES) or "begin it with https:// or mailto:",
            )


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:  # brackets of an IPv6 address that do not match
        return False
    return parts.scheme in SCHEMES and bool(parts.netloc or (parts.scheme == "mailto" and parts.path))
