"""What a template may name: the addressee, the asks by basis, and the sender in the document's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefgen.compose.context import ContextBuilder, chosen_for, sender_names
from briefgen.compose.request import Recipient, Request
from briefgen.compose.statements import Statements
from briefgen.compose.views import Context
from briefgen.compose.wording import Wording
from briefgen.model.format import Sender

Ask = Callable[..., Request]
SENDER = Sender.model_validate(
    {
        "organisation": {"en": "Our Union", "ko": "우리 연합"},
        "address": {"en": ["Street 1"]},
        "signatory": {"ko": "김"},
        "register": "plain",
    }
)


def built(request: Request) -> tuple[Context, Wording]:
    wording = Wording(request.language.catalogue)
    statements = Statements(request.pack, wording, request.language.settings)
    return ContextBuilder(request, wording, statements, chosen_for(request)).build(), wording


def test_the_recipient_is_named_by_its_code_or_its_group() -> None:
    assert (Recipient(state="FR").name, Recipient(group="eu").name) == ("FR", "eu")


def test_asks_are_told_apart_by_their_basis(request_for: Ask) -> None:
    asks = built(request_for("DE"))[0].asks
    (stated,) = asks.stated
    assert stated.startswith("Urgently address the isolation of the DPRK and the humanitarian crisis there")
    assert len(asks.inferred) == 2
    assert all("as a member of the European Union" in ask or ask.startswith("Press") for ask in asks.inferred)


def test_an_ask_that_stands_alone_is_put_as_its_points(request_for: Ask) -> None:
    alone, among_others = built(request_for("NR"))[0].asks, built(request_for("DE"))[0].asks
    assert (len(alone.stated), len(among_others.stated)) == (2, 1)
    assert (
        alone.stated[1] == "Encourage the authorities to allow humanitarian aid with adequate oversight and monitoring."
    )
    assert alone.stated[0] not in among_others.stated


def test_the_lead_gives_the_subject_and_the_opening(request_for: Ask) -> None:
    asks = built(request_for("FR"))[0].asks
    assert asks.subject.startswith("Review of the Security Council sanctions")
    assert asks.opening.startswith("We write to urge your Government to use its seat on the Security Council")


def test_a_document_to_a_group_has_no_asks_of_one_state(request_for: Ask) -> None:
    context, _ = built(request_for(group="all", format_="briefing"))
    assert not context.to_one
    assert context.evidence == ()


def test_a_group_is_asked_what_each_of_its_members_is_asked(request_for: Ask) -> None:
    council, _ = built(request_for(group="security-council", format_="open-letter"))
    everyone, _ = built(request_for(group="all", format_="open-letter"))
    assert len(council.asks.stated) == 4
    assert "seat on the Security Council" in council.asks.stated[0]
    assert not any("Security Council" in ask for ask in everyone.asks.stated)
    assert everyone.asks.inferred == ()


def test_what_the_evidence_says_is_not_said_again(request_for: Ask) -> None:
    context, _ = built(request_for(group="all", format_="open-letter"))
    said = " ".join(passage.text for passage in context.evidence)
    told = " ".join(passage.text for passage in context.background)
    assert "almost 500 kilometres" in said
    assert "almost 500 kilometres" not in told
    assert "shoot on sight" in told


def test_an_ask_in_full_has_its_evidence_a_reply_and_an_answer(request_for: Ask) -> None:
    context, _ = built(request_for("JP", format_="talking-points"))
    assert [ask.stated for ask in context.asks_in_full] == [True, False, False]
    for ask in context.asks_in_full:
        assert ask.evidence.text
        assert ask.reply
        assert ask.answer.text


def test_only_the_parts_that_a_template_names_are_built(request_for: Ask) -> None:
    request = request_for("FR")
    wording = Wording(request.language.catalogue)
    statements = Statements(request.pack, wording, request.language.settings)
    context = ContextBuilder(request, wording, statements, chosen_for(request)).build({"asks", "date"})
    assert context.asks.stated
    assert context.sections == ()
    assert context.questions == ()
    assert context.address is None


@pytest.mark.parametrize(
    ("group", "line"),
    [
        ("all", "Permanent missions to the United Nations"),
        ("eu", "Member states of the European Union"),
        ("african", "Group of African States"),
    ],
)
def test_a_group_is_named_in_words(request_for: Ask, group: str, line: str) -> None:
    assert built(request_for(group=group, format_="briefing"))[0].addressees == line


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_group_has_a_name_in_words(request_for: Ask, language: str) -> None:
    for group in request_for("FR").delegations.group_names():
        context, wording = built(request_for(group=group, format_="briefing", language=language))
        assert context.addressees != group
        assert wording.problems == []


def test_a_letter_to_the_state_concerned_uses_its_own_name(request_for: Ask) -> None:
    own, _ = built(request_for("KP"))
    other, _ = built(request_for("FR"))
    assert own.concerned.short == own.concerned.introduced == "the Democratic People’s Republic of Korea"
    assert (other.concerned.introduced, other.concerned.short) == (
        "the Democratic People’s Republic of Korea (DPRK)",
        "the DPRK",
    )


@pytest.mark.parametrize(("iso", "office"), [("FR", "Representative"), ("VA", "Observer"), ("PS", "Observer")])
def test_the_office_is_addressed_by_its_status(request_for: Ask, iso: str, office: str) -> None:
    address = built(request_for(iso))[0].address
    assert address
    assert address.block[0].startswith(f"The Permanent {office} ")


def test_the_register_is_the_senders(request_for: Ask) -> None:
    plain, _ = built(replace(request_for("FR"), sender=SENDER))
    diplomatic, _ = built(request_for("FR"))
    assert plain.address
    assert diplomatic.address
    assert (plain.address.salutation, diplomatic.address.salutation) == ("Dear Ambassador,", "Excellency,")


@pytest.mark.parametrize(("language", "name", "signatory"), [("en", "Our Union", ""), ("ko", "우리 연합", "김")])
def test_the_sender_is_named_in_the_documents_language(
    request_for: Ask, language: str, name: str, signatory: str
) -> None:
    names = sender_names(replace(request_for("FR", language=language), sender=SENDER))
    assert (names.organisation, names.signatory) == (name, signatory)
    assert names.address == ("Street 1",), "in English where the sender gives no other"


@pytest.mark.parametrize(("language", "date"), [("en", "23 November 2026"), ("ko", "2026년 11월 23일")])
def test_the_date_is_written_in_full(request_for: Ask, language: str, date: str) -> None:
    assert built(request_for("FR", language=language))[0].date == date


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_text_of_the_context_is_said_without_a_problem(request_for: Ask, language: str) -> None:
    for iso in ("FR", "JP", "KP", "VA", "NR"):
        assert built(request_for(iso, language=language))[1].problems == []


def test_as_many_accounts_are_taken_as_the_format_says(request_for: Ask) -> None:
    request = request_for(group="all", format_="briefing")
    context, _ = built(request)
    assert len(context.accounts) == request.format.format.takes.accounts
