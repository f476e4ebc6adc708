"""What is asked for: which document, on which report, to whom, in which language, on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefgen.library.delegations import Delegations
from briefgen.library.languages import Interface, Language
from briefgen.library.packs import FormatFile, ReportPack
from briefgen.model.format import Sender


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
    signed_off: bool = False
    """Whether a review of the translation is on record and still holds."""
