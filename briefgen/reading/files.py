"""Files read with care: ordinary ones only, inside their folder where they must be, and of a size that one may have."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISDIR, S_ISREG

from briefgen.errors import BriefgenError, Place

MEGABYTE = 1_000_000
MAX_TEXT = 2 * MEGABYTE
"""Bytes of a text file; the longest report pack that we know has a twentieth of it."""


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of a file of at most so many.

    Raises a BriefgenError where it is missing, is a folder or a device, is too large, or cannot be read.
    """
    return _read(path, most, most + 1)


def read_start(path: Path, count: int, most: int) -> bytes:
    """The first so many bytes of a file that has at most `most`; raises a BriefgenError as `read_bytes` does."""
    return _read(path, most, count)


def _read(path: Path, most: int, count: int) -> bytes:
    place = Place(path)
    try:
        kind, size = path.stat().st_mode, path.stat().st_size
        if S_ISDIR(kind):
            raise BriefgenError.one("this is a folder, not a file", place, "name a file in it")
        if not S_ISREG(kind):  # a pipe would be waited for, and a device has no end
            raise BriefgenError.one("this is no ordinary file", place, "copy what it holds into a file")
        if size <= most:
            with path.open("rb") as file:
                data = file.read(count)
            if len(data) <= most:
                return data
    except (FileNotFoundError, NotADirectoryError):
        raise BriefgenError.one("the file is missing", place, "check its name and folder") from None
    except (OSError, ValueError) as error:  # ValueError: a name with U+0000 in it
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        hint = "check its name, and whether you may read it"
        raise BriefgenError.one(f"the file cannot be read: {reason}", place, hint) from error
    raise BriefgenError.one(f"the file is larger than {most / MEGABYTE:g} MB", place, "make it smaller, or split it")


def read_text(path: Path, most: int = MAX_TEXT) -> str:
    """The text of a UTF-8 file, with line ends of one kind; raises a BriefgenError as `read_bytes` does."""
    return one_kind_of_line_end(read_exact_text(path, most))


def read_exact_text(path: Path, most: int = MAX_TEXT) -> str:
    """The text of a UTF-8 file, with line ends as they are; raises a BriefgenError as `read_bytes` does."""
    try:
        return read_bytes(path, most).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BriefgenError.one("the file is not in UTF-8", Place(path), "save it as UTF-8") from error


def one_kind_of_line_end(text: str) -> str:
    """A text with the line ends of Unix, whatever it had."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_file(path: Path) -> bool:
    """Whether an ordinary file stands there; a name that no system takes names none."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path leads to a place in a folder, whatever links and `..` are on the way."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # a loop of links, a name that no system takes
        return False


def require_inside(path: Path, folder: Path, place: Place | None = None) -> Path:
    """The path; raises a BriefgenError where it leads out of a folder, at `place` where that says so."""
    if not is_inside(path, folder):
        message = "this leads out of its folder" if place is None else f"`{path.name}` leads out of its folder"
        raise BriefgenError.one(message, place or Place(path), "copy the file there")
    return path


def require_self_contained(folder: Path) -> None:
    """Raise a BriefgenError for the first link in a folder, at any depth, that leads out of it."""
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            require_inside(path, folder)
