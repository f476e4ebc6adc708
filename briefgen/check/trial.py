"""The trial: each format is composed for delegations in every role, in every language, without writing a file.

What only shows when a text is put together (a name that a template mistypes, a form that a state lacks) shows here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from briefgen.compose.composition import compose
from briefgen.compose.request import Recipient, Request
from briefgen.errors import BriefgenError, Problem
from briefgen.library.delegations import Delegations


def try_out(request: Request, recipients: Iterable[Recipient]) -> Iterator[Problem]:
    """The problems of one format and language over recipients, each problem once."""
    seen: set[str] = set()
    for recipient in recipients:
        try:
            compose(replace(request, recipient=recipient))
        except BriefgenError as error:
            for problem in error.problems:
                if str(problem) not in seen:
                    seen.add(str(problem))
                    yield problem


def one_of_each(
    delegations: Delegations, day: date, concerned: str, shared_with: Collection[str] = ()
) -> list[Recipient]:
    """One delegation for each set of roles that occurs on a day: together they meet every ask once.

    Those who are in different ones of the groups or states `shared_with` may see different statements, too.
    """
    found: dict[tuple[tuple[str, ...], ...], str] = {}
    for iso in sorted(delegations.states):
        circles = tuple(name for name in shared_with if iso == name or iso in delegations.members(name, day))
        found.setdefault((delegations.roles_of(iso, day, concerned), circles), iso)
    return [Recipient(state=iso) for iso in found.values()]
