"""What a document depends on, as hashes: nothing changed, nothing made again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path

from briefgen.batch.manifest import sha256
from briefgen.batch.plan import Batch, Job
from briefgen.document import Document
from briefgen.library.do_not_name import list_files
from briefgen.library.packs import sender_file
from briefgen.library.shelves import Library
from briefgen.reading.files import MAX_TEXT, read_bytes

_ENGINES = ("weasyprint", "docxtpl", "python-docx", "babel", "jinja2", "markdown-it-py", "pyuca", "tzdata")
"""The libraries on which the bytes of a document depend."""
_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def program() -> str:
    """The program and its engines, once per process: what is loaded stays as it was, whatever is installed later."""
    versions = [f"{name} {version(name)}" for name in _ENGINES]
    return _hash([*versions, _files(_below(_PACKAGE))])


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """The hashes of a batch: of how documents look, and of the words from which they are composed."""

    library: Library
    batch: Batch
    _known: dict[object, str] = field(default_factory=dict)
    """What was hashed already: a batch sees each file once."""

    def looks(self) -> str:
        """Everything but the words: the program, its engines, fonts, layouts and the settings of languages."""
        return self._once("looks", self._hashed_looks)

    def _hashed_looks(self) -> str:
        settings = (path for shelf in self.library.shelves for path in shelf.glob("locales/*/language.yaml"))
        return _hash(
            [
                program(),
                _tree(self.library.every("templates", "layouts")),
                _files(settings),
            ]
        )

    def inputs(self, job: Job) -> str:
        """Everything on which the files of a job depend."""
        batch = self.batch
        stage = "final" if batch.final_at else "draft"
        parts = (stage, job.format, job.recipient.name, job.language, str(batch.day), *batch.kinds)
        contact = job.contact.model_dump_json() if job.contact else ""
        return _hash([self.looks(), self._words(job.language), self._own(), self._lists(), contact, *parts])

    def document(self, document: Document, job: Job) -> str:
        """A composed document and how it looks: two that agree in it have the same files."""
        address = job.contact.address if job.contact else ""
        return _hash([self.looks(), self._lists(), repr(document), address, *self.batch.kinds])

    def _own(self) -> str:
        """The files that this batch alone names."""
        return self._once("own", self._hashed_own)

    def _hashed_own(self) -> str:
        named = (self.batch.details, sender_file(self.library, self.batch.sender))
        return _hash(f"{path.name} {sha256(read_bytes(path, MAX_TEXT))}" for path in named if path)

    def _lists(self) -> str:
        """The names that no document may hold: a file is read back again where they have changed."""
        return self._once("lists", lambda: _files(list_files(self.library, self._folders())))

    def _folders(self) -> Iterator[Path]:
        """The folders beside whose files a list of names may stand."""
        yield from self._packs()
        yield from (path.parent for path in (self.batch.sender, self.batch.details) if path)

    def _packs(self) -> list[Path]:
        """The folders of the report."""
        report = Path(self.batch.report)
        return [report] if report.is_dir() else list(self.library.every("reports", self.batch.report))

    def _words(self, language: str) -> str:
        """The report, the templates, and what a language says."""
        return self._once(("words", language), lambda: self._hashed_words(language))

    def _hashed_words(self, language: str) -> str:
        return _tree([*self._packs(), *self.library.every("templates"), *self.library.every("locales", language)])

    def _once(self, what: object, hashed: Callable[[], str]) -> str:
        if what not in self._known:
            self._known[what] = hashed()
        return self._known[what]


def _tree(folders: Iterable[Path]) -> str:
    """The hash of all files below folders."""
    return _files(path for folder in folders for path in _below(folder))


def _below(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)


def _files(paths: Iterable[Path]) -> str:
    return _hash(f"{path.name} {sha256(path.read_bytes())}" for path in paths)


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
