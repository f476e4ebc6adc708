"""`briefgen build`: one document in one language, as the files that are asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import click

from briefgen.cli.options import json_option, print_json, report_option, split_choice, workspace
from briefgen.compose.ordering import Order
from briefgen.library.shelves import open_library
from briefgen.production import produce
from briefgen.workshop import Extras


@click.command("build", epilog="\b\nExample:\n  briefgen build letter --to FR --lang en --as pdf,docx")
@click.argument("format_", metavar="FORMAT")
@click.option(
    "--to", "recipient", required=True, metavar="STATE|GROUP", help="Who it goes to: FR, FRA, France, 프랑스, eu, all."
)
@click.option(
    "--lang",
    "language",
    default="en",
    show_default=True,
    help="Language of the document; auto: that of the delegation's correspondence, with a courtesy translation.",
)
@click.option(
    "--as",
    "kinds",
    callback=split_choice,
    help="Files to write, with commas: pdf, docx, html, txt, eml. If not given, those of the format.",
)
@report_option
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Date of the document; today if not given.")
@click.option(
    "--sender", type=click.Path(path_type=Path, dir_okay=False), help="YAML file of the organisation that signs."
)
@click.option(
    "--contacts", type=click.Path(path_type=Path, dir_okay=False), help="CSV or XLSX list of the persons at missions."
)
@click.option(
    "--details", type=click.Path(path_type=Path, dir_okay=False), help="YAML file of an event or joint letter."
)
@click.option("--template", type=click.Path(path_type=Path, dir_okay=False), help="A Word template of your own.")
@click.option("--attach", callback=split_choice, help="Formats that an e-mail draft encloses, with commas.")
@click.option(
    "--out",
    default="output",
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to.",
)
@click.option("--final", is_flag=True, help="Not a draft: refused with the list of what is open, if anything is.")
@click.option("--seal", is_flag=True, help="Write the hashes of the final files beside them, for `briefgen verify`.")
@json_option
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    format_: str,
    recipient: str,
    language: str,
    kinds: tuple[str, ...],
    report: str,
    day: datetime | None,
    sender: Path | None,
    contacts: Path | None,
    details: Path | None,
    template: Path | None,
    attach: tuple[str, ...],
    out: Path,
    final: bool,
    seal: bool,
    as_json: bool,
) -> None:
    """Write one document and print the paths of its files, one a line."""
    if seal and not final:
        raise click.UsageError("only what is final is sealed: add --final")
    when = day.date() if day else date.today()
    now = datetime.now(UTC) if final else None
    order = Order(format_, recipient, language, report, when, sender, details, contacts, now)
    result = produce(open_library(workspace()), order, kinds, out, Extras(template, attach, seal))
    for warning in result.warnings:
        click.echo(f"warning: {warning}", err=True)
    if as_json:
        print_json({"files": [str(path) for path in result.files], "warnings": list(result.warnings)})
    else:
        for path in result.files:
            click.echo(str(path))
