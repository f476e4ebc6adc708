"""What is asked for: which document, on which report, to whom, in which language, on which day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from briefgen.library.delegations import Delegations
from briefgen.library.formats import FormatFile, Saying
from briefgen.library.languages import Interface, Language
from briefgen.library.overlays import Pick, pick_of
from briefgen.library.packs import ReportPack
from briefgen.model.contact import Contact
from briefgen.model.format import Sender
from briefgen.model.occasion import Details


@dataclass(frozen=True, slots=True)
class Recipient:
    """The addressee: one delegation by its ISO code, or a group (`all`, `security-council` …)."""

    state: str = ""
    group: str = ""

    @property
    def name(self) -> str:
        """The name that a file carries: the ISO code or the group."""
        return self.state or self.group


@dataclass(frozen=True, slots=True)
class Request:
    """Everything that decides what one document says."""

    pack: ReportPack
    format: FormatFile
    recipient: Recipient
    language: Language
    day: date
    sender: Sender
    delegations: Delegations
    interface: Interface
    sender_path: Path = Path()
    details: Details = field(default_factory=Details)
    details_path: Path | None = None
    contact: Contact | None = None
    signed_off: bool = False
    """Whether a review of the translation is on record and still holds."""
    final_at: datetime | None = None
    """The present time, with its zone, where the document is to be final; None for a draft."""

    @property
    def sayings(self) -> dict[str, Saying]:
        """What overlays say in the place of sentences of the format, by these."""
        return self.format.sayings_for(self.owners, self.language.tag)

    @property
    def owners(self) -> tuple[str, ...]:
        """Whose overlays apply, the most specific first."""
        return owners_of(self.recipient, self.delegations, self.day)

    @property
    def pick(self) -> Pick:
        """What overlays pick from the report."""
        return pick_of(self.format, self.owners, self.pack.report.id)


def owners_of(recipient: Recipient, delegations: Delegations, day: date) -> tuple[str, ...]:
    """Whose overlays apply on a day, the most specific first: the delegation, then the groups that it belongs to."""
    if not recipient.state:
        return (recipient.group,)
    return (recipient.state, *delegations.groups_of(recipient.state, day))
