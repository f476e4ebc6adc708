"""Which recommendations reach an addressee, in which of its roles, on what basis – and why the others do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.library.overlays import NO_PICK, Pick
from briefgen.model.format import Takes
from briefgen.model.report import Ask, Claim, Recommendation, Report, Testimony

LISTED = frozenset({"recommendations", "listed"})
"""The names by which a template prints recommendations under those whom they address, whoever the addressee is."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """One recommendation taken for a delegation: the ask, and the role in which it is made."""

    recommendation: Recommendation
    ask: Ask
    role: str
    points: tuple[str, ...]
    """The ask as it is numbered in a letter: one sentence, or several where it stands alone."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of one recommendation: taken as `chosen`, or left for a reason."""

    recommendation: Recommendation
    reason: str
    chosen: Chosen | None = None


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who is asked: a delegation by its ISO code, or a group without one; its roles, the most specific first."""

    iso: str
    roles: tuple[str, ...]


def decide(report: Report, addressee: Addressee, takes: Takes, pick: Pick = NO_PICK) -> tuple[Decision, ...]:
    """What becomes of every recommendation of a report: those taken first, in their order, then those left.

    A recommendation is taken once, by its best ask: stated before inferred, then the most specific role. An ask that
    stands alone is put as its points. Of what may be asked, a pick names what is, and in which order.
    """
    fitting: list[Decision] = []
    left: list[Decision] = []
    for recommendation in report.recommendations:
        decision = weighed(recommendation, addressee, takes)
        (fitting if decision.chosen else left).append(decision)
    if pick.asks:
        fitting, others = _picked(fitting, [named.id for named in pick.asks])
        left = [*others, *left]
    else:
        ranks = {role: rank for rank, role in enumerate((addressee.iso, *addressee.roles))}
        fitting.sort(key=lambda decision: _sort_key(decision, takes, ranks))
    taken, surplus = fitting[: takes.asks], fitting[takes.asks :]
    limit = f"the format takes {takes.asks} at most"
    left = [*(replace(decision, reason=limit, chosen=None) for decision in surplus), *left]
    return (*(_with_points(decision, alone=len(taken) == 1) for decision in taken), *left)


def _picked(fitting: Sequence[Decision], names: Sequence[str]) -> tuple[list[Decision], list[Decision]]:
    """The decisions on recommendations of these names, in this order, and the others, which are left."""
    by_name = {decision.recommendation.id: decision for decision in fitting}
    taken = {name: by_name[name] for name in names if name in by_name}
    others = (decision for name, decision in by_name.items() if name not in taken)
    return [*taken.values()], [replace(decision, reason="the overlay names others", chosen=None) for decision in others]


def choose(report: Report, addressee: Addressee, takes: Takes, pick: Pick = NO_PICK) -> tuple[Chosen, ...]:
    """The asks for an addressee, in their order; none for a format without asks."""
    if not takes.asks:
        return ()
    return tuple(decision.chosen for decision in decide(report, addressee, takes, pick) if decision.chosen)


def is_for(takes: Takes, recommendation: Recommendation) -> bool:
    """Whether a recommendation is on one of the themes, and of one of the kinds, that a format takes."""
    on_theme = not takes.themes or bool(set(takes.themes) & set(recommendation.themes))
    return on_theme and (not takes.kinds or recommendation.kind in takes.kinds)


def is_listed(takes: Takes, recommendation: Recommendation) -> bool:
    """Whether a format that lists recommendations by those whom they address lists this one."""
    to = set(recommendation.addressees)
    return is_for(takes, recommendation) and bool(to & set(takes.roles) if takes.roles else to)


def weighed(recommendation: Recommendation, addressee: Addressee, takes: Takes) -> Decision:
    """Whether a recommendation fits a format and an addressee, and the best ask of it."""
    if not is_for(takes, recommendation):
        wanted = [*takes.themes, *takes.kinds]
        return Decision(recommendation, f"the format is for recommendations on {', '.join(wanted)}")
    matches = list(_matches(recommendation, addressee))
    if not matches:
        names = dict.fromkeys(name for ask in recommendation.asks for name in (*ask.states, *ask.roles))
        return Decision(recommendation, f"it is for {', '.join(names)}, and the addressee is none of these")
    fitting = [match for match in matches if not takes.roles or match[3] in takes.roles]
    if not fitting:
        return Decision(recommendation, f"the format makes asks in the roles {', '.join(takes.roles)} only")
    _, _, number, role = min(fitting)
    ask = recommendation.asks[number]
    return Decision(recommendation, f"{ask.basis}, as {role}", Chosen(recommendation, ask, role, (ask.ask,)))


def _matches(recommendation: Recommendation, addressee: Addressee) -> Iterator[tuple[bool, int, int, str]]:
    """The asks that fit an addressee, the best of them the least; one that names the state itself is best."""
    ranks = {role: rank for rank, role in enumerate(addressee.roles)}
    for number, ask in enumerate(recommendation.asks):
        inferred = ask.basis != "stated"
        if addressee.iso in ask.states:
            yield inferred, -1, number, addressee.iso
        yield from ((inferred, ranks[role], number, role) for role in ask.roles if role in ranks)


def _sort_key(decision: Decision, takes: Takes, ranks: dict[str, int]) -> tuple[int, ...]:
    """The place of an ask among the others; sorting keeps the order of the report where all else is equal."""
    chosen = decision.chosen
    if chosen is None:
        return ()
    item = chosen.recommendation
    keys = {
        "basis": int(chosen.ask.basis != "stated"),
        "role": ranks[chosen.role],
        "theme": min((takes.themes.index(name) for name in item.themes if name in takes.themes), default=0),
        "kind": takes.kinds.index(item.kind) if item.kind in takes.kinds else len(takes.kinds),
        "report": 0,
    }
    return tuple(keys[key] for key in takes.order)


def _with_points(decision: Decision, *, alone: bool) -> Decision:
    chosen = decision.chosen
    if chosen is None or not alone or not chosen.ask.points:
        return decision
    return replace(decision, chosen=replace(chosen, points=chosen.ask.points))


def evidence_for(report: Report, chosen: Sequence[Chosen], limit: int) -> tuple[tuple[Claim, ...], ...]:
    """The claims that support the asks, in paragraphs: the first ask's, at most `limit`, then one for each other."""
    if not chosen or not limit:
        return ()
    claims = report.claims
    lead = chosen[0].recommendation.evidence[:limit]
    used = set(lead)
    others: list[str] = []
    for item in chosen[1:]:
        fresh = next((name for name in item.recommendation.evidence if name not in used), None)
        if fresh:
            others.append(fresh)
            used.add(fresh)
    return tuple(tuple(claims[name] for name in names) for names in (lead, others) if names)


def account_for(report: Report, chosen: Sequence[Chosen], pick: Pick = NO_PICK) -> Testimony | None:
    """The account of the first ask that has one, or that which is picked among the accounts of the asks."""
    accounts = [item.recommendation.account for item in chosen if item.recommendation.account]
    wanted = next((name for name in accounts if not pick.account or pick.account.id == name), None)
    return next((testimony for testimony in report.testimonies if testimony.id == wanted), None)
