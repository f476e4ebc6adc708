"""The check of what overlays pick from a report, for everyone to whom they apply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from briefgen.compose.context import addressee_in
from briefgen.compose.fitting import misfit
from briefgen.compose.picking import pick_problems
from briefgen.compose.request import Recipient, owners_of
from briefgen.errors import Problem
from briefgen.library.delegations import Delegations
from briefgen.library.formats import FormatFile
from briefgen.library.packs import ReportPack


def check_picks(
    pack: ReportPack, files: Sequence[FormatFile], delegations: Delegations, day: date
) -> Iterator[Problem]:
    """What the overlays of formats pick from a pack, and cannot be asked of one of those for whom they are.

    An account that is withheld from someone is told when their document is composed.
    """
    for file in files:
        for recipient in dict.fromkeys(_recipients(file, delegations, day)):
            if not misfit(file, recipient, delegations, pack, day):
                addressee = addressee_in(delegations, pack, day, recipient)
                yield from pick_problems(pack.report, addressee, file, owners_of(recipient, delegations, day))


def _recipients(file: FormatFile, delegations: Delegations, day: date) -> Iterator[Recipient]:
    """The groups and states for whom overlays of a format pick something."""
    for name, overlay in file.overlays.items():
        if not (overlay.overlay.asks or overlay.overlay.account):
            continue
        if name in delegations.states:
            yield Recipient(state=name)
        elif name in delegations.group_names():
            yield Recipient(group=name)
            yield from (Recipient(state=iso) for iso in sorted(delegations.members(name, day)))
