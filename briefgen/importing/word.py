"""A Word document into pieces: paragraphs by their styles, list items, and footnotes at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefgen.importing.one_line import one_line
from briefgen.importing.pieces import Aside, Piece
from briefgen.render.docx.ooxml import Element, w
from briefgen.render.docx.own_package import OwnFile, parse_part, part_of, read_own_file

_HEADING = re.compile(r"(?:heading|überschrift|titre|título)\s?(\d)")
_NOT_TEXT = frozenset(map(w, ("del", "moveFrom", "instrText", "delText", "footnoteReference", "endnoteReference")))
_STRUCK, _HIDDEN = "struck out in the file", "hidden in the file"
_UNSHOWN = {w("strike"): _STRUCK, w("dstrike"): _STRUCK, w("vanish"): _HIDDEN}
"""Properties of a run that say that its words do not count, or are not shown."""
_OFF = ("0", "false", "off", "none")
_BREAKS = frozenset(map(w, ("br", "tab", "cr", "noBreakHyphen")))
_TITLES = {"title": 1, "subtitle": 2}
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def pieces_of_word(path: Path) -> Iterator[Piece | Aside]:
    """The pieces of a Word document as it reads with all changes accepted; what was struck out is set aside.

    Raises a BriefgenError where the file is no Word document, is damaged, or is too large when unpacked.
    """
    file = read_own_file(path)
    styles = _styles(file)
    for paragraph in parse_part(file.parts[file.main], file.place("document")).iter(w("p")):
        if next(paragraph.iterancestors(_ALTERNATIVE), None) is None:  # a text box is stored twice
            yield from _paragraph(paragraph, styles)
    for kind in ("header", "footer"):
        name = part_of(file.parts, file.main, kind)
        if name:
            words = one_line(" ".join(_words(each) for each in _paragraphs(file, name)))
            yield Aside(words, f"the {kind} of the pages")
    for kind in ("footnotes", "endnotes"):
        name = part_of(file.parts, file.main, kind)
        yield from (Piece(_words(each), "note") for each in (_paragraphs(file, name) if name else ()))


def _paragraphs(file: OwnFile, name: str) -> Iterator[Element]:
    return parse_part(file.parts[name], file.place(name)).iter(w("p"))


def _styles(file: OwnFile) -> dict[str, str]:
    """What each paragraph style is called in English, in lower case, by its id."""
    name = part_of(file.parts, file.main, "styles")
    if name is None:
        return {}
    found = parse_part(file.parts[name], file.place("styles")).iter(w("style"))
    return {style.get(w("styleId"), ""): _value(style.find(w("name"))).lower() for style in found}


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(w("val"), "")


def _paragraph(paragraph: Element, styles: dict[str, str]) -> Iterator[Piece | Aside]:
    struck = one_line("".join(element.text or "" for element in paragraph.iter(w("delText"))))
    if struck:
        yield Aside(struck, _STRUCK)
    for each in paragraph.iter(w("r")):
        if (why := _unshown(each)) and next(each.iterancestors(w("p")), None) is paragraph:
            yield Aside(one_line("".join(text.text or "" for text in each.iter(w("t")))), why)
    text = one_line(_words(paragraph))
    if text:
        yield _placed(text, paragraph, styles)


def _unshown(run: Element) -> str:
    """Why the words of a run are none of the text; empty where they are."""
    properties = run.find(w("rPr"))
    marks = () if properties is None else properties
    return next((_UNSHOWN[mark.tag] for mark in marks if mark.tag in _UNSHOWN and _value(mark) not in _OFF), "")


def _placed(text: str, paragraph: Element, styles: dict[str, str]) -> Piece | Aside:
    named = _value(paragraph.find(f"{w('pPr')}/{w('pStyle')}"))
    style = styles.get(named, named.lower())
    heading = _HEADING.match(style)
    outline = _value(paragraph.find(f"{w('pPr')}/{w('outlineLvl')}"))
    if style == "caption":
        return Aside(text, "a caption")
    if heading or style in _TITLES:
        return Piece(text, "heading", int(heading[1]) if heading else _TITLES[style])
    if outline.isdigit() and int(outline) < 9:
        return Piece(text, "heading", int(outline) + 1)
    numbered = paragraph.find(f"{w('pPr')}/{w('numPr')}")
    if numbered is not None or style.startswith("list"):
        level = _value(numbered.find(w("ilvl"))) if numbered is not None else ""
        return Piece(text, "item", int(level) + 1 if level.isdigit() else 1)
    return Piece(text)


def _words(paragraph: Element) -> str:
    """The text of a paragraph without what was struck out, the marks of notes, and text boxes, which stand apart."""
    pieces: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == w("t"):
            pieces.append(element.text or "")
        elif element.tag in _BREAKS:
            pieces.append("‑" if element.tag == w("noBreakHyphen") else " ")
        elif element.tag == w("r") and _unshown(element):
            continue
        elif element.tag not in _NOT_TEXT and element.tag not in (w("p"), w("txbxContent"), _ALTERNATIVE):
            waiting.extend(reversed(element))
    return "".join(pieces)
