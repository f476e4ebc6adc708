"""What a finished file says: its text and its structure, read with other libraries than the one that wrote it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2


def text_of_pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_text(document[number]) for number in range(len(document))]
    finally:
        document.close()


def _text(page: pypdfium2.PdfPage) -> str:
    layer = page.get_textpage()
    try:
        return layer.get_text_bounded().replace("\r\n", "\n")
    finally:
        layer.close()
        page.close()


def bare(text: str) -> str:
    """Text without spaces: where lines end is not what is compared."""
    return re.sub(r"\s+", "", text)


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Every element that can be reached from the root of the structure, in reading order."""
    return list(_below(pdf.Root.StructTreeRoot))


def of_type(pdf: pikepdf.Pdf, name: str) -> list[pikepdf.Dictionary]:
    return [element for element in elements(pdf) if str(element.S) == name]


def _below(node: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def lines_of_text(pdf: bytes) -> list[str]:
    """The lines as they are set, one by one."""
    return [line.strip() for page in text_of_pages(pdf) for line in page.split("\n") if line.strip()]


def place_of(word: str, pdf: bytes, page: int = 0) -> tuple[float, float]:
    """The left and lower edge of the first place where a word stands, in points from the page's corner."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        layer = document[page].get_textpage()
        index, _ = layer.search(word).get_next()
        left, bottom, _, _ = layer.get_charbox(index, loose=True)
        return left, bottom
    finally:
        document.close()
