"""`briefgen check`: everything that can be proved before a document is built."""

from __future__ import annotations

import sys
from datetime import date, datetime

import click

from briefgen.check.campaigns import check_campaign
from briefgen.check.library import check_library
from briefgen.cli.options import json_option, print_problems, workspace
from briefgen.library.shelves import open_library

CAMPAIGN = "campaign.yaml"
"""The campaign of a workspace, which is checked with all else."""


@click.command("check", epilog="\b\nExample:\n  briefgen check my-report")
@click.argument("packs", nargs=-1, metavar="[PACK …]")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Day for which groups are computed; today.")
@json_option
def command(packs: tuple[str, ...], day: datetime | None, *, as_json: bool) -> None:
    """Check report packs, formats, overlays, catalogues and the campaign of this folder; print every problem.

    A PACK is the id of a report pack or its folder; without one, all are checked. Every anchor must stand in the
    source, every number of a statement in its anchor, every id and role must name something, and every sentence
    must be translated.
    """
    library = open_library(workspace())
    when = day.date() if day else date.today()
    names = packs or tuple(library.names("reports"))
    campaign = workspace() / CAMPAIGN
    problems = check_library(library, names, when)
    problems += check_campaign(library, campaign) if campaign.is_file() else ()
    code = print_problems(problems, as_json=as_json)
    if not code and not as_json:
        click.echo(f"no problems: {', '.join(names)}; formats and catalogues")
    sys.exit(code)
