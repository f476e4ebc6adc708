"""A release in whichever kind of file it comes, told by what is in it and then by its name."""

from __future__ import annotations

from pathlib import Path

from briefgen.errors import BriefgenError, Place
from briefgen.importing.decoding import decoded
from briefgen.importing.markdown import pieces_of_markdown
from briefgen.importing.pdf import pieces_of_pdf
from briefgen.importing.pieces import Read, gathered
from briefgen.importing.plain_text import pieces_of_text
from briefgen.importing.web_page import decoded_page, pieces_of_page
from briefgen.importing.word import pieces_of_word

_LARGEST = {".pdf": 200_000_000}
_LARGEST_TEXT = 5_000_000
_MARKDOWN = (".md", ".markdown", ".mdown")
_PAGES = (".html", ".htm", ".xhtml")
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def read_release(path: Path) -> Read:
    """The passages of a release: plain text, Markdown, HTML, Word or PDF.

    Raises a BriefgenError where the file is missing, too large, damaged, of another kind, or without text.
    """
    place = Place(path)
    head = _head(path, place)
    if b"%PDF-" in head:
        _refuse_large(path, _LARGEST[".pdf"], place)
        return gathered(pieces_of_pdf(path), place)
    if head.startswith(b"PK\x03\x04"):
        return gathered(pieces_of_word(path), place)
    if head.startswith(_OLD_WORD) or head.lstrip().startswith(b"{\\rtf"):
        raise BriefgenError.one("the file is of an old kind of Word", place, "save it in Word as .docx")
    _refuse_large(path, _LARGEST_TEXT, place)
    return _read_text(path, place)


def _head(path: Path, place: Place) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(1024)
    except FileNotFoundError:
        raise BriefgenError.one("the file is missing", place) from None
    except OSError as error:
        raise BriefgenError.one(f"the file cannot be read: {error.strerror or error}", place) from error


def _refuse_large(path: Path, most: int, place: Place) -> None:
    if path.stat().st_size > most:
        raise BriefgenError.one(f"the file is larger than {most // 1_000_000} MB", place, "split it")


def _read_text(path: Path, place: Place) -> Read:
    data = path.read_bytes()
    suffix = path.suffix.lower()
    start = data[:400].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if suffix in _PAGES or start.startswith((b"<!doctype html", b"<html")):
        page = decoded_page(data, place)
        return gathered(pieces_of_page(page.text, place), place, page.doubts)
    plain = decoded(data, place)
    pieces = pieces_of_markdown(plain.text) if suffix in _MARKDOWN else pieces_of_text(plain.text)
    return gathered(pieces, place, plain.doubts)
