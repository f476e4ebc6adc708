"""A prepared layout taken apart: what is the same in every document, and a compiled template of each other part.

docxtpl opens, cleans, compiles and saves a layout for every document. Here this is done once; a document then goes
through the same steps of docxtpl as there, from the values on.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from jinja2 import Environment, Template, meta
from lxml import etree

from briefgen.render.docx.flat import CONTEXT, LINK, known_names
from briefgen.render.docx.ooxml import w
from briefgen.render.docx.package import DOCUMENT, FOOTNOTES, Parts, targets, unpack
from briefgen.render.docx.template import LAYOUT_ERRORS, RunsFilter, WordTemplate, check_names, sandbox

_PARAGRAPH: Final = re.compile(r"<w:p([ >])")
_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FIRST_DRAWN: Final = 1001


class UnfitError(Exception):
    """A layout that cannot be filled in this way; docxtpl's own way can, or tells what is wrong with it."""


@dataclass(frozen=True, slots=True, eq=False)
class CompiledPart:
    """A part of a layout that is filled for each document; `prints` are the names of the context that it uses."""

    name: str
    prints: frozenset[str]
    template: Template
    finish: Callable[[str], bytes]

    def render(self, context: Mapping[str, Any]) -> bytes:
        """The part filled with `context`; raises UnfitError where a tag fails or breaks the file."""
        try:
            return self.finish(_engine().fill(self.template, context))
        except LAYOUT_ERRORS as err:
            raise UnfitError from err


@dataclass(frozen=True, slots=True)
class CompiledLayout:
    """A layout ready to be filled: its parts as docxtpl saves them, and those that a document changes."""

    parts: Parts
    rendered: tuple[CompiledPart, ...]


def compile_layout(package: bytes, runs: RunsFilter) -> CompiledLayout:
    """Compile a prepared layout; raises UnfitError when a tag cannot be read or uses an unknown name."""
    environment = sandbox(runs)
    word = WordTemplate(BytesIO(package), known_names())
    target = BytesIO()
    try:
        word.render_init()
        # A tag that asks for a document here is one that only docxtpl's own way can fill.
        word.render_properties({}, environment)
        found = tuple(_compiled(*source, environment) for source in _sources(word))
        word.docx.save(target)
    except LAYOUT_ERRORS as err:
        raise UnfitError from err
    parts = unpack(target.getvalue())
    _require_free_links(parts)
    return CompiledLayout(parts, found)


def _engine() -> WordTemplate:
    """Those steps of docxtpl that take a text: they need no file."""
    return WordTemplate(BytesIO(), frozenset())


def _require_free_links(parts: Parts) -> None:
    """In docxtpl a document's link takes the place of a layout's link of the same id; here it would stand beside it."""
    for part in (DOCUMENT, FOOTNOTES):
        if any(identifier.startswith(LINK) for identifier in targets(parts, part)):
            raise UnfitError(f"the layout has links of its own of the name {LINK}")


def _sources(word: WordTemplate) -> Iterator[tuple[str, str, Callable[[str], bytes]]]:
    """The parts with tags: their names, their XML with cleaned tags, and what makes the filled XML a part."""
    yield _name(word.docx.part), word.patch_xml(word.get_xml()), _body_in(_shell(word.docx.element))
    for kind in (word.HEADER_URI, word.FOOTER_URI):
        for _, part in word.get_headers_footers(kind):
            yield _name(part), word.patch_xml(word.get_part_xml(part)), _header
    for part, xml in word.footnotes():
        yield _name(part), xml, _footnotes


def _name(part: Any) -> str:
    return str(part.partname).removeprefix("/")


def _compiled(name: str, xml: str, finish: Callable[[str], bytes], environment: Environment) -> CompiledPart:
    parsed = environment.parse(xml)
    check_names(parsed, known_names(), CONTEXT)
    prints = frozenset(meta.find_undeclared_variables(parsed))
    # docxtpl sets every paragraph on a line of its own before it compiles, and takes that back in what it renders.
    return CompiledPart(name, prints, environment.from_string(_PARAGRAPH.sub(r"\n<w:p\1", xml)), finish)


def _shell(document: Any) -> Any:
    """The document without what stands in its body."""
    shell = copy.deepcopy(document)
    shell.body[:] = []
    return shell


def _body_in(shell: Any) -> Callable[[str], bytes]:
    def finish(xml: str) -> bytes:
        body = etree.fromstring(xml.encode())
        if body.find(f".//{w('tbl')}") is not None:
            body = _engine().fix_tables(xml)
        for number, drawn in enumerate(body.iter(_DRAWN), _FIRST_DRAWN):
            drawn.set("id", str(number))
        document = copy.deepcopy(shell)
        document.replace(document.body, body)
        return serialize_part_xml(document)

    return finish


def _header(xml: str) -> bytes:
    return serialize_part_xml(parse_xml(xml.encode()))


def _footnotes(xml: str) -> bytes:
    data = xml.encode()
    etree.fromstring(data)
    return data
