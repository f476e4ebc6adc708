"""A document in a Word template of the user's own: names filled in, the whole text where `{{p body }}` stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from lxml import etree

from briefgen.document import Document, Run
from briefgen.errors import BriefgenError, Place
from briefgen.model.typography import Layout, Typography
from briefgen.render.docx import render_docx
from briefgen.render.docx.flat import FlatLine
from briefgen.render.docx.legality import problems_of
from briefgen.render.docx.ooxml import Element, W, w
from briefgen.render.docx.own_body import put_body
from briefgen.render.docx.own_check import MARKS_NAME, CheckedFile, check_own_template, checked
from briefgen.render.docx.own_mending import mend, tidy, tidy_settings
from briefgen.render.docx.own_names import plain
from briefgen.render.docx.own_package import cleared, parse_part
from briefgen.render.docx.own_parts import with_part, with_properties
from briefgen.render.docx.own_source import fill_part
from briefgen.render.docx.own_structure import BODY_NAME
from briefgen.render.docx.own_styles import StyleMatch, set_language
from briefgen.render.docx.package import (
    STYLES,
    Parts,
    add_links,
    app_properties,
    core_properties,
    pack,
    serialize,
    unpack,
)
from briefgen.render.docx.runs import RunWriter
from briefgen.render.docx.styles import Styles

__all__ = ["check_own_template", "render_own_template"]

_RUN_STYLES: Final = ("emphasis", "strong", "hyperlink", "footnote reference")
_BOLD: Final = "<w:b/><w:bCs/>"


def render_own_template(path: Path, names: Mapping[str, object], document: Document, layout: Layout) -> bytes:
    """Fill a Word template of the user's own and return the Word file.

    `names` are the values that its tags may print; `{{p body }}` prints all blocks of `document`, in the
    template's own styles and with real footnotes, and `marks` are its control marks, which are set above the
    first line where no tag prints them. `layout` lends what the template lacks. The same input gives the same
    bytes. Raises BriefgenError with every problem of the template (see `check_own_template`), with every
    character that a Word file cannot hold, or with the tag that prints what this document does not have.
    """
    template = checked(path, names)
    if problems := [*template.problems, *problems_of(document, layout.typographies)]:
        raise BriefgenError(problems)
    typography = layout.typographies[document.language]
    parts: Parts = cleared(template.file)
    rendered = unpack(render_docx(document, layout)) if _needs_layout(template) else None
    parts, styles_name = with_part(parts, template.file.main, "styles", _own_styles(rendered))
    parts = _with_styles(parts, styles_name, rendered, typography)
    ids = Styles(_tree(parts, styles_name)).ids()
    if not typography.italics:
        ids = {**ids, "emphasis": ids.get("strong", "")}
    runs = RunWriter(typography, layout.typographies, ids)
    values = {MARKS_NAME: document.furniture.marks, **names}
    parts, text = _filled(template, parts, values, runs)
    if not template.names(MARKS_NAME):
        _set_marks(text, document.furniture.marks, runs)
    if rendered is not None and template.names(BODY_NAME):
        parts = put_body(parts, template.file.main, text, rendered, typography.italics)
    parts = {**parts, template.file.main: serialize(text)}
    return pack(_finished(_cleaned(parts, template), template, document, typography))


def _needs_layout(template: CheckedFile) -> bool:
    """Whether the template prints what may need styles that it lacks."""
    return template.names(BODY_NAME) or any(tag.level == "r" for part in template.texts for tag in part.tags)


def _own_styles(rendered: Parts | None) -> bytes:
    """The styles of a file that has none at all."""
    return f'<w:styles xmlns:w="{W}"/>'.encode() if rendered is None else rendered[STYLES]


def _with_styles(parts: Parts, name: str, rendered: Parts | None, typography: Typography) -> dict[str, bytes]:
    """The parts with the language of the document, and with the styles of runs where lines may be printed."""
    styles = _tree(parts, name)
    if rendered is not None:
        base = _tree(rendered, STYLES)
        ids = Styles(base).ids()
        StyleMatch(styles, base).match(ids[style] for style in _RUN_STYLES)
    set_language(styles, typography.word_slot, typography.word_tag, typography.word_body)
    return {**parts, name: serialize(styles)}


def _filled(
    template: CheckedFile, parts: Parts, values: Mapping[str, object], runs: RunWriter
) -> tuple[dict[str, bytes], Element]:
    """The parts with all tags filled and the links that they print, and the filled tree of the document."""
    seen = {name: plain(value) for name, value in values.items()}
    trees: dict[str, Element] = {}
    for part in template.texts:
        trees[part.name], links = fill_part(part, seen, runs)
        parts = add_links(parts, part.name, ((identifier, url) for url, identifier in links.items()))
    return {**parts, **{name: serialize(tree) for name, tree in trees.items()}}, trees[template.file.main]


def _set_marks(document: Element, marks: Iterable[str], runs: RunWriter) -> None:
    """Set the control marks above the first line: a draft must not go out without the word."""
    bidi = "<w:bidi/>" if runs.typography.direction == "rtl" else ""
    for index, mark in enumerate(marks):
        text = runs.write(FlatLine((Run(mark),)), _BOLD)
        properties = f'<w:pPr>{bidi}<w:spacing w:before="0" w:after="0"/><w:jc w:val="right"/></w:pPr>'
        document[0].insert(index, etree.fromstring(f'<w:p xmlns:w="{W}">{properties}{text}</w:p>'))


def _cleaned(parts: Parts, template: CheckedFile) -> dict[str, bytes]:
    """The parts with all text whole, and without traces of how the template was made."""
    cleaned = dict(parts)
    for part in template.texts:
        tree = _tree(parts, part.name)
        mend(tree)
        tidy(tree)
        cleaned[part.name] = serialize(tree)
    return cleaned


def _finished(parts: Parts, template: CheckedFile, document: Document, typography: Typography) -> dict[str, bytes]:
    """The parts with the document's own properties and language in place of the template's."""
    main = template.file.main
    parts, _ = with_part(parts, main, "fontTable", f'<w:fonts xmlns:w="{W}"/>'.encode())
    parts, settings_name = with_part(parts, main, "settings", f'<w:settings xmlns:w="{W}"/>'.encode())
    settings = _tree(parts, settings_name)
    tidy_settings(settings)
    for theme in settings.findall(w("themeFontLang")):
        theme.set(w(typography.word_slot), typography.word_tag)
    core = core_properties(document.title, document.organisation, typography.word_tag, document.date)
    return with_properties({**parts, settings_name: serialize(settings)}, core, app_properties())


def _tree(parts: Parts, name: str) -> Element:
    return parse_part(parts[name], Place(name))
