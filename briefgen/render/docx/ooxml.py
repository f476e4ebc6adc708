"""Small tools for WordprocessingML: names, elements, the order of children, and what its text can hold."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

Element = etree._Element

# The sequences of ECMA-376 part 1, annex A (CT_PPr, CT_RPr, CT_TblPr, CT_SectPr): Word refuses a file whose
# children stand in another order.
_ORDER: Final = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
        "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
        "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl "
        "cs em lang eastAsianLayout specVanish oMath rPrChange"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
        "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
        "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings "
        "sectPrChange"
    ),
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
        "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "pBdr": "top left bottom right between bar",
}
_ILLEGAL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RANK: Final = {
    parent: {child: rank for rank, child in enumerate(children.split())} for parent, children in _ORDER.items()
}


def w(name: str) -> str:
    """The expanded name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


def rank(parent: str, child: str) -> int:
    """The place of a child among its siblings; unknown children come last."""
    return _RANK[parent].get(child, 999)


def make(name: str, **attributes: str) -> Element:
    """A new element with `w:` attributes."""
    element = etree.Element(w(name), nsmap={"w": W})
    for key, value in attributes.items():
        element.set(w(key), value)
    return element


def insert(parent: Element, child: Element) -> Element:
    """Put `child` where the schema wants it among the children of `parent`, and return it."""
    kind = local(parent)
    place = rank(kind, local(child))
    for index, sibling in enumerate(parent):
        if isinstance(sibling.tag, str) and rank(kind, local(sibling)) > place:
            parent.insert(index, child)
            return child
    parent.append(child)
    return child


def ensure(parent: Element, name: str) -> Element:
    """The child `name` of `parent`, made in its right place where it is missing."""
    found = parent.find(w(name))
    return found if found is not None else insert(parent, make(name))


def properties_of(paragraph: Element) -> Element:
    """The `w:pPr` of a paragraph, which comes first in it."""
    found = paragraph.find(w("pPr"))
    if found is None:
        found = make("pPr")
        paragraph.insert(0, found)
    return found


def text_in(element: Element) -> str:
    """The text of all `w:t` below an element."""
    return "".join(text.text or "" for text in element.iter(w("t")))


def value_of(parent: Element, path: str) -> str | None:
    """The `w:val` of the child at `path` (names without prefix, joined by `/`), if it is there."""
    found = parent.find("/".join(w(name) for name in path.split("/")))
    return None if found is None else found.get(w("val"))


def illegal_characters(text: str) -> list[str]:
    """The characters of a text that an XML file cannot hold (XML 1.0, production 2)."""
    return _ILLEGAL.findall(text)


def legal(text: str) -> str:
    """The text with a replacement character for each that an XML file cannot hold."""
    return _ILLEGAL.sub("\ufffd", text)


def escape(text: str) -> str:
    """Text as XML character data that docxtpl leaves alone.

    docxtpl replaces `{_{`, `_}`, `{_%` and `%_}` in what it has rendered, so the underscores of such a value are
    written as character references.
    """
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return safe.replace("{_", "{&#95;").replace("_}", "&#95;}")
