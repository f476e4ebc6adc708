"""`briefgen verify`: whether finished files are as they were sealed, and whether their signatures hold."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefgen.cli.options import from_here, json_option, print_json
from briefgen.sealing import verify


@click.command("verify", epilog="\b\nExamples:\n  briefgen verify output/letter.pdf\n  briefgen verify output/campaign")
@click.argument("paths", nargs=-1, required=True, metavar="FILE …", type=click.Path(path_type=Path))
@json_option
def command(paths: tuple[Path, ...], *, as_json: bool) -> None:
    """Hold finished files against the seals beside them: intact, changed, not sealed, missing.

    A FILE may be a seal or a folder: then all files that are sealed there are verified. The exit code is 0 only where
    all are intact.
    """
    verdicts = verify(paths)
    if as_json:
        print_json([{"file": from_here(str(each.path)), "status": each.status, "seal": each.seal} for each in verdicts])
    else:
        for each in verdicts:
            click.echo(f"{from_here(str(each.path))}: {each.status}{f' ({each.seal})' if each.seal else ''}")
    sys.exit(0 if verdicts and all(each.status == "intact" for each in verdicts) else 1)
