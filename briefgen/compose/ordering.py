"""An order in a user's words, resolved against the library into a request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefgen.compose.request import Recipient, Request
from briefgen.errors import BriefgenError, did_you_mean
from briefgen.library.delegations import Delegations, find_state, load_delegations
from briefgen.library.languages import language_tags, load_interface, load_language, load_states
from briefgen.library.packs import load_format, load_pack, load_sender
from briefgen.library.shelves import Library


@dataclass(frozen=True, slots=True)
class Order:
    """What a user asks for, by name."""

    format: str
    recipient: str
    language: str
    report: str
    day: date
    sender: Path | None = None


def resolve(library: Library, order: Order) -> Request:
    """The request of an order; raises a BriefgenError that names the nearest where a name is unknown."""
    file = load_format(library, order.format)
    delegations = load_delegations(library)
    recipient = find_recipient(library, delegations, order.recipient)
    if file.format.addressees == "one" and not recipient.state:
        raise BriefgenError.one(
            f"a `{order.format}` goes to one delegation, not to the group `{recipient.group}`",
            None,
            "name a state, such as --to FR",
        )
    pack = load_pack(library, order.report)
    return Request(
        pack=pack,
        format=file,
        recipient=recipient,
        language=load_language(library, order.language, pack.report.id),
        day=order.day,
        sender=load_sender(library, order.sender),
        delegations=delegations,
        interface=load_interface(library),
    )


def find_recipient(library: Library, delegations: Delegations, text: str) -> Recipient:
    """The delegation or group of that name; a state may be named in any language of the library."""
    groups = delegations.group_names()
    if text.casefold() in groups:
        return Recipient(group=text.casefold())
    names = {tag: load_states(library, tag) for tag in language_tags(library)}
    try:
        return Recipient(state=find_state(text, delegations, names))
    except BriefgenError as error:
        near = did_you_mean(text.casefold(), groups)
        if near and not any("did you mean" in problem.hint for problem in error.problems):
            raise BriefgenError.one(f"there is no state or group “{text}”", None, near) from None
        raise
