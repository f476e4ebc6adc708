"""Markdown to the blocks of a document.

Beyond headings, paragraphs, lists, tables and quotations, containers name what only a letter or a briefing
has: `::: addressee`, `::: key-figures`. The mark-up is listed in docs/formats.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from briefgen.document import (
    Addressee,
    Block,
    DateLine,
    Heading,
    KeyFigure,
    KeyFigures,
    Letterhead,
    Line,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Signature,
    Subject,
    Table,
    Title,
    text_of,
)
from briefgen.errors import did_you_mean
from briefgen.markup.containers import require_closed
from briefgen.markup.inline import MarkupError, Notes, inline_line

Node = SyntaxTreeNode
_SOURCE_DASH = "— "


def parse_blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text; raises MarkupError for a construct that no document has."""
    require_closed(markdown)
    env: dict[str, Any] = {}
    tokens = _parser().parse(markdown, env)
    footnotes: Mapping[int, Mapping[str, Any]] = env.get("footnotes", {}).get("list", {})
    notes = Notes(tuple(_inline(footnotes[number]) for number in sorted(footnotes)))
    body = [child for child in Node(tokens).children if child.type != "footnote_block"]
    return tuple(_Body(notes).blocks(body))


def _inline(footnote: Mapping[str, Any]) -> tuple[Token, ...]:
    """The tokens of a note's own text; those that the plugin keeps hold some of the text twice."""
    if "content" not in footnote:
        raise MarkupError(f"the note `[^{footnote.get('label')}]` stands elsewhere; write its text in place: `^[text]`")
    paragraph, *more = _parser().parseInline(footnote["content"])
    if more:
        raise MarkupError("a note cannot stand inside a note")
    return tuple(paragraph.children or ())


@cache
def _parser() -> MarkdownIt:
    parser = (
        MarkdownIt("commonmark", {"html": False}).enable("table").disable(["code", "fence", "html_inline", "text_join"])
    )
    parser.use(footnote_plugin, inline=True, move_to_end=True).use(attrs_plugin, spans=True)
    for name in (*_CONTAINERS, "unknown"):
        parser.use(container_plugin, name, validate=_accepts(name))
    return parser


def _accepts(name: str) -> Callable[[str, str], bool]:
    """Whether a container line names this container; `unknown` takes every other name, to be reported."""

    def accepts(params: str, _markup: str) -> bool:
        first = params.split(maxsplit=1)[0] if params.strip() else ""
        return first == name if name != "unknown" else first not in _CONTAINERS

    return accepts


@dataclass(frozen=True, slots=True)
class _Body:
    """Turns the nodes of one text into blocks."""

    notes: Notes

    def blocks(self, nodes: list[Node]) -> Iterator[Block]:
        for index, node in enumerate(nodes):
            following = nodes[index + 1].type if index + 1 < len(nodes) else ""
            yield from self._block(node, following)

    def _block(self, node: Node, following: str) -> Iterator[Block]:
        if node.type.startswith("container_"):
            yield from self._container(node)
            return
        match node.type:
            case "heading":
                yield self._heading(node)
            case "paragraph":
                yield Paragraph(self.line(node), keep_with_next=following.endswith("_list"))
            case "bullet_list" | "ordered_list":
                yield self._list(node)
            case "blockquote":
                yield self._quotation(node)
            case "table":
                yield self._table(node, ())
            case _:
                raise MarkupError(f"`{node.markup or node.type}` has no place in a document")

    def line(self, node: Node) -> Line:
        """The runs of a node that holds one inline text."""
        return self.lines(node)[0]

    def lines(self, node: Node) -> tuple[Line, ...]:
        """The lines of a paragraph that is written on several lines."""
        if [child.type for child in node.children] != ["inline"]:
            raise MarkupError(f"a {node.type.replace('_', ' ')} has no place here; write a paragraph")
        inline = node.children[0].token
        rows: list[list[Token]] = [[]]
        for token in (inline and inline.children) or []:
            if token.type in ("softbreak", "hardbreak") and _keeps_lines(node):
                rows.append([])
            else:
                rows[-1].append(token)
        return tuple(inline_line(row, self.notes) for row in rows)

    def _heading(self, node: Node) -> Block:
        level = int(node.tag[1]) - 1
        if level == 0:
            return Title(self.line(node))
        if level > 3:
            raise MarkupError("a heading has at most four signs: `####`")
        return Heading(level, self.line(node))

    def _list(self, node: Node) -> ListBlock:
        items = []
        for item in node.children:
            if [child.type for child in item.children] != ["paragraph"]:
                raise MarkupError("an item of a list must be one paragraph")
            items.append(self.line(item.children[0]))
        ordered = node.type == "ordered_list"
        return ListBlock(tuple(items), ordered, int(node.attrs.get("start", 1)) if ordered else 1)

    def _quotation(self, node: Node) -> Quotation:
        lines = [self.line(child) for child in node.children]
        source: Line = ()
        if len(lines) > 1 and text_of(lines[-1]).startswith(_SOURCE_DASH):
            first, *rest = lines.pop()
            assert isinstance(first, Run)  # noqa: S101 - text_of has just read its text
            source = _trimmed(replace(first, text=first.text.removeprefix(_SOURCE_DASH)), *rest)
        return Quotation(tuple(lines), source)

    def _table(self, node: Node, caption: Line) -> Table:
        head = node.children[0].children[0].children
        body = node.children[1].children if len(node.children) > 1 else []
        return Table(
            tuple(self.line(cell) for cell in head),
            tuple(tuple(self.line(cell) for cell in row.children) for row in body),
            caption,
            tuple("right" in str(cell.attrs.get("style", "")) for cell in head),
        )

    def _container(self, node: Node) -> Iterator[Block]:
        name, _, label = unescapeAll(node.info.strip()).partition(" ")
        if name not in _CONTAINERS:
            hint = did_you_mean(name, _CONTAINERS) or f"known are {', '.join(_CONTAINERS)}"
            raise MarkupError(f"`::: {name}` is not known; {hint}")
        if label and name != "key-figures":
            raise MarkupError(f"`::: {name}` takes no label; write “{label.strip()}” on the next line")
        yield _CONTAINERS[name](self, node, label)


