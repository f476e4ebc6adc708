"""A PDF into pieces: rows to paragraphs, with their pages; running heads, page numbers and notes are told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from briefgen.importing.one_line import one_line
from briefgen.importing.pdf_rows import SOFT, Row, pages_of_pdf
from briefgen.importing.pieces import Aside, Piece, bullet_in

_EDGE = 2
"""How many rows at the top and bottom of a page may be running heads."""
_NUMBER = re.compile(r"(?:page |p\. |[-–—| ])*(\d{1,4})(?: (?:of|/) \d+)?[-–—| ]*", re.IGNORECASE)
_ROMAN = re.compile(r"[ivxlc]{1,7}", re.IGNORECASE)
_NOTE = re.compile(r"\[?\d{1,4}[\].)]?\s+\S")
_SENTENCE_END = re.compile(r"[.!?…:。！？][”’\"'»)\]]*\d{0,3}$")
_DIVIDES = (SOFT, "\u2010")
"""What stands at the end of a row where a word is divided, and hardly elsewhere."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEADERS = re.compile(r"(?:\. ?){4,}\s*\d*$")


def pieces_of_pdf(path: Path) -> Iterator[Piece | Aside]:
    """The pieces of a PDF, the notes last; `page` is the number that is printed, or that of the file where none is.

    Raises a BriefgenError where the file cannot be read.
    """
    pages = list(pages_of_pdf(path))
    shift = _shift(pages)
    running = _running(pages)
    kept: list[Row] = []
    notes: list[Row] = []
    body = _body_size(pages)
    for page in pages:
        rows, dropped = _without_heads(page, running)
        yield from (Aside(row.text, "a running head or page number", row.page) for row in dropped)
        below = _first_note(rows, body)
        kept += (replace(row, page=max(0, row.page - shift)) for row in rows[:below])
        notes += (replace(row, page=max(0, row.page - shift)) for row in rows[below:])
    words = frozenset(word.casefold() for row in (*kept, *notes) for word in _WORD.findall(row.text))
    yield from (_piece(rows, body, words) for rows in _paragraphs(kept, body))
    yield from (replace(_piece(rows, body, words), kind="note", level=0) for rows in _notes(notes))


def _shift(pages: Sequence[Sequence[Row]]) -> int:
    """By how much the number of a page in the file is above the printed one: 0 unless most pages agree on another."""
    found: Counter[int] = Counter()
    for page in pages:
        ends = [*page[:_EDGE], *page[-_EDGE:]]
        found.update({row.page - int(number[1]) for row in ends if (number := _NUMBER.fullmatch(row.text))})
    (shift, times), *_ = found.most_common(1) or [(0, 0)]
    return shift if times * 2 > len(pages) and times > 1 and shift >= 0 else 0


