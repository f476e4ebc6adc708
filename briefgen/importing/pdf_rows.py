"""The rows of a PDF page with their place and size, as pdfium finds them."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from briefgen.errors import BriefgenError, Place

MAXIMUM_PAGES = 3000
_MAXIMUM_CHARACTERS = 20_000
"""On one page; more than this is drawing or attack."""
_HYPHENS = frozenset((0x02, 0xFFFE))
"""How pdfium gives the hyphen at the end of a row that divides a word."""
SOFT = "\u00ad"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of text: its words, its edges in points from the left and the bottom of the page, and its size."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    page: int


def pages_of_pdf(path: Path) -> Iterator[list[Row]]:
    """The rows of each page in turn, one page in memory at a time.

    Raises a BriefgenError where the file cannot be read, is locked, or has too many pages.
    """
    place = Place(path)
    try:
        document = pdfium.PdfDocument(path)
    except (pdfium.PdfiumError, OSError) as error:
        locked = "password" in str(error).lower()
        hint = "open it and save it without a password" if locked else "open it and save it again as PDF"
        message = "the file is locked by a password" if locked else "the file is not a PDF that can be read"
        raise BriefgenError.one(message, place, hint) from error
    try:
        if len(document) > MAXIMUM_PAGES:
            raise BriefgenError.one(f"the file has more than {MAXIMUM_PAGES:,} pages", place, "split it")
        for index in range(len(document)):
            yield _rows_of_page(document, index, place)
    finally:
        document.close()


def _rows_of_page(document: pdfium.PdfDocument, index: int, place: Place) -> list[Row]:
    try:
        page = document[index]
        text = page.get_textpage()
    except pdfium.PdfiumError as error:
        raise BriefgenError.one(f"page {index + 1} cannot be read", place, "save the file again as PDF") from error
    try:
        return list(_rows(text.raw, index + 1))
    finally:
        text.close()
        page.close()


def _rows(page: ctypes.c_void_p, number: int) -> Iterator[Row]:
    count = min(raw.FPDFText_CountChars(page), _MAXIMUM_CHARACTERS)
    row: list[int] = []
    for at in range(count):
        code = raw.FPDFText_GetUnicode(page, at)
        if code in (0x0A, 0x0D):
            yield from _row(page, row, number)
            row = []
        else:
            row.append(at)
            if code in _HYPHENS:
                yield from _row(page, row, number)
                row = []
    yield from _row(page, row, number)


def _row(page: ctypes.c_void_p, places: list[int], number: int) -> Iterator[Row]:
    codes = [raw.FPDFText_GetUnicode(page, at) for at in places]
    sizes = [_size(page, at) for at in places]
    common = Counter(size for size, code in zip(sizes, codes, strict=True) if code > 0x20).most_common(1)
    if not common:
        return
    size = common[0][0]
    kept = [at for at, code, own in zip(places, codes, sizes, strict=True) if not _is_raised(code, own, size)]
    text = "".join(_character(raw.FPDFText_GetUnicode(page, at)) for at in kept).strip()
    boxes = [box for at in (kept[:1] + kept[-1:]) if (box := _box(page, at))]
    if text and boxes:
        left, right = min(box[0] for box in boxes), max(box[1] for box in boxes)
        yield Row(text, left, right, boxes[0][2], size, number)


def _is_raised(code: int, own: float, common: float) -> bool:
    """Whether a digit is set so small that it is the mark of a note and no number of the text."""
    return chr(code).isdigit() and own < common * 0.8 if 0x20 < code < 0xD800 else False


def _character(code: int) -> str:
    if code in _HYPHENS:
        return SOFT
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def _size(page: ctypes.c_void_p, at: int) -> float:
    """The size of a character as it is shown: its box, which also counts what the page scales."""
    return round(float(raw.FPDFText_GetFontSize(page, at)), 1)


def _box(page: ctypes.c_void_p, at: int) -> tuple[float, float, float] | None:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not raw.FPDFText_GetCharBox(page, at, left, right, bottom, top):
        return None
    origin_x, origin_y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page, at, origin_x, origin_y)
    return left.value, right.value, origin_y.value
