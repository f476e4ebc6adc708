"""What was found in a release, as proposals for a report pack."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from briefgen.importing.doubts import Doubt
from briefgen.importing.passed import Passed


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that the text says: `anchor` is its words, `line` where they stand, `doubts` what a person decides."""

    id: str
    anchor: str
    line: int
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureProposal(Proposal):
    """A number with what it counts; `value` is how the text writes it, with the approximation.

    `key` says whether it may stand among the key figures: no number without what it counts, no length of the report.
    """

    value: str = ""
    number: Decimal = Decimal(0)
    upper: Decimal | None = None
    out_of: Decimal | None = None
    unit: str = ""
    approximation: str = ""
    key: bool = True


@dataclass(frozen=True, slots=True)
class QuotationProposal(Proposal):
    """Words of a named speaker; halves between which the speaker is named stand apart."""

    text: tuple[str, ...] = ()
    speaker: str = ""
    post: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class TestimonyProposal(Proposal):
    """An account of a witness; `speaker` is the description in the words of the text, `when` the date it gives."""

    text: tuple[str, ...] = ()
    speaker: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class RecommendationProposal(Proposal):
    """Something the text asks for; `addressee` is as the text names it, empty where it names none.

    `act` is the clause that says what to do, beginning with its verb; empty where the text does not say it so.
    """

    addressee: str = ""
    act: str = ""


@dataclass(frozen=True, slots=True)
class Proposals:
    """The statements of a release by kind, each in the order of the text."""

    summary: tuple[Proposal, ...] = ()
    findings: tuple[Proposal, ...] = ()
    figures: tuple[FigureProposal, ...] = ()
    quotations: tuple[QuotationProposal, ...] = ()
    testimonies: tuple[TestimonyProposal, ...] = ()
    recommendations: tuple[RecommendationProposal, ...] = ()
    passed: tuple[Passed, ...] = ()
    """What looks like one of them, and was taken for something else."""
