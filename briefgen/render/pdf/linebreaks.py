"""Where lines end: three things that WeasyPrint 70 gets wrong.

Korean lines break between words (eojeol), never inside one; WeasyPrint ignores `word-break: keep-all`. An eojeol
is everything between two spaces: particles, punctuation and the digits before a unit belong to it
("321킬로미터", "안전보장이사회(이하").

A number is not parted from the measure word or unit behind it in Chinese and Japanese ("321公里", "6820カ所"), nor a
range of numbers behind its dash ("2018–2023").

A text that ends in a space, before an emphasised word for example, and fits a line but for that space, is cut
after its first word.
"""

from __future__ import annotations

import re
from copy import copy
from functools import lru_cache
from typing import Any

from weasyprint.layout import inline, preferred
from weasyprint.text import ffi, line_break

from briefgen.render.pdf.recent import Recent

EOJEOL = re.compile("[^\\s\u00ad\u200b]*[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3][^\\s\u00ad\u200b]*")
_NUMBER = r"[0-9０-９]+(?:[.,．，:/\u00a0\u202f][0-9０-９]+)*"
_RANGE = f"{_NUMBER}(?:[-‐–—~～〜]{_NUMBER})*"
_MEASURE = "[カヵケヶか]?[一-鿿々〇]{1,2}|[ァ-ヺー]{1,8}|つ"
FIGURE = re.compile(f"第?{_RANGE}[%％]?\u00a0?(?:{_MEASURE})?")
"""A number or a range of numbers, and the first two characters of the ideographs behind it, or a katakana word.

There is no list of measure words: most have one or two characters, and where a line may not end behind the first
two characters of a longer word, nobody misses that place.
"""
COLLAPSING = ("normal", "nowrap", "pre-line")
"""Values of `white-space` with which spaces at the end of a line vanish."""
SETTING = (
    *(
        "font_family",
        "font_style",
        "font_stretch",
        "font_weight",
        "font_size",
        "font_kerning",
        "font_language_override",
    ),
    *("font_variant_ligatures", "font_variant_position", "font_variant_caps", "font_variant_numeric"),
    *("font_variant_alternates", "font_variant_east_asian", "font_feature_settings", "font_variation_settings"),
    *("lang", "direction", "letter_spacing", "word_spacing", "white_space", "hyphens", "hyphenate_character"),
    *("hyphenate_limit_chars", "hyphenate_limit_zone", "overflow_wrap", "word_break", "tab_size"),
    "text_decoration_line",
)
"""The properties of a style on which it depends how a text is set."""
KNOWN = 8192
"""Lines that are remembered."""
LONGEST = 30
"""Characters; anything longer (an address with Hangul in it) may break, or it would run into the margin."""


