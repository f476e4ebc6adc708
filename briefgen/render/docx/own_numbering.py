"""Lists of a rendered document in a user's file: in the user's own numbering where it has one."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefgen.render.docx.numbering import definition_behind, first_free
from briefgen.render.docx.ooxml import Element, ensure, make, properties_of, value_of, w
from briefgen.render.docx.own_styles import StyleMatch
from briefgen.render.docx.styles import Styles


@dataclass(slots=True)
class ListGraft:
    """Takes the lists of `base`, the numbering part of a rendered document, into `own`, that of a user's file."""

    own: Element
    base: Element
    styles: StyleMatch
    _definitions: dict[str, str] = field(default_factory=dict)
    _lists: dict[tuple[str, str | None], str] = field(default_factory=dict)

    def take(self, blocks: Iterable[Element]) -> None:
        """Let the paragraphs of the blocks, and the styles that were added, count by the user's numbering."""
        base_styles = Styles(self.styles.base)
        for block in blocks:
            for paragraph in block.iter(w("p")):
                self._paragraph(paragraph, base_styles)
        for style in self.styles.added:
            for number in style.iter(w("numId")):
                number.set(w("val"), self._list(number.get(w("val"), ""), None, "0"))

    def _paragraph(self, paragraph: Element, base_styles: Styles) -> None:
        style = value_of(paragraph, "pPr/pStyle")
        direct = value_of(paragraph, "pPr/numPr/numId")
        own = self.styles.numbering(style)
        level = value_of(paragraph, "pPr/numPr/ilvl") or "0"
        definition = None
        if direct and own and (definition := definition_behind(self.own, *own)):
            level = own[1]
        elif not direct:
            inherited = base_styles.numbering(style)
            added = any(item.get(w("styleId")) == self.styles.ids.get(style or "") for item in self.styles.added)
            if inherited is None or own or added:
                return
            direct, level = inherited
        numbering = ensure(properties_of(paragraph), "numPr")
        numbering[:] = [make("ilvl", val=level), make("numId", val=self._list(direct, definition, level))]

    def _list(self, base_number: str, definition: str | None, level: str) -> str:
        """The instance that stands for one of the base: of a definition of the user's, or of one taken over."""
        key = (base_number, definition)
        if key not in self._lists:
            instance = make("num", numId=str(first_free(self.own)))
            source = self._instance(base_number)
            used = definition or self._definition(value_of(source, "abstractNumId") or "0")
            instance.append(make("abstractNumId", val=used))
            for override in source.findall(w("lvlOverride")):
                taken = copy.deepcopy(override)
                taken.set(w("ilvl"), level)
                instance.append(taken)
            self._put(instance)
            self._lists[key] = instance.get(w("numId"), "")
        return self._lists[key]

    def _instance(self, number: str) -> Element:
        return next(item for item in self.base.findall(w("num")) if item.get(w("numId")) == number)

    def _definition(self, base_id: str) -> str:
        """The id of a definition of the base, copied into the user's file."""
        if base_id not in self._definitions:
            used = [int(item.get(w("abstractNumId"), "0")) for item in self.own.findall(w("abstractNum"))]
            source = next(
                item for item in self.base.findall(w("abstractNum")) if item.get(w("abstractNumId")) == base_id
            )
            new = copy.deepcopy(source)
            new.set(w("abstractNumId"), str(max(used, default=-1) + 1))
            self._lead_styles(new)
            self._put(new)
            self._definitions[base_id] = new.get(w("abstractNumId"), "")
        return self._definitions[base_id]

    def _lead_styles(self, definition: Element) -> None:
        """Tie levels to styles that were added; the user's own styles keep their ties."""
        added = {style.get(w("styleId")) for style in self.styles.added}
        for level in definition.iter(w("lvl")):
            for tie in level.findall(w("pStyle")):
                target = self.styles.ids.get(tie.get(w("val"), ""))
                if target in added and target is not None:
                    tie.set(w("val"), target)
                else:
                    level.remove(tie)
            # The colour of the layout's numbers is not the user's.
            for properties in level.findall(w("rPr")):
                for colour in properties.findall(w("color")):
                    properties.remove(colour)

    def _put(self, new: Element) -> None:
        """Definitions come before instances (ECMA-376 part 1, 17.9.17)."""
        before = ("numPicBullet", "abstractNum", *(("num",) if new.tag == w("num") else ()))
        index = sum(1 for item in self.own if item.tag in tuple(map(w, before)))
        self.own.insert(index, new)
