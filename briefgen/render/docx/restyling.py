"""What `layout.yaml` says, put into the parts of a Word layout: theme colours, margins and the logo.

Only what follows the theme takes the colours: what somebody coloured by hand in Word stays as it is.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from briefgen.errors import BriefgenError, Place
from briefgen.model.typography import Colours, Layout, Margins, Picture
from briefgen.render.docx.ooxml import Element, escape, make, text_in, w
from briefgen.render.docx.package import DOCUMENT, Parts, add_picture, parse, serialize, targets

ACCENTS: Final = {"accent": "accent1", "quiet": "accent2", "rule": "accent3"}
"""The theme colour behind each colour of a layout."""
_FOLLOWERS: Final = {"accent": ("hlink", "folHlink")}
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_THEME: Final = re.compile(r"word/theme/theme\d*\.xml")
_STYLED: Final = re.compile(r"word/(?:document|styles|numbering|footnotes|header\d*|footer\d*)\.xml")
_TWIPS_IN_MM: Final = 1440 / 25.4
_EMU_IN_MM: Final = 36_000
_GAP: Final = 170
"""Between the logo and what stands beside it, in twentieths of a point."""
_REFERENCE: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LOGO: Final = "word/media/layout-logo.png"


def restyle(parts: Parts, layout: Layout, place: Place) -> Parts:
    """The parts of a Word layout with the colours, margins and logo of the layout's settings.

    Raises BriefgenError when a part is damaged, or when there is no header that the logo could stand in.
    """
    settings = layout.settings
    trees = {name: parse(parts[name], place) for name in parts if _THEME.fullmatch(name) or _STYLED.fullmatch(name)}
    _recolour(trees, settings.colours)
    _set_margins(trees, settings.margins)
    name = _place_logo(trees, parts, layout.logo, place) if layout.logo else ""
    changed = {**parts, **{part: serialize(tree) for part, tree in trees.items()}}
    return add_picture(changed, name, _LOGO, layout.logo.png) if layout.logo else changed


def _recolour(trees: Mapping[str, Element], colours: Colours) -> None:
    """Change the theme's colours, and beside each reference to them the value that older programs read."""
    stated = {key: value[1:].upper() for key, value in colours.model_dump(exclude_none=True).items()}
    themed = {ACCENTS[key]: value for key, value in stated.items()}
    for name, tree in trees.items():
        if _THEME.fullmatch(name):
            slots = themed | {slot: stated[key] for key, names in _FOLLOWERS.items() if key in stated for slot in names}
            _set_theme(tree, slots)
        elif themed:
            for element in tree.iter():
                _follow(element, themed)


def _set_theme(theme: Element, slots: Mapping[str, str]) -> None:
    for slot, value in slots.items():
        for found in theme.iter(f"{{{_A}}}{slot}"):
            found[:] = [etree.Element(f"{{{_A}}}srgbClr", {"val": value})]


def _follow(element: Element, themed: Mapping[str, str]) -> None:
    """Write the value of a theme colour; a tint or shade of one is computed by Word."""
    pairs = (("themeColor", "val" if element.tag == w("color") else "color", ""), ("themeFill", "fill", "Fill"))
    for reference, value, kind in pairs:
        theme = element.get(w(reference), "")
        plain = not any(element.get(w(f"theme{kind}{change}")) for change in ("Tint", "Shade"))
        if theme in themed and plain:
            element.set(w(value), themed[theme])


def _set_margins(trees: Mapping[str, Element], margins: Margins) -> None:
    """Set the stated margins of every section, and let tables keep their share of the text's width.

    Sides are those of a document that runs from left to right; the step for the language mirrors them.
    """
    sides = {"top": margins.top, "bottom": margins.bottom, "left": margins.start, "right": margins.end}
    change = 1.0
    for section in trees[DOCUMENT].iter(w("sectPr")):
        before = _text_width(section)
        for margin in section.findall(w("pgMar")):
            for side, width in sides.items():
                if width is not None:
                    margin.set(w(side), str(round(width * _TWIPS_IN_MM)))
        change = _text_width(section) / before if before else 1.0
    if change != 1:
        for name, tree in trees.items():
            if not _THEME.fullmatch(name):
                _widen_tables(tree, change)


