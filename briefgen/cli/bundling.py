"""The options of `briefgen batch` that bundle documents, and how its bundles are told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from briefgen.batch.binding import Bundled
from briefgen.batch.bundles import FOLDER, Bundle
from briefgen.cli.options import Function, print_problems, split_choice

_SORTS = ("language", "group")


def bundle_options(function: Function) -> Function:
    """The options `--bundle` and `--print`."""
    bundle = click.option(
        "--bundle",
        "bundles",
        callback=_sorts,
        metavar="language,group",
        help="A zip for each language, for each --to, or both.",
    )
    printed = click.option(
        "--print",
        "sides",
        is_flag=False,
        flag_value="simplex",
        type=click.Choice(["simplex", "duplex"]),
        help="One PDF of all, with bookmarks; duplex: no two documents share a sheet.",
    )
    return bundle(printed(function))


def _sorts(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    items = split_choice(context, parameter, value)
    for item in items:
        if item not in _SORTS:
            raise click.BadParameter(f"`{item}` is not one of {', '.join(_SORTS)}", context, parameter)
    return items


def shown(bundles: Sequence[Bundle]) -> str:
    """The bundles that would be made, in a line."""
    return f"bundles: {', '.join(f'{FOLDER}/{bundle.name}' for bundle in bundles)}"


def tell(bundled: Bundled) -> None:
    """Print the bundles that stand, one a line, and what is wrong with the others."""
    print_problems(bundled.problems, as_json=False)
    for path in bundled.paths:
        click.echo(path)


def as_data(bundled: Bundled) -> dict[str, Sequence[str | Path]]:
    """The same for a script."""
    return {"bundles": bundled.paths, "bundle problems": [str(problem) for problem in bundled.problems]}
