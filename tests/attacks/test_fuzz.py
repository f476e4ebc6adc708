"""Whatever a file holds, its reader gives a valid value or problems, with their places; nothing else is raised."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from briefgen.compose.template import names_in
from briefgen.document import lines_of
from briefgen.errors import BriefgenError
from briefgen.languages.catalogue import read_catalogue
from briefgen.languages.sentences import PlaceholderError, fill
from briefgen.languages.signoff import SignOffs
from briefgen.library.campaigns import read_campaign
from briefgen.library.contacts import read_contacts
from briefgen.library.delegations import read_rows
from briefgen.library.formats import Layer, read_format
from briefgen.library.messages import layer_messages
from briefgen.library.selection import select
from briefgen.library.shelves import built_in_shelf
from briefgen.markup.blocks import parse_blocks
from briefgen.markup.inline import MarkupError
from briefgen.model.format import Sender
from briefgen.model.language import StateForms
from briefgen.model.occasion import Details
from briefgen.model.report import Report
from briefgen.model.typography import LayoutSettings
from briefgen.provenance.numbers import NumberStyle, numbers_in
from briefgen.provenance.source_text import source_text
from briefgen.reading.validation import read_model
from briefgen.reading.yaml_text import parse_yaml
from briefgen.render.docx.own_check import check_own_template
from briefgen.render.docx.package import layout_parts
from briefgen.render.docx.preparation import prepare
from briefgen.sandbox import FAULTS, BoundedSandbox
from briefgen.translate.exchange import Row, as_docx, as_po, as_xlsx, read_table
from tests.attacks.corpus import own_word
from tests.render.pdf.samples import layout

SHELF = built_in_shelf()
WORD = SHELF / "templates/layouts/letterhead/word.docx"
FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
SIGNS = st.text(
    st.sampled_from("\0\t\r\n !\"#$%&'()*+,-./0123:;<=>?@[\\]^_`{|}~aexy\u00a0\u0301\u2028\ufeff한\U0001f600")
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.datetimes() | SIGNS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SIGNS, inner, max_size=4),
    max_leaves=12,
)
ROWS = [Row("0123456789", "One {n}", "Eins {n}", "note"), Row("9876543210", "Two", "", "")]


@contextmanager
def only_problems() -> Iterator[None]:
    try:
        yield
    except BriefgenError as error:
        found = error.problems
    else:
        return
    assert found
    assert all(problem.message for problem in found)
    assert not [problem for problem in found if CONTROLS.search(str(problem))]


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """A text with some pieces of it deleted, repeated or replaced."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        end = draw(st.integers(at, min(len(text), at + 40)))
        text = text[:at] + draw(SIGNS | st.just(text[at:end] * 2)) + text[end:]
    return text


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes of a file with some of them changed or missing."""
    found = bytearray(data)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(found) - 1))
        found[at : at + draw(st.integers(0, 8))] = draw(st.binary(max_size=8))
    return bytes(found)


@st.composite
def packages(draw: st.DrawFn, data: bytes) -> bytes:
    """A zip file in which one part is edited, or one that is damaged as a whole."""
    if draw(st.booleans()):
        return draw(damaged(data))
    with zipfile.ZipFile(BytesIO(data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    parts[name] = draw(edited(parts[name].decode("utf-8", "replace"))).encode("utf-8", "replace")
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for each, content in parts.items():
            file.writestr(each, content)
    return target.getvalue()


def text_of(path: str) -> str:
    return (SHELF / path).read_text(encoding="utf-8")


@pytest.fixture
def put(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    def write(name: str, data: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
        return path

    return write


MODELS: dict[type[BaseModel], str] = {
    Report: "reports/example-school-water/report.yaml",
    Details: "templates/details/placeholder.yaml",
    Sender: "templates/senders/placeholder.yaml",
    LayoutSettings: "templates/layouts/letterhead/layout.yaml",
}


@pytest.mark.parametrize("model", [*MODELS, SignOffs, NumberStyle])
@FEW
@given(data=st.data())
def test_a_yaml_file(model: type[BaseModel], put: Callable[[str, str | bytes], Path], data: st.DataObject) -> None:
    seed = (
        text_of(MODELS[model])[:6_000] if model in MODELS else "reports:\n  a: {role: x, date: 2026-01-01, hash: f}\n"
    )
    dumped = VALUES.map(lambda value: yaml.safe_dump(value, allow_unicode=True))
    with only_problems():
        read_model(put("x.yaml", data.draw(edited(seed) | SIGNS | dumped | st.binary())), model)


@FEW
@given(text=SIGNS | st.text())
def test_the_text_of_yaml(text: str) -> None:
    parsed, problems = parse_yaml(text, Path("x.yaml"))
    assert problems or parsed is not None


@FEW
@given(text=edited(text_of("templates/workspace/campaign.yaml")) | SIGNS)
def test_a_campaign(put: Callable[[str, str | bytes], Path], text: str) -> None:
    path = put("campaign.yaml", text)
    with only_problems():
        read_campaign(path, path.parent)


@FEW
@given(text=edited(text_of("templates/formats/talking-points.md")) | SIGNS)
def test_a_format(put: Callable[[str, str | bytes], Path], text: str) -> None:
    path = put("talking-points.md", text)
    with only_problems():
        layer = read_format(path).layers[0]
        layer.blocks()
        names_in([layer], {})
        layer_messages(layer)


@FEW
@given(text=SIGNS | edited("{% for x in [1, 2] %}{{ x|upper ~ 'a' * 3 }}{% endfor %}{% set y %}{{ x }}{% endset %}"))
def test_a_template(text: str) -> None:
    names_in([Layer(Path("x.md"), text)], {})
    with suppress(*FAULTS):
        BoundedSandbox(autoescape=True).from_string(text).render(x="x")


@FEW
@given(
    text=SIGNS
    | edited(
        "# A\n\n::: subject\n*b*\n:::\n\n1. c^[d]\n2. [e](https://f.g)\n\n|h|i|\n|-|-:|\n|j|k|\n\n> l\n\n[m]{lang=ko}\n"
    )
)
def test_markdown(text: str) -> None:
    with suppress(MarkupError):
        assert all(isinstance(line, tuple) for block in parse_blocks(text) for line in lines_of(block))


@FEW
@given(text=SIGNS | edited("Dear {state.of}, {x:은/는} {{y}}"))
def test_a_sentence(text: str) -> None:
    with suppress(PlaceholderError):
        assert isinstance(fill(text, {"x": "프랑스", "state": "x", "y": "{x}"}), str)


PO = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: ko\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n"PO-Revision-Date: 2026-01-01 00:00+0000\\n"\n\n'
    '#. note\n#: x.md:1\n#, fuzzy\n#| msgid "old"\nmsgid "one"\nmsgid_plural "more"\nmsgstr[0] "a"\nmsgstr[1] "b"\n\n'
    'msgctxt "c"\nmsgid "two"\nmsgstr "zwei"\n\n#~ msgid "gone"\n#~ msgstr "weg"\n'
)


@FEW
@given(data=edited(PO).map(str.encode) | SIGNS.map(str.encode) | damaged(PO.encode()))
def test_a_catalogue(put: Callable[[str, str | bytes], Path], data: bytes) -> None:
    path = put("formats.po", data)
    with only_problems():
        catalogue = read_catalogue("ko", [("formats", path)])
        catalogue.plurals.examples()
        catalogue.translate_count(("one", "more"), 7, "formats")


@FEW
@given(text=edited('name,form of address,state,address\nA,Ms,FR,a@b.c\n"B\nC",Mr,DE,\n') | SIGNS)
def test_a_list_of_contacts(put: Callable[[str, str | bytes], Path], text: str) -> None:
    with only_problems():
        read_contacts(put("c.csv", text))


@FEW
@given(text=edited(text_of("locales/ko/states.csv")[:2_000]) | SIGNS)
def test_the_names_of_states(put: Callable[[str, str | bytes], Path], text: str) -> None:
    with only_problems():
        read_rows(put("states.csv", text), StateForms)


@FEW
@given(data=packages(as_xlsx(ROWS, "ko")))
def test_a_workbook(put: Callable[[str, str | bytes], Path], data: bytes) -> None:
    for read, name in ((read_contacts, "c.xlsx"), (read_table, "t.xlsx")):
        with only_problems():
            read(put(name, data))


@FEW
@given(word=packages(as_docx(ROWS, "ko")), po=edited(as_po(ROWS, "ko").decode()))
def test_a_table_of_a_translator(put: Callable[[str, str | bytes], Path], word: bytes, po: str) -> None:
    for name, data in (("t.docx", word), ("t.po", po)):
        with only_problems():
            read_table(put(name, data))


@FEW
@given(data=packages(own_word("Dear {{ state.name }}, {% if x %}a{% endif %}")))
def test_a_word_template(put: Callable[[str, str | bytes], Path], data: bytes) -> None:
    for problem in check_own_template(put("own.docx", data), {"state": {"name": "x"}, "x": 1}):
        assert problem.message


@FEW
@given(data=packages(WORD.read_bytes()))
def test_a_word_layout(put: Callable[[str, str | bytes], Path], data: bytes) -> None:
    from briefgen.errors import Place

    with only_problems():
        place = Place(put("word.docx", data))
        prepare(layout_parts(data, place), layout("en").typographies["en"], place)


@FEW
@given(text=SIGNS | edited("security-council and not (eu or FR)"))
def test_a_set_of_delegations(text: str) -> None:
    with only_problems():
        select(text, lambda name: frozenset({name}))


@FEW
@given(source=SIGNS | st.text(), words=SIGNS)
def test_a_source(source: str, words: str) -> None:
    text = source_text(source, Path("source.txt"))
    text.find(words)
    text.nearest(words)
    numbers_in(source, NumberStyle(thousands=",", decimal=".", words={"two": 2}))
