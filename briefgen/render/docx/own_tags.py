"""Tags in the paragraphs of a Word file: found across the runs that Word cuts them into, each with its place."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from lxml import etree

from briefgen.errors import Place, Problem
from briefgen.render.docx.ooxml import Element, local, make, w

Level = Literal["", "p", "tr", "tc", "r"]

_ENDS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_MARK: Final = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_LOOSE: Final = re.compile(r"\{[ \u00a0]+[{%]|[｛｝]{2}|｛%|%｝")
_LEVEL: Final = re.compile(r"(tr|tc|p|r)(?=\s|$)")
_STRING: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_CURLY: Final = re.compile("[“”„‟‘’‚‛«»‹›「」『』＂＇]")
_SPACES: Final = re.compile(r"[\s\u00a0\u2007\u202f]+")
_OBJECT: Final = "\ufffc"
"""Stands for what is no text: a picture, a field, a reference to a note."""
_EXCERPT: Final = 24


@dataclass(frozen=True, slots=True, eq=False)
class Letter:
    """One character of a paragraph, with the run and the element that hold it."""

    character: str
    run: Element
    holder: Element


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A tag: what it is (`{{ }}`, `{% %}` or `{# #}`), its level (`{%p`), its code, and where it stands."""

    mark: str
    level: Level
    code: str
    place: Place
    paragraph: Element
    start: int
    end: int

    @property
    def word(self) -> str:
        """The first word of the code: `for`, `endif`."""
        return self.code.partition(" ")[0]


def letters_of(paragraph: Element) -> list[Letter]:
    """The characters of a paragraph in order, those of text boxes in it left out."""
    return [
        Letter(character, run, child)
        for run in paragraph.iter(w("r"))
        if _paragraph_of(run) is paragraph
        for child in run
        if child.tag != w("rPr")
        for character in _characters(child)
    ]


def _characters(child: Element) -> str:
    match local(child):
        case "t":
            return child.text or ""
        case "tab":
            return "\t"
        case "br" | "cr":
            return "\n" if child.get(w("type")) is None else _OBJECT
        case "lastRenderedPageBreak" | "annotationRef":
            return ""
        case _:
            return _OBJECT


def _paragraph_of(run: Element) -> Element | None:
    return next(run.iterancestors(w("p")), None)


def text_of_paragraph(paragraph: Element) -> str:
    """The text of a paragraph; what is no text stands as U+FFFC."""
    return "".join(letter.character for letter in letters_of(paragraph))


def places(root: Element, where: str) -> Iterator[tuple[Element, str]]:
    """Every paragraph of a part with its place in words: `paragraph 7 (“Dear …”)`, `table 2, row 3, cell 1`."""
    tables = {table: number for number, table in enumerate(root.iter(w("tbl")), start=1)}
    number = 0
    for paragraph in root.iter(w("p")):
        cell = next(paragraph.iterancestors(w("tc")), None)
        if is_boxed(paragraph):
            yield paragraph, _told("text box" if where == "document" else f"text box in the {where}", paragraph)
        elif cell is not None:
            yield paragraph, _told(_cell_place(cell, tables, where), paragraph)
        elif where == "document":
            number += 1
            yield paragraph, _told(f"paragraph {number}", paragraph)
        else:
            yield paragraph, _told(where, paragraph)


def is_boxed(paragraph: Element) -> bool:
    """Whether a paragraph stands in a text box."""
    return next(paragraph.iterancestors(w("txbxContent")), None) is not None


def _cell_place(cell: Element, tables: dict[Element, int], where: str) -> str:
    row, table = next(cell.iterancestors(w("tr"))), next(cell.iterancestors(w("tbl")))
    rows = [item for item in table.iter(w("tr")) if next(item.iterancestors(w("tbl"))) is table]
    cells = [item for item in row.iter(w("tc")) if next(item.iterancestors(w("tr"))) is row]
    found = f"table {tables[table]}, row {rows.index(row) + 1}, cell {cells.index(cell) + 1}"
    return found if where == "document" else f"{where}, {found}"


def _told(where: str, paragraph: Element) -> str:
    text = " ".join(text_of_paragraph(paragraph).replace(_OBJECT, " ").split())
    if not text:
        return where
    return f"{where} (“{text[:_EXCERPT].rstrip()}…”)" if len(text) > _EXCERPT else f"{where} (“{text}”)"


