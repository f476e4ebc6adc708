"""What is checked of a finished Word file beyond the rules of its schema."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.oxml.ns import qn
from lxml import etree

from briefgen.document import Document, Heading, ListBlock, Subject, Table, Title, lines_of, notes_of, text_of
from tests.matrix.expected import bare, notes_in, paragraphs_of, spoken_in
from tests.matrix.making import Made

Element = etree._Element
BUILT_IN = {"title": 0, "heading 1": 1, "heading 2": 2, "heading 3": 3}
"""The names of Word's own styles for headings, and their levels; a title stands above the levels."""


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a Word file that are looked at."""

    body: Element
    notes: Element
    styles: dict[str, Element]
    defaults: Element
    numbering: Element | None
    headers: tuple[Element, ...]

    def chain(self, element: Element | None) -> Iterator[Element]:
        """The style of a paragraph or run, then those on which it is based."""
        name = element.get(qn("w:val")) if element is not None else None
        while name in self.styles:
            yield self.styles[name]
            based = self.styles[name].find(qn("w:basedOn"))
            name = based.get(qn("w:val")) if based is not None else None


def structure(made: Made) -> Iterator[str]:
    """The file says what the document says, in its order, and each thing is of Word's own kind."""
    opened = docx.Document(BytesIO(made.word.read_bytes()))
    file = _file(opened)
    yield from _text(file, made.document)
    yield from _headings(file, made.document)
    yield from _lists(file, made.document)
    yield from _tables(file, made.document)
    yield from _notes(file, made.document)
    yield from _languages(file, made)
    core, typography = opened.core_properties, made.layout.typographies[made.document.language]
    if (core.title, core.language) != (made.document.title, typography.word_tag):
        yield f"its properties say “{core.title}” in {core.language}"
    yield from _pictures(file, made)


def _file(opened: docx.document.Document) -> WordFile:
    parts = {str(part.partname): part for part in opened.part.package.iter_parts()}
    styles = opened.styles.element
    named = {style.get(qn("w:styleId")): style for style in styles.iter(qn("w:style"))}
    numbering = parts.get("/word/numbering.xml")
    headers = tuple(etree.fromstring(part.blob) for name, part in parts.items() if name.startswith("/word/header"))
    return WordFile(
        body=opened.element.body,
        notes=etree.fromstring(parts["/word/footnotes.xml"].blob),
        styles=named,
        defaults=styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"),
        numbering=etree.fromstring(numbering.blob) if numbering else None,
        headers=headers,
    )


def _said(element: Element) -> str:
    return bare("".join(node.text or "" for node in element.iter(qn("w:t"))))


def _paragraphs(file: WordFile) -> list[Element]:
    return [paragraph for paragraph in file.body.iter(qn("w:p")) if _said(paragraph)]


def _text(file: WordFile, document: Document) -> Iterator[str]:
    found, wanted = [_said(paragraph) for paragraph in _paragraphs(file)], paragraphs_of(document)
    if found != wanted:
        apart = [pair for pair in zip(found, wanted, strict=False) if pair[0] != pair[1]]
        yield f"{len(found)} paragraphs instead of {len(wanted)}; the first that differs: {apart[:1]}"


def _headings(file: WordFile, document: Document) -> Iterator[str]:
    """The navigation shows every heading, by the level of its style."""
    found = [(level, _said(paragraph)) for paragraph in _paragraphs(file)
             if (level := _level(file, paragraph)) is not None]  # fmt: skip
    wanted = []
    for block in document.blocks:
        if isinstance(block, Title | Subject | Heading):
            level = block.level if isinstance(block, Heading) else 1 if isinstance(block, Subject) else 0
            wanted.append((level, bare(text_of(block.line))))
    if found != wanted:
        yield f"the headings are {found} instead of {wanted}"


