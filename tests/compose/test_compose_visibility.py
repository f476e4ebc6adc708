"""What a document may show is the lesser of what its format and its addressee may see; the rest is not there at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefgen.compose.composition import compose
from briefgen.compose.explanation import explain
from briefgen.compose.ordering import Order, resolve
from briefgen.compose.request import Recipient, Request
from briefgen.compose.visibility import as_seen, level_of, withheld
from briefgen.library.delegations import Delegations
from briefgen.library.packs import ReportPack
from briefgen.library.shelves import Library
from briefgen.model.report import Report, Section, SharedWith
from briefgen.model.visibility import LEVELS, Visibility, lowest, may_see
from tests.check.shelf_copy import ShelfCopy
from tests.secret_pack import found_in, secret_shelf, word, words

Ask = Callable[..., Request]
SHARED: dict[str, list[str]] = {"partners": ["JP", "eu"], "restricted": ["CH", "LV", "nobody-knows"]}
LISTS = ("summary", "figures", "findings", "sections", "quotations", "testimonies", "questions", "annexes")


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> ShelfCopy:
    return secret_shelf(tmp_path_factory.mktemp("secret") / "shelf", SHARED)


@pytest.fixture(scope="module")
def hidden(secret: ShelfCopy, day: date) -> Callable[..., Request]:
    """A briefing on the report with secrets, to a state or a group."""
    base = resolve(secret.library, Order("briefing", "all", "en", "north-korea-border", day))
    return lambda state="", group="": replace(base, recipient=Recipient(state, group))


def shared(request: Request, sees: Visibility = "restricted", **with_whom: tuple[str, ...]) -> Request:
    """The request of a format that sees as much, on a report that is shared."""
    report = request.pack.report.model_copy(update={"shared_with": SharedWith(**with_whom)})
    file = replace(request.format, format=request.format.format.model_copy(update={"sees": sees}))
    return replace(request, pack=replace(request.pack, report=report), format=file)


def test_levels_lie_within_one_another() -> None:
    assert LEVELS == ("public", "partners", "restricted")
    seen = {level: [wanted for wanted in LEVELS if may_see(level, wanted)] for level in LEVELS}
    assert seen == {"public": ["public"], "partners": ["public", "partners"], "restricted": list(LEVELS)}
    assert lowest("restricted", "partners", "restricted") == "partners"
    assert lowest("restricted") == "restricted"


@pytest.mark.parametrize("sees", LEVELS)
@pytest.mark.parametrize(
    ("state", "may"),
    [("BR", "public"), ("JP", "partners"), ("FR", "partners"), ("CH", "restricted"), ("LV", "restricted")],
)
def test_the_level_is_the_lesser_of_the_format_and_the_state(
    request_for: Ask, state: str, may: Visibility, sees: Visibility
) -> None:
    request = shared(request_for(state), sees, partners=("JP", "eu"), restricted=("CH", "LV"))
    assert level_of(request) == min(sees, may, key=LEVELS.index)


@pytest.mark.parametrize(
    ("group", "may"),
    [
        ("all", "public"),
        ("eu", "partners"),
        ("weog", "restricted"),
        ("permanent-five", "public"),
        ("security-council", "public"),
        ("no-such-group", "public"),
        ("", "public"),
    ],
)
def test_a_group_may_see_what_each_of_its_members_may(request_for: Ask, group: str, may: Visibility) -> None:
    request = request_for(group=group, format_="briefing")
    request = shared(request, partners=("JP", "eu"), restricted=("CH", "LV", "weog"))
    assert level_of(request) == may


@pytest.mark.parametrize("names", [("KP",), ("all",), ("KP", "all", "asia-pacific")])
def test_the_state_concerned_sees_what_is_public_whatever_else_is_said(
    request_for: Ask, delegations: Delegations, names: tuple[str, ...]
) -> None:
    assert "KP" in delegations.members("asia-pacific", date(2026, 11, 23))
    for level in ("partners", "restricted"):
        request = shared(request_for("KP"), **{level: names})
        assert level_of(request) == "public"
        for group in ("all", "asia-pacific"):
            assert level_of(replace(request, recipient=Recipient(group=group))) == "public"
    assert level_of(shared(request_for("BR"), restricted=("all",))) == "restricted"


@pytest.mark.parametrize("written", ["kp", "PRK", "XX"])
def test_where_the_state_concerned_is_not_known_nobody_sees_more(request_for: Ask, written: str) -> None:
    request = shared(request_for("BR"), restricted=("all",))
    concerned = request.pack.report.concerned
    assert concerned
    unknown = concerned.model_copy(update={"state": written})
    report = request.pack.report.model_copy(update={"concerned": unknown})
    for state in ("BR", "KP"):
        changed = replace(request, pack=replace(request.pack, report=report), recipient=Recipient(state))
        assert level_of(changed) == "public"
    about_nobody = replace(request.pack, report=report.model_copy(update={"concerned": None}))
    assert level_of(replace(request, pack=about_nobody)) == "restricted"


def test_a_group_is_that_of_the_day(request_for: Ask) -> None:
    request = shared(request_for("AT"), restricted=("security-council",))
    assert level_of(request) == "public"
    assert level_of(replace(request, day=date(2027, 1, 15))) == "restricted"


def test_a_report_that_is_all_public_is_taken_as_it_is(request_for: Ask) -> None:
    for recipient in (Recipient("FR"), Recipient("KP"), Recipient(group="all")):
        request = replace(request_for("FR"), recipient=recipient)
        assert as_seen(request) is request
        assert withheld(request) == ()


def test_what_a_level_sees_is_worked_out_once(hidden: Ask) -> None:
    first, again = as_seen(hidden("JP")).pack, as_seen(hidden("FR")).pack
    assert first is again
    assert as_seen(hidden("CH")).pack is hidden("CH").pack
    assert as_seen(as_seen(hidden("JP"))).pack is first
    assert set(hidden("JP").pack.narrowed) <= set(LEVELS)


@pytest.mark.parametrize(("state", "hides"), [("BR", ("partners", "restricted")), ("JP", ("restricted",)), ("CH", ())])
def test_nothing_is_left_of_what_is_withheld(hidden: Ask, state: str, hides: tuple[str, ...]) -> None:
    request = hidden(state)
    report = as_seen(request).pack.report
    assert found_in([report.model_dump_json()]) == words(*{"partners", "restricted"} - set(hides))
    assert not {name for level in hides for name in re.findall(rf'"({level}-[\w-]+)"', report.model_dump_json())}
    assert set(withheld(request)) == {
        f"{level}-{place}"
        for level in hides
        for place in ("summary", "figure", "finding", "annexed", "quotation", "witness", "annex")
    }


def test_what_is_left_refers_to_nothing_that_is_not_there(hidden: Ask) -> None:
    for state in ("BR", "JP", "CH"):
        report = as_seen(hidden(state)).pack.report
        claims, figures = set(report.claims), {item.id for item in report.figures}
        named = [*(section.claims for section in (*report.sections, *report.annexes)), report.method]
        named += [names for item in report.recommendations for names in (item.evidence, item.answer)]
        named += [item.answer for item in report.questions]
        assert all(set(names) <= claims for names in named)
        assert set(report.key_figures) <= figures
        told = {item.id for item in report.testimonies}
        assert set(report.accounts) <= told
        assert {item.account for item in report.recommendations} <= {*told, None}


def test_a_paragraph_whose_first_claim_is_withheld_begins_with_the_next(request_for: Ask) -> None:
    pack = request_for(group="all", format_="briefing").pack
    first, second, third, fourth = (item.id for item in pack.report.findings[:4])
    section = Section(id="sec", heading="H", claims=(first, second, third, fourth), paragraphs=(second, fourth))
    findings = tuple(
        item.model_copy(update={"visibility": "restricted" if item.id in {second, fourth} else "public"})
        for item in pack.report.findings
    )
    report = pack.report.model_copy(update={"sections": (section,), "findings": findings})
    request = replace(request_for(group="all", format_="briefing"), pack=replace(pack, report=report))
    (seen,) = as_seen(request).pack.report.sections
    assert (seen.claims, seen.paragraphs) == ((first, third), (third,))


def test_a_section_a_question_an_annex_and_a_reply_left_with_nothing_go(hidden: Ask) -> None:
    all_of_it, public = hidden("CH").pack.report, as_seen(hidden("BR")).pack.report
    for key in ("sections", "questions"):
        assert len(getattr(all_of_it, key)) - len(getattr(public, key)) == 2, key
        assert all(getattr(item, "claims", None) or item.answer for item in getattr(public, key))
    assert [annex.heading for annex in public.annexes] == ["An annex for all"] * 2
    assert {annex.claims for annex in public.annexes} == {("sealed",)}
    assert [bool(item.reply) for item in all_of_it.recommendations] == [True] * 6
    assert [bool(item.reply) for item in public.recommendations] == [True, False] * 3
    assert [item.asks for item in public.recommendations] == [item.asks for item in all_of_it.recommendations]


@pytest.mark.parametrize("state", ["BR", "JP", "CH"])
def test_what_is_left_keeps_its_places_in_the_file(hidden: Ask, state: str) -> None:
    pack = as_seen(hidden(state)).pack
    lines = pack.text.path.read_text(encoding="utf-8").splitlines()
    for key in LISTS:
        for index, item in enumerate(getattr(pack.report, key)):
            assert lines[pack.text.place((key, index)).line - 1].strip() == f"- id: {item.id}"
    for index, section in enumerate(pack.report.sections):
        place = pack.text.place(("sections", index, "heading"))
        assert section.heading[:20] in lines[place.line - 1]


def test_the_pieces_of_a_narrowed_document_have_the_right_lines(hidden: Ask) -> None:
    found = explain(hidden("BR"))
    piece = next(each for each in found.pieces if "After the start of the pandemic in 2020" in each.text)
    (place,) = (place for place in piece.places if "shoot on sight" in _lines_at(place.path, place.line))
    assert place.path.name == "report.yaml"


def _lines_at(path: Path, line: int) -> str:
    return " ".join(path.read_text(encoding="utf-8").splitlines()[line - 1 : line + 3])


def test_an_explanation_says_the_level_and_the_ids_of_what_is_withheld_but_no_text(hidden: Ask) -> None:
    found = explain(hidden("JP"))
    assert found.level == "partners"
    assert "restricted-finding" in found.withheld
    assert not [name for name in found.withheld if name.startswith("partners-")]
    assert found_in([repr(found)]) & words("restricted") == set()
    assert all("restricted" not in name for reason in found.reasons for name in (*reason.evidence, reason.account))


def test_the_first_point_that_may_be_seen_introduces_the_state(hidden: Ask, pack: ReportPack) -> None:
    texts = {state: repr(compose(hidden(state)).document) for state in ("BR", "CH")}
    assert word("restricted", "summary") in texts["CH"]
    opening = pack.report.summary[0].claim[:40]
    assert opening in texts["BR"]


def test_the_built_in_formats_that_go_to_the_public_see_what_is_public(library: Library, request_for: Ask) -> None:
    sees = {
        name: request_for("FR", format_=name).format.format.sees
        for name in ("letter", "letter-security-council", "briefing", "talking-points", "factsheet", "cover-email")
    }
    assert sees == {
        "letter": "restricted", "letter-security-council": "restricted", "briefing": "restricted",
        "talking-points": "restricted", "factsheet": "public", "cover-email": "public",
    }  # fmt: skip
    for name in ("open-letter", "questions-answers", "sign-on", "invitation", "oral-statement"):
        group = "human-rights-council" if name == "oral-statement" else "all"
        assert request_for(group=group, format_=name).format.format.sees == "public", name
    assert request_for("KP", format_="letter-state-concerned").format.format.sees == "public"


def test_every_kind_of_statement_has_a_level(hidden: Ask) -> None:
    """A kind of statement that the pack is given later must be hidden too, or these lists be changed knowingly."""
    lists = {name for name, each in Report.model_fields.items() if "tuple[" in str(each.annotation)}
    assert lists - {"languages"} == {
        *LISTS, "key_figures", "method", "accounts", "recommendations",
    }  # fmt: skip
    with_level = {key for key in LISTS if "visibility" in type(getattr(hidden("CH").pack.report, key)[0]).model_fields}
    assert with_level == set(LISTS) - {"sections", "questions"}


def test_what_is_said_is_made_in_one_place(library: Library) -> None:
    """Whatever composes asks `_builder`, which is where a pack is narrowed."""
    folder = Path(compose.__code__.co_filename).parent.parent
    made = re.compile(r"\b(?:Statements|ContextBuilder)\(")
    found = [path.name for path in folder.rglob("*.py") for _ in made.findall(path.read_text(encoding="utf-8"))]
    assert found == ["composition.py", "composition.py"]
