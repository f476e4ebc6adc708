"""`briefgen init`: a workspace that builds at once, with a README in plain words."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.options import from_here
from briefgen.errors import BriefgenError, Place
from briefgen.library.formats import OVERLAYS, load_format
from briefgen.library.overlays import new_overlay
from briefgen.library.shelves import Library, open_library
from briefgen.reading.files import read_text
from briefgen.writing import write_all

_SAMPLE = ("letter", "FR")
"""The format and the delegation of the overlay that shows how one is written."""


@click.command("init", epilog="\b\nExample:\n  briefgen init my-campaign")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> None:
    """Make a workspace: sender, contacts, details, a campaign, an overlay, and a README in plain words."""
    if folder.exists() and any(folder.iterdir()):
        raise BriefgenError.one("the folder is not empty", Place(folder), "name a new one")
    files = _files(open_library(), folder)
    write_all(files)
    for path in files:
        click.echo(from_here(str(path)))


def _files(library: Library, folder: Path) -> dict[Path, bytes]:
    skeleton = _require(library, "workspace")
    files = {folder / path.name: path.read_bytes() for path in sorted(skeleton.iterdir())}
    files[folder / "details.yaml"] = _require(library, "details", "placeholder.yaml").read_bytes()
    format_, owner = _SAMPLE
    overlay = new_overlay(load_format(library, format_), owner, read_text(_require(library, "overlay.txt")))
    return {**files, folder.joinpath(*OVERLAYS, owner, f"{format_}.md"): overlay.encode()}


def _require(library: Library, *parts: str) -> Path:
    return library.require("file", "/".join(parts), library.find("templates", *parts), [])
