from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from briefgen.model.phrases import translatable
from briefgen.model.report import Ask, Part, Report, Section
from briefgen.reading.validation import read_model

PACK = Path(__file__).parents[2] / "reports" / "north-korea-border" / "report.yaml"
ASK = {"roles": ["eu"], "basis": "stated", "subject": "SUBJECT", "opening": "OPENING", "ask": "ASK", "points": ["P1"]}
SMALL: dict[str, Any] = {
    "id": "small", "language": "en", "publisher": "PUBLISHER", "title": "TITLE", "headline": "HEADLINE",
    "short_title": "SHORT", "release": "RELEASE",
    "concerned": {"state": "KP", "introduced": "INTRODUCED", "short": "CALLED", "own": "OWN"},
    "source": {"file": "source.txt", "origin": "origin", "first_note": "FULL", "note": "NOTE", "parts": [
        {"lines": "1-2", "cite": "CITE", "cite_several": "SEVERAL"}, {"lines": "3-4", "cite": "CITE2"}]},
    "summary": [{"id": "S1", "claim": "CLAIM", "anchor": "anchor"}],
    "figures": [{"id": "F1", "claim": "FIGURE", "anchor": "anchor", "value": "VALUE", "caption": "CAPTION"}],
    "findings": [{"id": "N1", "claim": "FINDING", "anchor": "anchor"}],
    "sections": [{"id": "sec", "heading": "HEADING", "claims": ["S1"]}],
    "quotations": [{"id": "Q1", "speaker": "speaker", "attribution": "ATTRIBUTION", "anchor": "anchor", "text": ["Q"]}],
    "testimonies": [{"id": "T1", "speaker": "speaker", "attribution": "WITNESS", "sentence": "SENTENCE",
                     "context": "CONTEXT", "anchor": "anchor", "text": "ACCOUNT", "excerpt": "EXCERPT"}],
    "recommendations": [{"id": "R1", "text": "TEXT", "anchor": "anchor", "addressees": ["eu"],
                         "themes": ["theme"], "kind": "kind",
                         "reply": "REPLY", "answer": ["F1"], "asks": [ASK]}],
    "waived": {"R1": "reason"},
    "questions": [{"id": "Q-1", "question": "QUESTION", "answer": ["S1"]}],
    "annexes": [{"id": "A-1", "heading": "ANNEX", "claims": ["S1"], "visibility": "partners"}],
}  # fmt: skip


def test_translatable_yields_exactly_the_texts_that_readers_see() -> None:
    found = list(translatable(Report.model_validate(SMALL)))
    assert [phrase.plural for phrase in found if phrase.text == "CITE"] == ["SEVERAL"]
    assert [phrase.text for phrase in found if phrase.plural] == ["CITE"]
    assert [phrase.text for phrase in found] == [
        "PUBLISHER", "TITLE", "HEADLINE", "SHORT", "RELEASE", "INTRODUCED", "CALLED", "OWN", "FULL", "NOTE", "CITE",
        "CITE2",
        "CLAIM", "FIGURE", "VALUE", "CAPTION", "FINDING", "HEADING", "ATTRIBUTION", "Q", "WITNESS", "SENTENCE",
        "CONTEXT", "ACCOUNT", "EXCERPT", "TEXT", "REPLY", "SUBJECT", "OPENING", "ASK", "P1", "QUESTION", "ANNEX",
    ]  # fmt: skip


def test_translatable_texts_of_the_real_pack_stand_at_their_paths() -> None:
    report, parsed = read_model(PACK, Report)
    found = list(translatable(report))
    for at, text, _ in found:
        value: Any = parsed.data
        for step in at:
            value = value[step]
        assert value.strip() == text
    keys = {[step for step in at if isinstance(step, str)][-1] for at, _, _ in found}
    assert not keys & {
        "anchor",
        "origin",
        "speaker",
        "id",
        "file",
        "state",
        "lines",
        "roles",
        "states",
        "basis",
        "themes",
        "kind",
        "answer",
        "waived",
        "visibility",
        "shared_with",
    }
    assert len({at for at, _, _ in found}) == len(found)


def test_the_claims_of_a_report_by_their_ids() -> None:
    report = Report.model_validate(SMALL)
    assert {key: claim.claim for key, claim in report.claims.items()} == {
        "S1": "CLAIM", "F1": "FIGURE", "N1": "FINDING",
    }  # fmt: skip


