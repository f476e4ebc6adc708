"""Where a line of plain text ends: widths in columns, and places where a text may be broken.

The places follow the Unicode line breaking algorithm (UAX #14) as far as letters and briefings need it: lines break
at spaces, and between the characters of Chinese and Japanese except before closing and after opening punctuation.
Korean breaks between words (eojeol), as the PDF does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

WIDTH = 76
"""Columns of a line; RFC 5322 (2.1.1) advises 78, and a reply that quotes the text adds two."""
LONGEST_EOJEOL = 30
"""Characters; anything longer that holds Hangul (a Japanese sentence, say) is no Korean word."""

_COLLAPSING = re.compile("[ \t\n\r\u2028\u2029]+")
_NEVER_FIRST = "、。，．・：；？！…‥％‰℃℉°′″〜～゠／ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ!%,.:;?/"
"""What may not begin a line, beside closing brackets and quotation marks (UAX #14: CL, CJ, EX, IN, IS, NS, PO)."""
_NEVER_LAST = "#＃№@＠"

# White space that a line may end at: not U+00A0, U+2007 and U+202F, which forbid it, nor any space before
# punctuation that may not begin a line (LB13).
_GAP = re.compile(
    "([ \u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]++"
    "(?![、。，．：；？！…」』）】〉》〕〗〙〛]|[!?:;,.)»]+(?:[ \u3000]|$)))"
)
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc]")
# Addresses, with the characters of RFC 3986 where no brackets hold them; the number of a note with what it is set to.
_WHOLE = re.compile(r"<(?:https?://|mailto:)[^<>]*>|(?:https?://|mailto:|www\.)[!-;=?-~]+|.(?:\[\d+\])+")


def width_of(text: str) -> int:
    """The columns that a text takes: two for a wide character (UAX #11), none for a mark on the one before."""
    return sum(_columns(character) for character in text)


def collapsed(text: str) -> str:
    """The text on one line: line ends, tabs and spaces next to each other become one space, none at either end."""
    return _COLLAPSING.sub(" ", text).strip(" ")


def wrap(text: str, first: str = "", rest: str = "", width: int = WIDTH) -> list[str]:
    """The lines of a paragraph; `first` stands before its first line and `rest` before all others.

    A line is wider than `width` only where one unbreakable piece is. An empty text has no lines.
    """
    lines: list[str] = []
    line, filled = first, False
    for gap, piece in pieces_of(collapsed(text)):
        if filled and width_of(line + gap + piece) > width:
            lines.append(line)
            line, gap = rest, ""  # noqa: PLW2901 - the space at the end of a line vanishes
        line, filled = line + gap + piece, True
    return [*lines, line] if filled else lines


def pieces_of(text: str) -> Iterator[tuple[str, str]]:
    """The unbreakable pieces of a text, each with the white space that stands before it."""
    gap = ""
    for index, part in enumerate(_GAP.split(text)):
        if index % 2:
            gap = part
            continue
        start = 0
        for end in (*_breaks(part), len(part)):
            if end > start:
                yield gap, part[start:end]
                start, gap = end, ""


def _breaks(word: str) -> Iterator[int]:
    """Where a stretch without breaking spaces may be broken."""
    if len(word) <= LONGEST_EOJEOL and _HANGUL.search(word):
        return
    whole = {index for match in _WHOLE.finditer(word) for index in range(match.start() + 1, match.end())}
    for index in range(1, len(word)):
        if index not in whole and _may_break(word[index - 1], word[index]):
            yield index


def _may_break(before: str, after: str) -> bool:
    if not (_is_cjk(before) or _is_cjk(after)) or _HANGUL.match(before) or _HANGUL.match(after):
        return False
    if before.isdecimal() and after.isdecimal():
        return False
    return _may_end(before) and _may_begin(after)


def _is_cjk(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WFH"


def _may_end(character: str) -> bool:
    """Not openers, currency signs, no-break spaces, and characters that join others."""
    return unicodedata.category(character) not in ("Ps", "Pi", "Sc", "Zs", "Cf") and character not in _NEVER_LAST


def _may_begin(character: str) -> bool:
    """Not closers, marks, spaces, joiners, nor the iteration and length marks of Japanese (々, ー)."""
    kind = unicodedata.category(character)
    return kind not in ("Pe", "Pf", "Mn", "Mc", "Me", "Lm", "Sk", "Zs", "Cf") and character not in _NEVER_FIRST


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf") and character != "\u00ad":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
