"""Parts, relationships and content types that a user's file lacks, added to it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import Final

from lxml import etree

from briefgen.errors import Place
from briefgen.render.docx.own_package import RELATIONSHIPS, TOP, TYPES, parse_part, part_of, relations, rels_of
from briefgen.render.docx.package import Parts, serialize

_CONTENT: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE_TYPE: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PROPERTIES: Final = "application/vnd.openxmlformats-package.core-properties+xml"


def with_part(parts: Parts, main: str, kind: str, data: bytes) -> tuple[dict[str, bytes], str]:
    """The parts with one of this kind for the document, and its name; one that is there stays as it is."""
    if found := part_of(parts, main, kind):
        return dict(parts), found
    name = _free(parts, posixpath.join(posixpath.dirname(main), f"{kind}.xml"))
    added = _declare({**parts, name: data}, name, f"{_WORD}{kind}+xml")
    return with_relation(added, main, f"{_OFFICE}{kind}", posixpath.relpath(name, posixpath.dirname(main))), name


def with_properties(parts: Parts, core: bytes, app: bytes) -> dict[str, bytes]:
    """The parts with these document properties and no others."""
    found = dict(parts)
    if name := part_of(parts, TOP, "extended-properties"):
        found[name] = app
    name = part_of(parts, TOP, "core-properties")
    if name:
        return {**found, name: core}
    name = _free(parts, "docProps/core.xml")
    return with_relation(_declare({**found, name: core}, name, _PROPERTIES), TOP, _CORE_TYPE, name)


def with_image(parts: Parts, main: str, name: str, data: bytes) -> tuple[dict[str, bytes], str]:
    """The parts with a picture for the document, and the id by which the document knows it."""
    stem, extension = posixpath.splitext(posixpath.basename(name))
    free = _free(parts, posixpath.join(posixpath.dirname(main), "media", f"{stem}{extension}"))
    added = _default({**parts, free: data}, extension.lstrip("."))
    identifier = fresh_ids(parts, main, 1)[0]
    target = posixpath.relpath(free, posixpath.dirname(main))
    return with_relation(added, main, f"{_OFFICE}image", target, identifier), identifier


def with_relation(parts: Parts, owner: str, kind: str, target: str, identifier: str = "") -> dict[str, bytes]:
    """The parts with one more relationship of `owner` inside the file."""
    name = rels_of(owner)
    root = parse_part(parts.get(name, f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()), Place(name))
    attributes = {"Id": identifier or fresh_ids(parts, owner, 1)[0], "Type": kind, "Target": target}
    etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", attributes)
    return {**parts, name: serialize(root)}


def fresh_ids(parts: Parts, owner: str, count: int) -> list[str]:
    """Ids that no relationship of `owner` has."""
    used = {item.id for item in relations(parts, owner)}
    free: Iterable[str] = (f"rIdBody{number}" for number in range(1, len(used) + count + 1))
    return [identifier for identifier in free if identifier not in used][:count]


def _free(parts: Parts, name: str) -> str:
    stem, extension = posixpath.splitext(name)
    candidates = (name, *(f"{stem}{number}{extension}" for number in range(2, len(parts) + 3)))
    return next(candidate for candidate in candidates if candidate not in parts)


def _declare(parts: Parts, name: str, kind: str) -> dict[str, bytes]:
    root = parse_part(parts[TYPES], Place(TYPES))
    etree.SubElement(root, f"{{{_CONTENT}}}Override", {"PartName": f"/{name}", "ContentType": kind})
    return {**parts, TYPES: serialize(root)}


def _default(parts: Parts, extension: str) -> dict[str, bytes]:
    root = parse_part(parts[TYPES], Place(TYPES))
    if any(item.get("Extension", "").lower() == extension.lower() for item in root):
        return dict(parts)
    kind = {"jpg": "jpeg", "svg": "svg+xml"}.get(extension.lower(), extension.lower())
    attributes = {"Extension": extension, "ContentType": f"image/{kind}"}
    root.insert(0, etree.Element(f"{{{_CONTENT}}}Default", attributes, None))
    return {**parts, TYPES: serialize(root)}
