import string
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from briefgen.document import Heading, ListBlock, Paragraph, Table, text_of
from briefgen.markup.blocks import parse_blocks
from briefgen.markup.escape import Text, escape_markdown

MEANT_AS_MARKUP = [
    "# heading", "- item", "1. item", "1) item", "> quote", "---", "===", "```code", "~~~", "| a | b |", "|---|",
    "::: title", "*a* **b** _c_ `d`", "[a](http://b)", "[a]{lang=ko}", "![a](b)", "^[note]", "[^1]", "[^1]: x",
    "<b>a</b>", "<http://a.b>", "&amp; &#42; &lt;", "\\*", "{.class}", "a  \nb", "a\\\nb", "{{ name }}", "{% if %}",
    "A & B < C", "::: addressee\nx\n:::", "+ a", "***", "http://a.b", "\n\n# a", "    four", "$x$", "~~a~~", "(c)",
]  # fmt: skip


@pytest.mark.parametrize("value", MEANT_AS_MARKUP)
def test_a_value_shows_its_characters_and_never_becomes_mark_up(value: str) -> None:
    shown = " ".join(value.splitlines()).strip()
    (block,) = parse_blocks(str(escape_markdown(value)))
    assert isinstance(block, Paragraph)
    assert text_of(block.line) == shown
    assert len(block.line) == 1


# As documented: a line end becomes a space, and Markdown takes white space away at the ends of a paragraph. The
# tests below set the value between two letters, where nothing is taken away.
values = st.text(
    st.sampled_from(string.punctuation + " \n\tab1한é\u0301\u00a0\u2028")
    | st.characters(exclude_categories=["Cs", "Cc"])
).map(lambda value: value.replace("\x00", ""))


def shown_as(value: str) -> str:
    return unicodedata.normalize("NFC", f"x{' '.join(value.splitlines())}x")


@settings(deadline=None)
@given(values)
def test_any_text_comes_back_from_a_paragraph(value: str) -> None:
    (block,) = parse_blocks(f"x{escape_markdown(value)}x")
    assert isinstance(block, Paragraph)
    assert text_of(block.line) == shown_as(value)


@settings(deadline=None)
@given(values)
def test_any_text_alone_comes_back_but_for_white_space_at_its_ends(value: str) -> None:
    texts = [text_of(block.line) for block in parse_blocks(str(escape_markdown(value))) if isinstance(block, Paragraph)]
    assert "".join(texts).strip() == unicodedata.normalize("NFC", " ".join(value.splitlines()).strip())


@settings(deadline=None)
@given(values)
def test_any_text_comes_back_from_a_heading_an_item_and_a_cell(value: str) -> None:
    safe, shown = f"x{escape_markdown(value)}x", shown_as(value)
    heading, items, table = parse_blocks(f"## {safe}\n\n- {safe}\n\n| {safe} |\n|---|\n| {safe} |\n")
    assert isinstance(heading, Heading)
    assert isinstance(items, ListBlock)
    assert isinstance(table, Table)
    assert [text_of(line) for line in (heading.line, items.items[0], table.header[0], table.rows[0][0])] == [shown] * 4


@settings(deadline=None)
@given(values)
def test_any_text_comes_back_from_strong_words_and_a_link(value: str) -> None:
    (block,) = parse_blocks(f"**x{escape_markdown(value)}x** [x{escape_markdown(value)}x](http://a.b)")
    assert isinstance(block, Paragraph)
    strong, _, link = block.line
    assert (strong.text, strong.emphasis) == (shown_as(value), "strong")
    assert (link.text, link.url) == (shown_as(value), "http://a.b")


def test_no_punctuation_stays_as_it_is() -> None:
    escaped = str(escape_markdown(string.punctuation))
    assert escaped == "".join(f"&#{ord(sign)};" for sign in string.punctuation)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u0085", "\v"])
def test_a_line_end_becomes_a_space(end: str) -> None:
    assert str(escape_markdown(f"a{end}b{end}")) == "a b"


def test_a_text_escapes_itself_where_a_template_prints_it() -> None:
    environment = Environment(autoescape=True)
    assert environment.from_string("*{{ value }}*").render(value=Text("<a>*")) == "*&#60;a&#62;&#42;*"
    assert Text("<a>") == "<a>"
