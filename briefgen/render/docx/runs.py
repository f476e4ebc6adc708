"""Runs of the document as `w:r` elements: emphasis, language, fonts, direction, links, notes, page numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from briefgen.document import Run
from briefgen.model.typography import Typography
from briefgen.render.docx.direction import segments
from briefgen.render.docx.flat import FlatLine, Link, NoteMark, PageField
from briefgen.render.docx.ooxml import escape, rank

_STYLE_OF: Final = {"emphasis": "emphasis", "strong": "strong"}
_FULL_WIDTH_QUOTES: Final = ("zh", "ja")
"""Languages whose quotation marks are those of the East Asian face (`w:hint`, ECMA-376 part 1, 17.3.2.26)."""
_CHILD: Final = re.compile(r"<w:(\w+)(?: [^>]*)?(?:/>|>.*?</w:\1>)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RunWriter:
    """Writes lines as WordprocessingML for one document.

    `style_ids` leads from the names of the character styles, in lower case, to their ids in the layout.
    """

    typography: Typography
    typographies: Mapping[str, Typography]
    style_ids: Mapping[str, str]

    def write(self, value: object, properties: str = "") -> Markup:
        """The `w:r` elements of a line (or of anything else that a tag may print, as plain text).

        `properties` is the inner XML of the sample run's `w:rPr`.
        """
        line = value if isinstance(value, FlatLine) else FlatLine((Run(str(value)),))
        base = _children(properties)
        # Every part is built from text that `escape` has passed and from the layout's own properties.
        return Markup("".join(self._piece(piece, base) for piece in line.pieces))  # noqa: S704

    def _piece(self, piece: Run | Link | NoteMark | PageField, base: dict[str, str]) -> str:
        match piece:
            case Link(run, relationship):
                inside = self._run(run, base | self._style("hyperlink"))
                return f'<w:hyperlink r:id="{relationship}" w:history="1">{inside}</w:hyperlink>'
            case NoteMark(number):
                mark = f'<w:footnoteReference w:id="{number}"/>'
                return _element(self._style("footnote reference"), mark)
            case PageField(code):
                return self._field(code, base)
            case Run():
                return self._run(piece, base | self._style(_STYLE_OF.get(piece.emphasis, "")))

    def _style(self, name: str) -> dict[str, str]:
        return {"rStyle": f'<w:rStyle w:val="{self.style_ids[name]}"/>'} if name else {}

    def _run(self, run: Run, base: dict[str, str]) -> str:
        """One `w:r` per stretch of one direction."""
        typography = self.typographies[run.language] if run.language else self.typography
        properties = base | self._language(typography, run.emphasis != "plain")
        if run.emphasis == "emphasis" and typography.italics != self.typography.italics:
            properties |= _emphasis(typography)
        return "".join(
            _element(properties | ({"rtl": "<w:rtl/>"} if rtl else {}), _text(piece))
            for rtl, piece in segments(run.text, typography.direction == "rtl")
            if piece
        )

    def _language(self, typography: Typography, emphasised: bool) -> dict[str, str]:
        """The language and the faces of a run that is not in the document's language."""
        tag = typography.tag.partition("-")[0]
        hint = ' w:hint="eastAsia"' if tag in _FULL_WIDTH_QUOTES else ""
        if typography.tag == self.typography.tag:
            return {"rFonts": f"<w:rFonts{hint}/>"} if hint else {}
        slot = typography.word_slot
        found = {"lang": f'<w:lang w:{slot}="{typography.word_tag}"/>'}
        if slot != "val":
            face = escape(typography.word_heading if emphasised else typography.word_body)
            found["rFonts"] = f'<w:rFonts{hint} w:{"cs" if slot == "bidi" else "eastAsia"}="{face}"/>'
        return found

    def _field(self, code: str, base: dict[str, str]) -> str:
        """A complex field (ECMA-376 part 1, 17.16.18) with a placeholder that Word replaces when it opens."""
        properties = base | ({"rtl": "<w:rtl/>"} if self.typography.direction == "rtl" else {})
        parts = (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
        return "".join(_element(properties, part) for part in parts)


def _emphasis(typography: Typography) -> dict[str, str]:
    """Emphasis in a language whose scripts have italics where the document's have not, and the reverse."""
    italic, bold = ("1", "0") if typography.italics else ("0", "1")
    toggles = (("b", bold), ("bCs", bold), ("i", italic), ("iCs", italic))
    found = {name: f'<w:{name} w:val="{value}"/>' for name, value in toggles}
    if typography.italics:
        # The style for emphasis names the heading face of the document's language.
        face = escape(typography.word_body)
        found["rFonts"] = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}"/>'
    return found


def _children(properties: str) -> dict[str, str]:
    """The children of a `w:rPr` by name, as XML; those of other namespaces are extras of one version of Word."""
    # Direction and language come from the text, not from the sample that stands in the layout.
    found = {match[1]: match[0] for match in _CHILD.finditer(properties)}
    return {name: xml for name, xml in found.items() if name not in ("rtl", "lang")}


def _element(properties: Mapping[str, str], content: str) -> str:
    inner = "".join(properties[name] for name in sorted(properties, key=lambda name: rank("rPr", name)))
    return f"<w:r>{f'<w:rPr>{inner}</w:rPr>' if inner else ''}{content}</w:r>"


def _text(text: str) -> str:
    """Text with its spaces; tabs and line ends as the elements Word has for them."""
    found = []
    for piece in re.split(r"(\t|\r\n|\r|\n)", text):
        if piece == "\t":
            found.append("<w:tab/>")
        elif piece in ("\r\n", "\r", "\n"):
            found.append("<w:br/>")
        elif piece:
            found.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return "".join(found)
