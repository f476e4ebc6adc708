"""The parts of a Word file: reading a layout safely, adding to its parts, writing the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from lxml import etree

from briefgen.errors import BriefgenError, Place
from briefgen.reading.files import read_bytes
from briefgen.reading.packages import SAVE_AGAIN, NoPackageError, unpacked
from briefgen.render.docx.archive import RELATIONS, TYPES, archive, entry
from briefgen.render.docx.ooxml import escape

Parts = Mapping[str, bytes]
"""The parts of a package by their names in the zip file."""

DOCUMENT: Final = "word/document.xml"
STYLES: Final = "word/styles.xml"
SETTINGS: Final = "word/settings.xml"
NUMBERING: Final = "word/numbering.xml"
FOOTNOTES: Final = "word/footnotes.xml"
FONTS: Final = "word/fontTable.xml"
CORE: Final = "docProps/core.xml"
APP: Final = "docProps/app.xml"

_NEEDED: Final = (RELATIONS, DOCUMENT, STYLES, SETTINGS, NUMBERING, FOOTNOTES, FONTS)
_MAXIMUM_FILE: Final = 20_000_000
_MAXIMUM_BYTES: Final = 50_000_000
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_IMAGE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_HYPERLINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_NO_RELATIONSHIPS: Final = f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode()
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DROPPED: Final = ("/thumbnail", "/custom-properties")
"""Kinds of package relationships that would carry the layout's own history into every document."""


def read_layout(path: Path) -> bytes:
    """The Word file of a layout; raises BriefgenError when it is missing."""
    if not path.exists():
        raise BriefgenError.one("the Word layout is missing", Place(path), "copy that of the layout letterhead")
    return read_bytes(path, _MAXIMUM_FILE)


def layout_parts(data: bytes, place: Place) -> Parts:
    """The parts of a layout.

    Raises BriefgenError when it is no Word file, lacks a part that documents need, grows too large when unpacked,
    or refers to anything outside itself (a remote picture or template tells its owner who opens the letter).
    """
    try:
        parts = unpacked(data, place, _MAXIMUM_BYTES)
    except NoPackageError as err:
        hint = "save it in Word as “Word Document (.docx)”"
        raise BriefgenError.one("the layout is not a Word file (.docx)", place, hint) from err
    if missing := [name for name in _NEEDED if name not in parts]:
        hint = "start from the layout letterhead, which has them all"
        raise BriefgenError.one(f"the Word layout lacks {', '.join(missing)}", place, hint)
    _refuse_outside(parts, place)
    return {**parts, RELATIONS: _without_history(parts, place)}


def parse(data: bytes, place: Place) -> etree._Element:
    """The XML tree of a part; raises BriefgenError where it is not well formed."""
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as err:
        raise BriefgenError.one(f"the Word layout is damaged: {err}", place, SAVE_AGAIN) from err


def serialize(root: etree._Element) -> bytes:
    """A tree as a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _refuse_outside(parts: Parts, place: Place) -> None:
    for name in parts:
        if name.endswith(".rels"):
            for relationship in parse(parts[name], place):
                outside = relationship.get("TargetMode") == "External"
                if outside and relationship.get("Type") != _HYPERLINK:
                    raise BriefgenError.one(
                        f"the Word layout refers to something outside itself: {relationship.get('Target')}",
                        place,
                        "put the picture into the file, or detach the template",
                    )


def _without_history(parts: Parts, place: Place) -> bytes:
    """The package's relationships without thumbnail and custom properties, which then stay behind."""
    root = parse(parts[RELATIONS], place)
    for relationship in list(root):
        if relationship.get("Type", "").endswith(_DROPPED):
            root.remove(relationship)
    return serialize(root)


def add_links(parts: Parts, part: str, links: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """The parts with hyperlink relationships added to `part`: pairs of id and address."""
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    root = etree.fromstring(parts.get(path, _NO_RELATIONSHIPS))
    for identifier, url in links:
        attributes = {"Id": identifier, "Type": _HYPERLINK, "Target": url, "TargetMode": "External"}
        etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", attributes)
    return {**parts, path: serialize(root)} if len(root) else dict(parts)


def targets(parts: Parts, part: str) -> dict[str, str]:
    """What the relationships of a part lead to, by their ids."""
    folder, _, name = part.rpartition("/")
    root = etree.fromstring(parts.get(f"{folder}/_rels/{name}.rels", _NO_RELATIONSHIPS))
    return {relationship.get("Id", ""): relationship.get("Target", "") for relationship in root}


def add_picture(parts: Parts, part: str, name: str, png: bytes) -> dict[str, bytes]:
    """The parts with a PNG picture `name`, to which `part` refers as `layout_logo`."""
    folder, _, file = part.rpartition("/")
    path = f"{folder}/_rels/{file}.rels"
    root = etree.fromstring(parts.get(path, _NO_RELATIONSHIPS))
    attributes = {"Id": "layout_logo", "Type": _IMAGE, "Target": name.removeprefix(f"{folder}/")}
    etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", attributes)
    types = etree.fromstring(parts[TYPES])
    if not any(item.get("Extension", "").lower() == "png" for item in types):
        kind = etree.QName(types).namespace
        types.insert(0, etree.Element(f"{{{kind}}}Default", {"Extension": "png", "ContentType": "image/png"}))
    return {**parts, path: serialize(root), TYPES: serialize(types), name: png}


def pack(parts: Parts) -> bytes:
    """The zip file of the parts: the same parts give the same bytes."""
    return archive(entry(name, data) for name, data in parts.items())


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file that this program has written."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def core_properties(title: str, organisation: str, language: str, day: date) -> bytes:
    """The core properties part (ECMA-376 part 2, 8.3): the organisation is the only author it names."""
    moment = f'xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z'
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(organisation)}</dc:creator>"
        f"<dc:language>{escape(language)}</dc:language>"
        f"<cp:lastModifiedBy>{escape(organisation)}</cp:lastModifiedBy>"
        f"<dcterms:created {moment}</dcterms:created><dcterms:modified {moment}</dcterms:modified>"
        "</cp:coreProperties>"
    ).encode()


def app_properties() -> bytes:
    """The extended properties part, empty: it has nothing to tell."""
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{_HEAD}<Properties xmlns="{namespace}"/>'.encode()