def test_a_section_is_one_paragraph_unless_claims_begin_further_ones() -> None:
    section = {"id": "sec", "heading": "HEADING", "claims": ["a", "b", "c", "d"]}
    assert Section.model_validate(section).in_paragraphs() == (("a", "b", "c", "d"),)
    assert Section.model_validate({**section, "paragraphs": ["b", "d"]}).in_paragraphs() == (("a",), ("b", "c"), ("d",))
    assert Section.model_validate({**section, "paragraphs": ["a"]}).in_paragraphs() == (("a", "b", "c", "d"),)


def refused(model: type[BaseModel], data: dict[str, Any]) -> list[tuple[tuple[str | int, ...], str]]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return [(error["loc"], error["type"]) for error in caught.value.errors()]


@pytest.mark.parametrize(("lines", "first", "last"), [("6-8", 6, 8), ("1-1", 1, 1), ("10-36", 10, 36)])
def test_the_lines_of_a_part(lines: str, first: int, last: int) -> None:
    part = Part(lines=lines, cite="c")
    assert (part.first, part.last) == (first, last)


@pytest.mark.parametrize("lines", ["8-6", "0-3", "6", "6-", "-6", "a-b", "6-8-9", "6 - 8", ""])
def test_a_part_takes_two_line_numbers_the_lower_first(lines: str) -> None:
    assert refused(Part, {"lines": lines, "cite": "c"}) == [(("lines",), "value_error")]


def test_an_ask_needs_an_addressee() -> None:
    assert Ask.model_validate({**ASK, "roles": [], "states": ["KR"]}).states == ("KR",)
    assert refused(Ask, {**ASK, "roles": []}) == [((), "value_error")]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"title": "  "}, (("title",), "string_too_short")),
        ({"summary": []}, (("summary",), "too_short")),
        ({"recommendations": []}, (("recommendations",), "too_short")),
        ({"id": "1st"}, (("id",), "string_pattern_mismatch")),
        ({"id": "../x"}, (("id",), "string_pattern_mismatch")),
        ({"author": "x"}, (("author",), "extra_forbidden")),
        ({"published": "soon"}, (("published",), "date_from_datetime_parsing")),
        ({"shared_with": {"friends": ["eu"]}}, (("shared_with", "friends"), "extra_forbidden")),
    ],
)
def test_a_report_is_strict(change: dict[str, Any], error: tuple[tuple[str, ...], str]) -> None:
    assert refused(Report, {**SMALL, **change}) == [error]


def test_a_report_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Report.model_validate(SMALL).title = "other"


def test_what_says_nothing_of_its_visibility_is_public() -> None:
    report = Report.model_validate({**SMALL, "annexes": [{"id": "A-1", "heading": "ANNEX", "claims": ["S1"]}]})
    items = (*report.summary, *report.figures, *report.findings, *report.quotations, *report.testimonies)
    assert {item.visibility for item in (*items, *report.annexes)} == {"public"}
    assert report.shared_with.partners == report.shared_with.restricted == ()


def test_a_level_that_is_none_is_refused() -> None:
    finding = {**SMALL["findings"][0], "visibility": "secret"}
    assert refused(Report, {**SMALL, "findings": [finding]}) == [(("findings", 0, "visibility"), "literal_error")]


def test_one_point_of_the_summary_must_be_public() -> None:
    point = SMALL["summary"][0]
    hidden = {**point, "visibility": "partners"}
    assert refused(Report, {**SMALL, "summary": [hidden]}) == [(("summary",), "value_error")]
    assert len(Report.model_validate({**SMALL, "summary": [hidden, {**point, "id": "S2"}]}).summary) == 2


@pytest.mark.parametrize("place", ["0", "3:0", "x", "3-5", ""])
def test_the_beginning_of_a_page_is_a_line_or_a_line_and_a_column(place: str) -> None:
    assert Part(lines="1-9", pages={"4": "3:12"}, cite="p. {numbers}").pages == {4: "3:12"}  # type: ignore[dict-item]
    with pytest.raises(ValidationError, match="must be a line"):
        Part(lines="1-9", pages={4: place}, cite="p. {numbers}")
