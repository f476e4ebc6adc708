"""Files written whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from briefgen.errors import BriefgenError, Place


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write files so that each appears whole or not at all: beside its place first, then renamed.

    Raises a BriefgenError where the folder cannot be written; files that stood there before are then untouched.
    """
    drafts = {path: path.with_name(f".{path.name}.part") for path in contents}
    before: dict[Path, bytes | None] = {}
    try:
        for path, draft in drafts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(contents[path])
        for path, draft in drafts.items():
            old = path.read_bytes() if path.is_file() else None
            draft.replace(path)
            before[path] = old
    except OSError as error:
        for path, old in before.items():
            _put_back(path, old)
        at = error.filename2 or error.filename
        where = Place(at) if at else None
        raise BriefgenError.one(f"cannot write: {error.strerror}", where, "choose another folder with --out") from error
    finally:
        for draft in drafts.values():
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def _put_back(path: Path, old: bytes | None) -> None:
    """Leave a place as it was before: with its old file, or without any."""
    with suppress(OSError):
        if old is None:
            path.unlink()
        else:
            path.write_bytes(old)
