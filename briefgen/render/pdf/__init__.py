"""PDF: one file that is PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) at once."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
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
    document = normalised(document)
    problems = problems_in(document)
    if problems:
        raise BriefgenError(problems)
    pdf: bytes = _press().print_pdf(page_of(document, layout), document, layout)
    return pdf


@cache
def _press() -> ModuleType:
    """The module that drives WeasyPrint; fontconfig must know our fonts, and only ours, before it is loaded."""
    folder = tempfile.mkdtemp(prefix="briefgen-fontconfig-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    fonts.isolate(Path(folder))
    try:
        from briefgen.render.pdf import press  # noqa: PLC0415
    except OSError as err:
        raise BriefgenError.one(
            f"WeasyPrint cannot load the Pango text libraries: {err}",
            hint="on Debian and Ubuntu: apt-get install --no-install-recommends "
            "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        ) from err
    press.prepare()
    return press
