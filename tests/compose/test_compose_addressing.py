"""An addressee is addressed by the office, or by name and by what is on record; no gender is ever guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from briefgen.compose.addressing import address_of, state_lines
from briefgen.compose.composition import compose
from briefgen.compose.request import Recipient, Request
from briefgen.compose.views import AddressView
from briefgen.compose.wording import Wording
from briefgen.document import Addressee, text_of
from briefgen.library.languages import language_tags, load_language
from briefgen.library.shelves import Library, open_library
from briefgen.model.contact import Contact
from briefgen.model.language import Address, FormsOfAddress, Office, Register

REGISTERS = ["diplomatic", "plain"]
OFFICES = ["member", "observer", "member_charge", "observer_charge"]
LANGUAGES = language_tags(open_library())
NAME = "Sasha Example"

Ask = Callable[..., Request]
Addressed = Callable[..., AddressView]


def contact(**given: str) -> Contact:
    return Contact.model_validate({"state": "FR", "name": NAME, **given})


@pytest.fixture(scope="session")
def addressed(library: Library, request_for: Ask) -> Addressed:
    """The form of address of a letter in a language, with the names that its sentences may use."""

    def address(
        state: str = "FR",
        known: Contact | None = None,
        *,
        tag: str = "en",
        register: str = "diplomatic",
        group: str = "",
    ) -> AddressView:
        language = load_language(library, tag, "north-korea-border")
        request = request_for(state, group=group)
        sender = request.sender.model_copy(update={"address_register": register})
        names: dict[str, object] = {"addressees": "All Missions"}
        if state:
            names["state"] = language.states[state]
        wording = Wording(language.catalogue, names)
        view = address_of(replace(request, language=language, sender=sender, contact=known), wording)
        assert wording.problems == []
        return view

    return address


def test_without_a_contact_the_office_is_addressed(addressed: Addressed) -> None:
    view = addressed()
    assert view.block == ("The Permanent Representative of France to the United Nations", "New York")
    assert view.salutation == "Excellency,"
    assert view.closing == ("Please accept, Excellency, the assurances of our highest consideration.",)


def test_a_contact_without_a_name_leaves_the_office_addressed_whatever_else_is_known(addressed: Addressed) -> None:
    assert addressed("FR", contact(name="", form_of_address="Ms")) == addressed()


@pytest.mark.parametrize(
    ("form", "line"),
    [("Ms", f"H.E. Ms {NAME}"), ("Mr", f"H.E. Mr {NAME}"), ("Mx", f"H.E. {NAME}"), ("", f"H.E. {NAME}")],
)
def test_a_person_is_addressed_by_the_form_on_record(addressed: Addressed, form: str, line: str) -> None:
    view = addressed("FR", contact(form_of_address=form))
    assert view.block == (line, "Permanent Representative of France to the United Nations", "New York")


@pytest.mark.parametrize(
    ("form", "salutation"),
    [("Ms", "Madam,"), ("Mr", "Sir,"), ("Mx", "Dear Chargé d’affaires,"), ("", "Dear Chargé d’affaires,")],
)
def test_a_charge_is_no_excellency(addressed: Addressed, form: str, salutation: str) -> None:
    view = addressed("FR", contact(form_of_address=form, post="chargé d'affaires"))
    assert view.salutation == salutation
    assert view.block[1] == "Chargé d’affaires a.i., Permanent Mission of France to the United Nations"
    assert not any("Excellency" in line or "H.E." in line for line in (*view.block, view.salutation, *view.closing))


def test_the_office_of_a_charge_is_addressed_where_no_name_is_known(addressed: Addressed) -> None:
    view = addressed("FR", contact(name="", post="chargé d'affaires"))
    assert view.block == ("The Chargé d’affaires a.i.", "Permanent Mission of France to the United Nations", "New York")


@pytest.mark.parametrize("state", ["VA", "PS"])
def test_an_observer_is_addressed_as_one(addressed: Addressed, state: str) -> None:
    assert addressed(state).block[0].startswith("The Permanent Observer of ")
    assert addressed(state, contact(form_of_address="Ms")).block[1].startswith("Permanent Observer of ")
    charge = addressed(state, contact(post="chargé d'affaires")).block[1]
    assert charge.startswith("Chargé d’affaires a.i., Permanent Observer Mission of ")


def test_a_group_is_addressed_as_several(addressed: Addressed) -> None:
    view = addressed("", group="eu")
    assert view.block == ("All Missions", "New York")
    assert (view.salutation, addressed("", group="eu", register="plain").salutation) == (
        "Excellencies,",
        "Dear Ambassadors,",
    )


def test_the_register_is_that_of_the_sender(addressed: Addressed) -> None:
    assert addressed(register="plain").salutation == "Dear Ambassador,"
    assert addressed(known=contact(), register="plain").closing == ("Yours sincerely,",)


def test_the_register_of_the_contact_prevails(addressed: Addressed) -> None:
    assert addressed(known=contact(register="plain")).salutation == "Dear Ambassador,"
    assert addressed(known=contact(register="diplomatic"), register="plain").salutation == "Excellency,"
    assert addressed(known=contact(name="", register="plain")) == addressed(register="plain")


def test_a_name_is_said_as_it_is_whatever_signs_it_holds(addressed: Addressed, request_for: Ask) -> None:
    name = "A {state.of} *B* <b> & [C](d)"
    assert addressed(known=contact(name=name)).block[0] == f"H.E. {name}"
    document = compose(replace(request_for("FR"), contact=contact(name=name))).document
    (block,) = [each for each in document.blocks if isinstance(each, Addressee)]
    assert text_of(block.lines[0]) == f"H.E. {name}"


def parts(form: Address) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    return form.block, form.salutation, form.closing


def offices(forms: FormsOfAddress) -> Iterator[tuple[str, Office]]:
    for register in REGISTERS:
        both: Register = getattr(forms, register)
        for name in OFFICES:
            yield f"{register}.{name}", getattr(both, name)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_where_the_gender_shows_no_form_without_it_is_that_of_one_gender(library: Library, tag: str) -> None:
    for where, office in offices(load_language(library, tag, "north-korea-border").address):
        gendered = zip(parts(office.feminine), parts(office.masculine), strict=True)
        others = zip(parts(office.neutral), parts(office.office), strict=True)
        for (woman, man), without in zip(gendered, others, strict=True):
            if woman != man:
                assert woman not in without, f"{where} takes the feminine “{woman}” where no gender is known"
                assert man not in without, f"{where} takes the masculine “{man}” where no gender is known"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_office_has_no_name_and_each_person_has_one(library: Library, tag: str) -> None:
    for where, office in offices(load_language(library, tag, "north-korea-border").address):
        assert "{contact" not in office.office.model_dump_json(), where
        for person in (office.feminine, office.masculine, office.neutral):
            assert sum(line.count("{contact.name}") for line in person.block) == 1, where


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_charge_is_addressed_in_another_way_than_the_head_of_the_mission(library: Library, tag: str) -> None:
    forms = load_language(library, tag, "north-korea-border").address
    for head, charge in (
        (forms.diplomatic.member, forms.diplomatic.member_charge),
        (forms.diplomatic.observer, forms.diplomatic.observer_charge),
    ):
        for form in ("office", "feminine", "masculine", "neutral"):
            of_head, of_charge = parts(getattr(head, form)), parts(getattr(charge, form))
            assert all(one != other for one, other in zip(of_head, of_charge, strict=True)), form


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_name_and_the_state_stand_in_the_block(
    library: Library, addressed: Addressed, tag: str, register: str
) -> None:
    states = load_language(library, tag, "north-korea-border").states
    for state in ("FR", "VA"):
        for post in ("", "chargé d'affaires"):
            for form in ("Ms", "Mr", ""):
                known = contact(form_of_address=form, post=post)
                block = "\n".join(addressed(state, known, tag=tag, register=register).block)
                assert block.count(NAME) == 1
                assert any(name in block for name in states[state].model_dump(exclude={"iso2"}).values()), block
                assert "{" not in block


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_group_stands_in_its_block(addressed: Addressed, tag: str, register: str) -> None:
    assert "All Missions" in "\n".join(addressed("", group="all", tag=tag, register=register).block)


def test_the_lines_that_name_a_state_are_those_of_its_own_letter(request_for: Ask) -> None:
    for language in LANGUAGES:
        request = request_for("FR", language=language)
        lines = state_lines(request)
        for iso in ("FR", "JP", "GW"):
            (block,) = (
                block
                for block in compose(replace(request, recipient=Recipient(iso))).document.blocks
                if isinstance(block, Addressee)
            )
            assert lines.alone[iso] <= {text_of(line).replace("\u00a0", " ") for line in block.lines}
            assert lines.alone[iso] <= lines.lines


def test_a_line_may_name_the_person_together_with_the_state(request_for: Ask) -> None:
    request = request_for("FR")
    form = Address(block=("{contact.name}, Mission {state.of}", "New York"), salutation="S", closing=("C",))
    office = Office(office=form, feminine=form, masculine=form, neutral=form)
    register = Register(member=office, observer=office, member_charge=office, observer_charge=office, group=form)
    language = replace(request.language, address=FormsOfAddress(diplomatic=register, plain=register))
    for name in (NAME, "Jo Other"):
        lines = state_lines(replace(request, language=language, contact=contact(name=name)))
        assert lines.alone["FR"] == {f"{name}, Mission of France"}
        assert len(lines.lines) == 195
