"""A zip of finished documents with a table of them; the same files give the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from briefgen.batch.manifest import TABLE, Entry, as_files, read_finished

_EARLIEST = date(1980, 1, 1)
"""The first day that a zip can name (APPNOTE.TXT, 4.4.6)."""
_UNIX = 3
_READABLE = 0o100644 << 16


def write_zip(entries: Sequence[Entry], folder: Path, day: date, file: BinaryIO) -> None:
    """Write the files of documents, as they are named in their folder, and the table of just those.

    Raises a BriefgenError where a file is not as it was written.
    """
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(_member(TABLE, day), as_files(entries)[TABLE])
        for entry in entries:
            for name in entry.files:
                archive.writestr(_member(name, day), read_finished(folder, entry, name))


def _member(name: str, day: date) -> zipfile.ZipInfo:
    """A member of a zip that tells nothing of the machine and the hour.

    It is stored as it is: PDF and Word files are compressed already, and compression differs between systems.
    """
    when = max(day, _EARLIEST)
    member = zipfile.ZipInfo(name, (when.year, when.month, when.day, 0, 0, 0))
    member.create_system = _UNIX
    member.external_attr = _READABLE
    return member
