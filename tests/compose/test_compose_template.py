"""Formats as templates: mistakes are found at their line, values are never evaluated, code is never reached."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.compose.context import ContextBuilder, chosen_for
from briefgen.compose.request import Request
from briefgen.compose.statements import Statements
from briefgen.compose.template import Template
from briefgen.compose.views import Context
from briefgen.compose.wording import Wording
from briefgen.document import Paragraph, text_of
from briefgen.errors import BriefgenError, Place, Problem
from briefgen.library.formats import Layer, read_format
from briefgen.markup.blocks import parse_blocks

FRONT_MATTER = "---\nid: memo\nkind: letter\nname: Memo\ndescription: A memo.\naddressees: one\n---\n"
FIRST = FRONT_MATTER.count("\n") + 1
"""The line of the file at which the template begins."""

Render = Callable[[str], str]


@pytest.fixture(scope="module")
def context(request_for: Callable[..., Request]) -> Context:
    request = request_for("FR")
    wording = Wording(request.language.catalogue)
    statements = Statements(request.pack, wording, request.language.settings)
    return ContextBuilder(request, wording, statements, chosen_for(request)).build()


@pytest.fixture
def wording(context: Context, request_for: Callable[..., Request]) -> Wording:
    return Wording(request_for("FR").language.catalogue, dict(context.names))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memo.md"


@pytest.fixture
def render(path: Path, context: Context, wording: Wording) -> Render:
    def run(body: str) -> str:
        path.write_text(FRONT_MATTER + body, encoding="utf-8")
        return Template(read_format(path).layers, {}, wording).render(context)

    return run


def problem_of(render: Render, body: str) -> Problem:
    with pytest.raises(BriefgenError) as caught:
        render(body)
    (problem,) = caught.value.problems
    return problem


def test_the_mark_up_of_a_template_stands(render: Render) -> None:
    assert render("# Heading\n\n**bold**") == "# Heading\n\n**bold**"


def test_a_sentence_is_filled_from_the_context_and_from_its_own_variables(render: Render, wording: Wording) -> None:
    text = render("{% trans name='x' %}{name} {concerned.short} {state.of}{% endtrans %}")
    assert wording.problems == []
    assert text == "x the DPRK of France"


def test_an_undefined_name_is_found_at_its_line(render: Render, path: Path) -> None:
    problem = problem_of(render, "text\n\n{{ reprot.title }}\n")
    assert problem.place == Place(path, FIRST + 2)
    assert "'reprot' is undefined" in problem.message
    assert problem.hint == "did you mean `report`?"


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("{{ report.titel }}", 0),
        ("text\n{% for x in sections %}\n\n{{ x.headin }}\n{% endfor %}", 3),
        ("{% macro m(x) %}\n{{ x.nothing }}\n{% endmacro %}\n\n{{ m(report) }}", 1),
        ("text\n{% if nobody %}yes{% endif %}", 1),
        ("{% set x = 1 %}\n{{ x / 0 }}", 1),
        ("text\n{{ range(10 ** 9) | list | length }}", 1),
    ],
)
def test_what_fails_while_rendering_is_found_at_its_line(render: Render, path: Path, body: str, line: int) -> None:
    assert problem_of(render, body).place == Place(path, FIRST + line)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("text\n{% if asks %}\ntext\n", 2),
        ("text\n\n{{ report.title", 2),
        ("text\n{{ report.title | shuot }}", 1),
        ("text\n\n\n{% endfor %}", 3),
    ],
)
def test_broken_syntax_is_found_at_its_line(render: Render, path: Path, body: str, line: int) -> None:
    place = problem_of(render, body).place
    assert place
    assert place.path == path
    assert abs(place.line - (FIRST + line)) <= 1, "an open block is noticed at its end"


@pytest.mark.parametrize("body", ["{{ evidence }}", "{{ account and none }}", "{{ names }}"])
def test_what_is_no_text_is_not_printed(render: Render, path: Path, body: str) -> None:
    problem = problem_of(render, body)
    assert "not a text" in problem.message
    assert problem.place == Place(path, FIRST)


@pytest.mark.parametrize(
    "body",
    [
        "{{ report.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ gettext.__globals__ }}",
        "{{ '{0.__class__}'.format(report) }}",
        "{{ names.update({'state': 1}) }}",
        "{% include '/etc/hostname' %}",
        "{% import 'os' as os %}{{ os }}",
    ],
)
def test_a_template_reaches_no_code(render: Render, path: Path, body: str) -> None:
    problem = problem_of(render, body)
    assert problem.place == Place(path, FIRST)


def test_a_placeholder_that_names_nothing_is_noted_at_the_line_of_its_sentence(
    render: Render, path: Path, wording: Wording
) -> None:
    render("text\n\n{% trans %}Dear {sate.of}{% endtrans %}\n")
    (problem,) = wording.problems
    assert problem.place == Place(path, FIRST + 2)
    assert "{sate.of}" in problem.message


@pytest.mark.parametrize(
    "value", ["{{ 7*7 }} *x* [a](b)", "{report.title}", "# Title", "1. item", "<b>&amp;", "::: date"]
)
def test_a_value_is_shown_and_never_read(render: Render, wording: Wording, value: str) -> None:
    wording.names["own"] = value
    (block,) = parse_blocks(render("{% trans %}{own}{% endtrans %}"))
    assert isinstance(block, Paragraph)
    assert text_of(block.line) == value
    assert wording.problems == []


def test_a_placeholder_takes_the_nearest_name_and_none_of_the_environment(render: Render, wording: Wording) -> None:
    wording.names["gap"] = "of the wording"
    text = "{% trans gap='own' %}{gap}{% endtrans %}|{% trans %}{gap}{% endtrans %}"
    assert render("{% set gap = 'set' %}" + text) == "own|set"
    assert render("{% macro m(gap) %}{% trans %}{gap}{% endtrans %}{% endmacro %}{{ m('x') }}") == " "
    render("{% set range = 'x' %}{% trans %}{range}{% endtrans %}")
    (problem,) = wording.problems
    assert "the placeholder {range} names nothing; known are account," in problem.message
    assert "sender" in problem.message


def test_templates_of_one_text_say_it_in_the_words_of_their_own_documents(
    path: Path, context: Context, request_for: Callable[..., Request]
) -> None:
    path.write_text(FRONT_MATTER + "{% trans %}Of {own}{% endtrans %}", encoding="utf-8")
    layers = read_format(path).layers
    wordings = [Wording(request_for("FR").language.catalogue, {"own": name}) for name in ("one", "two")]
    assert [Template(layers, {}, wording).render(context) for wording in (*wordings, wordings[0])] == [
        "Of one",
        "Of two",
        "Of one",
    ]


def test_a_changed_file_is_read_anew(render: Render) -> None:
    assert render("first") == "first"
    assert render("second") == "second"


def test_the_same_text_extends_what_its_own_document_has(context: Context, wording: Wording, tmp_path: Path) -> None:
    top = Layer(tmp_path / "top.md", "{% block a %}[{{ super() }}]{% endblock %}")
    below = [Layer(tmp_path / f"{name}.md", f"{{% block a %}}{name}{{% endblock %}}") for name in ("x", "y")]
    assert [Template((top, layer), {}, wording).render(context) for layer in below] == ["[x]", "[y]"]
