"""What a template may name: the report, the addressee and the asks, with every text ready in its language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

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
class Citation:
    """A note on the source: in full, as the first of a document, and in short, as all others."""

    full: Markup
    short: Markup


@dataclass(frozen=True, slots=True)
class Passage:
    """Claims as one paragraph; `cite` names the places in the source on which they rest."""

    text: Text
    cite: Citation


@dataclass(frozen=True, slots=True)
class FigureView:
    """A key figure: value and caption."""

    value: Text
    caption: Text


@dataclass(frozen=True, slots=True)
class PanelView:
    """The panel of key figures, and the places in the source on which they rest."""

    figures: tuple[FigureView, ...]
    cite: Citation


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of findings: as one paragraph, in the paragraphs of the pack, and claim by claim."""

    heading: Text
    passage: Passage
    paragraphs: tuple[Passage, ...] = ()
    points: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountView:
    """A testimony: the excerpt as a quotation, the line under it, and the sentence that carries it in a letter."""

    excerpt: Text
    attribution: Text
    sentence: Text
    cite: Citation


@dataclass(frozen=True, slots=True)
class QuotationView:
    """A quotation of a named speaker."""

    parts: tuple[Text, ...]
    attribution: Text
    cite: Citation


@dataclass(frozen=True, slots=True)
class AskView:
    """One ask with what is said for it: its evidence, the reply that it is likely to meet, and what answers it."""

    subject: Text
    text: Text
    stated: bool
    evidence: Passage
    reply: Text
    answer: Passage


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question, and the paragraph that answers it."""

    question: Text
    answer: Passage


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """Who speaks at an event."""

    name: Text
    post: Text


@dataclass(frozen=True, slots=True)
class EventView:
    """A side event; `day` is its date, `hours` its time with the time zone."""

    title: Text
    day: Text
    hours: Text
    place: Text
    speakers: tuple[SpeakerView, ...]
    reply_by: Text
    reply_to: Text


@dataclass(frozen=True, slots=True)
class SignOnView:
    """The state of a joint letter: `draft`, `locked`, `signing` or `sent`, the deadline, and where to write."""

    state: str
    deadline: Text
    reply_to: Text


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

    role: str
    heading: Text
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Challenge:
    """A section of findings in one sentence: its heading and its first claim."""

    heading: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Challenges:
    """The sections of findings in a sentence each, and the note on all of them."""

    items: tuple[Challenge, ...]
    cite: Citation


@dataclass(frozen=True, slots=True)
class Listed:
    """A recommendation with all whom it addresses as one text."""

    to: Text
    text: Text


@dataclass(frozen=True, slots=True)
class AddressView:
    """The address block, the salutation and the close of a letter."""

    block: tuple[Text, ...]
    salutation: Text
    closing: tuple[Text, ...]


NOWHERE = Citation(Markup(), Markup())
NOTHING = Passage(EMPTY, NOWHERE)
NO_PANEL = PanelView((), NOWHERE)
NO_CHALLENGES = Challenges((), NOWHERE)


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
    summary: Passage = NOTHING
    summary_points: tuple[Passage, ...] = ()
    """The same, point by point."""
    introduction: Passage = NOTHING
    """The first point, with the state concerned introduced; for a text that has not named it before."""
    key_figures: PanelView = NO_PANEL
    sections: tuple[SectionView, ...] = ()
    challenges: Challenges = NO_CHALLENGES
    accounts: tuple[AccountView, ...] = ()
    quotations: tuple[QuotationView, ...] = ()
    recommendations: tuple[AddresseeGroup, ...] = ()
    listed: tuple[Listed, ...] = ()
    """The recommendations one by one, each with all whom it addresses."""
    method: Passage = NOTHING
    asks: AsksView = AsksView()
    asks_in_full: tuple[AskView, ...] = ()
    evidence: tuple[Passage, ...] = ()
    background: tuple[Passage, ...] = ()
    """The sections of findings without what the evidence says already."""
    account: AccountView | None = None
    address: AddressView | None = None
    questions: tuple[QuestionView, ...] = ()
    annexes: tuple[SectionView, ...] = ()
    event: EventView | None = None
    sign_on: SignOnView | None = None
    signatories: tuple[Text, ...] = ()
    names: Mapping[str, object] = field(default_factory=dict)
    """Further names for placeholders: `state`, and what a document is about."""
