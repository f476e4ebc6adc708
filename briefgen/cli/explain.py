"""`briefgen explain`: which asks a document makes and why, and which file each piece of it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from briefgen.cli.options import from_here, json_option, print_json, report_option, workspace
from briefgen.compose.explanation import Explanation, Reason, explain
from briefgen.compose.ordering import Order, resolve
from briefgen.library.shelves import open_library

_SHOWN = 60


@click.command("explain", epilog="\b\nExample:\n  briefgen explain letter --to JP")
@click.argument("format_", metavar="FORMAT")
@click.option("--to", "recipient", required=True, metavar="STATE|GROUP", help="Who it goes to.")
@click.option("--lang", "language", default="en", show_default=True, help="Language of the document.")
@report_option
@click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Date of the document; today if not given.")
@click.option("--sender", type=click.Path(path_type=Path, dir_okay=False), help="YAML file of the sender.")
@json_option
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    format_: str,
    recipient: str,
    language: str,
    report: str,
    day: datetime | None,
    sender: Path | None,
    as_json: bool,
) -> None:
    """Say which recommendations a document takes or leaves and why, what it may show, and where each piece stands."""
    when = day.date() if day else date.today()
    order = Order(format_, recipient, language, report, when, sender)
    found = explain(resolve(open_library(workspace()), order))
    if as_json:
        print_json(_as_data(found))
        return
    for line in _lines(found):
        click.echo(from_here(line))


def _lines(found: Explanation) -> Iterator[str]:
    yield f"roles: {', '.join(found.roles) or 'none'}"
    yield f"level: {found.level}"
    if found.withheld:
        yield f"withheld: {', '.join(found.withheld)}"
    yield f"made of: {', '.join(str(place.path) for place in found.layers)}"
    yield "asks:"
    for reason in found.reasons:
        yield f"  {'taken' if reason.taken else 'left ':5}  {reason.recommendation}  {reason.reason}  ({reason.place})"
        yield from _brought(reason)
        if reason.listed:
            yield "         listed under those whom it addresses"
    yield "pieces:"
    for piece in found.pieces:
        text = piece.text if len(piece.text) <= _SHOWN else f"{piece.text[: _SHOWN - 1]}…"
        yield f"  {piece.kind}: {text}"
        yield from (f"      {place}" for place in piece.places)


def _brought(reason: Reason) -> Iterator[str]:
    if reason.evidence:
        yield f"         evidence: {', '.join(reason.evidence)}"
    if reason.account:
        yield f"         account: {reason.account}"


def _as_data(found: Explanation) -> dict[str, object]:
    return {
        "roles": found.roles,
        "level": found.level,
        "withheld": found.withheld,
        "made of": [from_here(str(place.path)) for place in found.layers],
        "asks": [
            {
                "recommendation": reason.recommendation,
                "taken": reason.taken,
                "basis": reason.basis,
                "role": reason.role,
                "reason": reason.reason,
                "place": from_here(str(reason.place)),
                "evidence": reason.evidence,
                "account": reason.account,
                "listed": reason.listed,
            }
            for reason in found.reasons
        ],
        "pieces": [
            {"kind": piece.kind, "text": piece.text, "places": [from_here(str(place)) for place in piece.places]}
            for piece in found.pieces
        ],
    }
