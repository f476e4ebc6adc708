"""Runs of the document as `w:r` elements: emphasis, language, fonts, direction, links, notes, page numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

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
_BREAK: Final = re.compile(r"(\t|\r\n|\r|\n)")
_BREAKS: Final = {"\t": "<w:tab/>", **dict.fromkeys(("\r\n", "\r", "\n"), "<w:br/>")}


class _Look(NamedTuple):
    """What the properties of a run hang on."""

    properties: str
    """The inner XML of the `w:rPr` of the layout's run."""
    style: str = ""
    rtl: bool = False
    spoken: tuple[str | None, bool, bool] | None = None
    """The run's language, whether it is stressed in any way, and whether it is emphasised; None for what is no text."""


@dataclass(frozen=True, slots=True)
class RunWriter:
    """Writes lines as WordprocessingML for the documents of one language.

    `style_ids` leads from the names of the character styles, in lower case, to their ids in the layout.
    """

    typography: Typography
    typographies: Mapping[str, Typography]
    style_ids: Mapping[str, str]
    # Kept from run to run: as many as there are samples in the layout, styles and languages.
    _openings: dict[_Look, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def write(self, value: object, properties: str = "") -> Markup:
        """The `w:r` elements of a line (or of anything else that a tag may print, as plain text).

        `properties` is the inner XML of the sample run's `w:rPr`.
        """
        line = value if isinstance(value, FlatLine) else FlatLine((Run(str(value)),))
        # Every part is built from text that `escape` has passed and from the layout's own properties.
        return Markup("".join(self._piece(piece, properties) for piece in line.pieces))  # noqa: S704

    def _piece(self, piece: Run | Link | NoteMark | PageField, properties: str) -> str:
        match piece:
            case Run():
                return self._run(piece, properties, _STYLE_OF.get(piece.emphasis, ""))
            case Link(run, relationship):
                inside = self._run(run, properties, "hyperlink")
                return f'<w:hyperlink r:id="{relationship}" w:history="1">{inside}</w:hyperlink>'
            case NoteMark(number):
                return self._element(_Look("", "footnote reference"), f'<w:footnoteReference w:id="{number}"/>')
            case PageField(code):
                return self._field(code, properties)

    def _run(self, run: Run, properties: str, style: str) -> str:
        """One `w:r` per stretch of one direction."""
        typography = self.typographies[run.language] if run.language else self.typography
        spoken = (run.language, run.emphasis != "plain", run.emphasis == "emphasis")
        return "".join(
            self._element(_Look(properties, style, rtl, spoken), _text(piece))
            for rtl, piece in segments(run.text, typography.direction == "rtl")
            if piece
        )

    def _element(self, look: _Look, content: str) -> str:
        opening = self._openings.get(look)
        if opening is None:
            opening = self._openings[look] = self._opening(look)
        return f"{opening}{content}</w:r>"

    def _opening(self, look: _Look) -> str:
        """The start of a `w:r`, with its properties in the order of the schema."""
        found = _children(look.properties)
        if look.style:
            found["rStyle"] = f'<w:rStyle w:val="{self.style_ids[look.style]}"/>'
        if look.spoken:
            found |= self._spoken(*look.spoken)
        if look.rtl:
            found["rtl"] = "<w:rtl/>"
        inner = "".join(found[name] for name in sorted(found, key=lambda name: rank("rPr", name)))
        return f"<w:r><w:rPr>{inner}</w:rPr>" if inner else "<w:r>"

    def _spoken(self, language: str | None, stressed: bool, emphasised: bool) -> dict[str, str]:
        """The properties of a text in a language; in which way it is emphasised, where the scripts differ in that."""
        typography = self.typographies[language] if language else self.typography
        found = self._language(typography, stressed)
        if emphasised and typography.italics != self.typography.italics:
            found |= _emphasis(typography)
        return found

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

    def _field(self, code: str, properties: str) -> str:
        """A complex field (ECMA-376 part 1, 17.16.18) with a placeholder that Word replaces when it opens."""
        look = _Look(properties, rtl=self.typography.direction == "rtl")
        parts = (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
        return "".join(self._element(look, part) for part in parts)


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


def _text(text: str) -> str:
    """Text with its spaces; tabs and line ends as the elements Word has for them."""
    if not _BREAK.search(text):
        return f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return "".join(_BREAKS.get(piece) or _text(piece) for piece in _BREAK.split(text) if piece)
