"""Reading the styles part: names, inheritance, what a style settles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from briefgen.render.docx.ooxml import value_of, w


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a layout."""

    root: etree._Element

    def ids(self) -> dict[str, str]:
        """Ids by name; names in lower case, since Word writes `heading 1` and shows “Heading 1”."""
        found = {}
        for style in self.root.findall(w("style")):
            name = value_of(style, "name")
            if name:
                found[name.lower()] = style.get(w("styleId"), "")
        return found

    def chain(self, style_id: str | None) -> Iterator[etree._Element]:
        """A style and those it is based on, nearest first."""
        by_id = {style.get(w("styleId")): style for style in self.root.findall(w("style"))}
        seen: set[str] = set()
        while style_id is not None and style_id in by_id and style_id not in seen:
            seen.add(style_id)
            style = by_id[style_id]
            yield style
            style_id = value_of(style, "basedOn")

    def numbering(self, style_id: str | None) -> tuple[str, str] | None:
        """The numbering instance and level that a paragraph style carries."""
        for style in self.chain(style_id):
            if number := value_of(style, "pPr/numPr/numId"):
                return number, value_of(style, "pPr/numPr/ilvl") or "0"
        return None

    def space_before(self, style_id: str | None) -> int:
        """The space above paragraphs of a style, in twentieths of a point."""
        for style in self.chain(style_id):
            spacing = style.find(f"{w('pPr')}/{w('spacing')}")
            if spacing is not None and spacing.get(w("before")):
                return int(spacing.get(w("before"), "0"))
        return 0
