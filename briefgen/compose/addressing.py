"""The form of address of a document: the office, or a person by what is on record; never a gender guessed."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.compose.request import Request
from briefgen.compose.views import AddressView
from briefgen.compose.wording import Wording
from briefgen.library.languages import StateLines
from briefgen.markup.escape import Text
from briefgen.model.language import Address


@dataclass(frozen=True, slots=True)
class ContactNames:
    """The person to whom a document is addressed, as the user's list of contacts has it."""

    name: Text


def address_of(request: Request, wording: Wording) -> AddressView:
    """The address block, salutation and close for the recipient of a request, in the register of the sender.

    A contact's own register prevails. Names that the forms may use (`{state.of}`, `{contact.name}`, `{addressees}`)
    are those of the wording.
    """
    form = _form(request)
    contact = request.contact
    name = ContactNames(Text(contact.name if contact else ""))
    place = request.language.address_place
    return AddressView(
        tuple(wording.written(line, place, contact=name) for line in form.block),
        wording.written(form.salutation, place, contact=name),
        tuple(wording.written(line, place, contact=name) for line in form.closing),
    )


def _form(request: Request) -> Address:
    contact = request.contact
    chosen = (contact.address_register if contact else "") or request.sender.address_register
    register = getattr(request.language.address, chosen)
    if not request.recipient.state:
        group: Address = register.group
        return group
    status = request.delegations.states[request.recipient.state].status
    office = getattr(register, f"{status}_charge" if contact and contact.post == "charge" else status)
    form: Address = getattr(office, contact.form_of_address if contact and contact.name else "office")
    return form


def state_lines(request: Request) -> StateLines:
    """The lines of the address block that name the state, as they would be for every state."""
    lines = tuple(line for line in _form(request).block if "{state." in line)
    if not any("{contact." in line for line in lines):
        return request.language.state_lines(lines)
    contact = ContactNames(Text(request.contact.name if request.contact else ""))
    return request.language.state_lines(lines, {"contact": contact})
