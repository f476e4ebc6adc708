"""A Word file of the user's own: opened with care, and cleared of what must not travel with a letter."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from briefgen.errors import BriefgenError, Place, Problem
from briefgen.reading.files import read_bytes
from briefgen.reading.packages import SAVE_AGAIN, NoPackageError, unpacked
from briefgen.render.docx.ooxml import Element, W
from briefgen.render.docx.package import Parts, serialize

RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES: Final = "[Content_Types].xml"
TOP: Final = ""
"""The owner of the relationships of the package itself."""

_MAXIMUM_FILE: Final = 20_000_000
_MAXIMUM_BYTES: Final = 50_000_000
_OLD_WORD: Final = b"\xd0\xcf\x11\xe0"

TEXT_KINDS: Final = ("header", "footer", "footnotes", "endnotes")
_KEPT: Final = frozenset(
    {
        *TEXT_KINDS,
        *("officeDocument", "styles", "numbering", "settings", "fontTable", "font", "theme", "image", "hyperlink"),
        *("core-properties", "extended-properties"),
    }
)
_HISTORY: Final = (
    "thumbnail custom-properties customXml customXmlProps comments commentsExtended commentsIds commentsExtensible "
    "people stylesWithEffects printerSettings glossaryDocument attachedTemplate webSettings recipientData "
    "mailMergeSource mailMergeHeaderSource origin signature keyMapCustomizations documenttasks classificationlabels"
)
_DROPPED: Final = frozenset(_HISTORY.split())
"""Kinds of relationships that tell about the file's own history, and that no reader of a letter misses."""
_LINKS: Final = ("http://", "https://", "mailto:", "#")
_TAG_MARKS: Final = ("{{", "{%", "%7B%7B", "%7b%7b")
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: its id, its kind (the last word of its type), and what it leads to."""

    id: str
    kind: str
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class OwnFile:
    """The parts of a user's file; `main` is the name of the document part."""

    path: Path
    parts: Parts
    main: str

    def place(self, where: str) -> Place:
        """A place inside the file, in words."""
        return Place(f"{self.path}, {where}")


def read_own_file(path: Path) -> OwnFile:
    """Read a Word file that may come from anywhere.

    Raises BriefgenError when the file is missing, is no Word file, is too large when unpacked, is damaged, or
    is of a kind that is not read (macros, Strict Open XML).
    """
    return own_file(path, read_bytes(path, _MAXIMUM_FILE))


def own_file(path: Path, data: bytes) -> OwnFile:
    """The Word file whose bytes these are, of which messages speak under a path; raises as `read_own_file` does."""
    parts = _unpack(path, data)
    main = next((item.target for item in relations(parts, TOP) if item.kind == "officeDocument"), "")
    if main not in parts or TYPES not in parts:
        raise BriefgenError.one("the file is not a Word document", Place(path), "save it in Word as .docx")
    if b"macroEnabled" in parts[TYPES] or any(name.endswith("vbaProject.bin") for name in parts):
        raise BriefgenError.one("the file holds macros", Place(path), "save it in Word as .docx, without macros")
    if parse_part(parts[main], Place(path)).tag != f"{{{W}}}document":
        hint = "save it in Word as “Word Document (.docx)”, not as “Strict Open XML Document”"
        raise BriefgenError.one("the file is a Word document in Strict Open XML, which is not read", Place(path), hint)
    return OwnFile(path, parts, main)


def _unpack(path: Path, data: bytes) -> dict[str, bytes]:
    try:
        return unpacked(data, Place(path), _MAXIMUM_BYTES)
    except NoPackageError as err:
        old = data.startswith(_OLD_WORD)
        hint = "save it in Word as .docx, without a password" if old else "save it in Word as .docx"
        raise BriefgenError.one("the file is not a Word document (.docx)", Place(path), hint) from err


