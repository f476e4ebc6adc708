"""From an order to files: composed once, rendered in every kind that is asked for, written all or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

from briefgen.compose.composition import Composition, compose, context_of
from briefgen.compose.ordering import Order, languages_of, resolve
from briefgen.compose.request import Request
from briefgen.errors import BriefgenError, did_you_mean
from briefgen.library.layouts import load_layout
from briefgen.library.shelves import Library
from briefgen.model.typography import Layout
from briefgen.writing import write_all

# Imported when used: some of them load for a good part of a second.
_RENDERERS = {
    "pdf": ("briefgen.render.pdf", "render_pdf"),
    "docx": ("briefgen.render.docx", "render_docx"),
    "html": ("briefgen.render.html", "render_html"),
    "txt": ("briefgen.render.text", "render_text"),
    "eml": ("briefgen.render.eml", "render_eml"),
}
_ENCLOSED_AS = "pdf"


@dataclass(frozen=True, slots=True)
class Extras:
    """What a user may add to an order: a Word template of their own, and documents that a message encloses."""

    template: Path | None = None
    encloses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Product:
    """The files that an order came to, and what the sender should know before they go out."""

    files: tuple[Path, ...]
    warnings: tuple[str, ...]


@dataclass(slots=True)
class _Run:
    """One order on its way: what is to be written, and what the sender should know."""

    library: Library
    extras: Extras
    contents: dict[str, bytes] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def add(self, order: Order, kinds: Sequence[str]) -> None:
        """Compose and render the document of an order in one language."""
        draft = self._fitted(self._draft(order), kinds)
        for kind in kinds or draft.request.format.format.files:
            self.contents[f"{draft.name}.{kind}"] = self._rendered(draft, kind, order)

    def _draft(self, order: Order) -> _Draft:
        request = resolve(self.library, order)
        composition = compose(request)
        self.warnings += composition.warnings
        layout = load_layout(self.library, request.format.format.layout)
        return _Draft(request, composition, layout, layout)

    def _fitted(self, draft: _Draft, kinds: Sequence[str]) -> _Draft:
        """The draft at the first scale at which it takes no more pages than its format allows.

        Pages are counted where a PDF is asked for; a document of one page is laid out for its Word file too. Raises a
        BriefgenError where it does not fit at any scale.
        """
        pages, wanted = draft.request.format.format.pages, kinds or draft.request.format.format.files
        if pages is None or not ("pdf" in wanted or ("docx" in wanted and pages.most == 1)):
            return draft
        scales = (1.0, *pages.scales)
        for scale, smaller in pairwise([*scales, scales[-1]]):
            # The fonts of the recipient decide where a Word file breaks: it is set a step smaller, to be safe.
            layout = draft.layout.scaled(scale)
            pdf = _renderer(_ENCLOSED_AS)(draft.composition.document, layout)
            count = _function("briefgen.render.pdf.pages", "count_pages")(pdf)
            if count <= pages.most:
                return replace(draft, layout=layout, word=draft.layout.scaled(smaller), pdf=pdf)
        raise BriefgenError.one(
            f"{draft.name} takes {count} pages; the format allows {pages.most}",
            draft.request.format.text.place(("pages",)),
            "shorten it: see `takes`; or allow more under `pages`",
        )

    def _rendered(self, draft: _Draft, kind: str, order: Order) -> bytes:
        document = draft.composition.document
        if kind == "pdf" and draft.pdf:
            return draft.pdf
        if kind == "docx" and self.extras.template is not None:
            fill = _function("briefgen.render.docx.own_template", "render_own_template")
            filled: bytes = fill(self.extras.template, context_of(draft.request), document, draft.word)
            return filled
        render = _renderer(kind)
        if kind != "eml":
            return render(document, draft.word if kind == "docx" else draft.layout)
        contact = draft.request.contact
        return render(document, draft.layout, dict(self._enclosed(draft, order)), contact.address if contact else "")

    def _enclosed(self, draft: _Draft, order: Order) -> Iterator[tuple[str, bytes]]:
        """The documents that a message carries, by the names of their files."""
        for name in self.extras.encloses or draft.request.format.format.encloses:
            enclosed = self._fitted(self._draft(replace(order, format=name)), [_ENCLOSED_AS])
            yield f"{enclosed.name}.{_ENCLOSED_AS}", self._rendered(enclosed, _ENCLOSED_AS, order)


@dataclass(frozen=True, slots=True)
class _Draft:
    request: Request
    composition: Composition
    layout: Layout
    word: Layout
    """The layout of its Word file."""
    pdf: bytes = b""
    """Its PDF, where that has been laid out to count the pages."""

    @property
    def name(self) -> str:
        """The name of its files, without the ending."""
        request = self.request
        parts = (request.pack.report.id, request.format.format.id, request.recipient.name, request.language.tag)
        return "_".join(parts)


def produce(library: Library, order: Order, kinds: Sequence[str], out: Path, extras: Extras | None = None) -> Product:
    """Compose, render and write the document of an order into the folder `out`.

    `kinds` are the files to write (`pdf`, `docx`, `html`, `txt`, `eml`); none: those of the format. The language `auto`
    stands for those of the delegation's correspondence. Raises a BriefgenError with every problem; then no file of the
    order is written.
    """
    for kind in kinds:
        _renderer(kind)
    run = _Run(library, extras or Extras())
    for language in languages_of(library, order):
        run.add(replace(order, language=language), kinds)
    contents: Mapping[Path, bytes] = {out / name: data for name, data in run.contents.items()}
    write_all(contents)
    return Product(tuple(contents), tuple(dict.fromkeys(run.warnings)))


def _renderer(kind: str) -> Callable[..., bytes]:
    if kind not in _RENDERERS:
        hint = did_you_mean(kind, _RENDERERS) or f"known are {', '.join(_RENDERERS)}"
        raise BriefgenError.one(f"there is no kind of file `{kind}`", None, hint)
    try:
        return _function(*_RENDERERS[kind])
    except OSError as error:
        raise BriefgenError.one(
            f"a library that {kind.upper()} files need cannot be loaded: {error}", None, "run `briefgen doctor`"
        ) from error


def _function(module: str, name: str) -> Callable[..., Any]:
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found
