"""Every statement carries the place in the source on which it rests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest

from briefgen.compose.request import Request
from briefgen.compose.statements import Statements, position
from briefgen.compose.wording import Wording
from briefgen.library.packs import ReportPack
from briefgen.model.format import Takes


@pytest.fixture
def statements(request_for: Callable[..., Request]) -> Statements:
    request = request_for(group="all", format_="briefing")
    names = {"concerned": request.pack.report.concerned, "report": request.pack.report}
    wording = Wording(request.language.catalogue, names)
    return Statements(request.pack, wording, request.language.settings)


def line(pack: ReportPack, number: int) -> str:
    """The words of one line of the source, as an anchor."""
    return pack.source.path.read_text(encoding="utf-8").splitlines()[number - 1]


def test_one_place_is_cited_as_one_paragraph(statements: Statements, pack: ReportPack) -> None:
    first = pack.report.source.parts[1].first
    assert statements.places([line(pack, first)]) == "paragraph 1"


def test_several_places_are_cited_together_in_their_order(statements: Statements, pack: ReportPack) -> None:
    claims = pack.report.claims
    anchors = [claims["facilities"].anchor, claims["fences"].anchor, claims["increase"].anchor]
    assert statements.places(anchors) == "paragraphs 10 and 11"


def test_a_place_is_named_once(statements: Statements, pack: ReportPack) -> None:
    anchor = pack.report.claims["facilities"].anchor
    assert statements.places([anchor, anchor]) == statements.places([anchor]) == "paragraph 11"


def test_three_places_are_a_list(statements: Statements, pack: ReportPack) -> None:
    anchors = [pack.report.claims[name].anchor for name in ("food", "facilities", "fences")]
    numbers = sorted(found.number for anchor in anchors if (found := pack.source.find(anchor)))
    assert statements.places(anchors) == "paragraphs {}, {} and {}".format(*numbers)


def test_places_in_two_parts_are_separated(statements: Statements, pack: ReportPack) -> None:
    claims = pack.report.claims
    assert statements.places([claims["facilities"].anchor, claims["S1"].anchor]) == "summary, point 1; paragraph 11"


def test_a_part_without_numbers_is_cited_by_its_name(statements: Statements, pack: ReportPack) -> None:
    anchors = [testimony.text for testimony in pack.report.testimonies]
    assert statements.places(anchors) == "section “Selected Quotes, Accounts”"


def test_the_first_note_gives_the_source_in_full_and_the_others_the_place(
    statements: Statements, pack: ReportPack
) -> None:
    cite = statements.cite([pack.report.claims["facilities"].anchor])
    assert unescape(cite.full).startswith("Human Rights Watch, “‘A Sense of Terror Stronger than a Bullet’")
    assert unescape(cite.full).endswith("(paragraph 11).")
    assert unescape(cite.short) == "Human Rights Watch, news release, paragraph 11."


def test_a_section_is_set_in_its_paragraphs_each_with_its_note(statements: Statements, pack: ReportPack) -> None:
    section = next(item for item in pack.report.sections if len(item.claims) > 2)
    index, second = pack.report.sections.index(section), section.claims[1]
    broken = section.model_copy(update={"paragraphs": (second,)})
    sections = tuple(broken if item is section else item for item in pack.report.sections)
    report = pack.report.model_copy(update={"sections": sections})
    view = replace(statements, pack=replace(pack, report=report)).sections()[index]
    claims = [pack.report.claims[name] for name in section.claims]
    assert view.paragraphs == (statements.passage(claims[:1]), statements.passage(claims[1:]))
    assert statements.sections()[index].paragraphs == (view.passage,)


def test_a_question_is_answered_by_its_claims(statements: Statements, pack: ReportPack) -> None:
    for view, item in zip(statements.questions(), pack.report.questions, strict=True):
        assert view.answer == statements.passage(pack.report.claims[name] for name in item.answer)


def test_challenges_are_the_leading_claims_under_one_note(statements: Statements, pack: ReportPack) -> None:
    leading = [pack.report.claims[section.claims[0]] for section in pack.report.sections]
    challenges = statements.challenges()
    assert [item.text for item in challenges.items] == [statements.passage([claim]).text for claim in leading]
    assert challenges.cite == statements.cite(claim.anchor for claim in leading)


def test_a_cited_number_counts_the_paragraphs_of_its_part(statements: Statements, pack: ReportPack) -> None:
    """Counted by hand: the text of the part, split at blank lines."""
    part = pack.report.source.parts[1]
    rows = pack.source.path.read_text(encoding="utf-8").splitlines()[part.first - 1 : part.last]
    paragraphs = [row for row in rows if row.strip()]
    assert "6,820 facilities" in paragraphs[11 - 1]
    assert "almost 500 kilometers" in paragraphs[10 - 1]


def test_a_passage_is_its_claims_in_order_with_their_places(statements: Statements, pack: ReportPack) -> None:
    claims = pack.report.claims
    passage = statements.passage([claims["analysed"], claims["layers"]])
    assert passage.text == f"{claims['analysed'].claim} {claims['layers'].claim}"
    assert passage.cite == statements.cite([claims["analysed"].anchor, claims["layers"].anchor])


def test_a_passage_names_the_state_concerned(statements: Statements, pack: ReportPack) -> None:
    passage = statements.passage([pack.report.claims["S1"]])
    assert "the Government of the DPRK" in passage.text
    assert "{" not in passage.text


def test_key_figures_stand_in_the_packs_order(statements: Statements, pack: ReportPack) -> None:
    panel = statements.key_figures(9)
    assert [figure.value for figure in panel.figures] == [
        next(figure.value for figure in pack.report.figures if figure.id == name) for name in pack.report.key_figures
    ]
    assert panel.cite.short
    assert len(statements.key_figures(2).figures) == 2


def test_accounts_stand_in_the_packs_order_up_to_the_limit(statements: Statements, pack: ReportPack) -> None:
    known = {testimony.id: testimony for testimony in pack.report.testimonies}
    accounts = statements.accounts(3)
    assert [account.excerpt for account in accounts] == [known[name].excerpt for name in pack.report.accounts[:3]]
    assert [account.attribution for account in accounts] == [
        known[name].attribution for name in pack.report.accounts[:3]
    ]


def test_the_sentence_of_an_account_holds_its_excerpt_in_quotation_marks(
    statements: Statements, pack: ReportPack
) -> None:
    for testimony in pack.report.testimonies:
        account = statements.account(testimony)
        assert f"“{testimony.excerpt}”" in account.sentence
        assert account.sentence.startswith(testimony.speaker)


def test_named_speakers_are_quoted_in_all_parts(statements: Statements, pack: ReportPack) -> None:
    assert [quotation.parts for quotation in statements.quotations()] == [
        quotation.text for quotation in pack.report.quotations
    ]


def test_a_recommendation_to_two_addressees_stands_under_both(
    statements: Statements, request_for: Callable[..., Request]
) -> None:
    groups = statements.recommendations(request_for("FR").delegations.roles, Takes())
    headings = [str(group.heading) for group in groups]
    assert headings == [
        "The Government of the DPRK",
        "The Security Council",
        "Concerned governments",
        "All member states of the United Nations",
    ]
    pressing = [
        str(group.heading) for group in groups if any(text.startswith("Press the leader") for text in group.texts)
    ]
    assert pressing == ["The Security Council", "Concerned governments"]


def test_every_recommendation_is_listed(
    statements: Statements, pack: ReportPack, request_for: Callable[..., Request]
) -> None:
    groups = statements.recommendations(request_for("FR").delegations.roles, Takes())
    assert sum(len(group.texts) for group in groups) == sum(
        len(item.addressees) for item in pack.report.recommendations
    )


def test_a_format_lists_the_recommendations_of_its_roles_and_kinds(
    statements: Statements, request_for: Callable[..., Request]
) -> None:
    roles = request_for("FR").delegations.roles
    groups = statements.recommendations(roles, Takes(roles=("security-council",)))
    assert [group.role for group in groups] == ["security-council"]
    assert [len(group.texts) for group in statements.recommendations(roles, Takes(kinds=("review",)))] == [1]


def test_a_recommendation_is_listed_once_with_all_whom_it_addresses(
    statements: Statements, pack: ReportPack, request_for: Callable[..., Request]
) -> None:
    listed = statements.listed(request_for("FR").delegations.roles, Takes())
    assert len(listed) == len(pack.report.recommendations)
    assert listed[-1].to == "The Security Council; Concerned governments"


@pytest.mark.parametrize(("language", "end"), [("en", "needs.”"), ("es", "».")])
def test_the_full_stop_of_a_quotation_stands_where_the_language_has_it(
    language: str, end: str, request_for: Callable[..., Request]
) -> None:
    request = request_for("FR", language=language)
    wording = Wording(request.language.catalogue)
    account = request.pack.report.testimonies[6]
    view = Statements(request.pack, wording, request.language.settings).account(account)
    assert view.sentence.endswith(end)
    assert view.excerpt.endswith(".")


def test_an_item_is_found_where_it_stands_itself_and_else_where_its_like_does(pack: ReportPack) -> None:
    testimonies = pack.report.testimonies
    twice = (testimonies[0].model_copy(), testimonies[1], testimonies[0])
    assert position(twice, testimonies[0]) == 2
    assert position(testimonies, testimonies[3].model_copy()) == 3
