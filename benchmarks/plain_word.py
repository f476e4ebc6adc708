"""The letters by docxtpl alone, over the same layout: prepared once for each language and written to disk."""

from __future__ import annotations

import re
from ast import literal_eval
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from briefgen.document import Document
from briefgen.model.typography import Layout
from briefgen.render.docx import template
from briefgen.render.docx.blocks import flatten
from briefgen.render.docx.finishing import complete
from briefgen.render.docx.flat import FlatDocument
from briefgen.render.docx.fonts import font_table
from briefgen.render.docx.package import APP, FONTS, Parts, app_properties, pack
from briefgen.render.docx.preparation import Prepared
from briefgen.render.docx.runs import RunWriter
from briefgen.render.docx.source import Ready, make_ready, read_source

_TAGGED = re.compile(r"word/(document|footnotes|(header|footer)\d*)\.xml")
_RUNS = re.compile(r"\|runs\(('.*?'|\".*?\")\) \}\}", re.DOTALL)


class PlainWord:
    """A loop's body over docxtpl.

    The sample runs of the layout are made into tags that print runs, once for each language, so that docxtpl has no
    more to do for a letter than it has for any template: open, patch, compile, render, save.
    """

    def __init__(self, layout: Layout, folder: Path) -> None:
        self._layout = layout
        self._folder = folder
        self._ready: dict[str, Ready] = {}
        self._templates: dict[tuple[object, ...], Path] = {}
        self._formats: list[str] = []

    def render(self, document: Document) -> bytes:
        """The Word file of a document, as docxtpl saves it."""
        language = document.language
        if language not in self._ready:
            self._ready[language] = _ready(self._layout, language)
        ready = self._ready[language]
        flat = flatten(document, ready.prepared.first_note, ready.prepared.first_list)
        opened = DocxTemplate(str(self._template(language, ready.prepared, flat)))
        context = {"blocks": flat.blocks, "footnotes": flat.footnotes, "furniture": flat.furniture}
        opened.render(context, self._environment(ready.runs))
        _describe(opened, document, self._layout.typography(language).word_tag)
        target = BytesIO()
        opened.save(target)
        return target.getvalue()

    def _template(self, language: str, prepared: Prepared, flat: FlatDocument) -> Path:
        """The template of a letter with these lists and links; docxtpl itself could add neither of them."""
        key = (language, flat.lists, flat.body_links, flat.note_links)
        if key not in self._templates:
            path = self._folder / f"word-{len(self._templates)}.docx"
            path.write_bytes(pack(self._tagged(complete(prepared.parts, prepared.list_definition, flat))))
            self._templates[key] = path
        return self._templates[key]

    def _tagged(self, parts: Parts) -> dict[str, bytes]:
        """The parts with a tag in place of each sample run; its look is kept here and named by its number."""
        patch = _patching()(BytesIO(pack(parts)), frozenset()).patch_xml
        tagged = {name: _tags_of(patch, data) for name, data in parts.items() if _TAGGED.fullmatch(name)}
        numbered = {name: _RUNS.sub(self._numbered, xml).encode() for name, xml in tagged.items()}
        app = {APP: app_properties()} if APP in parts else {}
        return {**parts, **numbered, FONTS: font_table(parts), **app}

    def _numbered(self, match: re.Match[str]) -> str:
        self._formats.append(literal_eval(match[1]))
        return f"|runs({len(self._formats) - 1}) }}}}"

    def _environment(self, writer: RunWriter) -> ImmutableSandboxedEnvironment:
        environment = ImmutableSandboxedEnvironment(autoescape=True)

        def runs(value: object, number: int) -> Markup:
            return writer.write(value, self._formats[number])

        environment.filters["runs"] = runs
        return environment


def _ready(layout: Layout, language: str) -> Ready:
    return make_ready(read_source(layout, language))


def _describe(opened: Any, document: Document, word_tag: str) -> None:
    properties = opened.docx.core_properties
    moment = datetime(document.date.year, document.date.month, document.date.day)
    properties.title, properties.author = document.title, document.organisation
    properties.language, properties.last_modified_by = word_tag, document.organisation
    properties.created = properties.modified = moment


def _patching() -> type[Any]:
    """The library's own kind of docxtpl template, which knows where a sample run begins and ends."""
    kinds = (value for value in vars(template).values() if isinstance(value, type) and issubclass(value, DocxTemplate))
    return next(kind for kind in kinds if kind is not DocxTemplate)


def _tags_of(patch: Any, data: bytes) -> str:
    text: str = patch(data.decode().partition("?>")[2].lstrip())
    return text
