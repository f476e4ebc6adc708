"""A comparison as a Word file for the people who approve: what changed stands in it as tracked changes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import count
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Cm
from pydantic import BaseModel, ConfigDict

from briefgen.comparing.comparison import Comparison
from briefgen.comparing.entries import Marked, Told
from briefgen.comparing.telling import told
from briefgen.comparing.word_table import add_table, rows_of
from briefgen.comparing.words import Span
from briefgen.library.shelves import Library
from briefgen.reading.validation import read_model
from briefgen.render.docx.ooxml import Element, legal, make, properties_of
from briefgen.render.docx.package import APP, CORE, app_properties, core_properties, pack, unpack

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DROPPED = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",  # styles of Word 2010 that differ
)
_TAGS = {"removed": "del", "added": "ins"}


class FileWords(BaseModel):
    """What `templates/comparison.yaml` says: the words of the file around the changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    legend: str
    versions: str
    duties: str
    overview: str
    overview_legend: str
    heads: tuple[str, str, str, str]
    """Of the columns: the item, what became of it, its old words, its new words."""
    pack: str
    translations: str
    letters: str
    sign_offs: str
    nothing: str


def load_words(library: Library) -> FileWords:
    """The words of the file; raises a BriefgenError with every problem of theirs."""
    path = library.require("file", "comparison.yaml", library.find("templates", "comparison.yaml"), [])
    return read_model(path, FileWords)[0]


def as_docx(found: Comparison, words: FileWords, author: str, day: date, root: Path) -> bytes:
    """The comparison as a Word file whose tracked changes are by `author`, of that day; the same gives the same bytes.

    Places in files are given as seen from the folder `root`.
    ECMA-376 part 1, 17.13.5: `w:ins` and `w:del` hold the runs that one version alone has.
    """
    document = _paper()
    title = words.title.format(title=found.new.report.title)
    versions = (_from(root, str(pack.text.path.parent)) for pack in (found.old, found.new))
    document.add_heading(title, 0)
    document.add_paragraph(words.versions.format(old=next(versions), new=next(versions), date=day.isoformat()))
    writer, story = _Writer(document, author, f"{day.isoformat()}T00:00:00Z", count(1), root), told(found)
    writer.part(words.duties, story.duties, words.nothing)
    _add_overview(document, words, found)
    document.add_paragraph(words.legend)
    for heading, entries in (
        (words.pack, story.pack),
        (words.translations, story.translations),
        (words.letters, story.letters),
        (words.sign_offs, story.sign_offs),
    ):
        writer.part(heading, entries, words.nothing)
    return _packed(document, core_properties(title, author, "en", day))


def _paper() -> WordDocument:
    """An empty document on A4."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.0)
    return document


def _add_overview(document: WordDocument, words: FileWords, found: Comparison) -> None:
    document.add_heading(words.overview, 1)
    rows = tuple(rows_of(found.changes))
    document.add_paragraph(words.overview_legend if rows else words.nothing)
    if rows:
        add_table(document, words.heads, rows)
        document.add_paragraph()


def _packed(document: WordDocument, core: bytes) -> bytes:
    """The file without what the library's template says of itself: its picture, its dates, its program."""
    for relations in (document.part.package.rels, document.part.rels):
        for name in [name for name, each in relations.items() if each.reltype in _DROPPED]:
            del relations[name]
    buffer = BytesIO()
    document.save(buffer)
    return pack({**unpack(buffer.getvalue()), CORE: core, APP: app_properties()})


@dataclass(frozen=True, slots=True)
class _Writer:
    document: WordDocument
    author: str
    moment: str
    numbers: count[int]
    """Each tracked change has a number of its own."""
    root: Path

    def part(self, heading: str, entries: Sequence[Told], nothing: str) -> None:
        """A part of the comparison under its heading, or that there is nothing in it."""
        self.document.add_heading(heading, 1)
        self._entries(entries)
        if not entries:
            self.document.add_paragraph(nothing)

    def _entries(self, entries: Iterable[Told]) -> None:
        for entry in entries:
            remarks = [_from(self.root, legal(remark)) for remark in entry.remarks]
            if entry.texts:
                self.document.add_heading(legal(entry.heading), 2)
                for remark in remarks:
                    self.document.add_paragraph().add_run(remark).italic = True
            else:
                self.document.add_paragraph(legal(entry.heading), style="List Bullet")
                for remark in remarks:
                    self.document.add_paragraph(remark, style="List Bullet 2")
            for text in entry.texts:
                self._text(text)

    def _text(self, text: Marked) -> None:
        label = self.document.add_paragraph()
        label.paragraph_format.keep_with_next = True
        label.add_run(f"{legal(text.name)}:").bold = True
        paragraph = self.document.add_paragraph()
        rtl = text.direction == "rtl"
        if rtl:
            properties_of(paragraph._p).append(make("bidi"))
        for element in self._spans(text.spans, rtl):
            paragraph._p.append(element)

    def _spans(self, spans: Sequence[Span], rtl: bool) -> Iterable[Element]:
        for span in spans:
            run = _run(span, rtl)
            if span.kind == "same":
                yield run
                continue
            change = make(_TAGS[span.kind], id=str(next(self.numbers)), author=self.author, date=self.moment)
            change.append(run)
            yield change


def _from(root: Path, text: str) -> str:
    return text.replace(f"{root}{os.sep}", "")


def _run(span: Span, rtl: bool) -> Element:
    """A run with the text of a span; each further line of it after a break."""
    run = make("r")
    if rtl:
        properties = make("rPr")
        properties.append(make("rtl"))
        run.append(properties)
    for number, line in enumerate(legal(span.text).split("\n")):
        if number:
            run.append(make("br"))
        text = make("delText" if span.kind == "removed" else "t")
        text.text = line
        text.set(_XML_SPACE, "preserve")
        run.append(text)
    return run