def parse_part(data: bytes, place: Place) -> Element:
    """The tree of a part without comments and processing instructions.

    Entities are not expanded and nothing is fetched. Raises BriefgenError where the part is damaged.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as err:
        raise BriefgenError.one(f"the file is damaged: {err}", place, SAVE_AGAIN) from err
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise BriefgenError.one("the file is damaged: a part declares a document type", place, SAVE_AGAIN)
    return root


def rels_of(owner: str) -> str:
    """The name of the part that holds the relationships of `owner`."""
    folder, _, name = owner.rpartition("/")
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(parts: Parts, owner: str) -> Iterator[Relation]:
    """The relationships of a part, with targets inside the file as names of parts."""
    data = parts.get(rels_of(owner))
    if data is None:
        return
    for item in parse_part(data, Place(rels_of(owner))):
        target, outside = item.get("Target", ""), item.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(owner), target)).lstrip("/")
        yield Relation(item.get("Id", ""), item.get("Type", "").rsplit("/", 1)[-1], target, outside)


def part_of(parts: Parts, owner: str, kind: str) -> str | None:
    """The name of the part of a kind that `owner` refers to."""
    found = (item.target for item in relations(parts, owner) if item.kind == kind and item.target in parts)
    return next(found, None)


def text_parts(file: OwnFile) -> Iterator[tuple[str, str]]:
    """The names of the parts that hold text, each with its kind; the document comes first."""
    yield file.main, "document"
    for item in relations(file.parts, file.main):
        if item.kind in TEXT_KINDS and item.target in file.parts:
            yield item.target, item.kind


def relation_problems(file: OwnFile) -> list[Problem]:
    """What the file refers to and may not: anything outside itself but links, and objects of other programs."""
    owners = [(TOP, "the file itself"), *text_parts(file)]
    owners += [(name, kind) for kind in ("styles", "numbering", "settings", "theme", "fontTable")
               if (name := part_of(file.parts, file.main, kind))]  # fmt: skip
    return [
        problem
        for owner, where in owners
        for item in relations(file.parts, owner)
        for problem in _relation_problems(item, file.place(where))
    ]


def _relation_problems(item: Relation, place: Place) -> Iterator[Problem]:
    if item.kind == "hyperlink":
        if any(mark in item.target for mark in _TAG_MARKS):
            yield Problem("the address of a link holds a tag, which is not filled", place, "write the tag as text")
        elif item.outside and not item.target.lower().startswith(_LINKS):
            yield Problem(f"a link leads to “{item.target}”, which no recipient can open", place, "remove the link")
    elif item.kind in _DROPPED:
        return
    elif item.outside:
        yield Problem(
            f"the file refers to something outside itself: {item.target}",
            place,
            "whoever owns that address learns who opens the letter; put the picture into the file instead",
        )
    elif item.kind not in _KEPT:
        hint = "insert it as a picture, or leave it out"
        yield Problem(f"the file holds an object that cannot go into a letter ({item.kind})", place, hint)


def cleared(file: OwnFile) -> dict[str, bytes]:
    """The parts that travel: those that the document still reaches once its history is cut off."""
    parts = dict(file.parts)
    reached: set[str] = {TYPES}
    waiting = [TOP]
    while waiting:
        owner = waiting.pop()
        if rels_of(owner) in parts:
            parts[rels_of(owner)] = _without_history(parts[rels_of(owner)])
            reached.add(rels_of(owner))
            found = {item.target for item in relations(parts, owner) if not item.outside}
            waiting += sorted((found & parts.keys()) - reached)
            reached |= found
    kept = {name: data for name, data in parts.items() if name in reached}
    return {**kept, TYPES: _types_of(kept, file.main)}


def _without_history(data: bytes) -> bytes:
    root = parse_part(data, Place(TYPES))
    for item in list(root):
        if item.get("Type", "").rsplit("/", 1)[-1] in _DROPPED:
            root.remove(item)
    return serialize(root)


def _types_of(parts: Parts, main: str) -> bytes:
    """The content types of the parts that are left; a template file (.dotx) becomes a document."""
    root = parse_part(parts[TYPES], Place(TYPES))
    for item in list(root):
        name = item.get("PartName", "").lstrip("/")
        if name == main:
            item.set("ContentType", _MAIN)
        elif name and name not in parts:
            root.remove(item)
    return serialize(root)
