"""Fit the parts of a layout to the language of a document: language tags, faces, sizes, leading, direction.

A layout states its look once, in its own sizes; a language moves them in proportion, so that Korean or Arabic
keep the same hierarchy.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from briefgen.model.typography import LayoutFonts, Typography
from briefgen.render.docx.ooxml import ensure, insert, make, properties_of, value_of, w

_TWINS: Final = (("b", "bCs"), ("i", "iCs"), ("sz", "szCs"))
"""Properties and their twins for complex scripts (ECMA-376 part 1, 17.3.2.2, 17.3.2.17, 17.3.2.39)."""
_HALF_POINTS: Final = 22
_KOREAN: Final = "ko"


@dataclass(frozen=True, slots=True)
class Proportion:
    """How the sizes and line steps of a layout change for a language."""

    size: float
    line: float


def proportion(styles: etree._Element, typography: Typography) -> Proportion:
    """The change from the layout's default text size and line step to those of the language."""
    size = value_of(styles, "docDefaults/rPrDefault/rPr/sz")
    spacing = styles.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}/{w('spacing')}")
    fixed = spacing is not None and spacing.get(w("lineRule")) in ("atLeast", "exact")
    line = int(spacing.get(w("line"), "0")) if spacing is not None and fixed else 0
    return Proportion(
        typography.word_size * 2 / int(size or _HALF_POINTS), typography.leading * 20 / line if line else 1
    )


def latin_faces(typographies: Mapping[str, Typography], fonts: LayoutFonts) -> dict[str, Typography]:
    """The typographies with the layout's own Word faces in those of Latin, Greek and Cyrillic script."""
    named = {"word_body": fonts.word_body, "word_heading": fonts.word_heading}
    stated = {key: face for key, face in named.items() if face}
    return {
        tag: typography.model_copy(update=stated) if typography.word_slot == "val" else typography
        for tag, typography in typographies.items()
    }


def _faces(typography: Typography, fonts: LayoutFonts, heading: bool) -> dict[str, str]:
    """The face of each slot: Arabic and East Asian letters keep that of the language, the others the layout's."""
    own = typography.word_heading if heading else typography.word_body
    latin = (fonts.word_heading if heading else fonts.word_body) or own
    kept = {"eastAsia": "eastAsia", "bidi": "cs"}.get(typography.word_slot)
    return {slot: own if slot == kept else latin for slot in ("ascii", "hAnsi", "eastAsia", "cs")}


def fit_text(root: etree._Element, typography: Typography, change: Proportion, fonts: LayoutFonts) -> None:
    """Fit every run property and line step of a part: faces, sizes, twins for complex scripts."""
    for found in root.iter(w("rFonts")):
        _name_faces(found, typography, fonts)
    for properties in root.iter(w("rPr")):
        _add_twins(properties)
    for name in ("sz", "szCs"):
        # Right-to-left scripts take the second size; the first stays for the Latin letters beside them.
        if name == "szCs" or typography.word_slot != "bidi":
            for size in root.iter(w(name)):
                size.set(w("val"), str(round(int(size.get(w("val"), "0")) * change.size)))
    for spacing in root.iter(w("spacing")):
        if spacing.get(w("lineRule")) in ("atLeast", "exact"):
            spacing.set(w("line"), str(round(int(spacing.get(w("line"), "0")) * change.line)))
        for name in ("before", "after"):
            if typography.spacing != 1 and spacing.get(w(name)):
                spacing.set(w(name), str(round(int(spacing.get(w(name), "0")) * typography.spacing)))


def _name_faces(found: etree._Element, typography: Typography, fonts: LayoutFonts) -> None:
    """Replace the theme's “headings” and “body” by the faces of layout and language; named faces stay."""
    themes = [value for key, value in found.attrib.items() if str(key).lower().endswith("theme")]
    if not themes:
        return
    heading = any(str(theme).startswith("major") for theme in themes)
    found.attrib.clear()
    for slot, face in _faces(typography, fonts, heading).items():
        found.set(w(slot), face)


