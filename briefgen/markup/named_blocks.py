"""The containers, which name what only a letter or a briefing has: `::: addressee`, `::: key-figures`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from briefgen.document import (
    Addressee,
    DateLine,
    KeyFigure,
    KeyFigures,
    Letterhead,
    Line,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Subject,
    Table,
    Title,
    text_of,
)
from briefgen.markup.body import Body, Container, Node, trimmed
from briefgen.markup.inline import MarkupError


def _plain(lines: tuple[Line, ...]) -> tuple[str, ...]:
    return tuple(text_of(line) for line in lines)


def _paragraphs(body: Body, node: Node) -> tuple[tuple[Line, ...], ...]:
    for child in node.children:
        if child.type != "paragraph":
            raise MarkupError(f"`::: {node.info.strip()}` takes paragraphs only")
    if not node.children:
        raise MarkupError(f"`::: {node.info.strip()}` is empty")
    return tuple(body.lines(child) for child in node.children)


def _letterhead(body: Body, node: Node, _label: str) -> Letterhead:
    name, *rest = [line for paragraph in _paragraphs(body, node) for line in _plain(paragraph)]
    return Letterhead(name, tuple(rest))


def _title(body: Body, node: Node, _label: str) -> Title:
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


def _date(body: Body, node: Node, _label: str) -> DateLine:
    return DateLine(tuple(text for paragraph in _paragraphs(body, node) for text in _plain(paragraph)))


def _addressee(body: Body, node: Node, _label: str) -> Addressee:
    return Addressee(tuple(line for paragraph in _paragraphs(body, node) for line in paragraph))


def _subject(body: Body, node: Node, _label: str) -> Subject:
    return Subject(_one_paragraph(body, node))


def _paragraph(role: Any) -> Callable[[Body, Node, str], Paragraph]:
    def make(body: Body, node: Node, _label: str) -> Paragraph:
        return Paragraph(_one_paragraph(body, node), role)

    return make


def _one_paragraph(body: Body, node: Node) -> Line:
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


def _key_figures(body: Body, node: Node, label: str) -> KeyFigures:
    if [child.type for child in node.children] != ["bullet_list"] or not label:
        raise MarkupError("`::: key-figures` takes a label and a list of `**value** caption`")
    figures = []
    for line in body.list_block(node.children[0]).items:
        value, *caption = line or (Run(""),)
        if not isinstance(value, Run) or value.emphasis != "strong" or not caption:
            raise MarkupError("a key figure is written `**value** caption`")
        first, *rest = caption
        if isinstance(first, Run):
            caption = list(trimmed(replace(first, text=first.text.lstrip()), *rest))
        figures.append(KeyFigure(value.text, tuple(caption)))
    return KeyFigures(label, tuple(figures))


def _signature(body: Body, node: Node, _label: str) -> Signature:
    closing, *rest = _paragraphs(body, node)
    return Signature(closing, tuple(line for paragraph in rest for line in paragraph))


def _captioned_table(body: Body, node: Node, _label: str) -> Table:
    if [child.type for child in node.children] != ["paragraph", "table"]:
        raise MarkupError("`::: table` takes a caption and a table")
    return body.table(node.children[1], body.line(node.children[0]))


def _page_break(_body: Body, node: Node, _label: str) -> PageBreak:
    if node.children:
        raise MarkupError("`::: page-break` holds nothing")
    return PageBreak()


CONTAINERS: Mapping[str, Container] = {
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
"""What makes the block of each container, by its name."""
