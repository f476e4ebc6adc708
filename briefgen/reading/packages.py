"""Zip packages of Office programs, opened with care: sizes are looked at before anything is unpacked."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from typing import Final
from xml.parsers import expat

from briefgen.errors import BriefgenError, Place

MAX_PARTS: Final = 1000
MAX_RATIO: Final = 200
MAX_TAGS: Final = 1_000_000
"""Angle brackets in all parts: each may become an object of a hundred bytes and more."""
_SMALL: Final = 1_000_000
"""Below this size a part may be packed as tightly as it likes."""
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_XML: Final = (".xml", ".rels", ".vml")
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".wdp", ".svg", ".odttf")
_HEAD: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?!\0\0)|\xff\xfe(?!\0\0)|\xfe\xff|\0<")
"""How XML begins in the encodings that can be looked into: UTF-8 and what has ASCII in it, UTF-16."""
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_SMALLER: Final = "take out what is not needed"
SAVE_AGAIN: Final = "open it in the program that made it, and save it again"
"""What to do with a damaged file."""


class NoPackageError(ValueError):
    """The bytes are no zip package, or a broken one."""


def unpacked(data: bytes, place: Place, most: int) -> dict[str, bytes]:
    """The parts of a package by their names, together of at most `most` bytes.

    Raises NoPackageError for what is no package, and a BriefgenError for one that is too large when unpacked, has names
    that lead elsewhere, or declares document types (and with them entities, which can grow or name files).
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _refuse_bomb(archive, place, most)
            parts = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise NoPackageError(str(error)) from error
    if sum(part.count(b"<") for name, part in parts.items() if not name.lower().endswith(_PICTURES)) > MAX_TAGS:
        raise BriefgenError.one("the file is too large when unpacked", place, _SMALLER)
    for name, part in parts.items():
        if _declares_type(name.lower(), part):
            message = "the file is damaged: a part declares a document type, or is no plain XML"
            raise BriefgenError.one(message, place, SAVE_AGAIN)
    return parts


def _refuse_bomb(archive: zipfile.ZipFile, place: Place, most: int) -> None:
    """Refuse by the sizes that the directory states, before anything is unpacked.

    Reading stops at the stated size, so that a directory that lies gains nothing.
    """
    members = archive.infolist()
    names = [member.filename for member in members]
    huge = [each for each in members if each.file_size > max(_SMALL, each.compress_size * MAX_RATIO)]
    if len(members) > MAX_PARTS or sum(each.file_size for each in members) > most or huge:
        raise BriefgenError.one("the file is too large when unpacked", place, _SMALLER)
    odd = any(".." in name or name.startswith("/") or "\\" in name for name in names)
    if len(set(names)) < len(names) or odd or any(each.compress_type not in _METHODS for each in members):
        message = "the file is damaged: it is packed in a way in which no Office program does it"
        raise BriefgenError.one(message, place, SAVE_AGAIN)


def _declares_type(name: str, part: bytes) -> bool:
    """Whether a part declares a document type; XML in an encoding that cannot be looked into counts as if it did."""
    if name.endswith(_PICTURES):
        return False
    if any(sign in part for sign in _DOCTYPES):
        return True
    return bool(part) and name.endswith(_XML) and (not _HEAD.match(part) or _has_doctype(part))


class _SeenError(Exception):
    """The head of a part has been read."""


def _has_doctype(part: bytes) -> bool:
    found: list[str] = []

    def stop(*_: object) -> None:
        raise _SeenError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda name, *_: found.append(name)
    parser.StartElementHandler = stop
    try:
        parser.Parse(part, True)
    except _SeenError:
        return bool(found)
    except expat.ExpatError as error:
        return bool(found) or error.code == expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]
    except (LookupError, ValueError):  # an encoding that Python does not know, or not of single bytes
        return True
    return bool(found)
