"""The frame of a release: what its text gives, and a doubt for what it does not."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.importing.dates import dates_in
from briefgen.importing.frame import Frame, frame_of
from briefgen.importing.passages import Passage
from briefgen.importing.tongue import languages_of

BODY = "The wells in the valley are dry and the people have to walk, Example Water Watch said in a report today."


def frame(*texts: str) -> Frame:
    first = Passage(texts[0], "heading", 1)
    return frame_of([first, *(Passage(text, "paragraph", 2 * n + 3) for n, text in enumerate(texts[1:]))])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7 March 2024", ["2024-03-07"]),
        ("March 7, 2024", ["2024-03-07"]),
        ("le 1er mars 2024", ["2024-03-01"]),
        ("7 de marzo de 2024", ["2024-03-07"]),
        ("2024년 3월 7일", ["2024-03-07"]),
        ("2024-03-07", ["2024-03-07"]),
        ("03/07/2024", ["2024-07-03", "2024-03-07"]),
        ("25/07/2024", ["2024-07-25"]),
        ("31 February 2024", []),
        ("in March 2024", []),
    ],
)
def test_dates_as_releases_write_them(text: str, found: list[str]) -> None:
    assert [day.isoformat() for day in dates_in(text)] == found


@pytest.mark.parametrize(
    ("lead", "city", "day"),
    [
        ("(Springfield) – ", "Springfield", None),
        ("(Springfield, March 7, 2024) – ", "Springfield", date(2024, 3, 7)),
        ("SPRINGFIELD, 7 March 2024 – ", "SPRINGFIELD", date(2024, 3, 7)),
        ("NEW SPRINGFIELD (7 March 2024) – ", "NEW SPRINGFIELD", date(2024, 3, 7)),
        ("", None, None),
    ],
)
def test_datelines_with_and_without_a_date(lead: str, city: str | None, day: date | None) -> None:
    found = frame("A River Runs Dry", lead + BODY)
    assert (found.city.text if found.city else None, found.published) == (city, day)
    assert any("no date" in doubt.question for doubt in found.doubts) == (day is None)


def test_an_embargo_is_no_date_of_publication_but_a_candidate_for_it() -> None:
    found = frame("A River Runs Dry", "EMBARGOED until 00:01 GMT 7 March 2024", BODY)
    assert found.embargo
    assert (found.embargo.line, found.published) == (3, None)
    assert found.lines == {1, 3}
    assert [doubt.candidates for doubt in found.doubts if "date" in doubt.question] == [("2024-03-07",)]


def test_a_date_that_can_be_read_in_two_ways_is_a_doubt() -> None:
    found = frame("A River Runs Dry", "03/07/2024", BODY)
    assert found.published is None
    assert ("2024-07-03", "2024-03-07") in [doubt.candidates for doubt in found.doubts]


def test_the_publisher_is_who_speaks_and_never_invented() -> None:
    found = frame("A River Runs Dry", BODY)
    assert found.publisher
    assert found.publisher.text == "Example Water Watch"
    nobody = frame("A River Runs Dry", "The wells in the valley are dry and the people have to walk.")
    assert nobody.publisher is None
    assert any("who publishes" in doubt.question for doubt in nobody.doubts)


def test_the_report_is_named_by_its_title_in_quotation_marks() -> None:
    found = frame("A River Runs Dry", "The 40-page report, “‘No Water’: Wells in the Valley,” is out.", BODY)
    assert found.report
    assert (found.report.text, found.report.line) == ("‘No Water’: Wells in the Valley", 3)


def test_a_text_without_a_title_gets_none() -> None:
    found = frame_of([Passage(BODY, "paragraph", 1)])
    assert found.title is None
    assert any("no title" in doubt.question for doubt in found.doubts)


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        (BODY, ("en",)),
        ("Les puits de la vallée sont à sec et les habitants ont dû partir, selon le rapport.", ("fr",)),
        ("Los pozos del valle están secos y las familias han tenido que irse, según el informe.", ("es",)),
        ("골짜기의 우물이 말라 사람들이 떠나야 했다.", ("ko",)),
        ("12345", ()),
    ],
)
def test_languages_by_script_and_words(text: str, languages: tuple[str, ...]) -> None:
    assert languages_of(text)[:1] == languages
