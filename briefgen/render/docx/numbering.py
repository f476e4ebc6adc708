"""The numbering part: one instance per numbered list, so that each list counts for itself."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from briefgen.render.docx.flat import NumberedList
from briefgen.render.docx.ooxml import make, value_of, w
from briefgen.render.docx.package import NUMBERING, Parts, serialize


def first_free(numbering: etree._Element) -> int:
    """The lowest id above those of all instances; a used id would silently turn numbers into bullets."""
    return 1 + max((int(instance.get(w("numId"), "0")) for instance in numbering.findall(w("num"))), default=0)


def definition_behind(numbering: etree._Element, number: str, level: str) -> str | None:
    """The id of the abstract definition behind an instance; None where that level shows bullets or nothing."""
    abstract = next(
        (
            value_of(instance, "abstractNumId")
            for instance in numbering.findall(w("num"))
            if instance.get(w("numId")) == number
        ),
        None,
    )
    for definition in numbering.findall(w("abstractNum")):
        if definition.get(w("abstractNumId")) == abstract:
            formats = {item.get(w("ilvl")): value_of(item, "numFmt") for item in definition.findall(w("lvl"))}
            return None if formats.get(level) in ("bullet", "none", None) else abstract
    return None


def add_lists(parts: Parts, abstract: str, lists: tuple[NumberedList, ...]) -> dict[str, bytes]:
    """The parts with one numbering instance per list, which starts the count anew (ECMA-376 part 1, 17.9.26)."""
    return {**parts, NUMBERING: _with_lists(parts[NUMBERING], abstract, lists)}


# Kept, since the letters of a batch mostly have the same lists.
@lru_cache(maxsize=64)
def _with_lists(numbering: bytes, abstract: str, lists: tuple[NumberedList, ...]) -> bytes:
    root = etree.fromstring(numbering)
    last = [*root.findall(w("abstractNum")), *root.findall(w("num"))][-1]
    for numbered in lists:
        instance = make("num", numId=str(numbered.id))
        instance.append(make("abstractNumId", val=abstract))
        override = make("lvlOverride", ilvl="0")
        override.append(make("startOverride", val=str(numbered.start)))
        instance.append(override)
        last.addnext(instance)
        last = instance
    return serialize(root)
