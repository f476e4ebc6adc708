"""Markdown to the blocks of a document.

Beyond headings, paragraphs, lists, tables and quotations, containers name what only a letter or a briefing
has: `::: addressee`, `::: key-figures`. The mark-up is listed in docs/formats.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from briefgen.document import Block, ListBlock, Paragraph
from briefgen.markup.body import Body, Node
from briefgen.markup.containers import require_closed
from briefgen.markup.inline import MarkupError, Notes
from briefgen.markup.named_blocks import CONTAINERS
from briefgen.markup.pieces import independent_pieces


def parse_blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text; raises MarkupError for a construct that no document has."""
    require_closed(markdown)
    with suppress(MarkupError):
        if pieces := independent_pieces(markdown):
            return tuple(_kept_together(block for piece in pieces for block in _known(piece)))
    return _parsed(markdown)  # as a whole, so that of several problems the first one is told wherever they stand


def _parsed(markdown: str) -> tuple[Block, ...]:
    env: dict[str, Any] = {}
    tokens = _parser().parse(markdown, env)
    footnotes: Mapping[int, Mapping[str, Any]] = env.get("footnotes", {}).get("list", {})
    notes = Notes(tuple(_inline(footnotes[number]) for number in sorted(footnotes)))
    nodes = [child for child in Node(tokens).children if child.type != "footnote_block"]
    return tuple(Body(notes, CONTAINERS).blocks(nodes))


@lru_cache(maxsize=1024)
def _known(piece: str) -> tuple[Block, ...]:
    """The blocks of a piece of a text: most pieces of a letter stand in the letters to others too."""
    return _parsed(piece)


def _kept_together(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, each paragraph of the text kept on the page of the list that follows it."""
    for block, following in pairwise([*blocks, None]):
        if isinstance(block, Paragraph) and block.role == "body" and isinstance(following, ListBlock):
            yield replace(block, keep_with_next=True)
        elif block is not None:
            yield block


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
    for name in (*CONTAINERS, "unknown"):
        parser.use(container_plugin, name, validate=_accepts(name))
    return parser


def _accepts(name: str) -> Callable[[str, str], bool]:
    """Whether a container line names this container; `unknown` takes every other name, to be reported."""

    def accepts(params: str, _markup: str) -> bool:
        first = params.split(maxsplit=1)[0] if params.strip() else ""
        return first == name if name != "unknown" else first not in CONTAINERS

    return accepts
