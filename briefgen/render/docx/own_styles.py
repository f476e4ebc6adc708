"""Styles of the layout, met by those of the same name in a user's file, or added in the user's own look."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from briefgen.render.docx.ooxml import Element, ensure, insert, make, value_of, w
from briefgen.render.docx.styles import Styles

_AS_NORMAL: Final = ("body text", "salutation")
"""Where a file does not know these, its ordinary paragraphs are what its owner means."""
_KINDS: Final = ("paragraph", "character", "table")
_OWN_LOOK: Final = ("rFonts", "color", "lang")
"""What an added style leaves to the user's file."""
_HALF_POINTS: Final = "22"


@dataclass(slots=True)
class StyleMatch:
    """Leads from style ids of a rendered document to those of a user's file; missing styles are added there."""

    own: Element
    base: Element
    ids: dict[str, str] = field(default_factory=dict)
    added: list[Element] = field(default_factory=list)
    _scale: float = 1

    def __post_init__(self) -> None:
        self._scale = _size(self.own) / _size(self.base)

    def match(self, base_ids: Iterable[str]) -> None:
        """Find or add a style for each id."""
        for base_id in base_ids:
            self.own_id(base_id)

    def own_id(self, base_id: str) -> str | None:
        """The id in the user's file; None for an id that no style of the layout has."""
        if base_id in self.ids:
            return self.ids[base_id]
        style = next((item for item in self.base.findall(w("style")) if item.get(w("styleId")) == base_id), None)
        if style is None:
            return None
        found = self._same_name(style) or self._default(style) or self._add(style)
        self.ids[base_id] = found
        return found

    def _same_name(self, style: Element) -> str | None:
        name = _name(style)
        for item in self.own.findall(w("style")):
            if _name(item) == name and item.get(w("type")) == style.get(w("type")):
                return item.get(w("styleId"))
        return None

    def _default(self, style: Element) -> str | None:
        """The default style of the same type, for what is default in the layout or like ordinary text."""
        if style.get(w("default")) is None and _name(style) not in _AS_NORMAL:
            return None
        for item in self.own.findall(w("style")):
            if item.get(w("type")) == style.get(w("type")) and item.get(w("default")) in ("1", "true"):
                return item.get(w("styleId"))
        return None

    def _add(self, style: Element) -> str:
        new = copy.deepcopy(style)
        identifier = style.get(w("styleId"), "")
        used = {item.get(w("styleId")) for item in self.own.findall(w("style"))}
        while identifier in used:
            identifier += "Letter"
        new.set(w("styleId"), identifier)
        self.ids[style.get(w("styleId"), "")] = identifier
        for name in ("basedOn", "next", "link"):
            self._lead(new, name)
        _take_own_look(new, self._scale)
        self._rename(new)
        self.own.append(new)
        self.added.append(new)
        return identifier

    def _lead(self, style: Element, name: str) -> None:
        """Let a reference lead to the user's styles, or drop it."""
        found = style.find(w(name))
        if found is None:
            return
        target = self.own_id(found.get(w("val"), "")) if name == "basedOn" else None
        if target:
            found.set(w("val"), target)
        else:
            style.remove(found)

    def _rename(self, style: Element) -> None:
        """Keep names unique where a style of another type has this one."""
        name = style.find(w("name"))
        taken = {_name(item) for item in self.own.findall(w("style"))}
        while name is not None and _name(style) in taken:
            name.set(w("val"), f"{name.get(w('val'))} (letter)")

    def numbering(self, base_id: str | None) -> tuple[str, str] | None:
        """The numbering that the matched style carries in the user's file, unless the style was added."""
        own_id = self.ids.get(base_id or "")
        if own_id is None or any(style.get(w("styleId")) == own_id for style in self.added):
            return None
        return Styles(self.own).numbering(own_id)


def _name(style: Element) -> str:
    return (value_of(style, "name") or "").lower()


def _size(styles: Element) -> int:
    """The size of ordinary text in half-points."""
    normal = (item for item in styles.findall(w("style")) if item.get(w("default")) in ("1", "true"))
    sizes = [value_of(item, "rPr/sz") for item in normal if item.get(w("type")) == "paragraph"]
    return int(next(filter(None, sizes), None) or value_of(styles, "docDefaults/rPrDefault/rPr/sz") or _HALF_POINTS)


def _take_own_look(style: Element, scale: float) -> None:
    """Leave faces, colours and line steps to the user's file, and fit sizes to its ordinary text."""
    for properties in style.iter(w("rPr")):
        for name in _OWN_LOOK:
            for found in properties.findall(w(name)):
                properties.remove(found)
        for name in ("sz", "szCs"):
            for size in properties.findall(w(name)):
                size.set(w("val"), str(round(int(size.get(w("val"), _HALF_POINTS)) * scale)))
    for spacing in style.iter(w("spacing")):
        for attribute in ("line", "lineRule"):
            if spacing.get(w(attribute)) is not None:
                del spacing.attrib[w(attribute)]


def ensure_defaults(styles: Element) -> Element:
    """The `w:rPr` of the document's defaults, made where it is missing."""
    return ensure(ensure(ensure(styles, "docDefaults"), "rPrDefault"), "rPr")


def set_language(styles: Element, slot: str, tag: str, face: str) -> None:
    """State the language of the text, and a face for its script where the file names none."""
    defaults = ensure_defaults(styles)
    ensure(defaults, "lang").set(w(slot), tag)
    for style in styles.findall(w("style")):
        if style.get(w("default")) in ("1", "true"):
            for language in style.iterfind(f"{w('rPr')}/{w('lang')}"):
                language.set(w(slot), tag)
    if slot == "val":
        return
    fonts = defaults.find(w("rFonts"))
    if fonts is None:
        fonts = insert(defaults, make("rFonts"))
    script, theme = ("cs", "cstheme") if slot == "bidi" else ("eastAsia", "eastAsiaTheme")
    if fonts.get(w(script)) is None and fonts.get(w(theme)) is None:
        fonts.set(w(script), face)
