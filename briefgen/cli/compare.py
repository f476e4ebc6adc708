"""`briefgen compare`: what differs between two versions of a report pack, and what that means."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from briefgen.batch.manifest import MANIFEST, read_manifest
from briefgen.cli.options import from_here, json_option, print_json, workspace
from briefgen.comparing.circumstances import Circumstances, circumstances_of
from briefgen.comparing.comparison import Comparison, compare
from briefgen.comparing.data import as_data
from briefgen.comparing.telling import as_lines, told
from briefgen.comparing.word_file import as_docx, load_words
from briefgen.library.packs import load_sender
from briefgen.library.shelves import Library, open_library
from briefgen.writing import write_all

_file = click.Path(path_type=Path, dir_okay=False)


@click.command(
    "compare",
    epilog="\b\nExamples:\n  briefgen compare old/my-report reports/my-report\n"
    "  briefgen compare OLD NEW --manifest output/first/manifest.json --campaign campaign.yaml --word changes.docx",
)
@click.argument("old")
@click.argument("new")
@click.option("--manifest", type=click.Path(path_type=Path), help="The manifest of a batch, or its folder.")
@click.option("--campaign", type=_file, help="Its campaign file: date, sender, contacts, details.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Date of the documents; today if not given.")
@click.option("--sender", type=_file, help="YAML file of the organisation that signs.")
@click.option("--contacts", type=_file, help="CSV or XLSX list of the persons at missions.")
@click.option("--details", type=_file, help="YAML file of an event or joint letter.")
@click.option("--word", type=_file, metavar="FILE.docx", help="Write it with tracked changes too, for approval.")
@json_option
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    old: str,
    new: str,
    manifest: Path | None,
    campaign: Path | None,
    day: datetime | None,
    sender: Path | None,
    contacts: Path | None,
    details: Path | None,
    word: Path | None,
    as_json: bool,
) -> None:
    """Compare two versions of a report pack, by ids or folders.

    Tells what is to be done; what was added, removed, changed or renamed, word by word; which translations are stale;
    which documents of a batch are affected, and how; and which sign-offs are void. Options go before what the campaign
    says.
    """
    if campaign and not manifest:
        raise click.UsageError("name the manifest whose documents are to be compared: --manifest")
    library = open_library(workspace())
    given = circumstances_of(campaign, workspace()) if campaign else Circumstances(date.today())
    path = manifest / MANIFEST if manifest and manifest.is_dir() else manifest
    given = Circumstances(
        day.date() if day else given.day,
        sender or given.sender,
        contacts or given.contacts,
        details or given.details,
        given.named,
        path,
    )
    entries = read_manifest(path) if path else ()
    found = compare(library, (old, new), entries, given)
    if word and not found.problems:
        _write(library, found, given, word)
    if as_json:
        print_json(as_data(found))
    else:
        _print(found, word)
    sys.exit(1 if found.problems else 0)


def _write(library: Library, found: Comparison, given: Circumstances, word: Path) -> None:
    organisation = load_sender(library, given.sender).organisation
    author = next((organisation[tag] for tag in ("en", *organisation) if tag in organisation), "")
    write_all({word: as_docx(found, load_words(library), author, given.day, workspace())})


def _print(found: Comparison, word: Path | None) -> None:
    for problem in found.problems:
        click.echo(from_here(str(problem)), err=True)
    for line in as_lines(told(found)):
        click.echo(from_here(line))
    if word and found.problems:
        click.echo(f"{from_here(str(word))} is not written before the problems are mended", err=True)
    elif word:
        click.echo(from_here(str(word)))
