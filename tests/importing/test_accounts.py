"""Accounts of witnesses as a pack can hold them: each stands in the source in one piece."""

from __future__ import annotations

from briefgen.importing.accounts import accounts_of
from briefgen.importing.proposals import TestimonyProposal as Account


def account(*text: str) -> Account:
    return Account("T1", "He spoke.", 3, text=text, speaker="A miner")


def test_what_stands_in_one_piece_stays_one() -> None:
    (found,) = accounts_of([account("We left.", "It was cold.")], "“We left. It was cold.”")
    assert (found.id, found.text, found.doubts) == ("T1", ("We left. It was cold.",), ())


def test_what_other_words_interrupt_becomes_several_with_one_doubt() -> None:
    first, second = accounts_of([account("We left,", "It was cold.")], "“We left,” said a miner. “It was cold.”")
    assert [(item.id, item.text) for item in (first, second)] == [("T1-1", ("We left,",)), ("T1-2", ("It was cold.",))]
    assert (first.doubts[0].line, first.doubts[0].candidates) == (3, ("We left,", "It was cold."))
    assert second.doubts == ()
