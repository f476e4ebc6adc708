"""Markdown into pieces: headings, paragraphs, list items and footnotes, without their marks."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from briefgen.importing.one_line import one_line
from briefgen.importing.pieces import Aside, Piece
from briefgen.importing.web_page import pieces_of_fragment


def pieces_of_markdown(text: str) -> Iterator[Piece | Aside]:
    """The pieces of a Markdown text; front matter, pictures and HTML comments are set aside."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False).use(front_matter_plugin)
    yield from _Walk().pieces(parser.parse(text))


class _Walk:
    """Goes through the tokens in order and remembers what is open."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._heading = 0

    def pieces(self, tokens: list[Token]) -> Iterator[Piece | Aside]:
        for token in tokens:
            name = token.type.removesuffix("_open").removesuffix("_close")
            if token.nesting == 1:
                self._open.append(name)
                self._heading = int(token.tag[1]) if name == "heading" else self._heading
            elif token.nesting == -1 and name in self._open:
                del self._open[len(self._open) - 1 - self._open[::-1].index(name) :]
            elif token.type == "inline":
                yield from self._inline(token)
            elif token.type == "html_block":
                yield from pieces_of_fragment(token.content)
            elif token.type in ("fence", "code_block"):
                yield Piece(one_line(token.content))
            elif token.type == "front_matter":
                yield Aside(one_line(token.content), "the front matter of the file")

    def _inline(self, token: Token) -> Iterator[Piece | Aside]:
        words: list[str] = []
        for child in token.children or ():
            if child.type == "image":
                yield Aside(one_line(child.content) or "a picture", "a caption")
            elif child.type in ("softbreak", "hardbreak"):
                words.append(" ")
            elif child.type in ("text", "code_inline", "text_special"):
                words.append(child.content)
        text = one_line("".join(words))
        if text:
            yield self._placed(text)

    def _placed(self, text: str) -> Piece:
        level = self._open.count("list_item")
        if "footnote_block" in self._open or "footnote" in self._open:
            return Piece(text, "note")
        if "heading" in self._open:
            return Piece(text, "heading", self._heading)
        return Piece(text, "item", level) if level else Piece(text)
