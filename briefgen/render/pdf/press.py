"""WeasyPrint, made ready once and driven once per document. Import it only after `briefgen.fonts.isolate`."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pydyf
import weasyprint
from weasyprint.text.fonts import FontConfiguration

from briefgen import fonts
from briefgen.document import Document
from briefgen.errors import BriefgenError, Place, Problem
from briefgen.model.typography import COMMON, Layout
from briefgen.reading.files import read_text
from briefgen.render.pdf import linebreaks, lines, notes, order, subsets, tags, tounicode
from briefgen.render.pdf.conformance import INTENT, VARIANT, Metadata, color_profiles
from briefgen.render.pdf.fetcher import LocalFetcher
from briefgen.render.pdf.file import PdfFile, finished
from briefgen.render.pdf.recent import Recent
from briefgen.render.pdf.styles import layout_rules, page_rules

BASE, SHEET = "base.css", "style.css"
_CONFORMANCE = {"pdf_variant": VARIANT, "output_intent": INTENT}
STOCKS = 16
"""Stocks that are kept for a layout: one for each language of a batch."""
TRIED = "70."
"""`linebreaks`, `tags`, `order` and `tounicode` reach into WeasyPrint; they were written for this version only."""


@cache
def prepare() -> None:
    """Put our corrections into WeasyPrint, once per process; refuse a version that they were not made for."""
    require_tried_version()
    for part in (linebreaks, subsets, tags, order, tounicode):
        part.install()


def require_tried_version() -> None:
    """Raise `BriefgenError` unless WeasyPrint is the version that our corrections were written for."""
    if not weasyprint.VERSION.startswith(TRIED):
        raise BriefgenError.one(
            f"the PDF renderer needs WeasyPrint {TRIED}x, and {weasyprint.VERSION} is installed",
            hint='pip install "weasyprint>=70,<71"',
        )


@dataclass(frozen=True, slots=True)
class Impression:
    """A document as it came from the press: its pages as WeasyPrint laid them out, its objects, and its file."""

    rendering: weasyprint.Document
    pdf: pydyf.PDF
    file: PdfFile
    stock: lines.Stock
    """What its fonts hold for others."""


def print_pdf(html: str, document: Document, layout: Layout, stock: str = "") -> bytes:
    """The PDF of an HTML page, as `impression` makes it."""
    return impression(html, document, layout, stock).file.data()


def impression(html: str, document: Document, layout: Layout, stock: str = "") -> Impression:
    """An HTML page, styled by what all layouts share, the layout's own sheet and its settings, laid out and drawn.

    The fonts also hold what is needed for the words of `stock`. Raises `BriefgenError` where a sheet is missing, and
    with everything that WeasyPrint warned of: a warning is a fault in the page.
    """
    shell = layout.file("page.html").resolve()
    sheets = [_read(layout.common(BASE)), _read(layout.file(SHEET))]
    sheets += [(layout_rules(layout, document.language), shell), (page_rules(document, layout), shell)]
    roots = _roots(layout)
    with _warnings_as_problems(layout.folder):
        source = weasyprint.HTML(string=html, base_url=shell.as_uri(), url_fetcher=_fetcher(roots))
        rendering = _laid_out(source, [_sheet(text, path, roots) for text, path in sheets], _fonts(roots))
        rendering.metadata = Metadata(document)
        notes.link(rendering.pages)
        kept = _stock(stock, lines.root_style(rendering), roots)
        lines.lay_in(rendering, kept)
        pdf = _drawn(rendering, layout)
        return Impression(rendering, pdf, finished(pdf), kept)


def _drawn(rendering: weasyprint.Document, layout: Layout) -> pydyf.PDF:
    """The objects of laid-out pages; `finisher` is WeasyPrint's own hook, and what follows it is left to `finished`."""
    found: list[pydyf.PDF] = []

    def keep(_rendering: weasyprint.Document, pdf: pydyf.PDF) -> None:
        pdf.write = lambda *_: None
        found.append(pdf)

    rendering.write_pdf(zoom=layout.scale, finisher=keep, **_CONFORMANCE)
    return found[0]


def _read(path: Path) -> tuple[str, Path]:
    """The text of a style sheet, and where it stands."""
    return read_text(path), path.resolve()


def _roots(layout: Layout) -> tuple[Path, ...]:
    """The folders that a layout may take files from."""
    return (*layout.folders, *(shelf / COMMON for shelf in layout.shelves), fonts.FOLDER)


def _laid_out(
    source: weasyprint.HTML, sheets: list[weasyprint.CSS], configuration: FontConfiguration
) -> weasyprint.Document:
    """The pages, a little shorter where that is what keeps every note on the page of its number.

    On a page where little fits, WeasyPrint 70 may get stuck between what must stay together and the notes (it fails
    an assertion of its own); a page of another height sets it free.
    """
    first = None
    for nudge in notes.NUDGES_IN_MM:
        shorter = weasyprint.CSS(string=f"@page {{ padding-bottom: {nudge}mm }}", font_config=configuration)
        try:
            rendering = source.render(
                font_config=configuration,
                color_profiles=color_profiles(),
                stylesheets=[*sheets, shorter],
                **_CONFORMANCE,
            )
        except AssertionError:
            continue
        if notes.are_in_place(rendering.pages):
            return rendering
        first = first or rendering
    if first is None:
        raise BriefgenError.one(
            "the pages cannot be made up", hint="change the top or bottom margin of the layout a little"
        )
    return first


@cache
def _fonts(roots: tuple[Path, ...]) -> FontConfiguration:  # noqa: ARG001 - the key: faces belong to a layout
    """One for all documents of a layout: each new one leaks some memory in fontconfig."""
    return FontConfiguration()


@cache
def _fetcher(roots: tuple[Path, ...]) -> LocalFetcher:
    return LocalFetcher(roots)


@lru_cache(maxsize=64)
def _sheet(text: str, path: Path, roots: tuple[Path, ...]) -> weasyprint.CSS:
    """The parsed style sheet; its text is the key, so that a change in the file is seen."""
    return weasyprint.CSS(string=text, base_url=path.as_uri(), url_fetcher=_fetcher(roots), font_config=_fonts(roots))


def _stock(text: str, style: Any, roots: tuple[Path, ...]) -> lines.Stock:
    """The stock of some words, set once for each style in which a language has its text."""
    if not text:
        return lines.Stock()
    return _stocks(roots).get((text, linebreaks.setting_of(style)), lambda: lines.stock_of(text, style))


@cache
def _stocks(roots: tuple[Path, ...]) -> Recent[lines.Stock]:  # noqa: ARG001 - the key: as for `_fonts`
    return Recent(STOCKS)


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
        hint = "mend the style sheet or the picture that it names"
        raise BriefgenError(Problem(f"WeasyPrint: {text}", Place(folder), hint) for text in collector.messages)
