"""Each sentence of the texts stands in the list once, with its translation and how far that is."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.errors import Place
from briefgen.languages.catalogue import Catalogue, Entry, Plurals
from briefgen.library.messages import Message
from briefgen.translate.sentences import key_of, sentence_of, sentences_of, state_of

AT, HERE = Place(Path("pack.po"), 12), Place(Path("report.yaml"), 7)
COUNTED = Message("{n} place", HERE, (), "{n} places")
ARABIC = Plurals(6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=0 && n%100<=2 ? 4 : 5)")


def catalogue(text: str, entry: Entry, plurals: Plurals | None = None) -> Catalogue:
    return Catalogue("fr", "en", {("pack", text): entry}, {}, plurals or Plurals())


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        (None, "missing"),
        (Entry("", AT, fuzzy=False), "missing"),
        (Entry("", AT, fuzzy=True), "missing"),
        (Entry("Une phrase.", AT, fuzzy=True), "stale"),
        (Entry("Une phrase.", AT, fuzzy=False), "translated"),
        (Entry("un", AT, False, ("un", "")), "missing"),
    ],
)
def test_how_far_an_entry_is(entry: Entry | None, state: str) -> None:
    assert state_of(entry) == state


def test_a_sentence_has_what_both_files_say_of_it() -> None:
    entry = Entry("Une phrase.", AT, True, (), "An older sentence.")
    message = Message("A sentence.", HERE, ("say it",))
    sentence = sentence_of(catalogue("A sentence.", entry), "pack", message)
    assert sentence.key == key_of("pack", "A sentence.")
    assert (sentence.message.place, sentence.message.comments, sentence.place) == (HERE, ("say it",), AT)
    assert (sentence.originals, sentence.forms, sentence.numbers) == (("A sentence.",), ("Une phrase.",), ())
    assert (sentence.state, sentence.previous) == ("stale", "An older sentence.")


def test_a_sentence_that_counts_has_a_text_for_each_form_even_where_it_is_missing() -> None:
    sentence = sentence_of(Catalogue("ar", plurals=ARABIC), "pack", COUNTED)
    assert sentence.forms == ("",) * 6
    assert sentence.originals == ("{n} places", "{n} place", *["{n} places"] * 4)
    assert sentence.numbers == (0, 1, 2, 3, 100, 11)


def test_a_sentence_that_stands_in_several_places_is_listed_once() -> None:
    messages = {"a": [Message("x", HERE), COUNTED, Message("x", AT)], "b": [Message("x", AT)]}
    found = list(sentences_of(Catalogue("fr"), messages))
    assert [(each.domain, each.message.text) for each in found] == [("a", "x"), ("a", "{n} place"), ("b", "x")]
    assert found[0].message.place == HERE
