"""What is shown of one document."""

from __future__ import annotations

import pytest

from briefgen.errors import BriefgenError
from briefgen.library.shelves import Library
from briefgen.studio.sheets import Sheet, sheet_of
from briefgen.workshop import Workshop
from tests.conftest import Ask


@pytest.fixture(scope="module")
def sheet(request_for: Ask, library: Library) -> Sheet:
    return sheet_of(request_for("KR", language="ko"), Workshop(library))


def test_the_pages_are_those_of_the_pdf(sheet: Sheet) -> None:
    assert len(sheet.pages) == 2
    for page in sheet.pages:
        assert page.png.startswith(b"\x89PNG")
        assert page.height / page.width == pytest.approx(297 / 210, rel=0.01)


def test_only_sentences_of_the_format_can_be_changed(sheet: Sheet) -> None:
    sentences = {each.message: each for block in sheet.blocks for each in block.sentences}
    opening = next(text for text in sentences if text.startswith("Our request rests on"))
    assert sentences[opening].text.startswith("저희의 요청은 {report.publisher}")
    assert not sentences[opening].changed
    facts = next(block for block in sheet.blocks if "321킬로미터" in block.text)
    assert facts.sentences == (), "what the report says is no sentence of the format"
    assert any("report.yaml" in place for place in facts.places)
    with pytest.raises(BriefgenError, match="does not say this sentence"):
        sheet.require_sentence("Hello.")


def test_what_may_be_asked_is_offered_in_the_language_of_the_letter(sheet: Sheet) -> None:
    assert [ask.id for ask in sheet.asks if ask.taken] == ["R1", "R3", "R6"]
    assert {ask.id for ask in sheet.asks} < {f"R{number}" for number in range(1, 20)}
    assert sheet.asks[0].text.startswith("북한의 고립과 인도적 위기")
    assert not sheet.picked
    assert sheet.accounts
    assert all("“" in text for text in sheet.accounts.values())


def test_a_format_without_asks_offers_none(request_for: Ask, library: Library) -> None:
    statement = sheet_of(request_for(group="human-rights-council", format_="oral-statement"), Workshop(library))
    assert (statement.asks, statement.accounts) == ((), {})
    briefing = sheet_of(request_for(group="all", format_="briefing"), Workshop(library))
    assert briefing.asks
    assert briefing.accounts == {}, "a briefing has accounts of its own, not that of an ask"
