"""Whether a name of the do-not-name list stands in a document, in a finished file, or in what they are made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from briefgen.compose.composition import Composition
from briefgen.document import Block, Document, KeyFigures, Line, Note, Run, lines_of, name_of, text_of
from briefgen.errors import BriefgenError, Place, Problem
from briefgen.library.contacts import read_contacts
from briefgen.library.do_not_name import DoNotName, folded
from briefgen.library.languages import Language
from briefgen.library.packs import ReportPack
from briefgen.library.shelves import Library
from briefgen.reading.files import read_text
from briefgen.reading.yaml_text import parse_yaml, scalars

_HINT = "take it out"


def named(composition: Composition, names: DoNotName, carried: Mapping[str, str]) -> list[Problem]:
    """Each listed name that a composed document holds, at the sentence that says it, or else by the part of it.

    `carried` are texts that its files carry beside it, by what they are called: their names, the address of a message.
    """
    if not names.names:
        return []
    problems: list[Problem] = []
    hits = []
    for said in composition.said:
        place = said.translation or said.place
        for label in names.found_in(said.text) if place and place.line else ():
            hits.append((label, _letters(said.text)))
            problems.append(_problem(label, "this sentence", place))
    for part, text in (*_parts(composition.document), *carried.items()):
        for label in names.found_in(text):
            told = any(label == known and sentence in _letters(text) for known, sentence in hits)
            if not told:
                problems.append(_problem(label, part))
    return list(dict.fromkeys(problems))


def named_in_file(kind: str, data: bytes, names: DoNotName) -> list[Problem]:
    """Each listed name that a finished file shows, or carries unseen."""
    if not names.names:
        return []
    from briefgen.reading.finished_file import read_back, unseen_texts  # noqa: PLC0415 - drafts need no reader of PDF

    shown = names.found_in(read_back(kind, data)[0])
    unseen = (label for text in dict.fromkeys(unseen_texts(kind, data)) for label in names.found_in(text))
    file = f"the finished {kind.upper()} file"
    found = [_problem(label, f"the text of {file}") for label in shown]
    return found + [_problem(label, f"what {file} carries unseen") for label in dict.fromkeys(unseen)]


def named_in_pack(pack: ReportPack, names: DoNotName) -> Iterator[Problem]:
    """Each listed name in the statements of a report pack.

    The source itself is not searched: nothing of it reaches a document but what the pack quotes.
    """
    for at, text in scalars(pack.text.data) if names.names else ():
        yield from _at(text, pack.text.place(at), names)


def named_in_catalogues(languages: Iterable[Language], names: DoNotName) -> Iterator[Problem]:
    """Each listed name in the translations of languages."""
    for language in languages if names.names else ():
        for entry in language.catalogue.entries.values():
            yield from _at("\n".join(entry.forms or (entry.text,)), entry.place, names)


def named_on_shelves(library: Library, names: DoNotName) -> Iterator[Problem]:
    """Each listed name in the formats, overlays and further templates of a library, line by line."""
    if names.names:
        for folder in library.every("templates"):
            for path in sorted(folder.rglob("*")):
                if path.suffix in (".md", ".yaml", ".html"):
                    for number, line in enumerate(read_text(path).split("\n"), start=1):
                        yield from _at(line, Place(path, number), names)


def named_in_files(paths: Iterable[Path], names: DoNotName) -> Iterator[Problem]:
    """Each listed name in files of senders, details, campaigns (YAML) and contacts (CSV, XLSX).

    A file that cannot be read is passed over: other checks tell it.
    """
    for path in paths if names.names else ():
        with suppress(BriefgenError):
            for place, text in _texts(path):
                yield from _at(text, place, names)


def _texts(path: Path) -> Iterator[tuple[Place, str]]:
    if path.suffix in (".yaml", ".yml"):
        parsed, _ = parse_yaml(read_text(path), path)
        yield from ((parsed.place(at), text) for at, text in scalars(parsed.data))
    else:
        for row in read_contacts(path):
            yield row.place, "\n".join((row.contact.name, row.contact.address))


def _at(text: str, place: Place, names: DoNotName) -> Iterator[Problem]:
    for label in names.found_in(text):
        yield _problem(label, "this", place)


def _problem(label: str, where: str, place: Place | None = None) -> Problem:
    stands = f"stands in {where}" if where != "this" else "stands here"
    return Problem(f"a name of the do-not-name list ({label}) {stands}", place, _HINT)


def _parts(document: Document) -> Iterator[tuple[str, str]]:
    """Everything that a document says or carries, by the part of it."""
    furniture = document.furniture
    yield "the title in its properties", document.title
    yield "the name of the organisation", document.organisation
    yield "the lines at the edges of its pages", "\n".join((furniture.short_title, furniture.page, *furniture.marks))
    for block in document.blocks:
        what, lines = _called(block), list(lines_of(block))
        yield what, "\n".join(map(text_of, lines))
        if isinstance(block, KeyFigures):
            yield what, block.label
        for line in lines:
            yield from _beside(line)


def _called(block: Block) -> str:
    called = name_of(block)
    return f"{'the' if called.once else 'a'} {called.name}"


def _beside(line: Line) -> Iterator[tuple[str, str]]:
    """The notes and the addresses of links of a line."""
    for piece in line:
        if isinstance(piece, Note):
            yield "a note", text_of(piece.line)
            yield from _beside(piece.line)
        elif isinstance(piece, Run) and piece.url:
            yield "a link", piece.url


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, folded(text)))
