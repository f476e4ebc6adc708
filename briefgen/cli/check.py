"""`briefgen check`: everything that can be proved of a library before a document is built, and of files afterwards."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from briefgen.check.campaigns import check_campaign
from briefgen.check.library import check_library
from briefgen.check.naming import named_in_files
from briefgen.cli.options import json_option, print_problems, workspace
from briefgen.errors import Problem
from briefgen.library.do_not_name import load_names
from briefgen.library.shelves import Library, open_library

CAMPAIGN = "campaign.yaml"
"""The campaign of a workspace, which is checked with all else."""
FINISHED = (".pdf", ".docx")
"""The endings of finished documents."""


@click.command(
    "check", epilog="\b\nExamples:\n  briefgen check my-report\n  briefgen check output/*FR*.pdf output/*FR*.docx"
)
@click.argument("paths", nargs=-1, metavar="[PACK|FILE …]")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Day for which groups are computed; today. Of finished documents: their date; the one that they name.",
)
@click.option("--report", default="", help="The report of finished documents whose names do not say it.")
@click.option("--sender", type=click.Path(path_type=Path, dir_okay=False), help="The sender of finished documents.")
@click.option("--details", type=click.Path(path_type=Path, dir_okay=False), help="Their event or joint letter.")
@click.option("--contacts", type=click.Path(path_type=Path, dir_okay=False), help="The list of their addressees.")
@json_option
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    paths: tuple[str, ...],
    *,
    day: datetime | None,
    report: str,
    sender: Path | None,
    details: Path | None,
    contacts: Path | None,
    as_json: bool,
) -> None:
    """Check report packs, formats, overlays, catalogues and the campaign of this folder; print every problem.

    A PACK is the id of a report pack or its folder; without one, all are checked. Every anchor must stand in the
    source, every number of a statement in its anchor, every id and role must name something, and every sentence
    must be translated.

    A FILE is a finished document, PDF or Word, under the name that it was given. It is read back and held against the
    report: every number, quotation and ask, addressee, language and date, metadata, fonts, the breaks of lines and
    pages; and the two files of one document against each other.
    """
    library = open_library(workspace())
    files = [Path(name) for name in paths if name.lower().endswith(FINISHED)]
    packs = tuple(name for name in paths if not name.lower().endswith(FINISHED))
    problems = []
    if packs or not files:
        problems += _of_library(library, packs, day.date() if day else date.today())
    if files:
        from briefgen.inspection import Plan, inspect  # noqa: PLC0415 - reading PDF files takes time to load

        problems += inspect(library, Plan(report, day.date() if day else None, sender, details, contacts), files)
    code = print_problems(problems, as_json=as_json)
    if not code and not as_json:
        click.echo(f"no problems: {_what(library, packs, files)}")
    sys.exit(code)


def _of_library(library: Library, packs: tuple[str, ...], day: date) -> list[Problem]:
    campaign = workspace() / CAMPAIGN
    problems = list(check_library(library, packs or tuple(library.names("reports")), day))
    problems += check_campaign(library, campaign) if campaign.is_file() else ()
    own = [path for suffix in ("yaml", "csv", "xlsx") for path in sorted(workspace().glob(f"*.{suffix}"))]
    return [*problems, *named_in_files(own, load_names(library))]


def _what(library: Library, packs: tuple[str, ...], files: list[Path]) -> str:
    if not files:
        return f"{', '.join(packs or library.names('reports'))}; formats and catalogues"
    return ", ".join([*packs, f"{len(files)} finished file{'' if len(files) == 1 else 's'}"])
