"""The part of a font that a file embeds: cut out of it once per process for the same glyphs.

Letters in one language embed nearly the same glyphs, and cutting them out of a font of ten megabytes takes longer
than laying out a paragraph.
"""

from __future__ import annotations

from typing import Any

from weasyprint.pdf.fonts import Font

from briefgen.render.pdf.recent import Recent

KEPT = 64
"""Subsets: a letter has about four."""
DIRECTORY = 1024
"""The first bytes of a TrueType file hold a checksum of each table (OpenType, table directory): they name the file."""


def install() -> None:
    """Let WeasyPrint take a subset that it has made before."""
    cut = Font.clean
    known: Recent[bytes] = Recent(KEPT)

    def cut_once(self: Any, glyphs: Any, hinting: bool) -> None:
        key = (
            self.file_content[:DIRECTORY],
            self.index,
            self.name,
            frozenset(glyphs),
            frozenset(self.missing),
            hinting,
        )

        def part() -> bytes:
            cut(self, glyphs, hinting)
            content: bytes = self.file_content
            return content

        self.file_content = known.get(key, part)

    Font.clean = cut_once
