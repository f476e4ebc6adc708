import pytest
from markdown_it.token import Token

from briefgen.document import Line, Note, Paragraph, Run
from briefgen.markup.blocks import parse_blocks
from briefgen.markup.inline import MarkupError, Notes, inline_line


def line_of(markdown: str) -> Line:
    (block,) = parse_blocks(markdown)
    assert isinstance(block, Paragraph)
    return block.line


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        ("plain", (Run("plain"),)),
        ("a *b* c", (Run("a "), Run("b", "emphasis"), Run(" c"))),
        ("a **b**", (Run("a "), Run("b", "strong"))),
        ("_a_ __b__", (Run("a", "emphasis"), Run(" "), Run("b", "strong"))),
        ("*a **b** c*", (Run("a ", "emphasis"), Run("b", "strong"), Run(" c", "emphasis"))),
        ("[a](https://b.org)", (Run("a", url="https://b.org"),)),
        ("[a **b**](https://c.org)", (Run("a ", url="https://c.org"), Run("b", "strong", url="https://c.org"))),
        ("<https://b.org>", (Run("https://b.org", url="https://b.org"),)),
        ("[북한]{lang=ko} a", (Run("북한", language="ko"), Run(" a"))),
        ("*[a [b](https://c.org)]{lang=fr}*",
         (Run("a ", "emphasis", "fr"), Run("b", "emphasis", "fr", "https://c.org"))),
        ("[a [b]{lang=ko} c]{lang=fr}", (Run("a ", language="fr"), Run("b", language="ko"), Run(" c", language="fr"))),
        ("[a [b]{.x}]{lang=fr}", (Run("a b", language="fr"),)),
        ("[a]{.aside}", (Run("a"),)),
        ("one\ntwo", (Run("one two"),)),
        (r"5 \* 3 \[x\] \_", (Run("5 * 3 [x] _"),)),
        ("snake_case & co", (Run("snake_case & co"),)),
        ("&#42;&#35;", (Run("*#"),)),
        ("Cafe\u0301 &#61;\u0338", (Run("Café ≠"),)),
        ("a^[b]", (Run("a"), Note((Run("b"),)))),
        ("a^[*b* [c](https://d.org) [e]{lang=fr}]^[f] g",
         (Run("a"),
          Note((Run("b", "emphasis"), Run(" "), Run("c", url="https://d.org"), Run(" "), Run("e", language="fr"))),
          Note((Run("f"),)),
          Run(" g"))),
        ("*a^[b]*", (Run("a", "emphasis"), Note((Run("b"),)))),
    ],
)  # fmt: skip
def test_inline_mark_up_becomes_runs(markdown: str, line: Line) -> None:
    assert line_of(markdown) == line


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        ("`code`", "cannot stand inside a line"),
        ("![picture](a.png)", "`image` cannot stand inside a line"),
        ("a  \nb", "`hardbreak` cannot stand inside a line"),
        ("a\\\nb", "`hardbreak` cannot stand inside a line"),
        ("a^[b ^[c]]", "a note cannot stand inside a note"),
        ("a[^1]\n\n[^1]: b", r"the note `\[\^1\]` stands elsewhere; write its text in place: `\^\[text\]`"),
        ("a[^1]", "opens or closes nothing"),
        ("**a", r"“\*\*a” opens or closes nothing"),
        ("**북한(조선)**은", "opens or closes nothing"),
        ("5 * 3", r"write `\\\*`"),
    ],
)
def test_what_a_line_cannot_hold_is_an_error(markdown: str, message: str) -> None:
    with pytest.raises(MarkupError, match=message):
        parse_blocks(markdown)


def test_a_javascript_link_is_no_link() -> None:
    assert all(run.url is None for run in line_of("[a](javascript:alert)") if isinstance(run, Run))


def test_mark_up_that_closes_what_an_earlier_line_opened_is_an_error() -> None:
    with pytest.raises(MarkupError, match="cannot run over the end of a line"):
        inline_line([Token("em_close", "em", -1)], Notes())


def test_neighbouring_runs_of_one_style_are_one_and_empty_ones_none() -> None:
    tokens = [Token("text", "", 0, content=text) for text in ("a", "", "b")]
    assert inline_line(tokens, Notes()) == (Run("ab"),)
    assert inline_line(tokens[1:2], Notes()) == ()
