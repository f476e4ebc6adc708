"""The zip file of a Word document, written from entries that may have been compressed long before."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

TYPES: Final = "[Content_Types].xml"
RELATIONS: Final = "_rels/.rels"

# The records of a zip file (PKWARE, APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16), with the values of Python's zipfile.
_LOCAL: Final = struct.Struct("<4s5H3I2H")
_CENTRAL: Final = struct.Struct("<4s6H3I5HI")
_POSITION: Final = struct.Struct("<I")
_END: Final = struct.Struct("<4s4H2IH")
_VERSION: Final = 20
_MADE_BY: Final = 3 << 8 | _VERSION
"""Unix, whatever the machine: the bytes must not depend on it."""
_UTF8_NAME: Final = 0x800
_DEFLATED: Final = 8
_FIRST_DAY: Final = (0, 1 << 5 | 1)
"""The time and day of every entry: 1 January 1980, the earliest that a zip file can state."""
_OWNER_ONLY: Final = 0o600 << 16


@dataclass(frozen=True, slots=True)
class Entry:
    """A compressed file of an archive: as it stands there, and its line in the directory up to its position."""

    name: str
    local: bytes
    central: bytes


def entry(name: str, content: bytes) -> Entry:
    """Compress a file for an archive."""
    compressor = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    data = compressor.compress(content) + compressor.flush()
    written = name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    shared = (flags, _DEFLATED, *_FIRST_DAY, zlib.crc32(content), len(data), len(content), len(written), 0)
    local = _LOCAL.pack(b"PK\3\4", _VERSION, *shared) + written + data
    return Entry(name, local, _CENTRAL.pack(b"PK\1\2", _MADE_BY, _VERSION, *shared, 0, 0, 0, _OWNER_ONLY))


def archive(entries: Iterable[Entry]) -> bytes:
    """The zip file of the entries: the same entries give the same bytes, in whatever order they come."""
    # Readers recognise the type by the first entry; the others stand in alphabetical order.
    ordered = sorted(entries, key=lambda item: (item.name != TYPES, item.name != RELATIONS, item.name))
    directory: list[bytes] = []
    position = 0
    for item in ordered:
        directory += (item.central, _POSITION.pack(position), item.name.encode())
        position += len(item.local)
    central = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(ordered), len(ordered), len(central), position, 0)
    return b"".join((*(item.local for item in ordered), central, end))
