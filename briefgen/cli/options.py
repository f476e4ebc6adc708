"""What several commands share: the workspace, the lists of an option, and the way to print."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import click

from briefgen.errors import BriefgenError, Problem

Function = TypeVar("Function", bound=Callable[..., Any])

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a script.")


def report_option(function: Function) -> Function:
    """The option that names the report, with the bundled one as its default."""
    decorate = click.option(
        "--report", default="", callback=_report, help="Id of a report pack, or its folder; the only one if not given."
    )
    return decorate(function)


def _report(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """The report that was named, or the one that there is to write about."""
    from briefgen.library.packs import default_report  # noqa: PLC0415 - the help page starts without them
    from briefgen.library.shelves import open_library  # noqa: PLC0415

    return value or default_report(open_library(workspace()))


def workspace() -> Path:
    """The folder in which the user works: searched before the built-in library."""
    return Path.cwd()


def split_list(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, ...]:
    """The items of an option that takes a list with commas, without spaces and repetitions."""
    return tuple(dict.fromkeys(item.strip() for item in value.split(",") if item.strip()))


def split_choice(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """The same for an option whose absence leaves the choice to the program; a list without items is wrong usage."""
    items = split_list(context, parameter, value or "")
    if value is not None and not items:
        raise click.BadParameter("name at least one", context, parameter)
    return items


def print_json(value: object) -> None:
    """Print a value as JSON with characters of all scripts readable."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def print_problems(problems: Iterable[Problem], *, as_json: bool) -> int:
    """Print every problem, and give the exit code: 0 where there is none, 1 otherwise."""
    found = list(problems)
    if as_json:
        print_json([_as_data(problem) for problem in found])
    else:
        for problem in found:
            click.echo(from_here(str(problem)), err=True)
    return 1 if found else 0


def tellable(problems: Iterable[Problem]) -> list[Problem]:
    """Problems without the words of those that hold a name of the do-not-name list of this folder."""
    from briefgen.library.do_not_name import DoNotName, load_names  # noqa: PLC0415 - the help page starts without them
    from briefgen.library.shelves import open_library  # noqa: PLC0415

    names = DoNotName()
    with suppress(BriefgenError):  # a list that cannot be read is told as such
        names = load_names(open_library(workspace()))
    return list(names.silenced(problems))


def from_here(text: str) -> str:
    """A message with its paths as seen from the current folder."""
    return text.replace(f"{Path.cwd()}{os.sep}", "")


def _as_data(problem: Problem) -> dict[str, object]:
    place = problem.place
    return {
        "file": from_here(str(place.path)) if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": problem.message,
        "hint": problem.hint,
    }
