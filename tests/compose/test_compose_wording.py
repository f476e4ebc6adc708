"""The words of one document: translated, filled and escaped; what cannot be said is noted, and noted once."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from briefgen.compose.wording import Said, Wording
from briefgen.errors import Place, Problem
from briefgen.languages.catalogue import Catalogue, Entry
from briefgen.library.formats import Saying
from briefgen.library.languages import FORMATS

AT = Place(Path("report.yaml"), 7)


@pytest.fixture
def korean() -> Wording:
    entries = {
        ("pack", "Hello, {name}"): Entry("안녕하세요, {name:은/는}", Place("pack.po", 3), fuzzy=False),
        ("pack", "Old"): Entry("옛", Place("pack.po", 9), fuzzy=True),
    }
    return Wording(Catalogue("ko", "en", entries), {"name": "북한"})


def test_the_source_language_needs_no_translation() -> None:
    wording = Wording(Catalogue("en"), {"name": "France"})
    assert wording.say("Hello, {name}", "pack") == "Hello, France"
    assert wording.problems == []


def test_a_message_is_translated_and_filled(korean: Wording) -> None:
    assert korean.say("Hello, {name}", "pack") == "안녕하세요, 북한은"


def test_a_name_given_for_one_message_goes_before_the_documents(korean: Wording) -> None:
    assert korean.say("Hello, {name}", "pack", name="프랑스") == "안녕하세요, 프랑스는"
    assert korean.names == {"name": "북한"}


def test_what_has_no_translation_is_noted_with_its_place(korean: Wording) -> None:
    korean.say("Unknown", "pack", AT)
    (problem,) = korean.problems
    assert problem.place == AT
    assert "no translation into `ko`" in problem.message


def test_a_stale_translation_is_noted_where_it_stands(korean: Wording) -> None:
    korean.say("Old", "pack", AT)
    (problem,) = korean.problems
    assert problem.place == Place("pack.po", 9)


def test_another_domain_is_another_message(korean: Wording) -> None:
    korean.say("Hello, {name}", "formats")
    assert len(korean.problems) == 1


def test_a_problem_is_noted_once_and_all_problems_are_kept(korean: Wording) -> None:
    for message in ("Unknown", "Unknown", "Other"):
        korean.say(message, "pack", AT)
    assert len(korean.problems) == 2


def test_an_unknown_placeholder_is_noted_with_its_place() -> None:
    wording = Wording(Catalogue("en"), {"state": SimpleNamespace(of="of France")})
    wording.say("Of {stat.of}", "pack", AT)
    assert wording.problems == [
        Problem("the placeholder {stat.of} names nothing; nearest are state in “Of {stat.of}”", AT)
    ]


def test_a_sentence_keeps_its_own_mark_up_and_escapes_values() -> None:
    wording = Wording(Catalogue("en"), {"name": "*B*"})
    sentence = wording.sentence("**A** {name}", "formats", None, wording.names)
    assert sentence.startswith("**A** ")
    assert "*B*" not in sentence


def test_a_said_text_escapes_itself_where_it_is_printed() -> None:
    text = Wording(Catalogue("en"), {"name": "*B*"}).say("A {name}", "pack")
    assert text == "A *B*"
    assert "*" not in text.__html__()


def test_what_is_written_in_the_language_already_is_only_filled(korean: Wording) -> None:
    assert korean.written("{name} 귀하") == "북한 귀하"
    assert korean.problems == []


def test_what_is_said_is_noted_once_and_without_the_escapes() -> None:
    wording = Wording(Catalogue("en"), {"name": "*B*"})
    wording.sentence("**A** {name}", "formats", AT, wording.names)
    wording.say("A {name}", "pack", AT)
    wording.sentence("A {nobody}", "formats", AT, wording.names)
    assert wording.said == [
        Said("**A** *B*", AT, None, "**A** {name}", "formats", "**A** {name}"),
        Said("A *B*", AT, None, "A {name}", "pack", "A {name}"),
    ]


def test_a_saying_is_read_in_the_place_of_a_sentence_of_the_format_alone(korean: Wording) -> None:
    said = Place("letter.md", 5, 9)
    korean.sayings = {"Hello, {name}": Saying("{name} 귀하", said), "Old": Saying("새", said)}
    assert korean.sentence("Old", FORMATS, AT, korean.names) == "새"
    assert korean.sentence("Hello, {name}", FORMATS, AT, korean.names) == "북한 귀하"
    assert korean.say("Hello, {name}", "pack") == "안녕하세요, 북한은"
    assert korean.said[:2] == [
        Said("새", AT, said, "Old", FORMATS, "새"),
        Said("북한 귀하", AT, said, "Hello, {name}", FORMATS, "{name} 귀하"),
    ]
    assert korean.problems == []


def test_a_broken_saying_is_noted_where_it_stands(korean: Wording) -> None:
    korean.sayings = {"Old": Saying("{nobody}", Place("letter.md", 5, 9))}
    korean.sentence("Old", FORMATS, AT, korean.names)
    (problem,) = korean.problems
    assert problem.place == Place("letter.md", 5, 9)
