"""Headings, paragraphs, lists, tables and quotations: the nodes of a parsed text as blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from briefgen.document import Block, Heading, Line, ListBlock, Note, Paragraph, Quotation, Run, Table, Title, text_of
from briefgen.errors import did_you_mean
from briefgen.markup.inline import MarkupError, Notes, inline_line

Node = SyntaxTreeNode
_SOURCE_DASH = "— "


@dataclass(frozen=True, slots=True)
class Body:
    """Turns the nodes of one text into blocks; `containers` make those of `::: name`, by name."""

    notes: Notes
    containers: Mapping[str, Container]

    def blocks(self, nodes: Sequence[Node]) -> Iterator[Block]:
        """The blocks of nodes in their order; raises MarkupError for a node that no document has a block for."""
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
                yield self.list_block(node)
            case "blockquote":
                yield self._quotation(node)
            case "table":
                yield self.table(node, ())
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

    def list_block(self, node: Node) -> ListBlock:
        """A list whose items are one paragraph each."""
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
            source = trimmed(replace(first, text=first.text.removeprefix(_SOURCE_DASH)), *rest)
        return Quotation(tuple(lines), source)

    def table(self, node: Node, caption: Line) -> Table:
        """A table with its caption, which may be empty."""
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
        if name not in self.containers:
            hint = did_you_mean(name, self.containers) or f"known are {', '.join(self.containers)}"
            raise MarkupError(f"`::: {name}` is not known; {hint}")
        if label and name != "key-figures":
            raise MarkupError(f"`::: {name}` takes no label; write “{label.strip()}” on the next line")
        yield self.containers[name](self, node, label)


Container = Callable[[Body, Node, str], Block]
"""Makes the block of a container from its node and its label."""


def _keeps_lines(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.type.startswith("container_")


def trimmed(first: Run, *rest: Run | Note) -> Line:
    """A line without the first run where that has become empty."""
    return (first, *rest) if first.text else rest
