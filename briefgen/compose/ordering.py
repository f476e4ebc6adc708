"""An order in a user's words, resolved against the library into a request."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefgen.compose.request import Recipient, Request
from briefgen.errors import BriefgenError, did_you_mean
from briefgen.library.delegations import Delegations, find_state, load_delegations
from briefgen.library.languages import (
    SOURCE_LANGUAGE,
    Language,
    language_tags,
    load_interface,
    load_language,
    load_states,
)
from briefgen.library.messages import messages_to_translate, texts_of
from briefgen.library.packs import ReportPack, load_format, load_pack, load_sender
from briefgen.library.shelves import Library
from briefgen.model.delegation import Delegation

AUTO = "auto"
"""In the place of a language: those of the delegation's correspondence."""


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
    language = load_language(library, order.language, pack.report.id)
    return Request(
        pack=pack,
        format=file,
        recipient=recipient,
        language=language,
        day=order.day,
        sender=load_sender(library, order.sender),
        delegations=delegations,
        interface=load_interface(library),
        signed_off=_is_signed_off(library, language, pack),
    )


def _is_signed_off(library: Library, language: Language, pack: ReportPack) -> bool:
    if pack.report.id not in language.signoffs.reports:
        return False
    return language.is_signed_off(pack.report.id, texts_of(messages_to_translate(library, [pack])))


def languages_of(library: Library, order: Order) -> tuple[str, ...]:
    """The languages of an order; `auto` stands for those of the delegation's correspondence."""
    if order.language != AUTO:
        return (order.language,)
    delegations = load_delegations(library)
    recipient = find_recipient(library, delegations, order.recipient)
    if not recipient.state:
        return (SOURCE_LANGUAGE,)
    return languages_for(delegations.states[recipient.state], language_tags(library))


def languages_for(delegation: Delegation, known: Collection[str]) -> tuple[str, ...]:
    """The languages in which to write to a delegation: that of its correspondence, and a courtesy translation.

    The language of correspondence is the one that is on record for it, else English; where the delegation works in
    another official language of the United Nations that the library has, a translation goes with the letter.
    """
    first = next((tag for tag in _tags(delegation.correspondence_language, known)), SOURCE_LANGUAGE)
    return tuple(dict.fromkeys([first, *_tags(delegation.un_language, known)]))


def _tags(code: str | None, known: Collection[str]) -> list[str]:
    """The tags of a language: `zh` is met by `zh-Hans`."""
    return sorted(tag for tag in known if code and tag.split("-")[0] == code.split("-")[0])[:1]


def find_recipient(library: Library, delegations: Delegations, text: str) -> Recipient:
    """The delegation or group of that name; a state may be named in any language of the library."""
    groups = delegations.group_names()
    if text.casefold() in groups:
        return Recipient(group=text.casefold())
    code = delegations.by_code(text)
    if code:  # the names of all languages are read only when they are needed
        return Recipient(state=code)
    names = {tag: load_states(library, tag) for tag in language_tags(library)}
    try:
        return Recipient(state=find_state(text, delegations, names))
    except BriefgenError as error:
        near = did_you_mean(text.casefold(), groups)
        if near and not any("did you mean" in problem.hint for problem in error.problems):
            raise BriefgenError.one(f"there is no state or group “{text}”", None, near) from None
        raise
