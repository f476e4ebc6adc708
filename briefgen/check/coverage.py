"""The check that every recommendation reaches someone by some format, and that no format is dead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefgen.compose.choice import LISTED, is_listed
from briefgen.compose.context import asked_of
from briefgen.compose.fitting import misfit
from briefgen.compose.request import Recipient
from briefgen.compose.template import names_in
from briefgen.errors import Problem
from briefgen.library.delegations import Delegations
from briefgen.library.formats import FormatFile
from briefgen.library.packs import ReportPack


def check_coverage(
    pack: ReportPack, files: Sequence[FormatFile], delegations: Delegations, day: date
) -> Iterator[Problem]:
    """Recommendations that no format carries to anyone and no one has waived, and waivers that are needless.

    A recommendation is carried as an ask of an addressee, or listed under those whom it addresses.
    """
    coverage = _Coverage(pack, delegations, day)
    yield from coverage.unused(set().union(*(coverage.carried(file) or set() for file in files)))


def check_dead(
    packs: Sequence[ReportPack], files: Sequence[FormatFile], delegations: Delegations, day: date
) -> Iterator[Problem]:
    """Formats that go to nobody, or that carry nothing of any report though they take recommendations."""
    coverages = [_Coverage(pack, delegations, day) for pack in packs]
    for file in files if coverages else ():
        carried = [coverage.carried(file) for coverage in coverages]
        if all(found is None for found in carried):
            hint = "see `addressees`, `within` and `takes`"
            yield Problem("the format goes to nobody", file.text.place(("addressees",)), hint)
        elif not any(carried) and LISTED & names_in(file.layers, file.shared):
            hint = "see its roles, themes and kinds"
            yield Problem("the format takes no recommendation for anyone", file.text.place(("takes",)), hint)


@dataclass(frozen=True, slots=True)
class _Coverage:
    pack: ReportPack
    delegations: Delegations
    day: date

    def carried(self, file: FormatFile) -> set[str] | None:
        """The recommendations that a format carries to someone; None where it goes to nobody."""
        report, takes = self.pack.report, file.format.takes
        fitting = [each for each in self._everyone() if not misfit(file, each, self.delegations, self.pack, self.day)]
        if not fitting:
            return None
        found: set[str] = set()
        if takes.asks:
            asked = (asked_of(each, file, self.delegations, self.pack, self.day) for each in fitting)
            found |= {item.recommendation.id for items in asked for item in items}
        if LISTED & names_in(file.layers, file.shared):
            found |= {item.id for item in report.recommendations if is_listed(takes, item)}
        return found

    def _everyone(self) -> Iterator[Recipient]:
        yield from (Recipient(state=iso) for iso in self.delegations.states)
        yield from (Recipient(group=name) for name in self.delegations.group_names())

    def unused(self, asked: set[str]) -> Iterator[Problem]:
        report, text = self.pack.report, self.pack.text
        for index, item in enumerate(report.recommendations):
            at = ("recommendations", index)
            if item.id not in asked and item.id not in report.waived:
                message = f"no format carries the recommendation {item.id} to anyone"
                yield Problem(message, text.place(at), "give it roles that a format takes, or name it under `waived`")
        for name in report.waived:
            if name in asked:
                message = f"the recommendation {name} is waived, but a format carries it"
                yield Problem(message, text.place(("waived", name)), "remove the waiver")
