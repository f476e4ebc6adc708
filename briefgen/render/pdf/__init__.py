"""PDF: one file that is PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) at once."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen import fonts
from briefgen.document import Document
from briefgen.errors import BriefgenError
from briefgen.model.typography import Layout
from briefgen.render.pdf.characters import normalised, problems_in
from briefgen.render.pdf.html import page_of

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["render_pdf"]


def render_pdf(document: Document, layout: Layout) -> bytes:
    """The document as a PDF file; the same document, layout and WeasyPrint give the same bytes.

    Raises `BriefgenError` with every character that no font of the package can draw, with every address that
    is not a web or mail address, and with everything that WeasyPrint warns of while it renders.
    """
    document = ready(document)
    pdf: bytes = load("press").print_pdf(page_of(document, layout), document, layout)
    return pdf


def ready(document: Document) -> Document:
    """The document in Unicode's composed form; raises `BriefgenError` with everything that cannot be set."""
    document = normalised(document)
    problems = problems_in(document)
    if problems:
        raise BriefgenError(problems)
    return document


def load(name: str) -> ModuleType:
    """A module that drives WeasyPrint (`press`, `master`); our corrections of WeasyPrint are in place."""
    _prepare()
    return import_module(f"{__name__}.{name}")


@cache
def _prepare() -> None:
    """Load WeasyPrint; fontconfig must know our fonts, and only ours, before that."""
    folder = tempfile.mkdtemp(prefix="briefgen-fontconfig-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    fonts.isolate(Path(folder))
    try:
        press = import_module(f"{__name__}.press")
    except OSError as err:
        raise BriefgenError.one(
            f"WeasyPrint cannot load the Pango text libraries: {err}",
            hint="on Debian and Ubuntu: apt-get install --no-install-recommends "
            "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        ) from err
    press.prepare()
