"""The whole text of a document in a user's Word file: rendered with the layout, then taken over block by block."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from briefgen.errors import Place
from briefgen.render.docx.ooxml import Element, W, make, w
from briefgen.render.docx.own_numbering import ListGraft
from briefgen.render.docx.own_package import parse_part, relations
from briefgen.render.docx.own_parts import fresh_ids, with_image, with_part
from briefgen.render.docx.own_source import BODY_MARK
from briefgen.render.docx.own_styles import StyleMatch
from briefgen.render.docx.package import DOCUMENT, FOOTNOTES, NUMBERING, SETTINGS, STYLES, Parts, add_links, serialize
from briefgen.render.docx.styles import Styles

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STYLED: Final = (w("pStyle"), w("rStyle"), w("tblStyle"))
_WIDTHS: Final = (w("tblW"), w("tcW"), w("gridCol"))
# What follows w:footnotePr in the settings (ECMA-376 part 1, annex A, CT_Settings).
_AFTER_NOTES: Final = (
    "endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping "
    "doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType "
    "schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator docId chartTrackingRefBased"
)


def put_body(parts: Parts, main: str, document: Element, rendered: Parts, italics: bool) -> dict[str, bytes]:
    """Put the blocks of a rendered document where `document` (the filled tree of `main`) is marked for them.

    The tree is changed in place; returned are the parts with the styles, lists, notes, links and pictures that
    the blocks need. Without `italics` in the script of the text, emphasis is strong, as in the layout.
    """
    source = _parsed(rendered, DOCUMENT)
    blocks = [item for item in source[0] if item.tag != w("sectPr")]
    parts, styles_name = with_part(parts, main, "styles", rendered[STYLES])
    parts, numbers_name = with_part(parts, main, "numbering", f'<w:numbering xmlns:w="{W}"/>'.encode())
    parts, notes_name = _with_notes(parts, main, rendered)
    styles = StyleMatch(_parsed(parts, styles_name), _parsed(rendered, STYLES))
    notes = _parsed(parts, notes_name)
    taken = _take_notes(notes, blocks, _parsed(rendered, FOOTNOTES))
    styles.match(_used([*blocks, *taken]))
    if not italics:
        _embolden(styles)
    numbering = ListGraft(_parsed(parts, numbers_name), _parsed(rendered, NUMBERING), styles)
    numbering.take(blocks)
    _lead_styles([*blocks, *taken], styles)
    parts = _take_relations(parts, main, blocks, rendered, DOCUMENT)
    parts = _take_relations(parts, notes_name, taken, rendered, FOOTNOTES)
    _insert(document, blocks, _text_width(source, None))
    trees = ((styles_name, styles.own), (numbers_name, numbering.own), (notes_name, notes))
    return {**parts, **{name: serialize(tree) for name, tree in trees}}


def _parsed(parts: Parts, name: str) -> Element:
    return parse_part(parts[name], Place(name))


def _used(elements: Sequence[Element]) -> Iterator[str]:
    """The ids of the styles that elements name, in reading order."""
    for element in elements:
        for item in element.iter(*_STYLED):
            yield item.get(w("val"), "")


def _embolden(styles: StyleMatch) -> None:
    """Let emphasis take the style of strong words."""
    known = Styles(styles.base).ids()
    strong = styles.own_id(known.get("strong", ""))
    if strong and known.get("emphasis") in styles.ids:
        styles.ids[known["emphasis"]] = strong


def _lead_styles(elements: Sequence[Element], styles: StyleMatch) -> None:
    for element in elements:
        for item in element.iter(*_STYLED):
            item.set(w("val"), styles.ids.get(item.get(w("val"), ""), item.get(w("val"), "")))


def _with_notes(parts: Parts, main: str, rendered: Parts) -> tuple[dict[str, bytes], str]:
    """The parts with a part for footnotes, which begins with the separators of the layout where it is new."""
    empty = _parsed(rendered, FOOTNOTES)
    for note in list(empty):
        if note.get(w("type")) is None:
            empty.remove(note)
        for properties in note.iter(w("pPr")):
            properties[:] = []
    before = len(parts)
    parts, name = with_part(parts, main, "footnotes", serialize(empty))
    if len(parts) == before:
        return dict(parts), name
    parts, settings_name = with_part(parts, main, "settings", rendered[SETTINGS])
    settings = _parsed(parts, settings_name)
    if settings.find(w("footnotePr")) is None:
        _declare_separators(settings, [note.get(w("id"), "") for note in empty])
    return {**parts, settings_name: serialize(settings)}, name


def _declare_separators(settings: Element, ids: Sequence[str]) -> None:
    declared = make("footnotePr")
    declared[:] = [make("footnote", id=identifier) for identifier in ids]
    later = _AFTER_NOTES.split()
    found = (item for item in settings if etree.QName(item).localname in later)
    following = next(found, None)
    if following is None:
        settings.append(declared)
    else:
        following.addprevious(declared)


def _take_notes(own: Element, blocks: Sequence[Element], base: Element) -> list[Element]:
    """Append the notes of the document to those of the file under new ids; returns them."""
    number = max([0, *(int(note.get(w("id"), "0")) for note in own)]) + 1
    taken, ids = [], {}
    for note in base:
        if note.get(w("type")) is None:
            new = copy.deepcopy(note)
            ids[note.get(w("id"))] = str(number)
            new.set(w("id"), str(number))
            own.append(new)
            taken.append(new)
            number += 1
    for block in blocks:
        for reference in block.iter(w("footnoteReference")):
            reference.set(w("id"), ids[reference.get(w("id"))])
    return taken


def _take_relations(
    parts: Parts, owner: str, elements: Sequence[Element], rendered: Parts, base: str
) -> dict[str, bytes]:
    """The parts with the links and pictures of the elements, which then name them by new ids."""
    known = {item.id: item for item in relations(rendered, base)}
    new: dict[str, str] = {}
    for element in elements:
        for item in element.iter():
            for name, value in item.attrib.items():
                if not str(name).startswith(_R) or str(value) not in known:
                    continue
                relation = known[str(value)]
                if relation.id not in new and relation.kind == "image":
                    data = rendered[relation.target]
                    parts, new[relation.id] = with_image(parts, owner, relation.target, data)
                elif relation.id not in new:
                    new[relation.id] = fresh_ids(parts, owner, 1)[0]
                    parts = add_links(parts, owner, [(new[relation.id], relation.target)])
                item.set(name, new[relation.id])
    return dict(parts)


def _insert(document: Element, blocks: Sequence[Element], base_width: int) -> None:
    """Put the blocks in place of the mark, tables as wide as the text is there."""
    mark = next(item for item in document.iter(etree.ProcessingInstruction) if getattr(item, "target", "") == BODY_MARK)
    width = _text_width(document, mark)
    for block in blocks:
        if base_width and width:
            _scale(block, width / base_width)
        mark.addprevious(block)
    parent = mark.getparent()
    if parent is not None:
        parent.remove(mark)


def _scale(block: Element, factor: float) -> None:
    for item in block.iter(*_WIDTHS):
        if item.get(w("type"), "dxa") == "dxa":
            item.set(w("w"), str(int(int(item.get(w("w"), "0")) * factor)))


def _text_width(document: Element, mark: Element | None) -> int:
    """The width of the text where the mark stands: of its cell or of its section; 0 where none is stated."""
    cell = None if mark is None else next(mark.iterancestors(w("tc")), None)
    if cell is not None:
        stated = cell.find(f"{w('tcPr')}/{w('tcW')}")
        return int(stated.get(w("w"), "0")) if stated is not None and stated.get(w("type")) == "dxa" else 0
    section = _section(document, mark)
    size, margins = (None, None) if section is None else (section.find(w("pgSz")), section.find(w("pgMar")))
    if section is None or size is None or margins is None:
        return 0
    width = int(size.get(w("w"), "0")) - sum(int(margins.get(w(side), "0")) for side in ("left", "right", "gutter"))
    columns = section.find(w("cols"))
    count = 1 if columns is None else int(columns.get(w("num"), "1"))
    gap = 0 if columns is None else int(columns.get(w("space"), "0"))
    return (width - gap * (count - 1)) // count


def _section(document: Element, mark: Element | None) -> Element | None:
    """The properties of the section of the mark, which stand at its end; of the last section without a mark."""
    passed = mark is None
    found = None
    for item in document.iter():
        passed = passed or item is mark
        if passed and item.tag == w("sectPr"):
            found = item
            if mark is not None:
                break
    return found
