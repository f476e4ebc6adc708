"""From a request to the bytes of its files: composed once, set to the pages that its format allows, rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.check.final import Readiness
from briefgen.check.naming import named, named_in_file
from briefgen.compose.composition import Composition, compose, context_of
from briefgen.compose.fitting import require_fitting
from briefgen.compose.request import Request
from briefgen.document import Document
from briefgen.errors import BriefgenError, Problem, did_you_mean
from briefgen.finished.expectation import expectation_of
from briefgen.library.do_not_name import DoNotName, load_names
from briefgen.library.formats import load_format
from briefgen.library.languages import load_numbers
from briefgen.library.layouts import load_layout
from briefgen.library.shelves import Library
from briefgen.model.typography import Layout
from briefgen.provenance.numbers import NumberStyle
from briefgen.signature import Signer

if TYPE_CHECKING:
    from briefgen.render.pdf.series import Series

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
    """What a user may add to an order: a Word template of their own, documents that a message encloses, a seal."""

    template: Path | None = None
    encloses: tuple[str, ...] = ()
    sealed: bool = False
    """Whether a seal is written beside the files."""
    signer: Signer | None = None
    """Who signs the PDF files of final documents."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A composed document and the layouts in which it is set."""

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

    @property
    def carried(self) -> dict[str, str]:
        """The texts that its files carry beside the document, by what they are called."""
        contact, logo = self.request.contact, self.layout.logo
        return {
            "the name of its files": self.name,
            "the name of its addressee": contact.name if contact else "",
            "the address of the message": contact.address if contact else "",
            "the text of the logo": logo.alt if logo else "",
        }


