"""What an overlay says in the place of a sentence is checked like a translation, and told at its line."""

from __future__ import annotations

import json

import pytest

from briefgen.check.catalogues import load_yardstick
from briefgen.check.sayings import check_sayings
from briefgen.library.formats import load_format
from briefgen.library.languages import language_tags
from tests.check.shelf_copy import ShelfCopy

FINDINGS = "Our request rests on the findings of the report “{report.title}” by {report.publisher}."
OFFER = (
    "We enclose a briefing on the report, and would welcome an opportunity to discuss these matters with you or your "
    "colleagues at a time of your convenience."
)


def told(shelf: ShelfCopy, says: str, tag: str = "ko", message: str = OFFER, format_: str = "letter") -> list[str]:
    text = f"---\nchanges: {format_}\nfor: KR\nsays:\n  {tag}:\n    {json.dumps(message)}: {json.dumps(says)}\n---\n"
    shelf.write(f"templates/delegations/KR/{format_}.md", text)
    library = shelf.library
    file = load_format(library, format_)
    yardsticks = {each: load_yardstick(library, each, "en") for each in language_tags(library)}
    return [str(problem).partition("/KR/")[2] for problem in check_sayings(file.overlays["KR"], file, yardsticks)]


@pytest.fixture
def korean(shelf: ShelfCopy) -> ShelfCopy:
    shelf.add_language("ko")
    return shelf


@pytest.mark.parametrize(
    ("tag", "says"), [("ko", "보고서를 동봉합니다."), ("en", "We once more enclose a briefing, one of several.")]
)
def test_a_sound_saying_has_no_problem(korean: ShelfCopy, tag: str, says: str) -> None:
    assert told(korean, says, tag) == []


def test_the_sentence_of_an_overlay_of_a_group_can_be_said_otherwise(korean: ShelfCopy) -> None:
    assert told(korean, "We enclose a briefing.", "en", OFFER.replace("colleagues", "colleagues, in New York or in "
                "Brussels,")) == []  # fmt: skip


def test_a_sentence_that_the_format_does_not_say_is_told_with_the_nearest(korean: ShelfCopy) -> None:
    (found,) = told(korean, "동봉합니다.", message=OFFER.replace("a briefing", "the briefing"))
    assert found.startswith("letter.md:6:5: the format `letter` does not say this sentence (did you mean `We enclose a")
    (found,) = told(korean, "동봉합니다.", message="Quite another one")
    assert found.endswith("(write the sentence as it stands between trans and endtrans)")


def test_a_language_that_is_not_known_is_told_with_the_nearest(korean: ShelfCopy) -> None:
    assert told(korean, "x", tag="kor") == ["letter.md:5:3: there is no language `kor` (did you mean `ko`?)"]


def test_a_sentence_that_counts_is_not_taken(shelf: ShelfCopy) -> None:
    shelf.edit("templates/formats/letter.md", "{% block close %}\n", "{% block close %}\n{% trans count=asks.stated | "
               "length %}One ask.{% pluralize %}{count} asks.{% endtrans %}\n")  # fmt: skip
    (found,) = told(shelf, "An ask.", "en", "One ask.")
    assert found.startswith("letter.md:6:5: a sentence that counts things cannot be said otherwise here")


@pytest.mark.parametrize(
    ("says", "message"),
    [
        ("{report.publisher}의 보고서", "the translation lacks the placeholder {report.title}"),
        ("{report.title} {report.publisher} {date}", "the translation has the placeholder {date}"),
        ("{report.title} {report.publisher", "the braces of a placeholder do not match"),
        ("{report.title} {report.publisher} 110쪽", "the number 110 does not stand in the original"),
        ("{report.title} {report.publisher} [것]", "the original has 0 bracketed insertions"),
        ("{report.title} {report.publisher}의  것", "there are two spaces in a row"),
        ("{report.title} {report.publisher}\n의 것", "this goes over several lines"),
        ("{report.title} {report.publisher} \ue000", "no font of ours has the character"),
        ("{report.title} {report.publisher} Our request rests on the findings", "left untranslated"),
    ],
)
def test_a_fault_is_told_where_the_saying_stands(korean: ShelfCopy, says: str, message: str) -> None:
    found = told(korean, says, message=FINDINGS)
    assert any(message in each for each in found), found
    assert all(each.startswith("letter.md:6:") for each in found)


@pytest.mark.parametrize(
    ("says", "message"),
    [
        ("By {report.publisher}.", "lacks the placeholder {report.title}"),
        ("“{report.title}” by {report.publisher}, 110 pages.", "the number 110 does not stand in the original"),
        ("“{report.title}” by {report.publisher}, twelve pages.", "the number 12 does not stand in the original"),
        ("“{report.title}” by  {report.publisher}.", "there are two spaces in a row"),
    ],
)
def test_a_saying_in_english_is_checked_by_what_needs_no_rules_of_a_language(
    shelf: ShelfCopy, says: str, message: str
) -> None:
    (found,) = told(shelf, says, "en", FINDINGS)
    assert message in found


def test_a_text_of_the_report_or_of_every_document_is_none_of_the_format(korean: ShelfCopy) -> None:
    for message in ("Page {page} of {pages}", "Stop that."):
        assert "does not say this sentence" in told(korean, "네.", message=message)[0]