def _keeps_lines(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.type.startswith("container_")


def _trimmed(first: Run, *rest: Run | Note) -> Line:
    """A line without the first run where that has become empty."""
    return (first, *rest) if first.text else rest


def _plain(lines: tuple[Line, ...]) -> tuple[str, ...]:
    return tuple(text_of(line) for line in lines)


def _paragraphs(body: _Body, node: Node) -> tuple[tuple[Line, ...], ...]:
    for child in node.children:
        if child.type != "paragraph":
            raise MarkupError(f"`::: {node.info.strip()}` takes paragraphs only")
    if not node.children:
        raise MarkupError(f"`::: {node.info.strip()}` is empty")
    return tuple(body.lines(child) for child in node.children)


def _letterhead(body: _Body, node: Node, _label: str) -> Letterhead:
    name, *rest = [line for paragraph in _paragraphs(body, node) for line in _plain(paragraph)]
    return Letterhead(name, tuple(rest))


def _title(body: _Body, node: Node, _label: str) -> Title:
    """A heading with a line above it, a line below it, or both."""
    before: list[str] = []
    after: list[str] = []
    line: Line = ()
    for child in node.children:
        if child.type == "heading":
            line = body.line(child)
        else:
            (after if line else before).append(text_of(body.line(child)))
    if not line or len(before) > 1 or len(after) > 1:
        raise MarkupError("`::: title` takes one heading, with at most one line above and one below")
    return Title(line, "".join(before), "".join(after))


def _date(body: _Body, node: Node, _label: str) -> DateLine:
    return DateLine(tuple(text for paragraph in _paragraphs(body, node) for text in _plain(paragraph)))


def _addressee(body: _Body, node: Node, _label: str) -> Addressee:
    return Addressee(tuple(line for paragraph in _paragraphs(body, node) for line in paragraph))


def _subject(body: _Body, node: Node, _label: str) -> Subject:
    return Subject(_one_paragraph(body, node))


def _paragraph(role: Any) -> Callable[[_Body, Node, str], Paragraph]:
    def make(body: _Body, node: Node, _label: str) -> Paragraph:
        return Paragraph(_one_paragraph(body, node), role)

    return make


def _one_paragraph(body: _Body, node: Node) -> Line:
    rows, *more = _paragraphs(body, node)
    if more:
        raise MarkupError(f"`::: {node.info.strip()}` takes one paragraph")
    return _run_on(rows)


def _run_on(lines: tuple[Line, ...]) -> Line:
    """A paragraph written on several lines as one line."""
    result: list[Any] = []
    for line in lines:
        result += [Run(" ")] if result else []
        result += line
    return tuple(result)


def _key_figures(body: _Body, node: Node, label: str) -> KeyFigures:
    if [child.type for child in node.children] != ["bullet_list"] or not label:
        raise MarkupError("`::: key-figures` takes a label and a list of `**value** caption`")
    figures = []
    for line in body._list(node.children[0]).items:
        value, *caption = line or (Run(""),)
        if not isinstance(value, Run) or value.emphasis != "strong" or not caption:
            raise MarkupError("a key figure is written `**value** caption`")
        first, *rest = caption
        if isinstance(first, Run):
            caption = list(_trimmed(replace(first, text=first.text.lstrip()), *rest))
        figures.append(KeyFigure(value.text, tuple(caption)))
    return KeyFigures(label, tuple(figures))


def _signature(body: _Body, node: Node, _label: str) -> Signature:
    closing, *rest = _paragraphs(body, node)
    return Signature(closing, tuple(line for paragraph in rest for line in paragraph))


def _captioned_table(body: _Body, node: Node, _label: str) -> Table:
    if [child.type for child in node.children] != ["paragraph", "table"]:
        raise MarkupError("`::: table` takes a caption and a table")
    return body._table(node.children[1], body.line(node.children[0]))


def _page_break(_body: _Body, node: Node, _label: str) -> PageBreak:
    if node.children:
        raise MarkupError("`::: page-break` holds nothing")
    return PageBreak()


_CONTAINERS: Mapping[str, Callable[[_Body, Node, str], Block]] = {
    "letterhead": _letterhead,
    "title": _title,
    "date": _date,
    "addressee": _addressee,
    "subject": _subject,
    "salutation": _paragraph("salutation"),
    "summary": _paragraph("summary"),
    "method": _paragraph("method"),
    "key-figures": _key_figures,
    "signature": _signature,
    "table": _captioned_table,
    "page-break": _page_break,
}
