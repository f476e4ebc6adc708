"""Report packs, senders and the details of occasions, read from the shelves or from a user's own files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from briefgen.errors import BriefgenError
from briefgen.library.shelves import Library
from briefgen.model.format import Sender
from briefgen.model.occasion import Details
from briefgen.model.report import Report
from briefgen.model.visibility import Visibility
from briefgen.provenance.source_text import SourceText, source_text
from briefgen.reading.files import is_file, is_inside, read_text, require_inside
from briefgen.reading.validation import read_model
from briefgen.reading.yaml_text import YamlText


@dataclass(frozen=True, slots=True)
class ReportPack:
    """A report with its source text and the places of its statements."""

    report: Report
    text: YamlText
    source: SourceText
    narrowed: dict[Visibility, ReportPack] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What documents of a level see of it, once one was composed: see `briefgen.compose.visibility`."""


def load_pack(library: Library, name: str) -> ReportPack:
    """The report pack of that id, or in that folder; raises a BriefgenError with every problem."""
    folder = library.require("report", name, _folder(library, name), library.names("reports"))
    report, text = read_model(require_inside(folder / "report.yaml", folder), Report)
    path = folder / report.source.file
    if not is_inside(path, folder) or not is_file(path):
        place = text.place(("source", "file"))
        raise BriefgenError.one(
            f"the source {report.source.file} is missing", place, "put it into the folder of the pack"
        )
    return ReportPack(report, text, source_text(read_text(path), path, report.source.parts))


def _folder(library: Library, name: str) -> Path | None:
    return Path(name) if is_file(Path(name, "report.yaml")) else library.find("reports", name)


def default_report(library: Library) -> str:
    """The report that is meant where none is named: the only one of the first shelf that has any, examples aside.

    Raises a BriefgenError that lists them where there are several, or none.
    """
    names: list[str] = []
    for shelf in library.shelves:
        names = Library((shelf,)).names("reports")
        if len(names) > 1:
            names = [name for name in names if not load_pack(library, name).report.example]
        if names:
            break
    if len(names) != 1:
        hint = f"name it with --report: {', '.join(names) or 'there is none'}"
        raise BriefgenError.one(f"there are {len(names)} reports to choose from", None, hint)
    return names[0]


def load_sender(library: Library, path: Path | None) -> Sender:
    """The sender of a file, or the placeholder that asks to be filled in."""
    return read_model(sender_file(library, path), Sender)[0]


def sender_file(library: Library, path: Path | None) -> Path:
    """The file of a sender: the one that was named, or the placeholder."""
    return path or _placeholder(library, "senders")


def load_details(library: Library, path: Path | None) -> Details:
    """The details of an occasion from a file, or the placeholder that asks to be filled in."""
    return read_model(details_file(library, path), Details)[0]


def details_file(library: Library, path: Path | None) -> Path:
    """The file of the details: the one that was named, or the placeholder."""
    return path or _placeholder(library, "details")


def _placeholder(library: Library, folder: str) -> Path:
    known = library.names("templates", folder, suffix=".yaml")
    path = library.find("templates", folder, "placeholder.yaml")
    return library.require(folder.removesuffix("s"), "placeholder", path, known)
