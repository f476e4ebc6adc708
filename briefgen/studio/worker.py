"""What the worker of the studio does: it makes documents of choices, and keeps what it read until a file changes."""

from __future__ import annotations

import signal
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from briefgen.batch.crew import end_with_parent
from briefgen.comparing.blocks import compare_documents
from briefgen.compose.composition import compose
from briefgen.compose.ordering import resolve
from briefgen.compose.request import Request
from briefgen.document import Document
from briefgen.errors import BriefgenError, Problem
from briefgen.library.shelves import Library, open_library
from briefgen.limits import bounded, limit_memory
from briefgen.render.pdf.series import Series
from briefgen.studio.changes import OverlayText, as_default, with_overlay
from briefgen.studio.choices import Choices, order_of
from briefgen.studio.memory import Memory
from briefgen.studio.sheets import Sheet, sheet_of
from briefgen.studio.side_by_side import Aligned, Difference, difference, side_by_side
from briefgen.translate.desk import Desk, Originals, read_originals
from briefgen.translate.review import record_review
from briefgen.workshop import Workshop


@dataclass(slots=True)
class Worker:
    """Answers the calls of the page; each method is one of them."""

    library: Library
    memory: Memory
    _series: Series = field(default_factory=lambda: Series({}))

    def sheet(self, choices: Choices, overlay: OverlayText | None = None) -> Sheet:
        """What is shown of a document, as if an overlay were written already."""
        return sheet_of(self._changed(choices, overlay), self._workshop())

    def files(self, choices: Choices, kinds: tuple[str, ...]) -> dict[str, bytes]:
        """The files of a document, by their names."""
        workshop = self._workshop()
        draft = workshop.draft(self._request(choices))
        return {f"{draft.name}.{kind}": data for kind, data in workshop.files(draft, kinds).items()}

    def aligned(self, choices: Choices, language: str) -> Aligned:
        """A document beside the same in another language."""
        other = replace(choices, language=language)
        return side_by_side(self._document(self._request(choices)), self._document(self._request(other)))

    def differences(self, choices: Choices, overlay: OverlayText | None = None) -> tuple[Difference, ...]:
        """What overlays make of a document, block by block."""
        request = self._changed(choices, overlay)
        changes = compare_documents(self._document(as_default(request)), self._document(request))
        return tuple(difference(change) for change in changes)

    def faults(self, report: str, language: str, key: str, forms: tuple[str, ...]) -> list[Problem]:
        """The faults of a translation, by the rules of its language; those of a workspace may be without an end."""
        at = self._desk(report, language)
        proofreader = self.memory.recall(("proofreader", report, language), at.proofreader)
        return list(proofreader.faults(at.sentence(key), forms))

    def reviewed(self, report: str, language: str, role: str, day: date) -> tuple[Path, bytes]:
        """The sign-off file of a language, and its bytes with the record of a review."""
        return record_review(self._desk(report, language), role, day)

    def _desk(self, report: str, language: str) -> Desk:
        return self.memory.recall(("desk", report, language), lambda: self._originals(report).desk(language))

    def _originals(self, report: str) -> Originals:
        read = partial(read_originals, self.library, self.library.shelves[0], report)
        return self.memory.recall(("originals", report), read)

    def _changed(self, choices: Choices, overlay: OverlayText | None) -> Request:
        request = self._request(choices)
        return with_overlay(request, overlay) if overlay else request

    def _document(self, request: Request) -> Document:
        return compose(request).document

    def _workshop(self) -> Workshop:
        return self.memory.recall("workshop", lambda: Workshop(self.library, series=self._series))

    def _request(self, choices: Choices) -> Request:
        """The request of choices, read again where any file of the library has changed."""
        return self.memory.recall(choices, lambda: resolve(self.library, order_of(choices, self.library)))


def work(line: Connection, workspace: Path) -> None:
    """Answer calls until the line is closed: with what they come to, or with all their problems."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the studio, which ends its worker
    end_with_parent()
    limit_memory()
    library = open_library(workspace)
    worker = Worker(library, Memory(library.shelves))
    while True:
        try:
            call, arguments = line.recv()
        except EOFError:
            return
        line.send(answer(worker, call, arguments))


def answer(worker: Worker, call: str, arguments: tuple[object, ...]) -> object:
    """What a call comes to, or all its problems."""
    try:
        with bounded("the document"):
            return getattr(worker, call)(*arguments)
    except BriefgenError as error:
        return tuple(error.problems)
    except OSError as error:
        return (Problem(f"the system refused something: {error}", None, "mend that and try again"),)
