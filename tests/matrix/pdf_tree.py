"""The structure of a finished PDF as a screen reader walks through it, with the text of each element."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_ushort
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw

Texts = dict[tuple[int, int], str]
"""The text of each piece of marked content, by the number of its page and its own on that page."""


@dataclass(frozen=True, slots=True)
class Node:
    """An element of the structure; `items` are its text and the elements below it, in reading order."""

    kind: str
    entries: pikepdf.Dictionary
    items: tuple[Node | str, ...]

    def below(self) -> Iterator[Node]:
        """Every element below this one, in reading order."""
        for item in self.items:
            if isinstance(item, Node):
                yield item
                yield from item.below()

    def named(self, *kinds: str) -> list[Node]:
        """The elements of some kinds below this one."""
        return [node for node in self.below() if node.kind in kinds]

    def text(self, *without: str) -> str:
        """What is read out, without the elements of some kinds."""
        texts = (item if isinstance(item, str) else "" if item.kind in without else item.text(*without)
                 for item in self.items)  # fmt: skip
        return "".join(texts)

    def spoken(self) -> Iterator[tuple[str, str]]:
        """The stretches in another language than the document's, with their languages."""
        for item in self.items:
            if isinstance(item, Node):
                language = str(item.entries.get("/Lang", ""))
                if language:
                    yield language, item.text()
                else:
                    yield from item.spoken()


def tree_of(pdf: pikepdf.Pdf, path: Path) -> Node:
    """The whole structure of a file, below one element of no kind."""
    texts = _marked_texts(path)
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    root = pdf.Root.StructTreeRoot
    return Node("", root, tuple(_items(root, -1, pages, texts)))


def _items(element: pikepdf.Dictionary, page: int, pages: dict[Any, int], texts: Texts) -> Iterator[Node | str]:
    page = pages[element.Pg.objgen] if "/Pg" in element else page
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary):
            yield texts.get((page, int(kid)), "")
        elif "/S" in kid:
            yield Node(str(kid.S), kid, tuple(_items(kid, page, pages, texts)))
        elif "/MCID" in kid:
            yield texts.get((pages[kid.Pg.objgen] if "/Pg" in kid else page, int(kid.MCID)), "")


def _marked_texts(path: Path) -> Texts:
    document = pypdfium2.PdfDocument(path)
    try:
        return dict(_texts_of(document))
    finally:
        document.close()


def _texts_of(document: pypdfium2.PdfDocument) -> Iterator[tuple[tuple[int, int], str]]:
    found: Texts = {}
    for number in range(len(document)):
        page = document[number]
        layer = page.get_textpage()
        for item in page.get_objects([raw.FPDF_PAGEOBJ_TEXT]):
            key = (number, raw.FPDFPageObj_GetMarkedContentID(item.raw))
            if key[1] >= 0:
                found[key] = found.get(key, "") + _text_of(item.raw, layer.raw)
        layer.close()
        page.close()
    yield from found.items()


def _text_of(item: Any, layer: Any) -> str:
    size = raw.FPDFTextObj_GetText(item, layer, None, 0)
    buffer = (c_ushort * (size // 2))()
    raw.FPDFTextObj_GetText(item, layer, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
