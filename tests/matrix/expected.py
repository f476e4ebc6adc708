"""What a file is to say, from the document that it was made of."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count, groupby

from briefgen.document import (
    Block,
    Document,
    Heading,
    KeyFigures,
    Line,
    ListBlock,
    Note,
    Run,
    Subject,
    Title,
    lines_of,
    notes_of,
    text_of,
)

HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""How pdfium gives a hyphen at the end of a line."""
MIRRORED = str.maketrans("[(«‹{<“‘", "])»›}>”’")
"""Signs that mirror: which of the two it is, a reader makes out by the direction of the text around it."""


def bare(text: str) -> str:
    """A text without any white space, and with its characters composed: where lines break is not what it says."""
    # A word joiner holds the number of a note to its word.
    plain = unicodedata.normalize("NFC", text).translate(HYPHENS).replace("\u2060", "")
    return "".join(plain.split())


def paragraphs_of(document: Document) -> list[str]:
    """The text of each paragraph without numbers of lists and notes: as Word holds it."""
    found: list[str] = []
    for block in document.blocks:
        found += [block.label] if isinstance(block, KeyFigures) else []
        found += [text_of(line) for line in lines_of(block)]
    return [bare(text) for text in found if bare(text)]


def notes_in(document: Document) -> list[str]:
    """The text of each note."""
    return [bare(text_of(note.line)) for note in notes_of(document)]


def pieces_of(document: Document) -> list[tuple[str, str]]:
    """The kind and the text of each block as it is set: with the signs of lists and the numbers of notes."""
    numbers = count(1)
    return [(type(block).__name__, _set(block, numbers)) for block in document.blocks]


def _set(block: Block, numbers: Iterator[int]) -> str:
    pieces: list[str] = [bare(block.label)] if isinstance(block, KeyFigures) else []
    for index, line in enumerate(lines_of(block)):
        if isinstance(block, ListBlock):
            pieces.append(f"{block.start + index}." if block.ordered else "•")
        before: Run | Note | None = None
        for item in line:
            comma = "," if isinstance(item, Note) and isinstance(before, Note) else ""
            pieces.append(bare(item.text) if isinstance(item, Run) else f"{comma}{next(numbers)}")
            before = item
    return "".join(pieces)


def headings_of(document: Document) -> list[str]:
    """The headings, the title and the subject of a letter among them."""
    return [bare(text_of(block.line)) for block in document.blocks if isinstance(block, Title | Subject | Heading)]


def spoken_in(lines: Iterable[Line], language: str) -> list[tuple[str, str]]:
    """The stretches in another language than the document's, neighbours of one language as one."""
    runs = [run for line in lines for run in line if isinstance(run, Run)]
    return joined((run.language or "", run.text) for run in runs if run.language and run.language != language)


def joined(stretches: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Neighbouring stretches of one language as one: a line may end within a stretch."""
    return [(tag, bare("".join(text for _, text in group))) for tag, group in groupby(stretches, lambda each: each[0])]


def difference(found: str, wanted: str) -> str:
    """Where two texts part, in a few words; empty where they are the same."""
    if found == wanted:
        return ""
    at = next((i for i, (one, other) in enumerate(zip(found, wanted, strict=False)) if one != other), -1)
    at = min(len(found), len(wanted)) if at < 0 else at
    return f"“{found[max(0, at - 20) : at + 40]}” instead of “{wanted[max(0, at - 20) : at + 40]}”"


def characters(text: str) -> Counter[str]:
    """The characters of a text, each so often as it is there; for texts whose order a reader has to make out."""
    return Counter(plain(text))


def plain(text: str) -> str:
    """A text in which signs that look alike, and mirrored ones, are one: pdfium sets them so in Arabic lines."""
    return unicodedata.normalize("NFKC", text).translate(MIRRORED)


def words_in(text: str) -> list[str]:
    """The words of a text in Arabic letters, without the signs for vowels, which pdfium sets apart."""
    letters = re.sub(r"\s*[\u064b-\u0652]", "", unicodedata.normalize("NFKC", text))
    return re.findall(r"[\u0621-\u064a\u0671-\u06d3]{2,}", letters)