def _add_twins(properties: etree._Element) -> None:
    for name, twin in _TWINS:
        found = properties.find(w(name))
        if found is not None and properties.find(w(twin)) is None:
            addition = copy.copy(found)
            addition.tag = w(twin)
            found.addnext(addition)


def fit_styles(styles: etree._Element, typography: Typography, change: Proportion, fonts: LayoutFonts) -> None:
    """Fit the styles part: text, document language, emphasis, Korean spacing and line breaks."""
    defaults = ensure(ensure(ensure(styles, "docDefaults"), "rPrDefault"), "rPr")
    for name in ("sz", "szCs"):
        if defaults.find(w(name)) is None:
            insert(defaults, make(name, val=str(_HALF_POINTS)))
    ensure(defaults, "lang").set(w(typography.word_slot), typography.word_tag)
    fit_text(styles, typography, change, fonts)
    if not typography.italics:
        for name in ("emphasis", "strong"):
            _embolden(_style(styles, name), _faces(typography, fonts, heading=True))
    if typography.tag.partition("-")[0] == _KOREAN:
        _set_hangul(styles)


def _style(styles: etree._Element, name: str) -> etree._Element:
    return next(style for style in styles.findall(w("style")) if (value_of(style, "name") or "").lower() == name)


def _embolden(style: etree._Element, faces: Mapping[str, str]) -> None:
    """Emphasis where the script has no italics: bold, in the heading face, since many text faces have no bold."""
    properties = ensure(style, "rPr")
    for name in ("i", "iCs"):
        for found in properties.findall(w(name)):
            properties.remove(found)
    for name in ("b", "bCs"):
        ensure(properties, name).attrib.clear()
    fonts = ensure(properties, "rFonts")
    for slot, face in faces.items():
        fonts.set(w(slot), face)


def _set_hangul(styles: etree._Element) -> None:
    """Korean: no automatic gap beside Latin letters and digits, and lines break between words.

    `w:wordWrap` (ECMA-376 part 1, 17.3.1.45) at 1 keeps an eojeol whole in Word; unset, Word breaks inside it
    where a paragraph has no style of the document's own.
    """
    defaults = ensure(ensure(ensure(styles, "docDefaults"), "pPrDefault"), "pPr")
    normal = [style for style in styles.findall(w("style")) if _is_default_paragraph(style)]
    for properties in (defaults, *(ensure(style, "pPr") for style in normal)):
        for name, value in (("wordWrap", "1"), ("autoSpaceDE", "0"), ("autoSpaceDN", "0")):
            ensure(properties, name).set(w("val"), value)


def _is_default_paragraph(style: etree._Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true")


def fit_settings(settings: etree._Element, typography: Typography) -> None:
    """The language of the theme's fonts; and no trace of the layout's editing sessions."""
    theme = settings.find(w("themeFontLang"))
    if theme is not None:
        theme.set(w(typography.word_slot), typography.word_tag)
    for sessions in settings.findall(w("rsids")):
        settings.remove(sessions)


def mirror(root: etree._Element) -> None:
    """Set a part from right to left: paragraphs, tables, sections; the direction of runs comes with the text.

    Alignment and indents of such paragraphs mirror by themselves in Word; their borders and the margins do not.
    """
    for paragraph in root.iter(w("p")):
        ensure(properties_of(paragraph), "bidi")
    for table in root.iter(w("tblPr")):
        ensure(table, "bidiVisual")
    for section in root.iter(w("sectPr")):
        ensure(section, "bidi")
        for margin in section.findall(w("pgMar")):
            left, right = margin.get(w("left"), "0"), margin.get(w("right"), "0")
            margin.set(w("left"), right)
            margin.set(w("right"), left)
    mirror_borders(root)


def mirror_borders(root: etree._Element) -> None:
    """Exchange left and right in the borders of paragraphs."""
    for borders in root.iter(w("pBdr")):
        left, right = borders.find(w("left")), borders.find(w("right"))
        for border, name in ((left, "right"), (right, "left")):
            if border is not None:
                borders.remove(border)
                border.tag = w(name)
                insert(borders, border)
