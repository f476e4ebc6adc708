"""A finished Word file read back: its paragraphs in order, its notes, its margins and its properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from briefgen.errors import BriefgenError, Place
from briefgen.finished.reading import FinishedFile, Passage, Properties
from briefgen.finished.word_faults import faults_of
from briefgen.render.docx.ooxml import W
from briefgen.render.docx.own_package import TOP, own_file, parse_part, relations

_P, _T, _TAB, _BREAK, _TYPE = (f"{{{W}}}{name}" for name in ("p", "t", "tab", "br", "type"))
_PARAGRAPH_STYLE = f"{{{W}}}pPr/{{{W}}}pStyle"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"


def read_word(path: Path, data: bytes) -> FinishedFile:
    """Read a Word file back; raises a BriefgenError where it is none, is damaged, or grows too large when unpacked."""
    own = own_file(path, data)
    trees = {name: parse_part(data, own.place(name)) for name, data in own.parts.items() if _is_xml(name)}
    kinds = {relation.target: relation.kind for relation in relations(own.parts, own.main)}
    notes = next((name for name, kind in kinds.items() if kind == "footnotes"), "")
    margins = [name for name, kind in kinds.items() if kind in ("header", "footer")]
    if own.main not in trees:
        raise BriefgenError.one("the file is not a Word document", Place(path), "save it in Word as .docx")
    return FinishedFile(
        path=path,
        kind="docx",
        body=tuple(_passages(trees[own.main])),
        notes=tuple(_notes(trees[notes])) if notes in trees else (),
        furniture=tuple(passage.text for name in margins if name in trees for passage in _passages(trees[name])),
        properties=_properties(own.parts, trees),
        faults=tuple(faults_of(own, trees)),
    )


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _passages(root: etree._Element) -> Iterator[Passage]:
    for number, paragraph in enumerate(root.iter(_P), start=1):
        text = _text_of(paragraph)
        if text.strip():
            style = paragraph.find(_PARAGRAPH_STYLE)
            role = style.get(f"{{{W}}}val", "") if style is not None else ""
            yield Passage(text, role, f"paragraph {number}")


def _notes(root: etree._Element) -> Iterator[Passage]:
    """The notes without the separators, which have a type (ECMA-376 part 1, 17.11.10)."""
    own = [note for note in root if note.get(_TYPE) is None]
    for number, note in enumerate(own, start=1):
        yield Passage("".join(_text_of(each) for each in note.iter(_P)), "Note", f"note {number}")


def _text_of(paragraph: etree._Element) -> str:
    """The text of a paragraph; that of a text box in it is a paragraph of its own."""
    pieces: list[str] = []
    for node in paragraph.iter(_T, _TAB, _BREAK):
        if next(node.iterancestors(_P)) is paragraph:
            pieces.append(node.text or "" if node.tag == _T else " ")
    return "".join(pieces)


def _properties(parts: Mapping[str, bytes], trees: Mapping[str, etree._Element]) -> Properties:
    name = next((item.target for item in relations(parts, TOP) if item.kind == "core-properties"), "")
    root = trees.get(name)
    if root is None:
        return Properties()
    said = {node.tag: node.text or "" for node in root if isinstance(node.tag, str)}
    created = said.get(f"{{{_TERMS}}}created")
    return Properties(
        title=said.get(f"{{{_DC}}}title"),
        author=said.get(f"{{{_DC}}}creator"),
        language=said.get(f"{{{_DC}}}language"),
        created=created[:10] if created else None,
    )
