"""The letters by WeasyPrint alone: what a user would write who has the same pages, style sheets and fonts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefgen.document import Document
from briefgen.model.typography import Layout
from briefgen.render.pdf.html import page_of
from briefgen.render.pdf.styles import layout_rules, page_rules

VARIANT = "pdf/ua-1"
"""The standard that WeasyPrint meets by itself; our files meet PDF/A-3a as well."""


@dataclass(frozen=True, slots=True)
class Page:
    """A letter as an HTML page with its style sheets: files that any program can read."""

    html: str
    base: str
    sheets: tuple[Path, ...]


def page(document: Document, layout: Layout, folder: Path) -> Page:
    """The page of a document; what the layout adds for language and margins is written to `folder` once."""
    text = layout_rules(layout, document.language) + page_rules(document, layout)
    rules = folder / f"rules-{sha256(text.encode()).hexdigest()[:12]}.css"
    if not rules.exists():
        rules.write_text(text, encoding="utf-8")
    sheets = (layout.common("base.css"), layout.file("style.css"), rules)
    base = layout.file("page.html").resolve().as_uri()
    return Page(page_of(document, layout), base, tuple(path.resolve() for path in sheets))


class PlainPdf:
    """A loop's body over WeasyPrint; style sheets are parsed before the loop, as its documentation shows.

    Make one only after `briefgen.fonts.isolate`, in a process in which the library renders no PDF itself: its
    corrections hold for the whole process.
    """

    def __init__(self, layout: Layout, folder: Path) -> None:
        import weasyprint  # noqa: PLC0415 - fontconfig must know the fonts before

        self._weasyprint: Any = weasyprint
        self._layout = layout
        self._folder = folder
        self._sheets: dict[tuple[Path, ...], list[Any]] = {}

    def render(self, document: Document) -> bytes:
        """The PDF of a document."""
        made = page(document, self._layout, self._folder)
        source = self._weasyprint.HTML(string=made.html, base_url=made.base)
        pdf: bytes = source.write_pdf(stylesheets=self._parsed(made.sheets), pdf_variant=VARIANT)
        return pdf

    def _parsed(self, paths: tuple[Path, ...]) -> list[Any]:
        if paths not in self._sheets:
            self._sheets[paths] = [self._weasyprint.CSS(filename=str(path)) for path in paths]
        return self._sheets[paths]


def command(made: Page, source: Path, target: Path, python: Sequence[str]) -> list[str]:
    """The `weasyprint` command that makes the PDF of a page that stands in `source`."""
    source.write_text(made.html, encoding="utf-8")
    sheets = [part for path in made.sheets for part in ("--stylesheet", str(path))]
    options = ["--pdf-variant", VARIANT, "--base-url", made.base]
    return [*python, "-m", "weasyprint", *sheets, *options, str(source), str(target)]
