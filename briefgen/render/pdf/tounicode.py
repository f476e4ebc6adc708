"""The text that readers copy and hear: which characters each glyph stands for (ISO 32000-1, 9.10.3).

WeasyPrint 70 names a glyph after the first cluster of characters in which it meets it. A letter that first
comes with a separate mark gets two characters, and the mark none, for the whole file. The tables of our fonts
say what each glyph stands for.
"""

from __future__ import annotations

from typing import Any

import weasyprint.pdf

from briefgen import fonts

BOLD = 600
STYLES = {(False, False): "Regular", (False, True): "Italic", (True, False): "Bold", (True, True): "BoldItalic"}

UPRIGHT = {"ې": "ي", "ٺ": "ت"}
"""Letters of other languages whose two dots stand one over the other, as the Arabic face draws these of Arabic where
there is little room: the glyph is the same."""


def install() -> None:
    """Correct the names of glyphs just before WeasyPrint writes the fonts, and put fonts and glyphs in order.

    The order of WeasyPrint is that in which a document draws them: two letters with the same glyphs would differ.
    """
    build = weasyprint.pdf.build_fonts_dictionary

    def build_corrected(pdf: Any, document_fonts: Any, *others: Any) -> Any:
        for font in document_fonts.values():
            names = fonts.glyph_texts().get(_face(font), {})
            drawn = sorted(font.to_unicode.items())
            font.to_unicode = {glyph: _named(names.get(glyph, text), text) for glyph, text in drawn}
        ordered = sorted(document_fonts.items(), key=lambda item: (item[1].name, item[0]))
        return build(pdf, dict(ordered), *others)

    weasyprint.pdf.build_fonts_dictionary = build_corrected


def _named(text: str, met: str) -> str:
    """The text of a glyph by the tables; `met` is the cluster of characters in which WeasyPrint first met it."""
    arabic = UPRIGHT.get(text)
    return arabic if arabic and met.startswith(arabic) else text


def _face(font: Any) -> str:
    """The name of the face's file, as the font tables know it: `BriefgenSerif-BoldItalic`."""
    family = font.family.split(",")[0].replace(" ", "")
    return f"{family}-{STYLES[font.weight >= BOLD, bool(font.style)]}"
