"""Which recommendations reach a delegation, in which of its roles, and on what basis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.model.report import Ask, Claim, Recommendation, Report, Testimony


@dataclass(frozen=True, slots=True)
class Chosen:
    """One recommendation taken for a delegation: the ask, and the role in which it is made."""

    recommendation: Recommendation
    ask: Ask
    role: str
    points: tuple[str, ...]
    """The ask as it is numbered in a letter: one sentence, or several where it stands alone."""


def choose(report: Report, iso: str, roles: Sequence[str], limit: int) -> tuple[Chosen, ...]:
    """The asks for a delegation, at most `limit`: stated before inferred, then the most specific role first.

    A recommendation is taken once, by its best ask. An ask that stands alone is put as its points.
    """
    ranks = {role: rank for rank, role in enumerate(roles)}
    found = []
    for order, recommendation in enumerate(report.recommendations):
        candidates = [
            (ask.basis != "stated", rank, order, number, role)
            for number, ask in enumerate(recommendation.asks)
            for rank, role in _matches(ask, iso, ranks)
        ]
        if candidates:
            found.append(min(candidates))
    best = sorted(found)[:limit]
    return tuple(_chosen(report.recommendations[order], number, role, len(best)) for _, _, order, number, role in best)


def _matches(ask: Ask, iso: str, ranks: dict[str, int]) -> Iterator[tuple[int, str]]:
    """The ranks at which an ask fits a delegation; an ask that names the state itself is the most specific."""
    if iso in ask.states:
        yield -1, iso
    yield from ((ranks[role], role) for role in ask.roles if role in ranks)


def _chosen(recommendation: Recommendation, number: int, role: str, count: int) -> Chosen:
    ask = recommendation.asks[number]
    points = ask.points if count == 1 and ask.points else (ask.ask,)
    return Chosen(recommendation, ask, role, points)


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


def account_for(report: Report, chosen: Sequence[Chosen]) -> Testimony | None:
    """The account of the first ask that has one."""
    wanted = next((item.recommendation.account for item in chosen if item.recommendation.account), None)
    return next((testimony for testimony in report.testimonies if testimony.id == wanted), None)
