"""The characters that each family of fonts must draw, from Python's codecs, Unihan and Unicode blocks."""

from __future__ import annotations

import bz2
import contextlib
import itertools
import unicodedata
from collections.abc import Iterable
from pathlib import Path

UNIHAN = "unihan/Unihan_OtherMappings.txt.bz2"
"""Where the folder of sources has the Unihan table that lists characters by school and standard."""


def span(first: int, last: int) -> frozenset[int]:
    """Every code point from `first` to `last`, both included."""
    return frozenset(range(first, last + 1))


def points(text: str) -> frozenset[int]:
    """The code points of `text`."""
    return frozenset(map(ord, text))


HAN = span(0x3400, 0x4DBF) | span(0x4E00, 0x9FFF) | span(0x20000, 0x323AF) | {0x3007}
"""Unified Han characters; the compatibility ones never occur in NFC text."""


def two_byte(codec: str, leads: Iterable[int], trails: range) -> frozenset[int]:
    """The characters, in NFC, that pairs of a leading and a trailing byte encode in one of Python's codecs."""
    found: set[int] = set()
    for pair in itertools.product(leads, trails):
        with contextlib.suppress(UnicodeDecodeError):
            found |= points(unicodedata.normalize("NFC", bytes(pair).decode(codec)))
    return frozenset(found)


def unihan(sources: Path, *properties: str) -> frozenset[int]:
    """The characters for which Unihan has a value of any of `properties`."""
    found = set()
    with bz2.open(sources / UNIHAN, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("U+"):
                point, name, _ = line.split("\t", 2)
                if name in properties:
                    found.add(int(point[2:], 16))
    return frozenset(found)


SPACES = points(" \u00a0")
"""Every face has these, so that a space never comes from another face than the word before it."""

_MATHS = points("∂∆∏∑−∕∙√∞∫≈≠≤≥")
_SHAPES = points("■▲▶▼◀◆◊☐☑✓✗")
_LIGATURES = span(0xFB00, 0xFB04)
_SPECIALS = points("\ufeff\ufffd")

LATIN = (
    span(0x20, 0x7E)
    | span(0xA0, 0x52F)  # Latin, IPA, combining marks, Greek, Cyrillic
    | span(0x1E00, 0x1FFF)  # Vietnamese and other accented Latin, polytonic Greek
    | span(0x2000, 0x209F)  # punctuation, spaces, superscripts
    | span(0x20A0, 0x20C0)  # currencies
    | span(0x2100, 0x218B)  # letter-like signs, fractions, Roman numerals
    | span(0x2190, 0x2199)  # arrows
    | _MATHS
    | _SHAPES
    | _LIGATURES
    | _SPECIALS
)

HAN_SIGNS = (
    SPACES
    | span(0x3000, 0x3020)  # 、。〈〉「」【】 and the full-width space
    | span(0x3030, 0x303F)
    | span(0xFF01, 0xFF5E)  # full-width ASCII
    | span(0xFFE0, 0xFFE6)
    | span(0xFE30, 0xFE4F)
    | span(0x2460, 0x2473)  # ①
    | span(0x2776, 0x277F)  # ❶
    | span(0x2160, 0x216B)  # Ⅰ
    | span(0x2170, 0x217B)  # ⅰ
    | span(0x2190, 0x2199)  # ←
    | points("⇒⇔□■△▲▶▷▼▽◀◁◆◇◉○◎●◯★☆☐☑☒✓※℃℉⸺")
)
"""Signs that are drawn for text in Han characters or Hangul, and wide by nature."""

QUOTES = points("‘’“”")
DASHES = points("—")
MIDDLE_DOT = points("·")

ENCLOSED = span(0x2474, 0x24FF) | span(0x3200, 0x33FF)
"""⑴ ㈜ ㎞: a family has those that its national standard has."""

HANGUL = span(0xAC00, 0xD7A3)
"""All 11,172 syllables."""
JAMO = span(0x3131, 0x318E)

WIDE_SIGNS = QUOTES | DASHES | MIDDLE_DOT | points("―‥…")
"""What Chinese and Japanese print one em wide."""
BOPOMOFO = span(0x3105, 0x312F)
KANA = span(0x3041, 0x30FF) | span(0x31F0, 0x31FF) | span(0xFF61, 0xFF9F)
JAPANESE_NAMES = points("𠮷𡈽𠩤𣘺栁髙﨑嵜德濵瀨邉邊槗桒廣曻塚增寬緖薰郞")
"""Variants that stand in family names."""

ARABIC = (
    span(0x0600, 0x06FF)
    | span(0x0750, 0x077F)
    | span(0x2066, 0x2069)  # isolates
    | SPACES
    | points("\ufd3e\ufd3f\ufdf2\ufdfa\ufdfb\ufdfc\u061c\u25cc")
    | points("\u2009\u200a\u202f\u200b\u200c\u200d\u200e\u200f")
    | points("….:!()[]«»‹›")
)


def latin(_sources: Path) -> frozenset[int]:
    """Latin, Greek and Cyrillic, with the signs that go with them."""
    return LATIN


def korean(sources: Path) -> frozenset[int]:
    """Hangul, the Hanja of KS X 1001 and of the schools, and signs.

    The KR face draws ‘ ’ “ ” — · proportionally, as Korean is set today, so they are its own; it draws
    … ‥ ― one em wide, so those are left to the Latin serif.
    """
    standard = two_byte("euc_kr", range(0xA1, 0xFF), range(0xA1, 0xFF))
    hanja = HAN & (standard | unihan(sources, "kKoreanEducationHanja"))
    signs = HAN_SIGNS | QUOTES | DASHES | MIDDLE_DOT | (ENCLOSED & standard)
    return HANGUL | JAMO | hanja | signs


def _gbk() -> frozenset[int]:
    return two_byte("gbk", range(0x81, 0xFF), range(0x40, 0xFF))


def chinese(sources: Path) -> frozenset[int]:
    """The Han characters of GB 2312 and of the table of 2013, and signs, its quotation marks one em wide."""
    standard = two_byte("gb2312", range(0xA1, 0xFF), range(0xA1, 0xFF))
    han = HAN & (standard | unihan(sources, "kTGH"))
    return han | HAN_SIGNS | WIDE_SIGNS | BOPOMOFO | (ENCLOSED & _gbk())


def japanese(sources: Path) -> frozenset[int]:
    """Kana, the Kanji of JIS X 0208 and 0213, of the schools and of names, and signs."""
    shift_jis = two_byte("cp932", (*range(0x81, 0xA0), *range(0xE0, 0xFD)), range(0x40, 0xFD))
    euc = range(0xA1, 0xFF)
    standard = shift_jis | two_byte("euc_jp", euc, euc) | two_byte("euc_jis_2004", euc, euc)
    kanji = HAN & (standard | unihan(sources, "kJoyoKanji", "kJinmeiyoKanji", "kIBMJapan") | JAPANESE_NAMES)
    return kanji | HAN_SIGNS | WIDE_SIGNS | KANA | (ENCLOSED & standard)


def arabic(_sources: Path) -> frozenset[int]:
    """Arabic letters, digits and signs, with the spaces and marks that stand between them."""
    return ARABIC
