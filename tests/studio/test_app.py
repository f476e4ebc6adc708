"""The web application: what its pages tell, whatever the files of the workspace are called and hold."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.studio.conftest import Visitor, plain

CAMPAIGN = """
name: a
report: north-korea-border
formats: [letter]
to: [FR]
languages: [en]
files: [txt]
date: 2026-12-01
"""
NAME = "Bartholomew Quill"


@pytest.mark.parametrize("path", ["/", "/batch/", "/translate/"])
def test_a_file_name_that_is_no_text_is_shown_as_far_as_it_is(visitor: Visitor, workspace: Path, path: str) -> None:
    """Such names come out of archives that were packed elsewhere."""
    for name in (b"sender-\xff.yaml", b"\xff.yaml"):
        (Path(os.fsdecode(os.fsencode(workspace) + b"/" + name))).write_text(CAMPAIGN, encoding="utf-8")
    answer = visitor.get(path)
    assert answer.status_code == 200
    assert path == "/translate/" or "\ufffd.yaml" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/", {"to": NAME}),
        ("/", {"date": NAME}),
        ("/", {"to": "FR", "format": NAME}),
        ("/", {"to": "FR", "panel": "languages", "beside": NAME}),
        ("/translate/", {"report": NAME}),
    ],
)
def test_no_page_tells_a_name_that_is_not_to_be_named(
    visitor: Visitor, workspace: Path, path: str, fields: dict[str, str]
) -> None:
    (workspace / "do-not-name.txt").write_text(f"{NAME}\n", encoding="utf-8")
    told = plain(visitor.get(path, query_string=fields))
    assert NAME not in told
    assert "whose words hold a name of the do-not-name list (do-not-name.txt:1)" in told


def test_a_broken_list_of_names_does_not_hide_other_problems(visitor: Visitor, workspace: Path) -> None:
    (workspace / "do-not-name.txt").write_bytes(b"\xff")
    assert "is no date" in plain(visitor.get("/", query_string={"date": "x"}))


def test_what_the_system_refuses_is_told(visitor: Visitor) -> None:
    answer = visitor.get("/", query_string={"to": "FR", "format": "x" * 5000})
    assert answer.status_code == 400
    assert "the system refused something" in plain(answer)


@pytest.mark.parametrize("text", ["<script>x</script>", '"><img src=x onerror=x>', "' onclick='x"])
@pytest.mark.parametrize(
    "key", ["to", "date", "format", "report", "sender", "words", "campaign", "only", "ui", "panel"]
)
def test_what_an_address_says_is_text(visitor: Visitor, key: str, text: str) -> None:
    for path in ("/", "/translate/", "/batch/"):
        page = visitor.get(path, query_string={key: text}).get_data(as_text=True)
        assert text not in page
        assert "<img src=x" not in page


def test_the_key_of_forms_is_in_no_address(visitor: Visitor) -> None:
    for path in ("/?format=letter&to=FR&panel=languages", "/translate/", "/batch/"):
        for form in visitor.get(path).get_data(as_text=True).split("<form")[1:]:
            inside = form.partition("</form>")[0]
            assert (visitor.studio.gate.form_key in inside) == ('method="post"' in inside)


def test_who_is_not_in_is_told_no_key(stranger: Visitor) -> None:
    answer = stranger.get("/")
    assert stranger.studio.gate.form_key not in answer.get_data(as_text=True)
    assert "Set-Cookie" not in answer.headers


def test_the_fonts_of_the_package_are_served_by_their_names(visitor: Visitor) -> None:
    with visitor.get("/fonts/BriefgenNaskh-Regular.ttf") as answer:
        assert answer.mimetype == "font/ttf"
        assert answer.data[:4] == b"\x00\x01\x00\x00"
    assert visitor.get("/fonts/OFL-Amiri.ttf").status_code == 404


def test_a_date_that_is_none_is_a_page_with_the_problem(visitor: Visitor) -> None:
    answer = visitor.get("/?date=soon")
    assert answer.status_code == 400
    assert "“soon” is no date" in plain(answer)


@pytest.mark.parametrize(
    ("form", "page"), [("/say", "/"), ("/translate/save", "/translate/"), ("/batch/write", "/batch/")]
)
def test_the_address_of_a_form_leads_to_its_page(visitor: Visitor, form: str, page: str) -> None:
    answer = visitor.get(form)
    assert (answer.status_code, answer.location) == (303, page)


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
