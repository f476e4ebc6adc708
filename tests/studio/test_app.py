"""The web application as a whole: its words, its fonts, and what it says where something is wrong."""

from __future__ import annotations

from tests.studio.conftest import Visitor, plain


def test_the_fonts_of_the_package_are_served_by_their_names(visitor: Visitor) -> None:
    with visitor.get("/fonts/BriefgenNaskh-Regular.ttf") as answer:
        assert answer.mimetype == "font/ttf"
        assert answer.data[:4] == b"\x00\x01\x00\x00"
    assert visitor.get("/fonts/OFL-Amiri.ttf").status_code == 404


def test_a_date_that_is_none_is_a_page_with_the_problem(visitor: Visitor) -> None:
    answer = visitor.get("/?date=soon")
    assert answer.status_code == 400
    assert "“soon” is no date" in plain(answer)


def test_a_page_that_there_is_not_is_told_in_the_words_of_the_person(visitor: Visitor) -> None:
    answer = visitor.get("/nowhere?ui=ko")
    assert answer.status_code == 404
    assert "표시할 수 없습니다" in plain(answer)


def test_where_several_reports_are_and_none_is_named_it_is_told(visitor: Visitor) -> None:
    for name in ("one", "two"):
        folder = visitor.studio.workspace / "reports" / name
        folder.mkdir(parents=True)
    answer = visitor.get("/")
    assert answer.status_code == 400
    assert 'class="problems"' in answer.get_data(as_text=True)
