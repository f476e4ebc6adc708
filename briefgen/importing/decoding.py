"""Bytes of a text file as text, whichever of the usual encodings it is in."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from briefgen.errors import BriefgenError, Place
from briefgen.importing.doubts import Doubt

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file; `doubts` ask about an encoding that had to be guessed."""

    text: str
    doubts: tuple[Doubt, ...] = ()


def decoded(data: bytes, place: Place, declared: str = "") -> Decoded:
    """The text of a file by its byte order mark, the encoding that it declares, UTF-8, UTF-16 or windows-1252.

    Raises a BriefgenError where the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strictly(data, encoding, place))
    for encoding in (declared, "utf-8"):
        text = _if_it_fits(data, encoding)
        if text is not None and "\0" not in text:
            return Decoded(text)
    encoding = _utf_16_without_mark(data)
    if encoding:
        return Decoded(_strictly(data, encoding, place))
    text = _if_it_fits(data, "windows-1252")
    if text is None or any(char < " " and char not in "\t\n\r\f\v" for char in text):
        raise BriefgenError.one("the file is not a text", place, "save it as text in UTF-8, as .docx or as .pdf")
    question = "The encoding of the file is not stated; it was read as windows-1252. Are its accents and dashes right?"
    return Decoded(text, (Doubt(0, question, ("windows-1252", "another encoding: save the file in UTF-8")),))


def _strictly(data: bytes, encoding: str, place: Place) -> str:
    text = _if_it_fits(data, encoding)
    if text is None:
        name = encoding.removesuffix("-sig").upper()
        raise BriefgenError.one(f"the file says that it is in {name}, and is not", place, "save it as UTF-8")
    return text.removeprefix("\ufeff")


def _if_it_fits(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding) if encoding else None
        if text is not None:
            text.encode("utf-8")  # no half of a pair is left, as some encodings let through
    except (UnicodeError, LookupError):
        return None
    return text


def _utf_16_without_mark(data: bytes) -> str:
    """Which UTF-16 it is by where the zeros of Latin text stand; empty where that does not show."""
    sample = data[:4000]
    if len(sample) < 4 or len(data) % 2:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.4 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.1 else ""
