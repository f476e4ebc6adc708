"""Where things are found: the workspace is searched first, the built-in library second."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath

from briefgen.errors import BriefgenError, Place, did_you_mean
from briefgen.reading.files import is_inside

_PACKAGE = Path(__file__).resolve().parent.parent
DATA = _PACKAGE / "data"
"""The states and groups that the package carries."""


@dataclass(frozen=True, slots=True)
class Library:
    """The folders that hold `templates`, `locales` and `reports`, in the order in which they are searched."""

    shelves: tuple[Path, ...]

    def find(self, *parts: str) -> Path | None:
        """The first existing file or folder at that place on any shelf.

        Raises a BriefgenError for one that leads out of its shelf, by a link or by `..`.
        """
        return next((path for path in self.every(*parts) if _exists(path)), None)

    def every(self, *parts: str) -> Iterator[Path]:
        """That place on each shelf, whether anything stands there or not; raises a BriefgenError as `find` does."""
        built_in = built_in_shelf()
        for shelf in self.shelves:
            path = shelf.joinpath(*parts)
            # An installer may link the files of the package to a store of its own.
            ours = shelf == built_in and not _climbs(parts)
            if not ours and _exists(path) and not any(is_inside(path, each) for each in (*self.shelves, built_in)):
                raise BriefgenError.one("this leads out of the workspace", Place(path), "copy the file there")
            yield path

    def names(self, *parts: str, suffix: str = "") -> list[str]:
        """The names of what stands in a folder of all shelves, sorted; of files with `suffix`, without it."""
        found = set()
        for folder in self.every(*parts):
            if folder.is_dir():
                for path in folder.iterdir():
                    hidden = path.name.startswith((".", "_"))
                    if not hidden and (path.suffix == suffix if suffix else path.is_dir()):
                        found.add(path.name.removesuffix(suffix) if suffix else path.name)
        return sorted(found)

    def require(self, what: str, name: str, path: Path | None, known: list[str]) -> Path:
        """The path, or a BriefgenError that names what is not there and the nearest names that are."""
        if path is None:
            hint = did_you_mean(name, known) or f"there is: {', '.join(known) or 'none'}"
            raise BriefgenError.one(f"there is no {what} `{name}`", None, hint)
        return path


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long
        return False


def _climbs(parts: Iterable[str]) -> bool:
    return any(".." in PurePath(part).parts or PurePath(part).is_absolute() for part in parts)


def open_library(workspace: Path | None = None) -> Library:
    """The library of a workspace folder, which may lack any of the three folders, over the built-in one."""
    built_in = built_in_shelf()
    if workspace is None or workspace.resolve() == built_in.resolve():
        return Library((built_in,))
    return Library((workspace, built_in))


@cache
def built_in_shelf() -> Path:
    """The folder of the built-in library: inside an installed package, or the checkout around the package."""
    for shelf in (_PACKAGE / "shelf", _PACKAGE.parent):
        if (shelf / "templates" / "formats").is_dir():
            return shelf
    raise BriefgenError.one("the built-in templates are missing", Place(_PACKAGE), "install briefgen again")
