"""What a template may name: the report, the addressee and the asks, with every text ready in its language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefgen.markup.escape import Text

EMPTY = Text()


@dataclass(frozen=True, slots=True)
class ConcernedNames:
    """What the text calls the state that the report is about."""

    introduced: Text
    short: Text


@dataclass(frozen=True, slots=True)
class ReportNames:
    """The report: publisher, titles, and the short title of the running header."""

    publisher: Text
    title: Text
    original_title: Text
    release: Text
    original_release: Text
    headline: Text = EMPTY
    short_title: Text = EMPTY
    language: str = ""


@dataclass(frozen=True, slots=True)
class SenderNames:
    """The sender in the language of the document."""

    organisation: Text
    address: tuple[Text, ...]
    contact: tuple[Text, ...]
    signatory: Text
    post: Text


@dataclass(frozen=True, slots=True)
class Passage:
    """Claims as one paragraph; `cite` names the places in the source on which they rest."""

    text: Text
    cite: Text


@dataclass(frozen=True, slots=True)
class FigureView:
    """A key figure: value and caption."""

    value: Text
    caption: Text


@dataclass(frozen=True, slots=True)
class PanelView:
    """The panel of key figures, and the places in the source on which they rest."""

    figures: tuple[FigureView, ...]
    cite: Text


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of findings."""

    heading: Text
    passage: Passage


@dataclass(frozen=True, slots=True)
class AccountView:
    """A testimony: the excerpt as a quotation, the line under it, and the sentence that carries it in a letter."""

    excerpt: Text
    attribution: Text
    sentence: Text
    cite: Text


@dataclass(frozen=True, slots=True)
class QuotationView:
    """A quotation of a named speaker."""

    parts: tuple[Text, ...]
    attribution: Text
    cite: Text


@dataclass(frozen=True, slots=True)
class AsksView:
    """The asks of one delegation, as they are numbered: those the report states first, then the sender's own."""

    opening: Text = EMPTY
    subject: Text = EMPTY
    stated: tuple[Text, ...] = ()
    inferred: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class AddresseeGroup:
    """The recommendations to one stated addressee, under its heading."""

    heading: Text
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class AddressView:
    """The address block, the salutation and the close of a letter."""

    block: tuple[Text, ...]
    salutation: Text
    closing: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Everything that a template may name."""

    report: ReportNames
    concerned: ConcernedNames
    sender: SenderNames
    date: Text
    gap: Text
    """What stands between two sentences: a space, or nothing in Chinese and Japanese."""
    addressees: Text
    to_one: bool
    summary: Passage
    key_figures: PanelView
    sections: tuple[SectionView, ...]
    accounts: tuple[AccountView, ...]
    quotations: tuple[QuotationView, ...]
    recommendations: tuple[AddresseeGroup, ...]
    method: Passage
    asks: AsksView = AsksView()
    evidence: tuple[Passage, ...] = ()
    account: AccountView | None = None
    address: AddressView | None = None
    names: Mapping[str, object] = field(default_factory=dict)
    """Further names for placeholders: `state`."""
