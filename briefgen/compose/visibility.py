"""What a document may show of its report: decided here alone, and applied before a word of it is composed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from briefgen.compose.request import Request
from briefgen.library.packs import ReportPack
from briefgen.model.report import Recommendation, Section
from briefgen.model.visibility import Visibility, lowest, may_see

_CLAIMS = ("summary", "figures", "findings")
_STATEMENTS = (*_CLAIMS, "quotations", "testimonies", "annexes")
"""The lists of a report whose items have a level each."""


def level_of(request: Request) -> Visibility:
    """The level of a document: the lesser of what its format may show and what its addressee may see.

    A group may see what each of its members may.
    """
    recipient = request.recipient
    members = {recipient.state} if recipient.state else request.delegations.members(recipient.group, request.day)
    if not members:
        return "public"
    return lowest(request.format.format.sees, *(_level_of_state(request, iso) for iso in members))


def _level_of_state(request: Request, iso: str) -> Visibility:
    """What a state may see on the day of a document.

    The state that the report is about sees what is public, whatever else the pack says; where that state is none that
    is known, it could be anyone, and nobody sees more.
    """
    report, delegations = request.pack.report, request.delegations
    if report.about and (report.about == iso or report.about not in delegations.states):
        return "public"

    def is_among(names: Iterable[str]) -> bool:
        return any(iso == name or iso in delegations.members(name, request.day) for name in names)

    if is_among(report.shared_with.restricted):
        return "restricted"
    return "partners" if is_among(report.shared_with.partners) else "public"


def as_seen(request: Request) -> Request:
    """The request with a pack that holds nothing but what its document may show.

    Templates, overlays and Word templates of a user's own are filled from this pack, so that none of them can name what
    is withheld.
    """
    pack = request.pack
    if _narrowed(pack, "public") is pack:  # all of it is public
        return request
    return replace(request, pack=_narrowed(pack, level_of(request)))


def withheld(request: Request) -> tuple[str, ...]:
    """The ids of the statements and annexes that the document of a request may not show."""
    report, level = request.pack.report, level_of(request)
    return tuple(item.id for key in _STATEMENTS for item in getattr(report, key) if not may_see(level, item.visibility))


def _narrowed(pack: ReportPack, level: Visibility) -> ReportPack:
    """What a level sees of a pack, made once; the pack itself where that is all of it."""
    if level not in pack.narrowed:
        pack.narrowed[level] = _made(pack, level)
    return pack.narrowed[level]


def _made(pack: ReportPack, level: Visibility) -> ReportPack:
    report = pack.report
    lists: dict[str, dict[int, Any]] = {key: _shown(getattr(report, key), level) for key in _STATEMENTS}
    if all(len(lists[key]) == len(getattr(report, key)) for key in _STATEMENTS):
        return pack
    claims = {item.id for key in _CLAIMS for item in lists[key].values()}
    accounts = {item.id for item in lists["testimonies"].values()}
    figures = {item.id for item in lists["figures"].values()}
    sections = [_begun(section, claims) for section in report.sections]
    lists["sections"] = _left_with(enumerate(sections), "claims", claims)
    lists["annexes"] = _left_with(lists["annexes"].items(), "claims", claims)
    lists["questions"] = _left_with(enumerate(report.questions), "answer", claims)
    left: dict[str, object] = {key: tuple(items.values()) for key, items in lists.items()}
    left["key_figures"] = _among(report.key_figures, figures)
    left["method"] = _among(report.method, claims)
    left["accounts"] = _among(report.accounts, accounts)
    left["recommendations"] = tuple(_recommendation(item, claims, accounts) for item in report.recommendations)
    return replace(pack, report=report.model_copy(update=left), text=pack.text.renumbered(lists))


def _shown(items: Iterable[Any], level: Visibility) -> dict[int, Any]:
    """The items of a list that a level may see, by their places in the file."""
    return {index: item for index, item in enumerate(items) if may_see(level, item.visibility)}


def _left_with(items: Iterable[tuple[int, Any]], key: str, claims: Collection[str]) -> dict[int, Any]:
    """The items that still have claims under a key, by their places in the file, with these claims alone."""
    found = {index: item.model_copy(update={key: _among(getattr(item, key), claims)}) for index, item in items}
    return {index: item for index, item in found.items() if getattr(item, key)}


def _begun(section: Section, claims: Collection[str]) -> Section:
    """The section, each further paragraph beginning with the first of its claims that is left."""
    left = (_among(names, claims) for names in section.in_paragraphs())
    return section.model_copy(update={"paragraphs": tuple(names[0] for names in left if names)[1:]})


def _recommendation(item: Recommendation, claims: Collection[str], accounts: Collection[str]) -> Recommendation:
    """A recommendation with what is left to support it; a reply to which nothing is left to say goes too."""
    answer = _among(item.answer, claims)
    left = {
        "evidence": _among(item.evidence, claims),
        "answer": answer,
        "account": item.account if item.account in accounts else None,
        "reply": item.reply if answer or not item.answer else None,
    }
    return item.model_copy(update=left)


def _among(names: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in known)
