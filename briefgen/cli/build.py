"""`briefgen build`: one document in one language, as the files that are asked for."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import click

from briefgen.cli.options import json_option, print_json, report_option, split_choice, workspace
from briefgen.compose.ordering import Order
from briefgen.library.shelves import open_library
from briefgen.production import produce
from briefgen.signature import Signer, load_signer
from briefgen.workshop import Extras

_PASSPHRASE = "BRIEFGEN_SIGN_PASSPHRASE"  # noqa: S105 - the name of the variable


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
@click.option(
    "--sign",
    "certificate",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="CERT.p12",
    help="Sign the final PDF files (PAdES); the passphrase is in BRIEFGEN_SIGN_PASSPHRASE, or asked for.",
)
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
    certificate: Path | None,
    as_json: bool,
) -> None:
    """Write one document and print the paths of its files, one a line."""
    if seal and not final:
        raise click.UsageError("only what is final is sealed: add --final")
    if certificate and not final:
        raise click.UsageError("only what is final is signed: add --final")
    when = day.date() if day else date.today()
    now = datetime.now(UTC) if final else None
    order = Order(format_, recipient, language, report, when, sender, details, contacts, now)
    signer = _signer(certificate, now) if certificate and now else None
    result = produce(open_library(workspace()), order, kinds, out, Extras(template, attach, seal, signer))
    for warning in result.warnings:
        click.echo(f"warning: {warning}", err=True)
    if as_json:
        print_json({"files": [str(path) for path in result.files], "warnings": list(result.warnings)})
    else:
        for path in result.files:
            click.echo(str(path))


def _signer(certificate: Path, now: datetime) -> Signer:
    """The certificate with its key, opened by a passphrase that no command line holds."""
    passphrase = os.environ.get(_PASSPHRASE)
    if passphrase is None and not sys.stdin.isatty():
        raise click.UsageError(f"the passphrase of the certificate is wanted in {_PASSPHRASE}")
    if passphrase is None:
        passphrase = click.prompt(f"Passphrase of {certificate.name}", hide_input=True, err=True)
    return load_signer(certificate, passphrase, now)