@dataclass(frozen=True, slots=True)
class Workshop:
    """Makes the files of requests; each layout is read once."""

    library: Library
    extras: Extras = Extras()
    series: Series | None = None
    """What makes the PDF files, where many are alike."""
    _layouts: dict[str, Layout] = field(default_factory=dict)
    _checked: dict[object, list[Problem]] = field(default_factory=dict)
    """What is open in what final documents share."""
    _numbers: dict[str, NumberStyle] = field(default_factory=dict)
    """How the languages of final documents write numbers."""
    _lists: dict[tuple[Path, ...], DoNotName] = field(default_factory=dict)

    def draft(self, request: Request) -> Draft:
        """The document of a request, composed; raises a BriefgenError with every problem.

        A final document has none, and nothing open either.
        """
        layout = self._layout(request.format.format.layout)
        found, names = Readiness(self.library, self._checked).open_points(request), self._names(request)
        try:
            composition = compose(request)
        except BriefgenError as error:
            raise BriefgenError(names.silenced(dict.fromkeys([*found, *error.problems]))) from error
        draft = Draft(request, composition, layout, layout)
        signer = self.extras.signer
        found += named(composition, names, {**draft.carried, "the certificate": signer.names if signer else ""})
        if found:
            raise BriefgenError(names.silenced(found))
        return draft

    def files(self, draft: Draft, kinds: Sequence[str]) -> dict[str, bytes]:
        """The files of a draft by their endings; without `kinds` those of its format.

        Raises a BriefgenError where a file cannot be made, or takes more pages than the format allows, and where a file
        of a final document, read back, holds a name of the do-not-name list or is not what was composed.
        """
        wanted = tuple(kinds) or draft.request.format.format.files
        fitted, names = self._fitted(draft, wanted), self._names(draft.request)
        made = {kind: self._rendered(fitted, kind) for kind in wanted}
        if draft.request.final_at:
            found = [problem for kind, data in made.items() for problem in named_in_file(kind, data, names)]
            found += self._as_finished(draft, made)
            if found:
                raise BriefgenError(names.silenced(found))
        return {kind: self._signed(kind, data) for kind, data in made.items()} if draft.request.final_at else made

    def _signed(self, kind: str, data: bytes) -> bytes:
        signer = self.extras.signer
        return signer.signed(data) if signer and kind == _ENCLOSED_AS else data

    def _as_finished(self, draft: Draft, made: Mapping[str, bytes]) -> list[Problem]:
        """Where the files of a final document, read back, are not what was composed.

        What a Word template of a user's own says beside it is the user's.
        """
        own = {"docx"} if self.extras.template else set()
        files = {kind: data for kind, data in made.items() if kind in {"pdf", "docx"} - own}
        if not files:
            return []
        find: Callable[..., list[Problem]] = _function("briefgen.finished.verdict", "problems_of_made")
        tag = draft.request.language.tag
        if tag not in self._numbers:
            self._numbers[tag] = load_numbers(self.library, tag)
        return find(draft.name, files, expectation_of(draft.request, draft.composition), self._numbers[tag])

    def _names(self, request: Request) -> DoNotName:
        """The names that a document may not hold, by the lists beside all that is said of its request."""
        named_files = (request.pack.text.path, request.sender_path, request.details_path)
        folders = tuple(path.parent for path in named_files if path)
        if folders not in self._lists:
            self._lists[folders] = load_names(self.library, folders)
        return self._lists[folders]

    def _layout(self, name: str) -> Layout:
        if name not in self._layouts:
            self._layouts[name] = load_layout(self.library, name)
        return self._layouts[name]

    def _fitted(self, draft: Draft, wanted: Sequence[str]) -> Draft:
        """The draft at the first scale at which it takes no more pages than its format allows.

        Pages are counted where a PDF is asked for; a document of one page is laid out for its Word file too.
        """
        pages = draft.request.format.format.pages
        if pages is None or not (_ENCLOSED_AS in wanted or ("docx" in wanted and pages.most == 1)):
            return draft
        scales = (1.0, *pages.scales)
        for scale, smaller in pairwise([*scales, scales[-1]]):
            # The fonts of the recipient decide where a Word file breaks: it is set a step smaller, to be safe.
            layout = draft.layout.scaled(scale)
            pdf = self._pdf(draft.composition.document, layout)
            count = _function("briefgen.render.pdf.pages", "count_pages")(pdf)
            if count <= pages.most:
                return replace(draft, layout=layout, word=draft.layout.scaled(smaller), pdf=pdf)
        raise BriefgenError.one(
            f"{draft.name} takes {count} pages; the format allows {pages.most}",
            draft.request.format.text.place(("pages",)),
            "shorten it: see `takes`; or allow more under `pages`",
        )

    def _rendered(self, draft: Draft, kind: str) -> bytes:
        document = draft.composition.document
        if kind == _ENCLOSED_AS and draft.pdf:
            return draft.pdf
        if kind == "docx" and self.extras.template is not None:
            fill = _function("briefgen.render.docx.own_template", "render_own_template")
            filled: bytes = fill(self.extras.template, context_of(draft.request), document, draft.word)
            return filled
        if kind == _ENCLOSED_AS:
            return self._pdf(document, draft.layout)
        render = renderer(kind)
        if kind != "eml":
            return render(document, draft.word if kind == "docx" else draft.layout)
        contact = draft.request.contact
        return render(document, draft.layout, dict(self._enclosed(draft)), contact.address if contact else "")

    def _pdf(self, document: Document, layout: Layout) -> bytes:
        render = self.series.render if self.series else renderer(_ENCLOSED_AS)
        return render(document, layout)

    def _enclosed(self, draft: Draft) -> Iterator[tuple[str, bytes]]:
        """The documents that a message carries, by the names of their files."""
        request = draft.request
        for name in self.extras.encloses or request.format.format.encloses:
            file = load_format(self.library, name)
            require_fitting(file, request.recipient, request.delegations, request.pack, request.day)
            enclosed = self.draft(replace(request, format=file))
            yield f"{enclosed.name}.{_ENCLOSED_AS}", self.files(enclosed, [_ENCLOSED_AS])[_ENCLOSED_AS]


def renderer(kind: str) -> Callable[..., bytes]:
    """The renderer of a kind of file; raises a BriefgenError where there is none, or a library of it is missing."""
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
