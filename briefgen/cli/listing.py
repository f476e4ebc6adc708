"""`briefgen list`: what the library holds, as a table or as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

import click

from briefgen.cli.options import json_option, print_json, workspace
from briefgen.compose.template import names_in
from briefgen.library.delegations import load_delegations
from briefgen.library.formats import format_names, load_format
from briefgen.library.languages import language_tags, load_settings, load_states
from briefgen.library.names import load_names
from briefgen.library.packs import default_report, load_pack
from briefgen.library.shelves import Library, open_library

Rows = list[dict[str, str]]


@click.command("list", epilog="\b\nExample:\n  briefgen list delegations --lang ko")
@click.argument(
    "what",
    type=click.Choice(["formats", "delegations", "groups", "languages", "reports", "recommendations", "names"]),
)
@click.argument("format_", metavar="[FORMAT]", required=False)
@click.option("--lang", "language", default="en", show_default=True, help="Language of the names of states.")
@click.option("--report", default="", help="Id of a report pack, or its folder; the only one if not given.")
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Day for which groups are computed; today.")
@json_option
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    what: str, format_: str | None, language: str, report: str, day: datetime | None, *, as_json: bool
) -> None:
    """List formats, delegations, groups, languages, reports, recommendations, or the names that a template may use.

    `list names FORMAT` marks those that the format itself uses.
    """
    library = open_library(workspace())
    when = day.date() if day else date.today()
    listings: dict[str, Callable[[], Rows]] = {
        "formats": lambda: _formats(library),
        "delegations": lambda: _delegations(library, language, when),
        "groups": lambda: _groups(library, when),
        "languages": lambda: _languages(library),
        "reports": lambda: _reports(library),
        "recommendations": lambda: _recommendations(library, report or default_report(library)),
        "names": lambda: _names(library, format_),
    }
    rows = listings[what]()
    if as_json:
        print_json(rows)
    else:
        for line in _table(rows):
            click.echo(line)


def _formats(library: Library) -> Rows:
    files = [load_format(library, name) for name in format_names(library)]
    return [
        {
            "format": file.format.id,
            "to": file.format.addressees,
            "name": file.format.name,
            "about": file.format.description,
        }
        for file in files
    ]


def _delegations(library: Library, language: str, day: date) -> Rows:
    load_settings(library, language)  # refuses an unknown language, with the nearest
    delegations, names = load_delegations(library), load_states(library, language)
    rows = []
    for iso in sorted(delegations.states, key=lambda code: names[code].sort):
        state = delegations.states[iso]
        groups = [name for name in delegations.groups if iso in delegations.members(name, day)]
        rows.append(
            {
                "iso2": iso,
                "iso3": state.iso3,
                "name": names[iso].name,
                "formal": names[iso].formal,
                "status": state.status,
                "region": state.regional_group or "",
                "groups": " ".join(groups),
            }
        )
    return rows


def _groups(library: Library, day: date) -> Rows:
    delegations = load_delegations(library)
    rows = []
    for name in delegations.group_names():
        members = sorted(delegations.members(name, day))
        group = delegations.groups.get(name)
        known = str(group.known_to) if group and group.known_to else ""
        shown = " ".join(members) if len(members) < 60 else ""
        rows.append({"group": name, "members": str(len(members)), "complete to": known, "states": shown})
    return rows


def _languages(library: Library) -> Rows:
    settings = [(tag, load_settings(library, tag)) for tag in language_tags(library)]
    return [{"language": tag, "name": each.name, "in English": each.english_name} for tag, each in settings]


def _reports(library: Library) -> Rows:
    packs = [load_pack(library, name).report for name in library.names("reports")]
    return [
        {
            "report": report.id,
            "publisher": report.publisher,
            "title": report.title,
            "about": "an example, invented" if report.example else report.about,
        }
        for report in packs
    ]


def _recommendations(library: Library, report: str) -> Rows:
    rows = []
    for item in load_pack(library, report).report.recommendations:
        inferred = [name for ask in item.asks if ask.basis == "inferred" for name in (*ask.states, *ask.roles)]
        rows.append(
            {
                "id": item.id,
                "addressed to": " ".join(item.addressees),
                "by inference": " ".join(dict.fromkeys(inferred)),
                "recommendation": item.text,
            }
        )
    return rows


def _names(library: Library, format_: str | None) -> Rows:
    used: frozenset[str] = frozenset()
    if format_:
        file = load_format(library, format_)
        used = names_in(file.layers, file.shared)
    rows = [{"name": name, "holds": holds} for name, holds in load_names(library).items()]
    if not format_:
        return rows
    return [{**row, "used": "yes" if row["name"].partition(".")[0] in used else ""} for row in rows]


def _table(rows: Rows) -> Iterable[str]:
    """Rows in columns under their names; a wide character counts for two, as on a terminal."""
    if not rows:
        return
    columns = list(rows[0])
    widths = {name: max(_width(name), *(_width(row[name]) for row in rows)) for name in columns}
    for row in ({name: name for name in columns}, *rows):
        cells = [row[name] + " " * (widths[name] - _width(row[name])) for name in columns]
        yield "  ".join(cells).rstrip()


def _width(text: str) -> int:
    return sum(2 if "ᄀ" <= char <= "ￜ" and not "‐" <= char <= "⁯" else 1 for char in text)
