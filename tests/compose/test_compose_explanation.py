"""An explanation says what became of every recommendation, and from which file and line each piece comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.compose.composition import compose
from briefgen.compose.explanation import Explanation, Piece, explain
from briefgen.compose.request import Recipient, Request
from briefgen.document import PageBreak
from briefgen.library.formats import read_overlay_text
from briefgen.library.overlay_edits import with_saying

Ask = Callable[..., Request]


@pytest.fixture(scope="module")
def found(request_for: Ask) -> Explanation:
    return explain(request_for("JP", language="ko"))


def piece(found: Explanation, words: str) -> Piece:
    return next(each for each in found.pieces if words in each.text)


def test_every_recommendation_is_taken_or_left_with_a_reason(found: Explanation) -> None:
    assert {each.recommendation: each.taken for each in found.reasons} == {
        "R1": True, "R3": True, "R6": True, "R2": False, "R4": False, "R5": False,
    }  # fmt: skip
    assert all(each.reason for each in found.reasons)
    first = found.reasons[0]
    assert (first.recommendation, first.basis, first.role) == ("R1", "stated", "all-member-states")
    assert first.evidence == ("S1", "fences", "food")
    assert first.account == "T2"
    assert {each.role for each in found.reasons if each.basis == "inferred"} == {"JP"}


def test_the_place_of_a_recommendation_is_where_it_stands(found: Explanation) -> None:
    for each in found.reasons:
        lines = Path(each.place.path).read_text(encoding="utf-8").splitlines()
        assert lines[each.place.line - 1].strip() == f"- id: {each.recommendation}"


def test_every_block_is_a_piece_in_its_order(found: Explanation, request_for: Ask) -> None:
    document = compose(request_for("JP", language="ko")).document
    kinds = [type(block).__name__ for block in document.blocks if not isinstance(block, PageBreak)]
    assert [each.kind for each in found.pieces] == kinds


def test_a_piece_names_the_line_of_the_text_and_that_of_its_translation(found: Explanation) -> None:
    places = {str(place.path).rpartition("/")[2]: place for place in piece(found, "321킬로미터").places}
    assert {"report.yaml", "north-korea-border.po"} <= set(places)
    sentence = piece(found, "동봉").places
    (template, catalogue) = sentence
    lines = Path(template.path).read_text(encoding="utf-8").splitlines()
    assert "We enclose a briefing" in " ".join(lines[template.line - 1 : template.line + 1])
    lines = Path(catalogue.path).read_text(encoding="utf-8").splitlines()
    assert "We enclose a briefing" in " ".join(lines[catalogue.line - 1 : catalogue.line + 3])


def test_the_sender_and_the_form_of_address_have_their_files(found: Explanation) -> None:
    assert "placeholder.yaml" in str(found.pieces[0].places)
    assert "address.yaml" in str(next(each for each in found.pieces if each.kind == "Addressee").places)


def test_the_files_of_the_format_are_named_overlays_first(request_for: Ask) -> None:
    layers = [str(place.path).rpartition("templates/")[2] for place in explain(request_for("FR")).layers]
    assert layers == ["delegations/eu/letter.md", "formats/letter.md"]


def test_the_roles_are_those_of_the_day(request_for: Ask) -> None:
    request = request_for("AT")
    assert "security-council" not in explain(request).roles
    assert "security-council" in explain(replace(request, day=request.day.replace(year=2027))).roles


def test_what_a_document_lists_beside_its_asks_is_told(request_for: Ask) -> None:
    reasons = {each.recommendation: each for each in explain(request_for("JP", format_="briefing")).reasons}
    assert all(each.listed for each in reasons.values())
    assert not reasons["R4"].taken
    assert all(each.account == "" and each.evidence == () for each in reasons.values()), "a briefing prints its own"
    assert not any(each.listed for each in explain(request_for("JP")).reasons)


def test_an_ask_in_full_brings_as_much_evidence_as_the_format_takes(request_for: Ask) -> None:
    reasons = explain(request_for("JP", format_="talking-points")).reasons
    assert [len(each.evidence) for each in reasons if each.taken] == [3, 3, 2]


def test_a_sentence_that_an_overlay_says_otherwise_names_its_place_there(request_for: Ask) -> None:
    request = request_for("KR", language="ko")
    path, message = Path("templates/delegations/KR/letter.md"), "We therefore urge your Government to:"
    text = with_saying("", ("letter", "KR"), "ko", message, "다음을 청합니다.")
    overlaid = request.format.with_overlay(read_overlay_text(text, path))
    (sentence,) = piece(explain(replace(request, format=overlaid)), "다음을 청합니다.").places[1:]
    assert (sentence.path, sentence.line) == (path, 7)
    assert not any("다음을 청합니다" in each.text for each in explain(replace(request, format=overlaid,
               recipient=Recipient("JP"))).pieces)  # fmt: skip
