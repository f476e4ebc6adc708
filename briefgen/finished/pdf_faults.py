"""What the container of a PDF must not hold, or lacks, before it goes to a government."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

_ABOUT = frozenset({"/Title", "/Author", "/Producer", "/CreationDate"})
_ANNOTATIONS = frozenset({"/Link", "/Widget"})
_ACTIVE = ("/OpenAction", "/AA")
_FONT_FILES = ("/FontFile2", "/FontFile3", "/FontFile")
_TIME = re.compile(r"T(?!00:00:00)\d\d:\d\d:\d\d")
LOCAL_PATH = re.compile(r"file://|\b[A-Za-z]:\\\w|\\\\\w+\\|/(?:home|Users|root|tmp|var|mnt|srv)/\w")
"""A path of somebody's machine."""


def root_of(reader: PdfReader) -> DictionaryObject:
    """The catalogue of a PDF; raises TypeError where it has none."""
    root = reader.trailer["/Root"].get_object()
    if not isinstance(root, DictionaryObject):
        raise TypeError("it has no catalogue")
    return root


def faults_of(reader: PdfReader) -> Iterator[str]:
    """What is wrong with the container of a PDF, in plain words."""
    yield from _about(reader)
    yield from _active(reader)
    yield from _annotations(reader)
    yield from sorted(set(_fonts(reader)))


def _about(reader: PdfReader) -> Iterator[str]:
    about: DictionaryObject = reader.metadata or DictionaryObject()
    for key in sorted(set(about) - _ABOUT):
        yield f"its information names {key.removeprefix('/')}: “{about[key]}”"
    packet = root_of(reader).get("/Metadata")
    text = packet.get_object().get_data().decode("utf-8", "replace") if packet is not None else ""
    told = text + " ".join(str(value) for value in about.values())
    if LOCAL_PATH.search(told):
        yield "its metadata hold a path of a machine"
    if _TIME.search(text) and not _is_signed(reader):  # a signature tells its time anyway
        yield "its metadata tell the time of day at which it was made"


def _is_signed(reader: PdfReader) -> bool:
    form = root_of(reader).get("/AcroForm")
    fields = form.get_object().get("/Fields", ()) if form is not None else ()
    return any(str(field.get_object().get("/FT")) == "/Sig" for field in fields)


def _active(reader: PdfReader) -> Iterator[str]:
    root = root_of(reader)
    names = root.get("/Names")
    names = names.get_object() if names is not None else {}
    for key in ("/JavaScript", "/EmbeddedFiles"):
        if key in names:
            yield f"it holds {'a program' if key == '/JavaScript' else 'an attached file'}"
    yield from (f"it holds an action that runs by itself ({key.removeprefix('/')})" for key in _ACTIVE if key in root)


def _annotations(reader: PdfReader) -> Iterator[str]:
    for number, page in enumerate(reader.pages, start=1):
        for annotation in page.get("/Annots", ()):
            item = annotation.get_object()
            kind = str(item.get("/Subtype"))
            if kind not in _ANNOTATIONS:
                yield f"page {number} holds a comment or mark-up ({kind.removeprefix('/')})"
            action = item.get("/A", {}).get_object() if "/A" in item else {}
            if action and str(action.get("/S")) not in ("/URI", "/GoTo"):
                yield f"page {number} holds a link that starts something ({str(action.get('/S')).removeprefix('/')})"


def _fonts(reader: PdfReader) -> Iterator[str]:
    """The fonts with which text is drawn and which are not in the file (ISO 19005-3, 6.2.11.4)."""
    for page in reader.pages:
        resources = page.get("/Resources", DictionaryObject()).get_object()
        fonts = resources.get("/Font", DictionaryObject()).get_object()
        for font in fonts.values():
            yield from _unembedded(font.get_object())


def _unembedded(font: Any) -> Iterator[str]:
    below = font.get("/DescendantFonts")
    fonts = [item.get_object() for item in below.get_object()] if below is not None else [font]
    for item in fonts:
        descriptor = item.get("/FontDescriptor")
        described = descriptor.get_object() if descriptor is not None else {}
        if not any(key in described for key in _FONT_FILES):
            yield f"the font {str(item.get('/BaseFont')).removeprefix('/')} is not embedded"
