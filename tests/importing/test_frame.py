"""The frame of a release: what its text gives, and a doubt for what it does not."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.importing.frame import Frame, frame_of
from briefgen.importing.passages import Passage

BODY = "The wells in the valley are dry and the people have to walk, Example Water Watch said in a report today."


def frame(*texts: str) -> Frame:
    first = Passage(texts[0], "heading", 1)
    return frame_of([first, *(Passage(text, "paragraph", 2 * n + 3) for n, text in enumerate(texts[1:]))])


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
