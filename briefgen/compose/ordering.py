"""An order in a user's words, resolved against the library into a request."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from briefgen.compose.fitting import require_details, require_fitting
from briefgen.compose.request import Recipient, Request
from briefgen.errors import BriefgenError, Problem, did_you_mean
from briefgen.library.contacts import ContactRow, read_contacts
from briefgen.library.delegations import Delegations, find_state, load_delegations
from briefgen.library.formats import load_format
from briefgen.library.languages import (
    SOURCE_LANGUAGE,
    Language,
    language_tags,
    load_interface,
    load_language,
    load_states,
)
from briefgen.library.messages import messages_to_translate, texts_of
from briefgen.library.packs import ReportPack, load_details, load_pack, load_sender, sender_file
from briefgen.library.selection import select
from briefgen.library.shelves import Library
from briefgen.model.contact import Contact
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
    details: Path | None = None
    """The file of the event, or of the joint letter."""
    contacts: Path | None = None
    """The list of contacts; the one of the addressee's state is addressed by name."""
    final_at: datetime | None = None
    """The present time, with its zone, where the document is to be final; None for a draft."""


def resolve(library: Library, order: Order, like: Request | None = None) -> Request:
    """The request of an order; raises a BriefgenError that names the nearest where a name is unknown.

    What it shares with a request that is `like` it, for the same report, is taken from that: the pack and the
    delegations need not be read again.
    """
    file = load_format(library, order.format)
    delegations = like.delegations if like else load_delegations(library)
    recipient = find_recipient(library, delegations, order.recipient)
    pack = like.pack if like else load_pack(library, order.report)
    require_fitting(file, recipient, delegations, pack, order.day)
    details = load_details(library, order.details)
    require_details(file, details, order.details)
    language = load_language(library, order.language, pack.report.id, pack.report.language)
    if pack.report.languages and language.tag not in pack.report.languages:
        message = f"documents on this report are written in {', '.join(pack.report.languages)}, not in `{language.tag}`"
        hint = f"add `{language.tag}` here, run `briefgen translate update --lang {language.tag}`, and translate it"
        raise BriefgenError.one(message, pack.text.place(("languages",)), hint)
    return Request(
        pack=pack,
        format=file,
        recipient=recipient,
        language=language,
        day=order.day,
        sender=load_sender(library, order.sender),
        delegations=delegations,
        interface=load_interface(library),
        sender_path=sender_file(library, order.sender),
        details=details,
        details_path=order.details,
        contact=contact_of(library, delegations, order.contacts, recipient),
        signed_off=_is_signed_off(library, language, pack),
        final_at=order.final_at,
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
    contact = contact_of(library, delegations, order.contacts, recipient)
    if contact and contact.language:
        return (contact.language,)
    written = load_pack(library, order.report).report.languages
    known = [tag for tag in language_tags(library) if not written or tag in written]
    return languages_for(delegations.states[recipient.state], known)


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


def selected(library: Library, delegations: Delegations, expression: str, day: date) -> frozenset[str]:
    """The ISO codes of a set of delegations in words (`eu and not Ireland`), with the groups of a day."""

    def members(name: str) -> frozenset[str]:
        found = find_recipient(library, delegations, name)
        return frozenset({found.state}) if found.state else delegations.members(found.group, day)

    return select(expression, members)


def contact_of(
    library: Library, delegations: Delegations, contacts: Path | None, recipient: Recipient
) -> Contact | None:
    """The contact of the addressee's state in a list; None where there is no list, or no row for that state.

    Raises a BriefgenError with every row whose state is not known, and where two rows are for the addressee: a letter
    is for one person.
    """
    if contacts is None or not recipient.state:
        return None
    rows, problems = rows_by_state(library, delegations, contacts)
    found = rows.get(recipient.state, [])
    if len(found) > 1:
        hint = "keep the row of the one to whom you write"
        problems += [Problem(f"`{recipient.state}` has {len(found)} contacts", row.place, hint) for row in found[1:]]
    if problems:
        raise BriefgenError(problems)
    return found[0].contact if found else None


def rows_by_state(
    library: Library, delegations: Delegations, contacts: Path
) -> tuple[dict[str, list[ContactRow]], list[Problem]]:
    """The rows of a list of contacts by the ISO code of their state, and a problem for each of an unknown state."""
    names = {tag: load_states(library, tag) for tag in language_tags(library)}
    found: dict[str, list[ContactRow]] = {}
    problems: list[Problem] = []
    for row in read_contacts(contacts):
        try:
            state = delegations.by_code(row.contact.state) or find_state(row.contact.state, delegations, names)
        except BriefgenError as error:
            problems += [Problem(each.message, row.place, each.hint) for each in error.problems]
            continue
        found.setdefault(state, []).append(row)
    return found, problems
