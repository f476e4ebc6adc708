"""The files of the matrix, made by the library as a user would have them made."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from PIL import Image

from briefgen.compose.composition import compose
from briefgen.compose.ordering import Order, resolve
from briefgen.compose.request import Request
from briefgen.compose.signing import text_hash
from briefgen.document import Document
from briefgen.library.layouts import load_layout
from briefgen.library.shelves import Library, open_library
from briefgen.model.contact import Contact
from briefgen.model.occasion import SignOn
from briefgen.model.typography import Layout, LayoutSettings, Picture
from briefgen.workshop import Draft, Workshop, renderer
from tests.matrix.cases import DAY, Case

OTHER = {"letterhead": "briefing", "briefing": "letterhead"}
SETTINGS = LayoutSettings.model_validate(
    {
        "name": "Restyled",
        "colours": {"accent": "#7a1f1f", "quiet": "#444444", "rule": "#bb8888"},
        "margins": {"top": 34, "bottom": 30, "start": 30, "end": 20},
    }
)
LOGO = "Open Wells"
"""The alternative text of the logo: a name, the same in all languages."""


@dataclass(frozen=True, slots=True)
class Made:
    """The finished files of a case, and the draft from which they were made."""

    case: Case
    draft: Draft
    pdf: Path
    word: Path
    most: int | None
    """The number of pages that it may have."""

    @property
    def document(self) -> Document:
        """What they are to say."""
        return self.draft.composition.document

    def saying(self, document: Document) -> Made:
        """The same files as if they had been made of another document."""
        composition = replace(self.draft.composition, document=document)
        return replace(self, draft=replace(self.draft, composition=composition))

    @property
    def layout(self) -> Layout:
        """The layout in which they are set."""
        return self.draft.layout


def make_all(cases: Iterable[Case], folder: Path) -> list[Made]:
    """Make the files of the cases in a folder."""
    library = open_library()
    bench = _Bench(library, folder, Workshop(library))
    return [bench.make(case) for case in cases]


@dataclass(frozen=True, slots=True)
class _Bench:
    """Where the files are made; what many cases share is read once."""

    library: Library
    folder: Path
    workshop: Workshop
    _requests: dict[str, Request] = field(default_factory=dict)

    def make(self, case: Case) -> Made:
        workshop = self.workshop
        draft = workshop.draft(self._request(case))
        if case.layout == "own":
            files = workshop.files(draft, ["pdf", "docx"])
            pages = draft.request.format.format.pages
            return self._written(case, draft, files, pages.most if pages else None)
        draft = replace(draft, layout=self._layout(case, draft.layout))
        # A format is held to its number of pages in its own layout.
        document = draft.composition.document
        files = {kind: renderer(kind)(document, draft.layout) for kind in ("pdf", "docx")}
        return self._written(case, draft, files, None)

    def _written(self, case: Case, draft: Draft, files: dict[str, bytes], most: int | None) -> Made:
        paths = {kind: self.folder / f"{case.name}.{kind}" for kind in files}
        for kind, data in files.items():
            paths[kind].write_bytes(data)
        return Made(case, draft, paths["pdf"], paths["docx"], most)

    def _request(self, case: Case) -> Request:
        order = Order(case.format, case.recipient, case.language, case.report, DAY)
        request = self._requests[case.report] = resolve(self.library, order, self._requests.get(case.report))
        if case.variant == "named":
            contact = Contact(name="Camille Beispiel", form_of_address="ms", state=case.recipient)
            return replace(request, contact=contact)
        return _signed(request, case.variant) if case.variant else request

    def _layout(self, case: Case, own: Layout) -> Layout:
        if case.layout == "other":
            return load_layout(self.library, OTHER[own.folder.name])
        settings = SETTINGS.model_copy(update={"indent": own.settings.indent})
        return own.model_copy(update={"settings": settings, "logo": _logo()})


def _signed(request: Request, state: str) -> Request:
    """A request for a joint letter whose text is locked as it is."""
    before = request.details.sign_on
    if before is None:
        raise ValueError("the details have no joint letter")
    locked = {request.language.tag: text_hash(compose(request).document)}
    sign_on = SignOn.model_validate({**before.model_dump(), "state": state, "locked": locked})
    return replace(request, details=request.details.model_copy(update={"sign_on": sign_on}))


def _logo() -> Picture:
    target = io.BytesIO()
    Image.new("RGB", (160, 60), "#7a1f1f").save(target, "PNG")
    return Picture(png=target.getvalue(), alt=LOGO, width=40, height=15)
