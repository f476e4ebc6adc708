"""Whether a format and an addressee go together, and whether its details are there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from briefgen.compose.choice import choose
from briefgen.compose.context import addressee_in
from briefgen.compose.request import Recipient
from briefgen.errors import BriefgenError, Place, Problem
from briefgen.library.delegations import Delegations
from briefgen.library.formats import FormatFile
from briefgen.library.packs import ReportPack
from briefgen.model.occasion import Details


def require_fitting(
    file: FormatFile, recipient: Recipient, delegations: Delegations, pack: ReportPack, day: date
) -> None:
    """Raise a BriefgenError that says to whom a format goes, where it does not go to this addressee."""
    problem = misfit(file, recipient, delegations, pack, day)
    if problem:
        raise BriefgenError.one(*problem)


def misfit(
    file: FormatFile, recipient: Recipient, delegations: Delegations, pack: ReportPack, day: date
) -> tuple[str, None, str] | None:
    """Why a format does not go to an addressee, and what to do; None where it does."""
    described, about = file.format, pack.report.about
    to = recipient.name
    match described.addressees:
        case "one" if not recipient.state:
            return (
                f"a `{described.id}` goes to one delegation, not to the group `{to}`",
                None,
                "name a state, such as FR",
            )
        case "many" if recipient.state:
            return (
                f"a `{described.id}` goes to a group, not to the one delegation `{to}`",
                None,
                "name a group, such as all",
            )
        case "concerned" if not recipient.state or recipient.state != about:
            return (
                f"a `{described.id}` goes to the state that the report is about alone, not to `{to}`",
                None,
                f"name {about}" if about else "this report is about no single state",
            )
    if described.within and not _is_within(described.within, recipient, delegations, day):
        return (
            f"a `{described.id}` is for the group `{described.within}`; `{to}` is not of it on {day}",
            None,
            "see `briefgen list groups`",
        )
    asks = described.takes.asks and described.addressees != "any"
    if asks and not choose(pack.report, addressee_in(delegations, pack, day, recipient), described.takes):
        return (
            f"the report has no recommendation that a `{described.id}` could put to `{to}`",
            None,
            f"see `briefgen explain briefing --to {to}`",
        )
    return None


def _is_within(group: str, recipient: Recipient, delegations: Delegations, day: date) -> bool:
    members = delegations.members(group, day)
    if recipient.state:
        return recipient.state in members
    return delegations.members(recipient.group, day) <= members


def require_details(file: FormatFile, details: Details, path: Path | None) -> None:
    """Raise a BriefgenError where the details lack what a format needs of them."""
    missing = [need for need in file.format.needs if not getattr(details, need)]
    if missing:
        place = Place(path) if path else None
        hint = "see templates/details/placeholder.yaml for what it holds"
        raise BriefgenError(
            Problem(f"a `{file.format.id}` needs `{need}` in the details", place, hint) for need in missing
        )
