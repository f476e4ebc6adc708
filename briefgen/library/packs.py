"""Report packs and formats, read from the shelves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import BriefgenError, Place, Problem
from briefgen.library.shelves import Library
from briefgen.model.format import Format, Sender
from briefgen.model.report import Report
from briefgen.provenance.source_text import SourceText, source_text
from briefgen.reading.validation import read_model, read_text, validate
from briefgen.reading.yaml_text import YamlText, parse_yaml

_FENCE = "---\n"


@dataclass(frozen=True, slots=True)
class ReportPack:
    """A report with its source text and the places of its statements."""

    report: Report
    text: YamlText
    source: SourceText


@dataclass(frozen=True, slots=True)
class FormatFile:
    """A format with its template; `first_line` is the line of the file at which the template begins."""

    format: Format
    path: Path
    body: str
    first_line: int


def load_pack(library: Library, name: str) -> ReportPack:
    """The report pack of that id, or in that folder; raises a BriefgenError with every problem."""
    folder = Path(name) if Path(name, "report.yaml").is_file() else library.find("reports", name)
    folder = library.require("report", name, folder, library.names("reports"))
    report, text = read_model(folder / "report.yaml", Report)
    path = folder / report.source.file
    if not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        place = text.place(("source", "file"))
        raise BriefgenError.one(
            f"the source {report.source.file} is missing", place, "put it into the folder of the pack"
        )
    return ReportPack(report, text, source_text(read_text(path), path, report.source.parts))


def load_format(library: Library, name: str) -> FormatFile:
    """The format of that name; raises a BriefgenError with every problem of its front matter."""
    found = library.find("templates", "formats", f"{name}.md")
    path = library.require("format", name, found, library.names("templates", "formats", suffix=".md"))
    return read_format(path)


def read_format(path: Path) -> FormatFile:
    """Read a format file: YAML front matter between two lines of `---`, then the template."""
    text = read_text(path)
    head, fence, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    if not text.startswith(_FENCE) or not fence:
        raise BriefgenError.one("the front matter is missing", Place(path, 1), "begin with `---`, keys, and `---`")
    parsed, problems = parse_yaml(f"{head}\n", path, first_line=2)
    if problems:
        raise BriefgenError(problems)
    described = validate(parsed, Format)
    if described.id != path.stem:
        message = f"the id `{described.id}` is not the name of the file"
        raise BriefgenError([Problem(message, parsed.place(("id",)), f"write `{path.stem}`")])
    return FormatFile(described, path, body, head.count("\n") + 4)


def load_sender(library: Library, path: Path | None) -> Sender:
    """The sender of a file, or the placeholder that asks to be filled in."""
    if path is None:
        known = library.names("templates", "senders", suffix=".yaml")
        path = library.require("sender", "placeholder", library.find("templates", "senders", "placeholder.yaml"), known)
    return read_model(path, Sender)[0]
