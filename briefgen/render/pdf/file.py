"""A PDF file, written from objects that are turned into bytes once and may be exchanged one by one.

It is what pydyf 0.13 writes (ISO 32000-1, 7.5.7 and 7.5.8: object and cross-reference streams), except that each
object is serialised and deflated once, where pydyf does it a second time for the file identifier; and that the
document information stands outside the object stream, so that a title can be exchanged without deflating all others.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import md5
from types import MappingProxyType
from typing import Any

import pydyf

HEADER = b"%PDF-1.7\n%\xf0\x9f\x96\xa4\n"
SMALL = 6
"""The level at which what differs from letter to letter is deflated: a third of the time, one hundredth larger."""
TIGHT = 9
LONG = 2000
"""Bytes from which a stream is remembered: fonts and profiles are the same in many files."""
NOTHING: Mapping[int, bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PdfFile:
    """The objects of a finished file by their numbers, each as the bytes between `obj` and `endobj`."""

    loose: Mapping[int, bytes]
    """Those that stand by themselves, in the order of the file."""
    packed: tuple[int, ...]
    """The numbers of those in the object stream."""
    package: bytes
    """The object stream."""
    root: bytes
    """The reference of the catalogue, and that of the document information."""
    info: bytes

    def data(self, changed: Mapping[int, bytes] = NOTHING) -> bytes:
        """The bytes of the file, with other content for some of its loose objects."""
        count = max(*self.loose, *self.packed) + 1
        pieces, places, position = [HEADER], {}, len(HEADER)
        digest = md5(usedforsecurity=False)
        for number, content in (*self.loose.items(), (count, self.package)):
            body = changed.get(number, content)
            digest.update(body)
            piece = b"%d 0 obj\n%s\nendobj\n" % (number, body)
            places[number] = position
            pieces.append(piece)
            position += len(piece)
        pieces.append(self._references({**places, count + 1: position}, digest.hexdigest().encode()))
        pieces.append(b"startxref\n%d\n%%%%EOF\n" % position)
        return b"".join(pieces)

    def _references(self, places: Mapping[int, int], digest: bytes) -> bytes:
        """The cross-reference stream (ISO 32000-1, 7.5.8), itself an object; its identifier is made of the content."""
        number = max(places)
        rows = {0: b"\0\0\0\0\0\xff\xff"}
        rows |= {at: b"\1%s\0\0" % place.to_bytes(4, "big") for at, place in places.items()}
        package = (number - 1).to_bytes(4, "big")
        rows |= {at: b"\2%s%s" % (package, index.to_bytes(2, "big")) for index, at in enumerate(self.packed)}
        table = zlib.compress(b"".join(row for _, row in sorted(rows.items())), SMALL)
        head = b"/Type /XRef/Index [0 %d]/W [1 4 2]/Size %d" % (number + 1, number + 1)
        trailer = b"/Root %s/Info %s/ID [(%s) (%s)]" % (self.root, self.info, digest, digest)
        return b"%d 0 obj\n%s\nendobj\n" % (number, _stream(head + trailer, table))


def finished(pdf: pydyf.PDF) -> PdfFile:
    """The file of a document that WeasyPrint has built; the document must not change afterwards."""
    pdf.add_object(pdf.info)
    used = [item for item in pdf.objects if item.free != "f"]
    loose = {item.number: content_of(item) for item in used if not item.compressible or item is pdf.info}
    packed = [item for item in used if item.number not in loose]
    return PdfFile(
        loose, tuple(item.number for item in packed), _package(packed), pdf.catalog.reference, pdf.info.reference
    )


def content_of(item: Any) -> bytes:
    """The bytes of an object; those of a stream are deflated, unless they are encoded already, as pictures are."""
    if not isinstance(item, pydyf.Stream):
        return bytes(item.data)
    raw = plain_of(item.stream)
    extra = b"".join(b"/%s %s" % (pydyf._to_bytes(key), pydyf._to_bytes(value)) for key, value in item.extra.items())
    if "Filter" in item.extra:
        return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (extra, len(raw), raw)
    if len(item.stream) == 1 and len(raw) > LONG:
        return _stream(extra, _tightly(raw))
    return _stream(extra, zlib.compress(raw, SMALL))


def plain_of(operators: list[Any]) -> bytes:
    """The bytes of the operators of a stream, before they are deflated."""
    return b"\n".join(map(pydyf._to_bytes, operators))


def page_content(raw: bytes) -> bytes:
    """The content of a page as an object, from its operators."""
    return _stream(b"", zlib.compress(raw, SMALL))


@lru_cache(maxsize=64)
def _tightly(raw: bytes) -> bytes:
    return zlib.compress(raw, TIGHT)


def _stream(extra: bytes, data: bytes) -> bytes:
    return b"<<%s/Filter /FlateDecode/Length %d>>\nstream\n%s\nendstream" % (extra, len(data), data)


def _package(items: list[Any]) -> bytes:
    """The object stream of some objects (ISO 32000-1, 7.5.7)."""
    places, bodies, position = [], [], 0
    for item in items:
        body = item.data
        places += [item.number, position]
        bodies.append(body)
        position += len(body) + 1
    index = " ".join(map(str, places)).encode()
    head = b"/Type /ObjStm/N %d/First %d" % (len(items), len(index) + 1)
    return _stream(head, zlib.compress(b"\n".join([index, *bodies]), SMALL))
