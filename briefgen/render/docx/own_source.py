"""The parts of a user's Word file as Jinja templates, filled with values, and made whole again."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from jinja2 import StrictUndefined, UndefinedError
from jinja2.exceptions import SecurityError
from lxml import etree
from markupsafe import Markup

from briefgen.document import Note, Run, lines_of
from briefgen.errors import BriefgenError, Place, Problem
from briefgen.markup.blocks import parse_blocks
from briefgen.render.docx.flat import FlatLine, Link
from briefgen.render.docx.ooxml import Element, illegal_characters, insert, make, properties_of, w
from briefgen.render.docx.own_check import TextPart
from briefgen.render.docx.own_expressions import FILTERS
from briefgen.render.docx.own_mending import REPEATED
from briefgen.render.docx.own_structure import BODY_NAME, unit_of
from briefgen.render.docx.own_tags import Tag, isolate, text_of_paragraph
from briefgen.render.docx.runs import RunWriter
from briefgen.sandbox import FAULTS, BoundedSandbox

_TAGS: Final = "use the tags that docs/word-templates.md lists"

BODY_MARK: Final = "body"
"""The target of the processing instruction that marks where the text of the document goes."""

# Marks that no XML can hold: whatever stands in the user's text or in a value is never taken for a tag.
_PRINT: Final = ("\x01{", "}\x01")
_DO: Final = ("\x01%", "%\x01")
_NOTE: Final = ("\x01#", "#\x01")
_LINK: Final = '<w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '


@dataclass(slots=True)
class LineWriter:
    """Prints the values of one part as runs; `links` collects the addresses that the part must know, with ids."""

    runs: RunWriter
    first_link: str
    properties: Sequence[str]
    links: dict[str, str] = field(default_factory=dict)

    def write(self, value: object, index: int) -> Markup:
        """The runs of a value in the formatting of the tag `index`; raises TypeError for what is no text."""
        if isinstance(value, Markup):
            value = tuple(item for block in parse_blocks(value) for line in lines_of(block) for item in line)
        if isinstance(value, tuple):
            line = FlatLine(tuple(self._piece(item) for item in value))
        elif isinstance(value, (str, int, float)):
            line = FlatLine((Run(str(value)),))
        elif isinstance(value, FlatLine):
            line = value
        else:
            str(value)  # what is missing, and what has parts, says so itself
            raise TypeError("it is no text")
        if illegal := sorted(set(illegal_characters(str(line)))):
            raise TypeError(f"its text holds U+{ord(illegal[0]):04X}, which Word cannot store")
        # Not every part of a user's file declares the prefix that links need.
        return Markup(str(self.runs.write(line, self.properties[index])).replace("<w:hyperlink ", _LINK))  # noqa: S704

    def _piece(self, item: object) -> Run | Link:
        if isinstance(item, Note):
            raise TypeError("it has a note, which only {{p body }} can print")
        if not isinstance(item, Run):
            raise TypeError("it is no text")
        if item.url is None:
            return item
        return Link(item, self.links.setdefault(item.url, f"{self.first_link}{len(self.links) + 1}"))


def fill_part(part: TextPart, values: Mapping[str, object], runs: RunWriter) -> tuple[Element, dict[str, str]]:
    """Fill the tags of a part; returns its new tree, and the ids of the links that it now has by their addresses.

    Where the whole document goes, a processing instruction stands in place of the paragraph. Raises
    BriefgenError, with the place of the tag, when a tag prints what this document does not have.
    """
    properties = _mark(part.tags, rtl=runs.typography.direction == "rtl")
    writer = LineWriter(runs, f"{part.kind}Link", properties)
    source, lines = _source(part.root, part.tags)
    environment = _environment(writer)
    try:
        xml = environment.from_string(source).render(dict(values))
    except FAULTS as err:
        raise BriefgenError([_problem(err, part.tags, lines)]) from err
    return etree.fromstring(xml.encode()), writer.links


def _environment(writer: LineWriter) -> BoundedSandbox:
    environment = BoundedSandbox(
        *(*_DO, *_PRINT, *_NOTE), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    environment.globals.clear()
    environment.keep_filters(FILTERS)
    environment.filters["runs"] = writer.write
    return environment


def _mark(tags: Sequence[Tag], *, rtl: bool) -> list[str]:
    """Put processing instructions in place of tags; returns the run properties of each tag."""
    properties: list[str] = []
    for paragraph, group in groupby(tags, lambda tag: tag.paragraph):
        found = list(group)
        if rtl:
            _turn(paragraph, found)
        units = [unit_of(tag) for tag in found]
        if all(unit is None for unit in units):
            properties += isolate(paragraph, found, len(properties))
            continue
        for tag, unit in zip(found, units, strict=True):
            if tag.level == "tc":
                next(paragraph.iterancestors(w("tbl"))).set(REPEATED, "1")
            parent = None if unit is None else unit.getparent()
            if unit is not None and parent is not None:
                parent.replace(unit, etree.ProcessingInstruction("tag", str(len(properties))))
            properties.append("")
    return properties


def _turn(paragraph: Element, tags: Sequence[Tag]) -> None:
    """Let a paragraph that tags alone fill run from right to left, as its values do."""
    text = text_of_paragraph(paragraph)
    for tag in reversed(tags):
        text = text[: tag.start] + text[tag.end :]
    properties = properties_of(paragraph)
    if not any(letter.isalpha() for letter in text) and properties.find(w("bidi")) is None:
        insert(properties, make("bidi"))


def _source(root: Element, tags: Sequence[Tag]) -> tuple[str, list[int]]:
    """The part as a template, and the line on which each tag stands: each begins a line of its own."""
    pieces: list[str] = []
    lines: list[int] = []
    line = 1
    for number, piece in enumerate(etree.tostring(root, encoding="unicode").split("<?tag ")):
        text = piece
        if number:
            index, _, text = piece.partition("?>")
            code = _code(tags[int(index)], int(index))
            pieces.append(code)
            lines += [0] * (int(index) + 1 - len(lines))
            lines[int(index)] = line + 1 if "\n" in code else line
            line += code.count("\n")
        pieces.append(text)
        line += text.count("\n")
    return "".join(pieces), lines


def _code(tag: Tag, index: int) -> str:
    if tag.mark == "{#":
        return ""
    if tag.mark == "{%":
        return f"{_DO[0]}\n{tag.code}{_DO[1]}"
    if tag.level == "p" and tag.code == BODY_NAME:
        return f"<?{BODY_MARK}?>"
    return f"{_PRINT[0]}\n({tag.code})|runs({index}){_PRINT[1]}"


def _problem(err: Exception, tags: Sequence[Tag], lines: Sequence[int]) -> Problem:
    """What a value was not fit for, at the tag on the last line of the template on the way to it."""
    frames = traceback.extract_tb(err.__traceback__)
    line = next((frame.lineno for frame in reversed(frames) if frame.filename == "<template>"), 0)
    tag = next((tag for tag, at in zip(tags, lines, strict=False) if at == line), None)
    place: Place | None = tag.place if tag else None
    code = tag.code if tag else ""
    if isinstance(err, SecurityError):
        return Problem(f"the tag “{code}” does what a template may not do", place, _TAGS)
    if isinstance(err, UndefinedError) or "has nothing" in str(err):
        hint = "put it between {%p if … %} and {%p endif %}"
        return Problem(f"this document has nothing to print for “{code}”", place, hint)
    return Problem(f"“{code}” cannot be printed: {err}", place, _TAGS)
