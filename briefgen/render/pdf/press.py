"""WeasyPrint, made ready once and driven once per document. Import it only after `briefgen.fonts.isolate`."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from briefgen import fonts
from briefgen.document import Document
from briefgen.errors import BriefgenError, Place, Problem
from briefgen.render.pdf import linebreaks, notes, tags, tounicode
from briefgen.render.pdf.conformance import INTENT, VARIANT, Metadata, color_profiles
from briefgen.render.pdf.fetcher import LocalFetcher

SHEET = "style.css"
_CONFORMANCE = {"pdf_variant": VARIANT, "output_intent": INTENT}
TRIED = "70."
"""`linebreaks`, `tags` and `tounicode` reach into WeasyPrint; they were written for this version only."""


@cache
def prepare() -> None:
    """Put our corrections into WeasyPrint, once per process; refuse a version that they were not made for."""
    require_tried_version()
    for part in (linebreaks, tags, tounicode):
        part.install()


def require_tried_version() -> None:
    """Raise `BriefgenError` unless WeasyPrint is the version that our corrections were written for."""
    if not weasyprint.VERSION.startswith(TRIED):
        raise BriefgenError.one(
            f"the PDF renderer needs WeasyPrint {TRIED}x, and {weasyprint.VERSION} is installed",
            hint='pip install "weasyprint>=70,<71"',
        )


def print_pdf(html: str, document: Document, folder: Path) -> bytes:
    """The PDF of an HTML page, styled by the style sheet of the layout's folder.

    Raises `BriefgenError` with everything that WeasyPrint warned of: a warning is a fault in the page.
    """
    shell = (folder / "page.html").resolve()
    with _warnings_as_problems(folder):
        source = weasyprint.HTML(string=html, base_url=shell.as_uri(), url_fetcher=_fetcher(folder))
        sheet = _sheet((folder / SHEET).read_text(encoding="utf-8"), folder)
        rendering = _laid_out(source, sheet)
        rendering.metadata = Metadata(document)
        pdf: bytes = rendering.write_pdf(**_CONFORMANCE)
    return pdf


def _laid_out(source: weasyprint.HTML, sheet: weasyprint.CSS) -> weasyprint.Document:
    """The pages, a little shorter where that is what keeps every note on the page of its number."""
    first = None
    for nudge in notes.NUDGES_IN_MM:
        shorter = weasyprint.CSS(string=f"@page {{ padding-bottom: {nudge}mm }}", font_config=_fonts())
        rendering = source.render(
            font_config=_fonts(), color_profiles=color_profiles(), stylesheets=[sheet, shorter], **_CONFORMANCE
        )
        if notes.are_in_place(rendering.pages):
            return rendering
        first = first or rendering
    return first


@cache
def _fonts() -> FontConfiguration:
    """One for all documents: each new one leaks some memory in fontconfig."""
    return FontConfiguration()


@cache
def _fetcher(folder: Path) -> LocalFetcher:
    return LocalFetcher([folder, fonts.FOLDER])


@cache
def _sheet(text: str, folder: Path) -> weasyprint.CSS:
    """The parsed style sheet; its text is the key, so that a change in the file is seen."""
    base = (folder / SHEET).resolve().as_uri()
    return weasyprint.CSS(string=text, base_url=base, url_fetcher=_fetcher(folder), font_config=_fonts())


class _Collector(logging.Handler):
    """Keeps the messages of one thread; two documents may be rendered at the same time."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: dict[str, None] = {}
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self.messages.setdefault(record.getMessage())


@contextmanager
def _warnings_as_problems(folder: Path) -> Iterator[None]:
    logger = logging.getLogger("weasyprint")
    collector = _Collector()
    logger.addHandler(collector)
    try:
        yield
    finally:
        logger.removeHandler(collector)
    if collector.messages:
        _sheet.cache_clear()  # or a faulty sheet would be quiet the second time
        raise BriefgenError(Problem(f"WeasyPrint: {text}", Place(folder)) for text in collector.messages)
