"""docxtpl with strict and safe settings: the sandbox, escaping, no undefined name, values never evaluated."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from docxtpl import DocxTemplate
from jinja2 import (
    Environment,
    StrictUndefined,
    Template,
    TemplateSyntaxError,
    UndefinedError,
    meta,
    nodes,
)
from jinja2.exceptions import SecurityError
from lxml import etree
from markupsafe import Markup

from briefgen.errors import BriefgenError, Place, did_you_mean
from briefgen.sandbox import FAULTS, BoundedSandbox

_RUN: Final = re.compile(r"<w:r(?: [^>]*)?>((?:(?!</w:r>|<w:r[ >]).)*?\{\{.*?)</w:r>", re.DOTALL)
_PROPERTIES: Final = re.compile(r"\s*<w:rPr>(.*?)</w:rPr>", re.DOTALL)
_TEXT: Final = re.compile(r"<w:t(?: [^>]*)?>((?:(?!</w:t>).)*)</w:t>", re.DOTALL)
_TAG: Final = re.compile(r"(\{\{.*?\}\})", re.DOTALL)
_UNKNOWN: Final = re.compile(r"'(\w+)' is undefined|has no attribute '(\w+)'")
_LISTING: Final = "\t\n\a\f"
_FOOTNOTES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"

LAYOUT_ERRORS: Final = (*FAULTS, etree.XMLSyntaxError)
"""What a wrong tag can lead to: the faults of templates, and broken XML."""

RunsFilter = Callable[[object, str], Markup]
"""Writes a line as runs in the properties of the sample run, which are the second argument."""


def render_template(
    package: bytes, context: Mapping[str, Any], runs: RunsFilter, known: Iterable[str], place: Place
) -> bytes:
    """Fill a prepared layout with `context` and return the Word file as docxtpl writes it.

    `known` are the names that a tag may use, for hints. Raises BriefgenError when a tag of the layout is wrong.
    """
    template = WordTemplate(BytesIO(package), frozenset(known))
    target = BytesIO()
    try:
        template.render(dict(context), sandbox(runs))
    except LAYOUT_ERRORS as err:
        message, hint = _explain(err, known)
        raise BriefgenError.one(message, place, hint) from err
    template.save(target)
    return target.getvalue()


def sandbox(runs: RunsFilter) -> Environment:
    """Where the tags of a layout are run: they reach no code, print all values escaped, and none that is missing."""
    environment = BoundedSandbox(autoescape=True, undefined=StrictUndefined)
    environment.filters["runs"] = runs
    return environment


class WordTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl whose printed values become whole runs, and which renders footnotes once."""

    def __init__(self, package: BytesIO, known: frozenset[str]) -> None:
        super().__init__(package)
        self._known = known

    def patch_xml(self, src_xml: str) -> str:
        """Clean the tags as docxtpl does, then open the runs around printed values."""
        return _RUN.sub(_open_run, super().patch_xml(src_xml))

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        """Render as docxtpl does, but refuse unknown names, and what is not well formed.

        Jinja finds an unknown name only when a document comes to that tag, and docxtpl repairs broken XML by
        leaving out.
        """
        check_names(jinja_env.parse(src_xml), self._known, context)
        xml: str = super().render_xml_part(src_xml, part, context, jinja_env)
        etree.fromstring(xml.encode())
        return xml

    def fill(self, template: Template, context: Mapping[str, Any]) -> str:
        """Render a part whose template is compiled already, by docxtpl's own steps."""
        xml: str = super().render_xml_part("", None, context, _Compiled(template))
        return xml

    def resolve_listing(self, xml: str) -> str:
        """Turn tabs and line ends into elements, as docxtpl does, which goes through all runs where there are none."""
        resolved: str = super().resolve_listing(xml) if any(mark in xml for mark in _LISTING) else xml
        return resolved

    def footnotes(self) -> Iterator[tuple[Any, str]]:
        """The parts of the open template that hold footnotes, and their XML with cleaned tags."""
        for part in self.docx.part.package.parts:
            if part.content_type == _FOOTNOTES:
                yield part, self.patch_xml(etree.tostring(etree.fromstring(part.blob), encoding="unicode"))

    def render_footnotes(self, context: Any, jinja_env: Any = None) -> None:
        """Render the footnotes part once.

        docxtpl renders it once for every section: from the second on it would evaluate what stands in the
        notes themselves.
        """
        for part, xml in self.footnotes():
            part._blob = self.render_xml_part(xml, part, context, jinja_env).encode()


@dataclass(frozen=True, slots=True)
class _Compiled:
    """Stands for the environment where docxtpl wants to compile a template."""

    template: Template

    def from_string(self, source: str) -> Template:  # noqa: ARG002 - what docxtpl would compile
        return self.template


def check_names(template: nodes.Template, known: frozenset[str], context: Iterable[str]) -> None:
    """Raise UndefinedError for the first name in the tags that no document ever has."""
    unknown = sorted(meta.find_undeclared_variables(template) - set(context))
    for found in template.find_all(nodes.Getattr):
        of_loop = isinstance(found.node, nodes.Name) and found.node.name == "loop"
        if not of_loop and found.attr not in known:
            unknown.append(found.attr)
    if unknown:
        raise UndefinedError(f"'{unknown[0]}' is undefined")


def _open_run(match: re.Match[str]) -> str:
    """A run of the layout in which every `{{ value }}` is replaced by runs of its own, in the same formatting."""
    inner = match[1]
    found = _PROPERTIES.match(inner)
    properties = found[1] if found else ""
    head = found[0].strip() if found else ""
    rest = inner[found.end() :] if found else inner
    pieces = []
    at = 0
    for text in _TEXT.finditer(rest):
        pieces += [rest[at : text.start()], *_split(text[1], properties)]
        at = text.end()
    pieces.append(rest[at:])
    return "".join(piece if piece.startswith("{{") else f"<w:r>{head}{piece}</w:r>" for piece in pieces if piece)


def _split(text: str, properties: str) -> list[str]:
    """The text elements and expressions of a `w:t` with tags in it."""
    found = []
    for piece in _TAG.split(text):
        if piece.startswith("{{"):
            found.append(f"{{{{ ({piece[2:-2].strip()})|runs({properties!r}) }}}}")
        elif piece:
            found.append(f'<w:t xml:space="preserve">{piece}</w:t>')
    return found


def _explain(err: Exception, known: Iterable[str]) -> tuple[str, str]:
    """What is wrong with the layout, in plain words, and a hint."""
    unknown = _UNKNOWN.search(str(err)) if isinstance(err, UndefinedError) else None
    if unknown:
        name = unknown[1] or unknown[2]
        return f"a tag in the Word layout uses the name `{name}`, which does not exist", did_you_mean(name, known)
    if isinstance(err, SecurityError):
        return f"a tag in the Word layout does what a layout may not do: {err}", ""
    if isinstance(err, TemplateSyntaxError):
        hint = "every `for` and `if` needs its `endfor` and `endif`, in small grey lines of their own"
        return f"a tag in the Word layout cannot be read: {err.message}", hint
    hint = "a small grey line may have been deleted or moved into a sample paragraph"
    return f"the tags in the Word layout do not fit together: {err}", hint
