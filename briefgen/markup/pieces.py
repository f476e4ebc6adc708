"""A Markdown text taken apart into pieces that mean the same alone as in their text."""

from __future__ import annotations

import re

_MARK = ":::"
_PIECE = re.compile(
    r"""^(?:
        :::(?!:).*\n (?:(?!:::).*\n)* :::[ \t]*                         # a container, to the line that closes it
      | (?![ \t]|:::).+ (?:\n(?!:::)[ \t]*[^ \t\n].*)* (?!\n:::)         # lines up to an empty one
    )$""",
    re.MULTILINE | re.VERBOSE,
)
_REACHING = ("]:", "\r", "\0")
"""What acts beyond its own piece: the definitions of links and of notes, and line ends that the parser mends."""
_ITEM = re.compile(r"^[ \t>]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)", re.MULTILINE)


def independent_pieces(markdown: str) -> tuple[str, ...] | None:
    """The pieces of a text, such as a paragraph, a list or a container, in their order; none for an empty text.

    Only lists and containers go on after an empty line (CommonMark 0.31, chapter 5), so that a text falls apart there.
    None where that is not plain to see: such a text must be parsed as a whole.
    """
    if any(sign in markdown for sign in _REACHING):
        return None
    pieces: list[str] = []
    start = end = 0
    for match in _PIECE.finditer(markdown):
        if markdown[end : match.start()].strip(" \t\n"):
            return None
        end = match.end()
        if pieces and _ITEM.match(match[0]) and _ITEM.search(pieces[-1]):
            pieces[-1] = markdown[start:end]
        else:
            start = match.start()
            pieces.append(match[0])
    containers = sum(piece.startswith(_MARK) for piece in pieces)
    if markdown[end:].strip(" \t\n") or markdown.count(_MARK) != 2 * containers:
        return None
    return tuple(pieces)
