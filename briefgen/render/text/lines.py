"""From the lines of a document to strings: notes become numbers in brackets, links are followed by their address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, groupby
from urllib.parse import quote

from briefgen.document import Block, Document, Line, Run, lines_of, notes_of

_NOT_IN_ADDRESS = re.compile(r'[\s<>"]')


@dataclass(frozen=True, slots=True)
class Written:
    """A block and its texts, in the order of `lines_of`."""

    block: Block
    texts: tuple[str, ...]


def written(document: Document) -> list[Written]:
    """The blocks of a document with their texts; notes are numbered in the order of their references."""
    numbers = count(1)
    return [Written(block, tuple(plain(line, numbers) for line in lines_of(block))) for block in document.blocks]


def written_notes(document: Document) -> list[str]:
    """The texts of the notes, in the order of their references."""
    return [plain(note.line, count(1)) for note in notes_of(document)]


def plain(line: Line, numbers: Iterator[int]) -> str:
    """A line as a string; each note in it takes the next of the numbers."""
    parts: list[str] = []
    for url, items in groupby(line, lambda item: item.url if isinstance(item, Run) else None):
        text = "".join(item.text if isinstance(item, Run) else f"[{next(numbers)}]" for item in items)
        parts.append(_linked(text, url) if url else text)
    return "".join(parts)


def _linked(text: str, url: str) -> str:
    """The text of a link with its address behind it, or the address alone where the text is nothing else.

    Angle brackets around an address are the advice of RFC 3986, appendix C; what would end it is escaped.
    """
    words = text.rstrip()
    if url in (words, f"mailto:{words}"):
        return text
    if url.rstrip("/") in (f"https://{words}", f"http://{words}"):
        return url + text[len(words) :]
    address = _NOT_IN_ADDRESS.sub(lambda match: quote(match[0]), url)
    return f"{words} <{address}>{text[len(words) :]}"
