"""What is wrong with what overlays pick: it must be there, and be what may be asked and shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefgen.compose.choice import Addressee, choose, weighed
from briefgen.compose.template import names_in
from briefgen.errors import Problem, did_you_mean
from briefgen.library.formats import FormatFile
from briefgen.library.overlays import Named, Pick, pick_of
from briefgen.model.format import NO_ACCOUNT, Takes
from briefgen.model.report import Report


def pick_problems(report: Report, addressee: Addressee, file: FormatFile, owners: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with what the overlays of these pick from a report for an addressee.

    It does not stand there, or may not be asked of the addressee or shown to it, or the format has no room for it.
    """
    takes, pick = file.format.takes, pick_of(file, owners, report.id)
    yield from _asks(report, addressee, takes, pick)
    if pick.account and pick.account.id != NO_ACCOUNT:
        if carries_account(file, owners):
            asks = choose(report, addressee, takes, pick)
            yield from _account(pick.account, [item.recommendation.account for item in asks])
        else:
            yield Problem("the format carries no account of an ask", pick.account.place, "remove `account`")


def carries_account(file: FormatFile, owners: Sequence[str]) -> bool:
    """Whether a document of a format, with the overlays of these, prints the account that goes with an ask."""
    return bool(file.format.takes.accounts) and "account" in names_in(file.layers_for(owners), file.shared)


def _asks(report: Report, addressee: Addressee, takes: Takes, pick: Pick) -> Iterator[Problem]:
    known = {item.id: item for item in report.recommendations}
    times: Counter[str] = Counter()
    for named in pick.asks:
        times[named.id] += 1
        if named.id not in known:
            hint = did_you_mean(named.id, known) or f"its recommendations are {', '.join(known)}"
            yield Problem(f"the report `{report.id}` has no recommendation `{named.id}`", named.place, hint)
        elif times[named.id] > 1:
            yield Problem(f"the recommendation `{named.id}` is named twice", named.place, "keep one")
        elif not (decision := weighed(known[named.id], addressee, takes)).chosen:
            to = f"`{addressee.iso}`" if addressee.iso else "this group"
            hint = "name others, or see `briefgen explain`"
            yield Problem(f"`{named.id}` may not be asked of {to}: {decision.reason}", named.place, hint)
    for named in pick.asks[takes.asks :][:1]:
        message = f"the format takes {takes.asks} asks at most; {len(pick.asks)} are named"
        yield Problem(message, named.place, "keep those that matter most")


def _account(named: Named, accounts: Iterable[str | None]) -> Iterator[Problem]:
    known = [name for name in accounts if name]
    if named.id not in known:
        hint = did_you_mean(named.id, known) or f"write {' or '.join(f'`{name}`' for name in (*known, NO_ACCOUNT))}"
        yield Problem(f"no ask of this document brings an account `{named.id}` that it may show", named.place, hint)
