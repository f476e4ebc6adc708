"""What organisations have signed does not change under their signatures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from briefgen.compose.composition import compose
from briefgen.compose.ordering import Order, resolve
from briefgen.compose.request import Recipient, Request
from briefgen.compose.signing import require_locked_text, text_hash
from briefgen.document import (
    Addressee,
    Block,
    DateLine,
    Document,
    Furniture,
    Heading,
    Letterhead,
    ListBlock,
    Note,
    Paragraph,
    Quotation,
    Run,
    Signature,
    Subject,
    Table,
)
from briefgen.errors import BriefgenError
from briefgen.library.shelves import Library
from briefgen.model.occasion import Details

SIGN_ON: dict[str, Any] = {
    "state": "draft",
    "deadline": {"at": "2026-12-01T18:00", "zone": "America/New_York"},
    "reply_to": "letters@example.org",
}
EVENT: dict[str, Any] = {
    "title": {"en": "Event"},
    "when": {"open": {"en": "soon"}},
    "place": {"en": "Room"},
    "reply_open": {"en": "soon"},
    "reply_to": "events@example.org",
}
BLOCKS: tuple[Block, ...] = (
    Paragraph((Run("the state"),), role="summary"),
    Letterhead("Organisation", ("Street",)),
    DateLine(("23 November 2026",)),
    Addressee(((Run("All"),),)),
    Subject((Run("Re: a subject"),)),
    Paragraph((Run("Excellencies,"),), role="salutation"),
    Heading(2, (Run("Heading"),)),
    Paragraph((Run("Text"), Note((Run("Note"),)))),
    ListBlock(((Run("an ask"),),), ordered=True),
    Quotation(((Run("quoted"),),), (Run("who"),)),
    Signature(((Run("Yours,"),),), ((Run("One"),),)),
    Paragraph((Run("1 organisation has signed so far."),)),
)
UNSIGNED, SIGNED = (0, 1, 2, 3, 10, 11), (4, 5, 6, 7, 8, 9)

Joint = Callable[..., Request]


def document(blocks: tuple[Block, ...]) -> Document:
    return Document("letter", "T", "en", "ltr", "O", date(2026, 11, 23), Furniture("T", "1"), blocks)


def details(*names: str, **sign_on: object) -> Details:
    signatories = [{"name": {"en": name}} for name in names or ("One",)]
    return Details.model_validate({"event": EVENT, "signatories": signatories, "sign_on": {**SIGN_ON, **sign_on}})


@pytest.fixture
def joint(library: Library, day: date) -> Joint:
    """A request for a joint letter with its details; `locked` and later states hold the hash of the draft."""

    def make(format_: str = "sign-on", to: str = "all", on: date = day, **given: Any) -> Request:
        request = resolve(library, Order(format_, to, "en", "north-korea-border", on))
        return replace(request, details=details(*given.pop("names", ()), **given), details_path=Path("mine.yaml"))

    return make


def without(number: int) -> tuple[Block, ...]:
    return BLOCKS[:number] + BLOCKS[number + 1 :]


@pytest.mark.parametrize("number", SIGNED)
def test_everything_that_is_signed_counts(number: int) -> None:
    assert text_hash(document(without(number))) != text_hash(document(BLOCKS))


@pytest.mark.parametrize("number", UNSIGNED)
def test_state_date_addressee_and_signatures_do_not_count(number: int) -> None:
    if isinstance(BLOCKS[number], Signature):
        changed = (*BLOCKS[:number], Signature((), ((Run("One"),), (Run("Two"),))), *BLOCKS[number + 1 :])
    else:
        changed = without(number)
    assert text_hash(document(changed)) == text_hash(document(BLOCKS))


@pytest.mark.parametrize(
    "block",
    [
        Paragraph((Run("Text"), Note((Run("Another note"),)))),
        Paragraph((Run("Text,"), Note((Run("Note"),)))),
        Paragraph((Run("Text"),)),
    ],
    ids=["note", "text", "no-note"],
)
def test_a_changed_word_or_note_counts(block: Block) -> None:
    assert text_hash(document((*BLOCKS[:7], block, *BLOCKS[8:]))) != text_hash(document(BLOCKS))


def test_a_table_that_was_added_counts() -> None:
    table = Table(((Run("Year"),),), (((Run("2026"),),),))
    assert text_hash(document((*BLOCKS[:8], table, *BLOCKS[8:]))) != text_hash(document(BLOCKS))


def test_the_order_of_what_is_said_counts() -> None:
    assert text_hash(document((*BLOCKS[:7], BLOCKS[8], BLOCKS[7], *BLOCKS[9:]))) != text_hash(document(BLOCKS))


def locked_hash(request: Request) -> dict[str, str]:
    return {"en": text_hash(compose(request).document)}


def test_the_hash_is_that_of_every_day_state_and_list_of_signatories(joint: Joint) -> None:
    locked = locked_hash(joint())
    assert locked == locked_hash(joint(on=date(2026, 12, 6)))
    assert locked == locked_hash(joint(names=("One", "Two", "Three")))
    assert locked == locked_hash(joint(deadline={"open": {"en": "later"}}, reply_to="b@example.org"))
    for state in ("locked", "signing", "sent"):
        assert locked == locked_hash(joint(state=state, locked=locked))


def test_the_letter_that_is_sent_is_the_one_that_was_signed(joint: Joint) -> None:
    assert locked_hash(joint("open-letter")) == locked_hash(joint())


@pytest.mark.parametrize("format_", ["sign-on", "open-letter"])
@pytest.mark.parametrize("state", ["locked", "signing", "sent"])
def test_a_changed_text_is_refused_in_every_state_and_in_every_format_that_is_signed(
    joint: Joint, format_: str, state: str
) -> None:
    with pytest.raises(BriefgenError) as caught:
        compose(joint(format_, state=state, locked={"en": "0" * 64}))
    (problem,) = caught.value.problems
    assert problem.message == "the text in `en` has changed since it was locked"
    assert str(problem.place) == "mine.yaml"
    assert problem.hint.startswith("undo the change, or write `state: draft`, tell those who have signed")


def test_a_change_of_the_report_is_noticed(joint: Joint) -> None:
    locked = locked_hash(joint())
    request = joint(state="signing", locked=locked)
    report = request.pack.report.model_copy(update={"title": "Another title"})
    with pytest.raises(BriefgenError, match="has changed since it was locked"):
        compose(replace(request, pack=replace(request.pack, report=report)))


def test_the_asks_of_another_group_are_another_text(joint: Joint) -> None:
    locked = locked_hash(joint())
    with pytest.raises(BriefgenError, match="has changed since it was locked"):
        compose(joint(to="security-council", state="signing", locked=locked))


def test_a_language_in_which_the_text_was_not_locked_is_refused(joint: Joint) -> None:
    with pytest.raises(BriefgenError) as caught:
        compose(joint(state="locked", locked={"fr": "0", "es": "0"}))
    (problem,) = caught.value.problems
    assert (problem.message, problem.hint) == ("the text was not locked in `en`", "it is in fr, es")


def test_a_draft_may_change(joint: Joint) -> None:
    compose(joint(state="draft", locked={"en": "an older hash"}))


def test_a_document_that_no_one_signs_is_not_held_to_the_text(joint: Joint) -> None:
    compose(joint("invitation", state="signing", locked={"en": "0"}))
    request = replace(joint("briefing", state="signing", locked={"en": "0"}), recipient=Recipient(state="FR"))
    compose(request)


def test_details_without_a_joint_letter_hold_nothing(joint: Joint) -> None:
    request = replace(joint("open-letter"), details=Details())
    require_locked_text(document(BLOCKS), request)
