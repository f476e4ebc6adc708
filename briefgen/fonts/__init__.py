"""The fonts that the package carries: where they are, what they can draw, and what their glyphs stand for."""

from __future__ import annotations

import functools
import json
import os
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

FOLDER = Path(__file__).resolve().parent
"""Holds the font files, and nothing that is not about them."""

_NEEDS_NO_GLYPH = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_VARIATION_SELECTORS = frozenset([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])
_CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def uncovered(text: str) -> tuple[tuple[int, str], ...]:
    """Offset, in the NFC form of `text`, and character for each character that no family can draw."""
    return tuple(
        (offset, character)
        for offset, character in enumerate(unicodedata.normalize("NFC", text))
        if ord(character) not in _drawable() and _needs_glyph(character)
    )


def _needs_glyph(character: str) -> bool:
    """Whether a reader would miss `character`: not a control, joiner, space or variation selector."""
    return unicodedata.category(character) not in _NEEDS_NO_GLYPH and ord(character) not in _VARIATION_SELECTORS


@functools.cache
def _drawable() -> frozenset[int]:
    """The code points that at least one family draws in all its styles."""
    families: dict[str, list[tuple[int, int]]] = json.loads((FOLDER / "coverage.json").read_text(encoding="utf-8"))
    return frozenset(point for runs in families.values() for first, last in runs for point in range(first, last + 1))


@functools.cache
def glyph_texts() -> Mapping[str, Mapping[int, str]]:
    """Glyph number to text, by PostScript name, for the faces whose glyphs are not simply characters."""
    faces: dict[str, dict[str, str]] = json.loads((FOLDER / "glyphtext.json").read_text(encoding="utf-8"))
    return {face: {int(number): text for number, text in glyphs.items()} for face, glyphs in faces.items()}


def isolate(cache: Path) -> None:
    """Show fontconfig our fonts and no others; call this before WeasyPrint is imported.

    The configuration and fontconfig's own records go into `cache`, which several processes may share.
    """
    folder = cache.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / "fonts.conf"
    draft = folder / f"fonts.{os.getpid()}.conf"
    draft.write_text(_CONFIGURATION.format(fonts=escape(str(FOLDER)), cache=escape(str(folder))), encoding="utf-8")
    draft.replace(configuration)
    os.environ["FONTCONFIG_FILE"] = str(configuration)