def _level(file: WordFile, paragraph: Element) -> int | None:
    for style in file.chain(paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")):
        outline = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        if outline is not None:
            return int(outline.get(qn("w:val"), "9")) + 1
        name = style.find(qn("w:name"))
        if name is not None and (name.get(qn("w:val")) or "").lower() in BUILT_IN:
            return BUILT_IN[(name.get(qn("w:val")) or "").lower()]
    return None


def _lists(file: WordFile, document: Document) -> Iterator[str]:
    """Lists are numbered by Word, each from its first number."""
    wanted = [("decimal" if block.ordered else "bullet", bare(text_of(item)))
              for block in document.blocks if isinstance(block, ListBlock) for item in block.items]  # fmt: skip
    found = [(kind, _said(paragraph)) for paragraph in _paragraphs(file) if (kind := _numbered(file, paragraph))]
    if found != wanted:
        yield f"the lists are {found} instead of {wanted}"


def _numbered(file: WordFile, paragraph: Element) -> str:
    """How a paragraph is numbered: `decimal`, `bullet`; empty where it is not."""
    path = f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}"
    styles = file.chain(paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}"))
    number = next((found for each in (paragraph, *styles) if (found := each.find(path)) is not None), None)
    if number is None or file.numbering is None:
        return ""
    (used,) = (num for num in file.numbering.iter(qn("w:num")) if num.get(qn("w:numId")) == number.get(qn("w:val")))
    meant = used.find(qn("w:abstractNumId")).get(qn("w:val"))
    (abstract,) = (
        each for each in file.numbering.iter(qn("w:abstractNum")) if each.get(qn("w:abstractNumId")) == meant
    )
    return str(abstract.find(f"{qn('w:lvl')}/{qn('w:numFmt')}").get(qn("w:val")))


def _tables(file: WordFile, document: Document) -> Iterator[str]:
    """The head of a table is repeated on each page."""
    wanted = sum(isinstance(block, Table) for block in document.blocks)
    found = sum(
        row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        for table in file.body.iter(qn("w:tbl"))
        for row in table.findall(qn("w:tr"))[:1]
    )
    if found != wanted:
        yield f"{found} tables with a head instead of {wanted}"


def _notes(file: WordFile, document: Document) -> Iterator[str]:
    """Notes are footnotes of Word: in order, each with its own number in front."""
    notes = {note.get(qn("w:id")): note for note in file.notes.iter(qn("w:footnote")) if not note.get(qn("w:type"))}
    marks = [mark.get(qn("w:id")) for mark in file.body.iter(qn("w:footnoteReference"))]
    if marks != list(notes) or [_said(notes[mark]) for mark in marks] != notes_in(document):
        yield f"the notes are {[_said(note) for note in notes.values()]} instead of {notes_in(document)}"
    if any(len(list(note.iter(qn("w:footnoteRef")))) != 1 for note in notes.values()):
        yield "a note does not show its number"


def _languages(file: WordFile, made: Made) -> Iterator[str]:
    """Each run is in the language of its text: its own, or by its styles that of the document."""
    document, typographies = made.document, made.layout.typographies
    own = typographies[document.language]
    slot = qn(f"w:{own.word_slot}")
    lines = [line for block in document.blocks for line in lines_of(block)]
    lines += [note.line for note in notes_of(document)]
    wanted = Counter((typographies[tag].word_tag, character)
                     for tag, text in spoken_in(lines, document.language) for character in text)  # fmt: skip
    found: Counter[tuple[str, str]] = Counter()
    for run in (*file.body.iter(qn("w:r")), *file.notes.iter(qn("w:r"))):
        language = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        if language is not None:
            tags = [value for value in language.attrib.values() if value != own.word_tag]
            found.update((tag, character) for tag in tags for character in _said(run))
        elif _said(run) and _inherited(file, run, slot) != own.word_tag:
            yield f"“{_said(run)[:30]}” is in {_inherited(file, run, slot)}"
    if found != wanted:
        yield f"in other languages: less {wanted - found}, more {found - wanted}"


def _inherited(file: WordFile, run: Element, slot: str) -> str:
    """The language that a run has by its styles, else by the defaults."""
    paragraph = next(run.iterancestors(qn("w:p")))
    styles = [run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}"), paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")]
    chains = [style for named in styles for style in file.chain(named)]
    for properties in (*(style.find(qn("w:rPr")) for style in chains), file.defaults):
        language = properties.find(qn("w:lang")) if properties is not None else None
        if language is not None and language.get(slot):
            return str(language.get(slot))
    return ""


def _pictures(file: WordFile, made: Made) -> Iterator[str]:
    logo = made.layout.logo
    tag = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    found = [picture.get("descr") for part in (file.body, *file.headers) for picture in part.iter(tag)]
    if found != ([logo.alt] if logo else []):
        yield f"the alternative texts are {found}"