def _running(pages: Sequence[Sequence[Row]]) -> frozenset[str]:
    """What stands at the edge of three pages and of one page in ten at least, digits aside."""
    found: Counter[str] = Counter()
    for page in pages:
        found.update({_shape(row, page) for row in (*page[:_EDGE], *page[-_EDGE:])})
    return frozenset(shape for shape, times in found.items() if times >= max(3, len(pages) // 10))


def _shape(row: Row, page: Sequence[Row]) -> str:
    """Words and size, which heads have in common; numbers count in text alone, and not in what stands apart from it."""
    steps = [abs(row.bottom - other.bottom) for other in page if abs(row.bottom - other.bottom) > 1]
    apart = min(steps, default=row.size * 2) > row.size * 1.7
    text = re.sub(r"\d+", "0", row.text.casefold()) if apart else row.text.casefold()
    return f"{row.size} {text}"


def _without_heads(page: Sequence[Row], running: frozenset[str]) -> tuple[list[Row], list[Row]]:
    edge = {*range(min(_EDGE, len(page))), *range(max(0, len(page) - _EDGE), len(page))}
    heads = {at for at in edge if _shape(page[at], page) in running or _is_number(page[at], at in (0, len(page) - 1))}
    kept = [row for at, row in enumerate(page) if at not in heads]
    return kept, [page[at] for at in sorted(heads)]


def _is_number(row: Row, outermost: bool) -> bool:
    return outermost and bool(_NUMBER.fullmatch(row.text) or _ROMAN.fullmatch(row.text))


def _body_size(pages: Iterable[Iterable[Row]]) -> float:
    """The size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page:
            sizes[row.size] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _first_note(rows: Sequence[Row], body: float) -> int:
    """The row with which the notes at the foot of a page begin: all from it on are smaller than the text."""
    at = len(rows)
    while at and rows[at - 1].size < body * 0.93:
        at -= 1
    begins = next((n for n in range(at, len(rows)) if _NOTE.match(rows[n].text)), len(rows))
    # A note that goes on from the page before stands first among those of its page.
    return at if begins < len(rows) and at > 0 else begins


def _notes(rows: Iterable[Row]) -> Iterator[list[Row]]:
    note: list[Row] = []
    for row in rows:
        if note and _NOTE.match(row.text) and row.left <= note[0].left + 12:
            yield note
            note = []
        note.append(row)
    if note:
        yield note


@dataclass(frozen=True, slots=True)
class _Measure:
    """What paragraphs are told by: the right edge of full rows, and the distance of one row to the next."""

    right: float
    leading: float


def _measure(rows: Sequence[Row]) -> _Measure:
    edges = sorted(row.right for row in rows)
    steps = (round(a.bottom - b.bottom, 1) for a, b in pairwise(rows) if a.page == b.page)
    common = Counter(step for step in steps if 0 < step < 60).most_common(1)
    return _Measure(edges[int(len(edges) * 0.9)] if edges else 0, common[0][0] if common else 0)


def _paragraphs(rows: Sequence[Row], body: float) -> Iterator[list[Row]]:
    measure = _measure([row for row in rows if row.size == body])
    block: list[Row] = []
    for row in rows:
        if block and _parts(block, row, measure):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _parts(block: Sequence[Row], row: Row, measure: _Measure) -> bool:
    """Whether a row begins a new paragraph after those of a block."""
    last = block[-1]
    if abs(last.size - row.size) > 0.6 or bullet_in(row.text) or _LEADERS.search(last.text):
        return True
    if last.text.endswith(_DIVIDES):
        return False
    ended = bool(_SENTENCE_END.search(last.text))
    if last.page != row.page:
        return ended or last.size > row.size
    step = last.bottom - row.bottom
    gap = step > max(measure.leading * 1.35, row.size * 1.1) or step < -row.size
    indented = row.left > last.left + 6 and len(block) > 1 and ended
    short = last.right < measure.right - max(40.0, measure.right * 0.12)
    return gap or indented or (short and (ended or row.left < last.left - 6))


def _piece(rows: Sequence[Row], body: float, words: frozenset[str]) -> Piece:
    text = ""
    turns: list[tuple[int, int]] = []
    page = rows[0].page
    for row in rows:
        before = text
        text = _joined(text, one_line(row.text.replace(SOFT, "\ue000")).replace("\ue000", SOFT), words)
        if row.page != page:
            page = row.page
            turns.append((len(text) - len(row.text) + 1 if before else 1, page))
    text = text.replace(SOFT, "")
    size = max(row.size for row in rows)
    if size > body * 1.12 and len(text) < 250 and not _LEADERS.search(text):
        level = 1 if size > body * 1.6 else 2 if size > body * 1.3 else 3
        return Piece(text, "heading", level, rows[0].page)
    bullet = bullet_in(text)
    if bullet and not (bullet[0].isalnum() or bullet[0] == "(") and not turns:
        return Piece(text[len(bullet) :], "item", 1, rows[0].page)
    if bullet and not turns:
        return Piece(text, "item", 1, rows[0].page)
    return Piece(text, "paragraph", 0, rows[0].page, tuple(turns))


def _joined(text: str, row: str, words: frozenset[str]) -> str:
    """A paragraph and its next row: a hyphen at the end goes where the word is one elsewhere, or is in no other way."""
    if not text:
        return row
    if text.endswith((*_DIVIDES, "-")) and row[:1].islower():
        left = re.search(r"[^\W\d_]+$", text[:-1])
        right = re.match(r"[^\W\d_]+", row)
        if left and right:
            hyphened = f"{left[0]}-{right[0]}".casefold() in words
            whole = f"{left[0]}{right[0]}".casefold() in words
            return f"{text[:-1]}-{row}" if hyphened and not whole else f"{text[:-1]}{row}"
    if text.endswith(_DIVIDES):
        return f"{text[:-1]}-{row}"
    return f"{text}{row}" if text.endswith(("-", "–", "—", "/")) and row[:1].isalnum() else f"{text} {row}"
