"""What the container of a Word file must not hold before it goes to a government: traces of people and machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath

from lxml import etree
from PIL import Image, UnidentifiedImageError

from briefgen.finished.pdf_faults import LOCAL_PATH
from briefgen.render.docx.ooxml import W
from briefgen.render.docx.own_package import TOP, OwnFile, relations

_TRACES = {
    "thumbnail": "a picture of its first page",
    "custom-properties": "properties of its own",
    "comments": "comments",
    "commentsExtended": "comments",
    "people": "names of those who edited it",
    "customXml": "data of another program",
    "attachedTemplate": "the path of a template",
    "vbaProject": "a program",
}
"""Kinds of relationships that tell of a file's history, and what stands there."""
_CHANGES = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange")
_CORE = frozenset({"title", "creator", "language", "lastModifiedBy", "created", "modified"})
_APP = frozenset({"Manager", "Company", "Template", "HyperlinkBase"})
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif"})
_LINKS = ("http://", "https://", "mailto:", "#")
_QUIET = frozenset({"dpi", "gamma", "srgb", "aspect", "transparency", "chromaticity", "icc_profile", "interlace"})
"""What a picture may say about itself: how it is to be shown."""


def faults_of(own: OwnFile, trees: Mapping[str, etree._Element]) -> Iterator[str]:
    """What is wrong with the container of a Word file, in plain words."""
    yield from _relations(own)
    yield from _edits(trees)
    yield from _properties(own, trees)
    for name, data in sorted(own.parts.items()):
        if PurePosixPath(name).suffix.lower() in _PICTURES:
            yield from _picture(name, data)


def _relations(own: OwnFile) -> Iterator[str]:
    for name in (TOP, *sorted(own.parts)):
        for relation in relations(own.parts, name) if name == TOP or not name.endswith(".rels") else ():
            if relation.kind in _TRACES:
                yield f"it holds {_TRACES[relation.kind]}"
            elif relation.outside and not (relation.kind == "hyperlink" and relation.target.startswith(_LINKS)):
                yield f"it refers to something outside itself: {relation.target}"


def _edits(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    for name, root in sorted(trees.items()):
        changes = sum(1 for _ in root.iter(*(f"{{{W}}}{tag}" for tag in _CHANGES)))
        if changes:
            yield f"it holds {changes} tracked changes ({name})"
        if any(True for _ in root.iter(f"{{{W}}}vanish")):
            yield f"it holds hidden text ({name})"


def _properties(own: OwnFile, trees: Mapping[str, etree._Element]) -> Iterator[str]:
    targets = {relation.kind: relation.target for relation in relations(own.parts, TOP)}
    core, app = (trees.get(targets.get(kind, "")) for kind in ("core-properties", "extended-properties"))
    said = (
        {etree.QName(node).localname: (node.text or "").strip() for node in core if _named(node)}
        if core is not None
        else {}
    )
    organisation = said.get("creator", "")
    for name, text in said.items():
        if text and name not in _CORE:
            yield f"its properties name {name}: “{text}”"
        if name == "lastModifiedBy" and text and text != organisation:
            yield f"its properties name who saved it last: “{text}”"
        if name in ("created", "modified") and text and not text.endswith("T00:00:00Z"):
            yield f"its properties tell the time of day at which it was {name}"
    for node in app if app is not None else ():
        if _named(node) and etree.QName(node).localname in _APP and (node.text or "").strip():
            yield f"its properties name {etree.QName(node).localname}: “{(node.text or '').strip()}”"
    if any(LOCAL_PATH.search("".join(map(str, root.itertext()))) for root in (core, app) if root is not None):
        yield "its properties hold a path of a machine"


def _named(node: etree._Element) -> bool:
    return isinstance(node.tag, str)


def _picture(name: str, data: bytes) -> Iterator[str]:
    """What a picture tells of the camera, the place or the program from which it comes."""
    try:
        with Image.open(BytesIO(data)) as picture:
            told = set(picture.getexif()) or set(map(str, picture.info)) - _QUIET
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        yield f"a picture in it cannot be read ({name})"
        return
    if told:
        yield f"a picture in it carries data about itself ({name})"
