"""`briefgen customize`: an overlay of a format for one delegation or group, or a layout of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.options import from_here, workspace
from briefgen.compose.ordering import find_recipient
from briefgen.errors import BriefgenError, Place
from briefgen.library.delegations import load_delegations
from briefgen.library.formats import OVERLAYS, load_format
from briefgen.library.overlays import new_overlay
from briefgen.library.shelves import Library, open_library
from briefgen.reading.files import read_text
from briefgen.writing import write_all


@click.command(
    "customize",
    epilog="\b\nExamples:\n  briefgen customize letter --for JP\n  briefgen customize --layout letterhead",
)
@click.argument("format_", metavar="[FORMAT]", required=False)
@click.option("--for", "owner", metavar="STATE|GROUP", help="For whom the format is changed.")
@click.option("--layout", metavar="NAME", help="Copy this layout into the workspace instead.")
def command(format_: str | None, owner: str | None, layout: str | None) -> None:
    """Write a small file that changes a format for one delegation or group, block by block.

    The file changes nothing until a block in it is taken out of its comment. With --layout, a layout is copied into the
    workspace, to be restyled in Word, in CSS, or by a few lines of layout.yaml.
    """
    library = open_library(workspace())
    if layout:
        files = _layout(library, layout)
    elif format_ and owner:
        files = _overlay(library, format_, owner)
    else:
        raise click.UsageError("name a FORMAT and --for whom it is changed, or a --layout to copy")
    for path in files:
        if path.exists():
            raise BriefgenError.one("the file is there already", Place(path), "edit it, or delete it first")
    write_all(files)
    for path in files:
        click.echo(from_here(str(path)))


def _overlay(library: Library, format_: str, owner: str) -> dict[Path, bytes]:
    file = load_format(library, format_)
    name = find_recipient(library, load_delegations(library), owner).name
    explanation = library.require("file", "overlay.txt", library.find("templates", "overlay.txt"), [])
    text = new_overlay(file, name, read_text(explanation))
    return {workspace().joinpath(*OVERLAYS, name, f"{format_}.md"): text.encode()}


def _layout(library: Library, name: str) -> dict[Path, bytes]:
    known = library.names("templates", "layouts")
    folder = library.require("layout", name, library.find("templates", "layouts", name), known)
    target = workspace() / "templates" / "layouts" / name
    return {
        target / path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
