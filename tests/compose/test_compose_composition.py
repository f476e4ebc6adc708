"""Whole documents: golden texts, and what must be true of the letters to all 195 delegations."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefgen.compose.composition import compose
from briefgen.compose.context import chosen_for
from briefgen.compose.request import Request
from briefgen.document import Addressee, Document, Subject, Title, lines_of, notes_of, text_of
from briefgen.errors import BriefgenError
from briefgen.languages.calendar import hours, long_date
from briefgen.library.delegations import Delegations
from briefgen.library.formats import read_format
from briefgen.library.languages import language_tags
from briefgen.library.shelves import open_library
from briefgen.model.embargo import Embargo
from briefgen.model.format import Sender
from tests.compose.document_text import as_text

GOLDEN = Path(__file__).parent / "golden"
CASES = [
    ("letter", "FR", ""),
    ("letter", "JP", ""),
    ("letter", "KP", ""),
    ("letter", "VA", ""),
    ("letter", "NR", ""),
    ("briefing", "", "all"),
    ("briefing", "KR", ""),
    ("letter-security-council", "FR", ""),
    ("letter-state-concerned", "KP", ""),
    ("open-letter", "", "all"),
    ("open-letter", "", "security-council"),
    ("sign-on", "", "eu"),
    ("factsheet", "", "all"),
    ("factsheet", "JP", ""),
    ("talking-points", "JP", ""),
    ("oral-statement", "", "human-rights-council"),
    ("questions-answers", "", "all"),
    ("invitation", "FR", ""),
    ("cover-email", "FR", ""),
]
COUNCIL = "BH CD CN CO DK FR GB GR LR LV PA PK RU SO US".split()  # noqa: SIM905 - a list of codes reads best so
REVIEW = {"en": "review of the current sanctions", "ko": "현행 제재"}
OWN_BEHALF = {"en": "On our own behalf", "ko": "자체적으로"}


def words(document: Document) -> str:
    return "\n".join(text_of(line) for block in document.blocks for line in lines_of(block))


def words_of_notes(document: Document) -> str:
    return "\n".join(text_of(note.line) for note in notes_of(document))


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(("format_", "state", "group"), CASES)
def test_the_text_is_the_golden_one(
    format_: str,
    state: str,
    group: str,
    language: str,
    request_for: Callable[..., Request],
    pytestconfig: pytest.Config,
) -> None:
    request = request_for(state, group=group, format_=format_, language=language)
    text = as_text(compose(request).document)
    path = GOLDEN / f"{format_}-{state or group}.{language}.txt"
    if pytestconfig.getoption("--refresh-golden"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "ko"])
class TestLettersToAll:
    def test_only_council_members_are_asked_for_the_review(
        self, language: str, letters: Callable[[str], dict[str, Document]]
    ) -> None:
        asked = sorted(iso for iso, letter in letters(language).items() if REVIEW[language] in words(letter))
        assert asked == COUNCIL

    def test_no_letter_has_another_state_as_its_addressee(
        self, language: str, letters: Callable[[str], dict[str, Document]], request_for: Callable[..., Request]
    ) -> None:
        names = request_for("FR", language=language).language.states
        for iso, letter in letters(language).items():
            (block,) = (block for block in letter.blocks if isinstance(block, Addressee))
            first = text_of(block.lines[0])
            assert names[iso].of in first
            longer = [name.of for name in names.values() if name.of in first]
            assert max(longer, key=len) == names[iso].of

    def test_each_letter_ends_with_its_signature_and_has_an_ask(
        self, language: str, letters: Callable[[str], dict[str, Document]]
    ) -> None:
        for letter in letters(language).values():
            kinds = [type(block).__name__ for block in letter.blocks]
            assert kinds[0] == "Letterhead"
            assert kinds[-1] == "Signature"
            assert 1 <= kinds.count("ListBlock") <= 2

    def test_no_placeholder_or_mark_up_is_left(
        self, language: str, letters: Callable[[str], dict[str, Document]]
    ) -> None:
        for letter in letters(language).values():
            assert not re.search(r"[{}*]|\^\[|:::|None", words(letter))


def test_the_asks_of_the_sender_are_told_apart(letters: Callable[[str], dict[str, Document]]) -> None:
    with_own = {iso for iso, letter in letters("en").items() if OWN_BEHALF["en"] in words(letter)}
    assert {"JP", "KR", "DE", "VA", "PS", "KE"} <= with_own
    assert with_own.isdisjoint({"KP", "NR", *COUNCIL})


def test_a_letter_of_january_2027_goes_to_the_council_of_2027(request_for: Callable[..., Request]) -> None:
    later = date(2027, 1, 15)
    asked = {
        iso
        for iso in ("AT", "DK", "LV")
        if REVIEW["en"] in words(compose(replace(request_for(iso), day=later)).document)
    }
    assert asked == {"AT", "LV"}


def test_a_date_beyond_what_is_known_is_a_warning(request_for: Callable[..., Request]) -> None:
    assert compose(request_for("FR")).warnings == ()
    (warning,) = compose(replace(request_for("FR"), day=date(2027, 1, 15))).warnings
    assert "human-rights-council" in warning


@pytest.mark.parametrize(("format_", "kind"), [("letter", Subject), ("briefing", Title)])
def test_the_title_is_that_of_the_text(format_: str, kind: type, request_for: Callable[..., Request]) -> None:
    document = compose(request_for("FR", format_=format_)).document
    (block,) = (block for block in document.blocks if isinstance(block, kind))
    assert document.title == text_of(block.line)


def test_the_names_of_a_sender_are_never_mark_up(request_for: Callable[..., Request]) -> None:
    name = "{{ 7*7 }} *x* [a](b) ^[n] {x} & <b>"
    sender = Sender(organisation={"en": name})
    document = compose(replace(request_for("FR"), sender=sender)).document
    assert document.organisation == name
    assert text_of(next(iter(lines_of(document.blocks[0])))) == name


def test_a_format_without_a_title_is_refused(request_for: Callable[..., Request], tmp_path: Path) -> None:
    path = tmp_path / "memo.md"
    front = "---\nid: memo\nkind: letter\nname: Memo\ndescription: A memo.\naddressees: one\n---\n"
    path.write_text(f"{front}\n::: date\n{{{{ date }}}}\n:::\n", encoding="utf-8")
    with pytest.raises(BriefgenError, match="no title"):
        compose(replace(request_for("FR"), format=read_format(path)))


def test_every_delegation_is_written_to(
    letters: Callable[[str], dict[str, Document]], delegations: Delegations
) -> None:
    assert len(letters("en")) == len(delegations.states) == 195


def test_a_composition_tells_what_it_asks(request_for: Callable[..., Request]) -> None:
    asks = compose(request_for("DE")).asks
    assert [item.role for item in asks] == [item.role for item in chosen_for(request_for("DE"))]
    assert len(asks) == 3
    assert compose(request_for(group="human-rights-council", format_="oral-statement")).asks == ()


def test_documents_do_not_depend_on_those_before_them(request_for: Callable[..., Request]) -> None:
    asked = [(state, language) for state in ("FR", "KP", "VA") for language in ("en", "fr", "ko")]
    first = [compose(request_for(state, language=language)) for state, language in asked]
    again = [compose(request_for(state, language=language)) for state, language in reversed(asked)]
    assert [repr(each) for each in first] == [repr(each) for each in reversed(again)]


def test_a_changed_report_changes_the_document(request_for: Callable[..., Request]) -> None:
    request = request_for("FR")
    assert "paragraph" in words_of_notes(compose(request).document)
    elsewhere = replace(request.pack, source=replace(request.pack.source, parts=()))
    assert "paragraph" not in words_of_notes(compose(replace(request, pack=elsewhere)).document)


@pytest.mark.parametrize("language", language_tags(open_library()))
def test_a_draft_under_embargo_says_until_when(language: str, request_for: Callable[..., Request]) -> None:
    request = request_for("FR", language=language)
    embargo = Embargo.model_validate({"at": "2026-12-10T10:30", "zone": "Asia/Seoul"})
    pack = replace(request.pack, report=request.pack.report.model_copy(update={"embargo": embargo}))
    plain = compose(request).document.furniture.marks
    marks = compose(replace(request, pack=pack)).document.furniture.marks
    assert [mark for mark in marks if mark not in plain] == [marks[1]]
    settings = request.language.settings
    assert long_date(embargo.at.date(), settings) in marks[1]
    assert hours(embargo.at, None, embargo.zone, settings) in marks[1]
    final = compose(replace(request, pack=pack, final_at=embargo.ends)).document.furniture.marks
    assert final == plain[1:]
