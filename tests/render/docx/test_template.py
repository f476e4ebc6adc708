"""The traps of docxtpl and Jinja, each pinned."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docxtpl import DocxTemplate
from jinja2.exceptions import SecurityError
from markupsafe import escape

from briefgen.document import Note, Paragraph, Run
from briefgen.errors import BriefgenError
from briefgen.render.docx import render_docx
from briefgen.render.docx.flat import known_names
from briefgen.render.docx.template import WordTemplate, sandbox
from tests.render.docx.editing import edited
from tests.render.docx.reading import note_texts, texts, word
from tests.render.docx.samples import document, layout, line

BODY = "word/document.xml"


def plain_layout() -> io.BytesIO:
    target = io.BytesIO()
    made = docx.Document()
    made.add_paragraph("A {{ x }} B")
    made.save(target)
    target.seek(0)
    return target


def test_trap_docxtpl_without_our_environment_loses_text() -> None:
    template: Any = DocxTemplate(plain_layout())
    template.render({"x": "A & B < C <x>"})
    assert template.docx.paragraphs[0].text != "A A & B < C <x> B"
    data = render_docx(document("en", Paragraph((Run("A & B < C <x>"),))), layout())
    assert texts(data) == ["A & B < C <x>"]


@pytest.mark.parametrize("text", ["{_{ x }_}", "{_% x %_}", "_}", "{_", "a_b", "{{ 7*7 }}", "{% raw %}"])
def test_trap_marks_of_docxtpl_in_values(text: str) -> None:
    data = render_docx(document("en", Paragraph((Run(text), Note(line(text))))), layout())
    assert texts(data) == [text]
    assert note_texts(data) == [text]


def test_trap_default_metadata_of_python_docx() -> None:
    core = word(render_docx(document("en"), layout())).core_properties
    assert core.author == "Water Alliance"
    assert (core.comments, core.keywords, core.category, core.revision) == ("", "", "", 0)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ().__class__.__base__.__subclasses__() }}",
        "{{ blocks.append(1) }}",
        "{{ block.text.__init__.__globals__ }}",
        "{{ 1 // 0 }}",
        "{{ undefined_name }}",
    ],
)
def test_tags_that_go_too_far_are_refused_with_the_path_of_the_layout(tmp_path: Path, tag: str) -> None:
    folder = edited(tmp_path, BODY, "{{ block.text }}", tag)
    with pytest.raises(BriefgenError) as caught:
        render_docx(document("en", Paragraph(line("x"))), layout(folder))
    assert str(caught.value).startswith(str(folder / "word.docx"))


def test_an_unknown_name_is_found_even_where_the_document_does_not_come(tmp_path: Path) -> None:
    folder = edited(tmp_path, BODY, "{{ figure.caption }}", "{{ figure.captoin }}")
    with pytest.raises(BriefgenError, match="`captoin`, which does not exist") as caught:
        render_docx(document("en", Paragraph(line("x"))), layout(folder))
    assert "caption" in caught.value.problems[0].hint


def test_the_names_a_layout_may_use_are_known() -> None:
    assert {"blocks", "heading3", "after_table", "caption", "short_title", "marks", "id"} <= known_names()


PARAGRAPH = "<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>a{}b</w:t></w:r></w:p>"
PLAIN: Any = DocxTemplate(io.BytesIO())
OURS = WordTemplate(io.BytesIO(), frozenset())


@pytest.mark.parametrize("mark", ["", "\t", "\n", "\a", "\f", "\r", "\v"])
def test_runs_without_marks_of_docxtpl_need_not_be_searched(mark: str) -> None:
    xml = PARAGRAPH.format(mark)
    assert WordTemplate(io.BytesIO(), frozenset()).resolve_listing(xml) == DocxTemplate(io.BytesIO()).resolve_listing(
        xml
    )


def test_a_compiled_template_is_filled_as_docxtpl_fills_its_source() -> None:
    environment = sandbox(lambda value, _: escape(value))
    source = PARAGRAPH.format("{{ x }}{_{\n")
    template = environment.from_string(source)
    expected = PLAIN.render_xml_part(source, None, {"x": "<1>"}, environment)
    assert OURS.fill(template, {"x": "<1>"}) == expected
    assert "&lt;1&gt;" in expected


class Pail:
    pop = "water"


def test_the_sandbox_answers_for_each_type_on_its_own() -> None:
    template = sandbox(lambda value, _: escape(value)).from_string("{{ x.pop }}")
    for _ in range(2):
        assert template.render(x=Pail()) == "water"
        with pytest.raises(SecurityError):
            template.render(x=["water"])
