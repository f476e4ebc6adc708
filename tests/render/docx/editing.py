"""Layouts as a person may have changed them in Word, for the tests."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.render.docx.samples import LETTERHEAD


def edited(folder: Path, part: str, old: str, new: str) -> Path:
    """A copy of the letterhead in `folder`, with `old` in a part replaced by `new`."""
    return changed(folder, {part: parts()[part].replace(old, new)})


def changed(folder: Path, changes: dict[str, str | None]) -> Path:
    """A copy of the letterhead with parts exchanged, or left out where the text is None."""
    found: dict[str, str | None] = {**parts(), **changes}
    with zipfile.ZipFile(folder / "word.docx", "w") as archive:
        for name, text in found.items():
            if text is not None:
                archive.writestr(name, text)
    return folder


def parts() -> dict[str, str]:
    with zipfile.ZipFile(LETTERHEAD / "word.docx") as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}
