"""`briefgen sign-on`: a joint letter from draft to locked, open for signature, and sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from briefgen.cli.options import from_here, report_option, split_list, workspace
from briefgen.compose.composition import compose
from briefgen.compose.ordering import Order, resolve
from briefgen.compose.signing import as_draft, text_hash
from briefgen.joint_letter import moved
from briefgen.library.shelves import open_library
from briefgen.model.occasion import Details
from briefgen.reading.files import read_text
from briefgen.reading.validation import read_model
from briefgen.writing import write_all

FORMAT = "sign-on"

details_argument = click.argument("details", type=click.Path(path_type=Path, dir_okay=False))


@click.group("sign-on", epilog="\b\nExamples:\n  briefgen sign-on lock my-letter.yaml --to all --lang en,fr")
def command() -> None:
    """Move a joint letter on: draft, locked, signing, sent. Its state stands in the details file."""


@command.command("lock", epilog="\b\nExample:\n  briefgen sign-on lock my-letter.yaml --to all --lang en,fr,es")
@details_argument
@click.option("--to", "recipient", required=True, metavar="GROUP", help="To whom the letter goes.")
@click.option("--lang", "languages", default="en", show_default=True, callback=split_list, help="With commas.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Date of the letter; today if not given.")
@report_option
def lock(details: Path, recipient: str, languages: tuple[str, ...], day: datetime | None, report: str) -> None:
    """Lock the text: from now on a document whose text differs is refused."""
    if not languages:
        raise click.BadParameter("name at least one", param_hint="--lang")
    library = open_library(workspace())
    when = day.date() if day else date.today()
    hashes = {}
    for language in languages:
        request = resolve(library, Order(FORMAT, recipient, language, report, when, details=details))
        hashes[language] = text_hash(compose(replace(request, details=as_draft(request.details))).document)
    _move(details, "locked", hashes)


@command.command("open", epilog="\b\nExample:\n  briefgen sign-on open my-letter.yaml")
@details_argument
def open_(details: Path) -> None:
    """Open the letter for signature; the deadline must be set."""
    _move(details, "signing", {})


@command.command("sent", epilog="\b\nExample:\n  briefgen sign-on sent my-letter.yaml")
@details_argument
def sent(details: Path) -> None:
    """Record that the letter was sent, and close it for signature."""
    _move(details, "sent", {})


def _move(path: Path, state: str, hashes: dict[str, str]) -> None:
    details, parsed = read_model(path, Details)
    text = moved(read_text(path), details, parsed, state, hashes)
    if b"\r\n" in path.read_bytes():
        text = text.replace("\n", "\r\n")
    write_all({path: text.encode()})
    click.echo(f"{from_here(str(path))}: {state}")