def _text_width(section: Element) -> int:
    size, margin = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margin is None:
        return 0
    return int(size.get(w("w"), "0")) - int(margin.get(w("left"), "0")) - int(margin.get(w("right"), "0"))


def _widen_tables(tree: Element, change: float) -> None:
    for name in ("tblW", "gridCol", "tcW"):
        for element in tree.iter(w(name)):
            if element.get(w("type"), "dxa") == "dxa":
                element.set(w("w"), str(round(_width(element) * change)))


def _place_logo(trees: Mapping[str, Element], parts: Parts, logo: Picture, place: Place) -> str:
    """Put the picture into the header of the first page; returns the name of that part."""
    name = _first_header(trees[DOCUMENT], targets(parts, DOCUMENT))
    if name not in trees:
        hint = "open word.docx, double-click into the top margin of the first page, and save"
        raise BriefgenError.one("the Word layout has no header that the logo could stand in", place, hint)
    header = trees[name]
    # docxtpl removes paragraphs that hold a tag of its own.
    paragraph = next((item for item in header.iter(w("p")) if "{%" not in text_in(item)), None)
    if paragraph is None:
        paragraph = make("p")
        header.insert(0, paragraph)
    run = etree.fromstring(_drawing(logo))
    paragraph.insert(1 if paragraph.find(w("pPr")) is not None else 0, run)
    _make_room(paragraph, round(logo.width * _TWIPS_IN_MM) + _GAP)
    return name


def _first_header(document: Element, related: Mapping[str, str]) -> str:
    """The part that is the header of the first page; empty where there is none."""
    section = next(document.iter(w("sectPr")), None)
    if section is None:
        return ""
    wanted = "first" if section.find(w("titlePg")) is not None else "default"
    for reference in section.findall(w("headerReference")):
        if reference.get(w("type")) == wanted:
            return posixpath.normpath(posixpath.join("word", related.get(reference.get(_REFERENCE, ""), "")))
    return ""


def _make_room(paragraph: Element, width: int) -> None:
    """Where the logo stands in a cell, let the cell be wide enough, at the cost of the last one of its row."""
    cell = paragraph.getparent()
    row = cell.getparent() if cell is not None and cell.tag == w("tc") else None
    table = row.getparent() if row is not None else None
    if cell is None or row is None or table is None:
        return
    cells = row.findall(w("tc"))
    at, last = cells.index(cell), len(cells) - 1
    for widths in (row.findall(f"{w('tc')}/{w('tcPr')}/{w('tcW')}"), table.findall(f"{w('tblGrid')}/{w('gridCol')}")):
        if at != last and len(widths) == len(cells):
            lacking = max(0, width - _width(widths[at]))
            widths[last].set(w("w"), str(_width(widths[last]) - lacking))
            widths[at].set(w("w"), str(_width(widths[at]) + lacking))


def _width(element: Element) -> int:
    return int(element.get(w("w"), "0"))


def _drawing(logo: Picture) -> str:
    """A picture in the line with its alternative text (ECMA-376 part 1, 20.4.2.8)."""
    size = f'cx="{round(logo.width * _EMU_IN_MM)}" cy="{round(logo.height * _EMU_IN_MM)}"'
    described = f'id="9001" name="Logo" descr="{escape(logo.alt)}"'
    picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    return (
        f'<w:r xmlns:w="{make("r").nsmap["w"]}"><w:drawing><wp:inline xmlns:wp="{drawing}" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {described}/>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{picture}"><pic:pic xmlns:pic="{picture}">'
        f"<pic:nvPicPr><pic:cNvPr {described}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'r:embed="layout_logo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