def tags_in(paragraph: Element, place: Place) -> tuple[list[Tag], list[Problem]]:
    """The tags of a paragraph, and what is wrong with the way in which they are written."""
    letters = letters_of(paragraph)
    text = "".join(letter.character for letter in letters)
    tags: list[Tag] = []
    problems = [_loose(match[0], place) for match in _LOOSE.finditer(text)]
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text):
        if mark[0] in _ENDS:
            problems += [_unclosed(opened[0], place)] if opened else []
            opened = mark
        elif opened is None:
            problems += [_unopened(mark[0], place)] if mark[0] != "#}" else []
        elif mark[0] == _ENDS[opened[0]]:
            tags.append(_tag(paragraph, text, place, (opened.start(), mark.end())))
            problems += _tag_problems(tags[-1], text, letters)
            opened = None
        else:
            problems.append(_unclosed(opened[0], place, f"it begins with {opened[0]} and ends with {mark[0]}"))
            opened = None
    return tags, problems + ([_unclosed(opened[0], place)] if opened else [])


def _tag(paragraph: Element, text: str, place: Place, span: tuple[int, int]) -> Tag:
    start, end = span
    inner = text[start + 2 : end - 2].strip("-+")
    found = _LEVEL.match(inner)
    level: Level = found[1] if found else ""  # type: ignore[assignment]  # the pattern has no other words
    code = _SPACES.sub(" ", inner[len(level) :]).strip()
    return Tag(text[start : start + 2], level, code, place, paragraph, start, end)


def _tag_problems(tag: Tag, text: str, letters: Sequence[Letter]) -> Iterator[Problem]:
    if tag.mark == "{#":
        return
    raw = text[tag.start : tag.end]
    inside = letters[tag.start : tag.end]
    if not set(raw).isdisjoint((_OBJECT, "\n", "\t")):
        hint = "delete the tag and type it again in one go"
        yield Problem("a line break, a tab, a picture or a field stands inside a tag", tag.place, hint)
    elif len({letter.run.getparent() for letter in inside}) > 1:
        hint = "remove the link or the content control, or put the whole tag into it"
        yield Problem("a tag begins inside a link or a content control and ends outside it", tag.place, hint)
    if quote := typographic_quote(tag):
        yield Problem(
            f"the tag {raw} holds the typographic quotation mark {quote}",
            tag.place,
            "type straight ones: press Ctrl+Z right after Word has changed them",
        )


def typographic_quote(tag: Tag) -> str:
    """The first typographic quotation mark of a tag, outside of what stands in straight ones."""
    found = _CURLY.search(_STRING.sub("", tag.code))
    return found[0] if found else ""


def _loose(found: str, place: Place) -> Problem:
    if found.isascii() or "\u00a0" in found:
        return Problem(f"a space stands inside the mark of a tag: “{found}”", place, "write {{ and }} without it")
    return Problem(f"full-width braces do not make a tag: “{found}”", place, "switch the keyboard to English")


def _unclosed(mark: str, place: Place, more: str = "") -> Problem:
    message = f"a tag is opened by {mark} and not closed in this paragraph"
    return Problem(message, place, more or f"close it by {_ENDS[mark]}")


def _unopened(mark: str, place: Place) -> Problem:
    opening = next(start for start, end in _ENDS.items() if end == mark)
    return Problem(f"{mark} closes a tag that is not opened in this paragraph", place, f"open it by {opening}")


def isolate(paragraph: Element, tags: Sequence[Tag], first: int) -> list[str]:
    """Put a processing instruction in place of each tag; they are numbered from `first`.

    Returns for each tag the inner XML of the properties of the run in which it begins. Runs are cut so that what
    stands before and after a tag keeps its formatting.
    """
    letters = letters_of(paragraph)
    owner = {at: number for number, tag in enumerate(tags) for at in range(tag.start, tag.end)}
    properties = [_properties(letters[tag.start].run) for tag in tags]
    placed: set[int] = set()
    numbered = [(letter, owner.get(at)) for at, letter in enumerate(letters)]
    for run, group in groupby(numbered, lambda pair: pair[0].run):
        pieces = list(group)
        if any(number is not None for _, number in pieces):
            _cut(run, pieces, placed, first)
    return properties


def _cut(run: Element, pieces: list[tuple[Letter, int | None]], placed: set[int], first: int) -> None:
    """Replace a run by runs without tags, and instructions where tags begin."""
    for (number, _), group in groupby(pieces, lambda pair: (pair[1], pair[0].holder)):
        letters = [letter for letter, _ in group]
        if number is None:
            run.addprevious(_copy_of(run, letters))
        elif number not in placed:
            placed.add(number)
            run.addprevious(etree.ProcessingInstruction("tag", str(first + number)))
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def _copy_of(run: Element, letters: Sequence[Letter]) -> Element:
    """A run with the formatting of `run` around some of its letters."""
    new = make("r")
    properties = run.find(w("rPr"))
    if properties is not None:
        new.append(copy.deepcopy(properties))
    holder = letters[0].holder
    if holder.tag == w("t"):
        text = make("t")
        text.text = "".join(letter.character for letter in letters)
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        new.append(text)
    else:
        new.append(copy.deepcopy(holder))
    return new


def _properties(run: Element) -> str:
    found = run.find(w("rPr"))
    return "" if found is None else "".join(etree.tostring(item, encoding="unicode") for item in found)
