"""The page of one document, as it answers."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from briefgen.studio.keeping import mark_of
from tests.studio.conftest import PressHere, Visitor, plain

CHOSEN = {"report": "north-korea-border", "format": "letter", "to": "KR", "lang": "en", "date": "2026-12-01"}
OFFER = (
    "We enclose a briefing on the report, and would welcome an opportunity to discuss these matters with you or your"
    " colleagues at a time of your convenience."
)


@pytest.fixture
def overlay(workspace: Path) -> Path:
    return workspace / "templates" / "delegations" / "KR" / "letter.md"


def saying(says: str, seen: str = "", **more: str) -> dict[str, str]:
    return {**CHOSEN, "message": OFFER, "says": says, "seen": seen, "panel": "text", **more}


def test_a_letter_is_shown_as_pages_and_as_text(visitor: Visitor) -> None:
    answer = visitor.get("/", query_string=CHOSEN)
    text = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "Re: Isolation and humanitarian crisis" in plain(answer)
    pictures = re.findall(r'src="(/pages/\w+\.png)"', text)
    assert len(pictures) == 2
    for path in pictures:
        picture = visitor.get(path)
        assert picture.mimetype == "image/png"
        assert picture.data.startswith(b"\x89PNG")


def test_a_name_in_any_language_is_understood(visitor: Visitor) -> None:
    assert "Permanent Representative of France" in plain(visitor.get("/", query_string={**CHOSEN, "to": "프랑스"}))


def test_a_name_that_nobody_has_is_told_with_the_nearest(visitor: Visitor) -> None:
    told = plain(visitor.get("/", query_string={**CHOSEN, "to": "Frence"}))
    assert "did you mean" in told
    assert "France" in told


def test_without_an_addressee_nothing_is_made(visitor: Visitor) -> None:
    assert "Choose a delegation" in plain(visitor.get("/"))


@pytest.mark.parametrize(
    ("format_", "told"),
    [
        ("letter", "Goes to one delegation."),
        ("open-letter", "Goes to a group of delegations."),
        ("letter-state-concerned", "Goes to the state that the report is about."),
        ("briefing", "Goes to a delegation or to a group."),
        ("letter-security-council", "Only within the group security-council."),
    ],
)
def test_to_whom_a_format_goes_is_told_before_one_chooses(visitor: Visitor, format_: str, told: str) -> None:
    assert told in plain(visitor.get("/", query_string={"format": format_}))


def test_the_answer_to_a_form_leads_to_the_same_page_in_other_words(visitor: Visitor) -> None:
    page = visitor.post("/say", saying("We rest on {report.nothing}.")).get_data(as_text=True)
    (address,) = re.findall(r'href="([^"]+)" lang="ko"', page)
    korean = visitor.get(address.replace("&amp;", "&"))
    assert korean.status_code == 200
    assert '<html lang="ko"' in korean.get_data(as_text=True)
    assert "Permanent Representative of the Republic of Korea" in plain(korean)
    assert "{report.nothing}" not in address, "only what says which page is shown"


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_document_is_taken_along_under_its_own_name(visitor: Visitor, kind: str) -> None:
    answer = visitor.get(f"/files/{kind}", query_string=CHOSEN)
    assert answer.headers["Content-Disposition"] == f"attachment; filename=north-korea-border_letter_KR_en.{kind}"
    assert answer.data.startswith(b"%PDF" if kind == "pdf" else b"PK")


def test_what_is_being_written_is_shown_and_not_saved(visitor: Visitor, overlay: Path) -> None:
    before = visitor.post("/preview", saying(OFFER)).get_data(as_text=True)
    after = visitor.post("/preview", saying("We enclose a briefing.")).get_data(as_text=True)
    assert "<img" in after
    assert before != after
    assert not overlay.exists()


def test_a_sentence_is_saved_for_one_addressee_alone(visitor: Visitor, overlay: Path) -> None:
    answer = visitor.post("/say", saying("We enclose a briefing."))
    assert answer.status_code == 303
    assert "We enclose a briefing." in overlay.read_text(encoding="utf-8")
    pdf = visitor.get("/files/pdf", query_string=CHOSEN).data
    shown = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)
    assert "We enclose a briefing." in shown
    assert "time of your convenience" not in shown
    assert "time of your convenience" in plain(visitor.get("/", query_string={**CHOSEN, "to": "JP"}))


def test_what_was_done_is_told_where_it_was_done(visitor: Visitor, overlay: Path) -> None:
    page = visitor.get("/", query_string=CHOSEN).get_data(as_text=True)
    (at,) = re.findall(r'<summary id="([^"]+)">Change: <span[^>]*>We enclose', page)
    answer = visitor.post("/say", saying("We enclose a briefing.", at=at))
    assert answer.headers["Location"].endswith(f"#{at}")
    page = visitor.get(answer.headers["Location"]).get_data(as_text=True)
    assert re.search(rf'id="{at}">Changed here.*?</details>\s*<p class="good" data-told>Saved', page, re.DOTALL)
    assert "templates/delegations/KR/letter.md</code>" in page, "what undo takes back is named"
    undone = visitor.undo("/undo", CHOSEN)
    assert undone.headers["Location"].endswith("#undone")
    assert "The change was undone." in plain(visitor.get(undone.headers["Location"]))
    assert not overlay.exists()


def test_a_place_that_a_form_names_stays_in_the_address_of_the_page(visitor: Visitor) -> None:
    answer = visitor.post("/say", saying("We enclose a briefing.", at='x"><b>&lang=fr\r\nSet-Cookie: a=b'))
    assert answer.headers["Location"].startswith("/?")
    assert "Set-Cookie: a" not in str(answer.headers)
    assert "<b>" not in visitor.get(answer.headers["Location"]).get_data(as_text=True)


def test_what_is_as_by_default_leaves_no_file(visitor: Visitor, overlay: Path) -> None:
    visitor.post("/say", saying("We enclose a briefing."))
    visitor.post("/say", saying("ignored", mark_of(overlay), default="yes"))
    assert not overlay.exists()


def test_undo_takes_changes_back_one_by_one(visitor: Visitor, overlay: Path) -> None:
    visitor.post("/say", saying("One."))
    visitor.post("/say", saying("Two.", mark_of(overlay)))
    visitor.undo("/undo", CHOSEN)
    assert "One." in overlay.read_text(encoding="utf-8")
    visitor.undo("/undo", CHOSEN)
    assert not overlay.exists()
    assert visitor.undo("/undo", CHOSEN).status_code == 400


def test_an_editors_change_is_not_written_over(visitor: Visitor, overlay: Path) -> None:
    visitor.post("/say", saying("One."))
    seen = mark_of(overlay)
    theirs = overlay.read_text(encoding="utf-8").replace("One.", "An editor's words.")
    overlay.write_text(theirs, encoding="utf-8")
    answer = visitor.post("/say", saying("Mine.", seen))
    assert answer.status_code == 409
    assert overlay.read_text(encoding="utf-8") == theirs
    assert "Mine.</textarea>" in answer.get_data(as_text=True), "what was written is not lost"
    assert "It now reads: An editor's words." in plain(answer).replace("&#39;", "'")


def test_what_cannot_be_composed_is_not_saved(visitor: Visitor, overlay: Path) -> None:
    answer = visitor.post("/say", saying("We rest on {report.nothing}."))
    assert answer.status_code == 400
    assert "report.nothing" in plain(answer)
    assert not overlay.exists()


def test_only_a_sentence_that_the_document_says_is_changed(visitor: Visitor, overlay: Path) -> None:
    answer = visitor.post("/say", {**saying("Hello."), "message": "Nobody says this."})
    assert answer.status_code == 400
    assert "does not say this sentence" in plain(answer)
    assert not overlay.exists()


def test_asks_and_account_are_picked(visitor: Visitor, overlay: Path) -> None:
    fields = {**CHOSEN, "asks-by": "person", "ask": ["R3", "R1"], "account": "none", "seen": "", "panel": "why"}
    assert visitor.post("/pick", fields).status_code == 303
    text = overlay.read_text(encoding="utf-8")
    assert "asks: [R3, R1]" in text
    assert "account: none" in text
    page = visitor.get("/", query_string={**CHOSEN, "panel": "why"}).get_data(as_text=True)
    assert re.findall(r'name="ask" value="(\w+)" checked', page) == ["R3", "R1"]
    visitor.post("/pick", {**CHOSEN, "asks-by": "default", "account": "default", "seen": mark_of(overlay)})
    assert not overlay.exists()


def test_what_may_not_be_asked_is_refused(visitor: Visitor, overlay: Path) -> None:
    fields = {**CHOSEN, "asks-by": "person", "ask": ["R99"], "account": "default", "seen": ""}
    assert visitor.post("/pick", fields).status_code == 400
    assert not overlay.exists()


def test_the_reasons_are_those_of_explain(visitor: Visitor) -> None:
    told = plain(visitor.get("/", query_string={**CHOSEN, "panel": "why"}))
    assert "stated, as" in told
    assert "Evidence:" in told
    assert "the addressee is none of these" in told


def test_the_difference_is_told_word_by_word(visitor: Visitor) -> None:
    assert "Nothing was changed" in plain(visitor.get("/", query_string={**CHOSEN, "to": "JP", "panel": "difference"}))
    visitor.post("/say", saying(OFFER.replace("a briefing", "two briefings")))
    page = visitor.get("/", query_string={**CHOSEN, "panel": "difference"}).get_data(as_text=True)
    assert re.search(r"<del>\s*a briefing</del><ins>\s*two briefings</ins>", page)


def test_two_languages_stand_side_by_side(visitor: Visitor) -> None:
    page = visitor.get("/", query_string={**CHOSEN, "panel": "languages", "beside": "ar"}).get_data(as_text=True)
    assert re.search(r'<td lang="en" dir="ltr">Re: Isolation[^<]*</td>\s*<td lang="ar" dir="rtl">الموضوع:', page)


def test_the_page_speaks_the_language_of_the_browser_or_the_one_chosen(visitor: Visitor) -> None:
    korean = visitor.get("/", headers={"Accept-Language": "ko-KR,ko;q=0.9,en;q=0.5"}).get_data(as_text=True)
    assert '<html lang="ko"' in korean
    assert '<html lang="en"' in visitor.get("/", headers={"Accept-Language": "sw"}).get_data(as_text=True)
    assert '<html lang="ko"' in visitor.get("/?ui=ko").get_data(as_text=True)
    assert '<html lang="ko"' in visitor.get("/").get_data(as_text=True), "it is kept"


def test_what_an_editor_saves_while_the_page_is_made_counts_as_not_seen(
    visitor: Visitor, overlay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.post("/say", saying("One."))
    theirs = overlay.read_text(encoding="utf-8").replace("One.", "An editor's words.")
    ask = PressHere.ask

    def slow(press: PressHere, call: str, *arguments: object) -> object:
        found = ask(press, call, *arguments)
        overlay.write_text(theirs, encoding="utf-8")
        return found

    with monkeypatch.context() as patch:
        patch.setattr(PressHere, "ask", slow)
        page = visitor.get("/", query_string=CHOSEN).get_data(as_text=True)
    assert "One.</textarea>" in page
    seen = re.findall(r'name="seen" value="(\w*)"', page)[0]
    assert visitor.post("/say", saying("Mine.", seen)).status_code == 409
    assert overlay.read_text(encoding="utf-8") == theirs


@pytest.mark.parametrize("owner", ["../../../../secret", "/etc/passwd", "JP"])
def test_the_addressee_of_a_preview_is_the_one_that_was_chosen(visitor: Visitor, owner: str) -> None:
    fields = saying("We enclose a briefing.")
    plainly = visitor.post("/preview", fields).get_data()
    assert visitor.post("/preview", {**fields, "owner": owner}).get_data() == plainly
