"""A release of any kind as the tests of readers read it."""

from __future__ import annotations

from pathlib import Path

from briefgen.importing.files import read_release
from briefgen.importing.pieces import Read

SENTENCE = "The ministry closed 14 wells in the valley, and nobody was told why. "


def read(folder: Path, name: str, data: bytes | str) -> Read:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_release(path)


def kinds(found: Read) -> list[tuple[str, str]]:
    return [(passage.kind, passage.text) for passage in found.passages]
