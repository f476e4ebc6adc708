"""A release in whichever kind of file it comes, told by what is in it and then by its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefgen.errors import BriefgenError, Place
from briefgen.importing.decoding import decoded
from briefgen.importing.markdown import pieces_of_markdown
from briefgen.importing.pdf import pieces_of_pdf
from briefgen.importing.pieces import Read, gathered
from briefgen.importing.plain_text import pieces_of_text
from briefgen.importing.web_page import decoded_page, head_of_page, pieces_of_page
from briefgen.importing.word import pieces_of_word
from briefgen.reading.files import MEGABYTE, read_bytes, read_start

_LARGEST = 200 * MEGABYTE
_LARGEST_TEXT = 5 * MEGABYTE
_HEAD = 1024
"""Bytes by which a kind of file is told."""
_MARKDOWN = (".md", ".markdown", ".mdown")
_PAGES = (".html", ".htm", ".xhtml")
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def read_release(path: Path) -> Read:
    """The passages of a release: plain text, Markdown, HTML, Word or PDF.

    Raises a BriefgenError where the file is missing, too large, damaged, of another kind, or without text.
    """
    place = Place(path)
    head = read_start(path, _HEAD, _LARGEST)
    if b"%PDF-" in head:
        return gathered(pieces_of_pdf(path), place)
    if head.startswith(b"PK\x03\x04"):
        return gathered(pieces_of_word(path), place)
    if head.startswith(_OLD_WORD) or head.lstrip().startswith(b"{\\rtf"):
        raise BriefgenError.one("the file is of an old kind of Word", place, "save it in Word as .docx")
    return _read_text(path, place)


def _read_text(path: Path, place: Place) -> Read:
    data, suffix = read_bytes(path, _LARGEST_TEXT), path.suffix.lower()
    start = data[:400].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if suffix in _PAGES or start.startswith((b"<!doctype html", b"<html")):
        page = decoded_page(data, place)
        read = gathered(pieces_of_page(page.text, place), place, page.doubts)
        return replace(read, head=head_of_page(page.text))
    plain = decoded(data, place)
    pieces = pieces_of_markdown(plain.text) if suffix in _MARKDOWN else pieces_of_text(plain.text)
    return gathered(pieces, place, plain.doubts)