@lru_cache(maxsize=4096)
def unbreakable(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every stretch of `text` inside which no line may end."""
    words = [m.span() for m in EOJEOL.finditer(text)]
    figures = [m.span() for m in FIGURE.finditer(text)]
    loose = [(a, b) for a, b in figures if not any(start <= a and b <= end for start, end in words)]
    return tuple(sorted((start, end) for start, end in (*words, *loose) if 1 < end - start <= LONGEST))


def install() -> None:
    """Correct WeasyPrint's line breaks for the whole process."""
    _keep_words()
    _let_spaces_hang()
    _move_ranges_down()
    _set_once()


def _keep_words() -> None:
    """Teach WeasyPrint's two ways of finding line breaks, the Pango layout and the logical attributes."""
    ffi.ffi.cdef("PangoAttribute * pango_attr_allow_breaks_new (gboolean allow_breaks);")
    set_text = line_break.Layout.set_text
    get_log_attrs = line_break.get_log_attrs

    def set_text_keeping_words(self: Any, text: str, justify: bool = False) -> None:
        set_text(self, text, justify)
        _forbid_breaks(self)

    def log_attrs_keeping_words(text: str, lang: str | None) -> Any:
        attributes = get_log_attrs(text, lang)
        for start, end in unbreakable(text):
            for index in range(start + 1, end):
                attributes[index].is_line_break = 0
        return attributes

    line_break.Layout.set_text = set_text_keeping_words
    line_break.get_log_attrs = log_attrs_keeping_words


def _forbid_breaks(layout: Any) -> None:
    """Mark the eojeol and figures of a layout's text as unbreakable (Pango attribute `allow_breaks`, Pango 1.44).

    A layout's text only ever changes to another prefix of the same text, so marks of an earlier one stay true.
    """
    stretches = unbreakable(layout.text)
    if not stretches:
        return
    pango = line_break.pango
    attributes = pango.pango_layout_get_attributes(layout.layout)
    if attributes == ffi.ffi.NULL:
        attributes = ffi.ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
    for start, end in stretches:
        mark = pango.pango_attr_allow_breaks_new(False)
        mark.start_index = len(layout.text[:start].encode())
        mark.end_index = len(layout.text[:end].encode())
        pango.pango_attr_list_change(attributes, mark)  # takes the mark over
    pango.pango_layout_set_attributes(layout.layout, attributes)


def _let_spaces_hang() -> None:
    """Lay out a text on one line when only its last spaces reach over the edge (CSS Text 3, 4.1.2)."""
    split_first_line = line_break.split_first_line

    def split_with_hanging_spaces(
        text: str, style: Any, context: Any, max_width: float | None, *others: Any, **options: Any
    ) -> Any:
        result = split_first_line(text, style, context, max_width, *others, **options)
        _, length, resume_at, *_ = result
        words = text.rstrip(" ")
        one_word = " " not in text.encode()[:length].decode().strip()
        if resume_at is None or not one_word or words == text or style["white_space"] not in COLLAPSING:
            return result
        _, _, rest, width, *_ = split_first_line(words, style, context, max_width, *others, **options)
        if rest is None and max_width is not None and width <= max_width:
            return split_first_line(text, style, context, None, *others, **options)
        return result

    inline.split_first_line = preferred.split_first_line = split_with_hanging_spaces


def _move_ranges_down() -> None:
    """End a line before a stretch that it would end inside: Pango breaks after an en dash whatever is marked."""
    split_first_line = inline.split_first_line

    def split_before_stretches(
        text: str, style: Any, context: Any, max_width: float | None, *others: Any, **options: Any
    ) -> Any:
        result = split_first_line(text, style, context, max_width, *others, **options)
        resume_at = result[2]
        start = None if resume_at is None else _start_around(text, len(text.encode()[:resume_at].decode()))
        if not start:
            return result
        head = text[:start].rstrip(" ") if style["white_space"] in COLLAPSING else text[:start]
        layout, length, rest, *metrics = split_first_line(head, style, context, max_width, *others, **options)
        return (layout, length, len(text[:start].encode()) if rest is None else rest, *metrics)

    inline.split_first_line = preferred.split_first_line = split_before_stretches


def _set_once() -> None:
    """Set a text of the same style and room only once: most paragraphs stand in many letters of a batch.

    The layout that comes back is laid out anew where it is drawn (`Layout.reactivate`), so a copy of it will do.
    """
    split_first_line = inline.split_first_line
    known: Recent[Any] = Recent(KNOWN)

    def split_once(text: str, style: Any, context: Any, max_width: float | None, *others: Any, **options: Any) -> Any:
        key = (text, style.font_config, setting_of(style), max_width, others, tuple(options.items()))
        made = known.get(key, lambda: split_first_line(text, style, context, max_width, *others, **options))
        layout, *measures = made
        return (copy(layout), *measures)

    inline.split_first_line = preferred.split_first_line = split_once


def setting_of(style: Any) -> tuple[Any, ...]:
    """The values of a style on which it depends how a text is set."""
    return tuple(_hashable(style[name]) for name in SETTING)


def _hashable(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return tuple(map(_hashable, value))
    return frozenset(value) if isinstance(value, set) else value


def _start_around(text: str, index: int) -> int | None:
    """The start of the stretch inside which an index lies."""
    return next((start for start, end in unbreakable(text) if start < index < end), None)
