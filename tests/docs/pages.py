"""The pages of the documentation, taken apart: their spans of code, their fenced blocks, their links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Piece:
    """A span of code, a fenced block or a link, and where it begins; `info` is the language of a block."""

    page: str
    line: int
    text: str
    info: str = ""

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.text.strip()}"


def pages() -> list[str]:
    """The pages that users and developers read, from the root."""
    folders = ("*.md", "docs/*.md", "tools/*/*.md")
    return sorted(str(path.relative_to(ROOT)) for each in folders for path in ROOT.glob(each))


def spans(page: str) -> list[Piece]:
    """The spans of code of a page."""
    return [Piece(page, line, token.content) for line, token in _inline(page) if token.type == "code_inline"]


def fences(page: str) -> list[Piece]:
    """The fenced blocks of a page."""
    return [
        Piece(page, token.map[0] + 1, token.content, token.info)
        for token in _parsed(page)
        if token.type == "fence" and token.map
    ]


def links(page: str) -> list[Piece]:
    """The addresses to which a page leads, pictures included."""
    named = ((line, token.attrs.get("href") or token.attrs.get("src")) for line, token in _inline(page))
    return [Piece(page, line, str(address)) for line, address in named if address]


def headings(page: str) -> set[str]:
    """The headings of a page, as links name them."""
    tokens = _parsed(page)
    words = (after.content for token, after in pairwise(tokens) if token.type == "heading_open")
    kept = ("".join(each for each in text.lower() if each.isalnum() or each in " -_") for text in words)
    return {text.replace(" ", "-") for text in kept}


@cache
def _parsed(page: str) -> list[Token]:
    return MarkdownIt().enable("table").parse((ROOT / page).read_text(encoding="utf-8"))


def _inline(page: str) -> Iterator[tuple[int, Token]]:
    for token in _parsed(page):
        for child in token.children or ():
            yield (token.map[0] + 1 if token.map else 0), child
            yield from (((token.map or [0])[0] + 1, each) for each in child.children or ())
