"""Plain text into pieces: paragraphs, list items and headings by blank lines, bullets and line lengths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefgen.importing.one_line import one_line
from briefgen.importing.pieces import Piece, bullet_in

_WIDEST = 120
"""A text with lines longer than this is not broken into lines of one width."""
_HEADING = 100
_END = re.compile(r"[.!?…,;。！？”’\"'»)]$")
_LEAD_IN = 50
_SAYING = re.compile(r"\b(?:said|says|told|added|wrote|recalled|dit|déclaré|dijo|señaló|should|must)\b", re.IGNORECASE)
"""A line with a colon and one of these introduces words, and is no heading."""
_NOTE = re.compile(r"\[\d{1,3}\]\s+\S")
_RULE = re.compile(r"[=\-~_*#]{3,}$")
_INLINE_START = re.compile(r"[\[(\"“‘«]?(?:https?://|www\.|\S+@\S+\.)")


def pieces_of_text(text: str) -> Iterator[Piece]:
    """The pieces of a plain text; hard line ends inside a paragraph are spaces, verbatim otherwise."""
    rows = [one_line(row) for row in re.split(r"\r\n|[\n\r\f\v\u0085\u2028\u2029]", text)]
    width = max(map(len, rows), default=0)
    for block in _blocks(rows):
        wrapped = width if width <= _WIDEST else 0
        passages = list(_joined(block, wrapped))
        listed = len(passages) > 1 and all(bullet_in(words) for words in passages)
        yield from (_item(words) if listed else _piece(words) for words in passages)


def _blocks(rows: list[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for row in [*rows, ""]:
        if row and not _RULE.match(row):
            block.append(row)
        elif block:
            yield block
            block = []


def _joined(block: list[str], width: int) -> Iterator[str]:
    """The passages of a block: a line end is soft where the next word had not fitted into the width of the text."""
    words = block[0]
    for before, row in pairwise(block):
        first = row.split(" ", 1)[0]
        soft = width and len(before) + 1 + len(first) > width and not bullet_in(row)
        if soft:
            words = f"{words} {row}"
        else:
            yield words
            words = row
    yield words


def _piece(words: str) -> Piece:
    if _NOTE.match(words):
        return Piece(words, "note")
    if is_heading(words):
        return Piece(words, "heading", 1)
    return _item(words) if bullet_in(words) else Piece(words)


def _item(words: str) -> Piece:
    """A list item: its sign goes; a number stays with its words, since a person may cite it."""
    bullet = bullet_in(words)
    return Piece(words if bullet[0].isalnum() or bullet[0] == "(" else words[len(bullet) :], "item", 1)


def is_heading(words: str) -> bool:
    """Whether a line stands as a heading: short, without the sign that ends a sentence, begun like one."""
    if len(words) > _HEADING or _END.search(words) or _INLINE_START.match(words) or words[:1] in "•*-–—(":
        return False
    if words.endswith((":", "：")) and (len(words) > _LEAD_IN or _SAYING.search(words)):
        return False
    start = re.sub(r"^(?:[\dIVX]+[.)]?|[“‘\"'«「『])+\s*", "", words)
    return bool(start) and not start[0].islower() and any(char.isalpha() for char in start)
