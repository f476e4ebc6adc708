"""`briefgen verify`: whether finished files are as they were sealed, and whether their signatures hold."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefgen.cli.options import from_here, json_option, print_json
from briefgen.sealing import Verdict, verify
from briefgen.signature import Signature, signature_of


@click.command("verify", epilog="\b\nExamples:\n  briefgen verify output/letter.pdf\n  briefgen verify output/campaign")
@click.argument("paths", nargs=-1, required=True, metavar="FILE …", type=click.Path(path_type=Path))
@json_option
def command(paths: tuple[Path, ...], *, as_json: bool) -> None:
    """Hold finished files against the seals beside them: intact, changed, not sealed, missing.

    A FILE may be a seal or a folder: then all files that are sealed there are verified. A signature in a PDF is checked
    too, whoever's certificate it is. The exit code is 0 only where all are intact, or unsealed with a valid signature.
    """
    verdicts = [(each, _signature(each.path)) for each in verify(paths)]
    if as_json:
        print_json([_as_data(verdict, signature) for verdict, signature in verdicts])
    else:
        for verdict, signature in verdicts:
            seal = f" ({verdict.seal})" if verdict.seal else ""
            click.echo(f"{from_here(str(verdict.path))}: {verdict.status}{seal}{_told(signature)}")
    sys.exit(0 if verdicts and all(_holds(*each) for each in verdicts) else 1)


def _signature(path: Path) -> Signature:
    return signature_of(path.read_bytes()) if path.suffix.lower() == ".pdf" and path.is_file() else Signature("none")


def _holds(verdict: Verdict, signature: Signature) -> bool:
    """Whether a file is as it was sealed, or as it was signed where there is no seal, and no signature is broken."""
    unsealed = verdict.status == "not sealed" and signature.status == "valid"
    return signature.status != "invalid" and (verdict.status == "intact" or unsealed)


def _told(signature: Signature) -> str:
    by = f" by {signature.by}" if signature.by else ""
    return "" if signature.status == "none" else f"; signature{by}: {signature.status}"


def _as_data(verdict: Verdict, signature: Signature) -> dict[str, object]:
    found = {"file": from_here(str(verdict.path)), "status": verdict.status, "seal": verdict.seal}
    return {**found, "signature": signature.status, "signed_by": signature.by}
