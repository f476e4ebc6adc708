"""The example pack: a report on a subject, about no state, is written up like any other, and says what it is."""

from __future__ import annotations

import re
from datetime import date

import pytest

from briefgen.check.catalogues import Yardstick, check_catalogue
from briefgen.check.packs import check_pack
from briefgen.check.trial import one_of_each, try_out
from briefgen.compose.composition import compose
from briefgen.compose.fitting import misfit
from briefgen.compose.ordering import Order, resolve
from briefgen.document import Document
from briefgen.errors import BriefgenError
from briefgen.library.delegations import Delegations
from briefgen.library.formats import format_names, load_format
from briefgen.library.languages import INTERFACE, load_checks, load_glossary, load_language, load_numbers
from briefgen.library.messages import messages_to_translate
from briefgen.library.packs import ReportPack, default_report, load_pack
from briefgen.library.shelves import Library
from tests.compose.document_text import as_text

REPORT = "example-school-water"
MARK = "Example – everything in it is invented"
OF_THE_OTHER_REPORT = re.compile(
    r"Korea|DPRK|\bKim\b|Human Rights Watch|sanction|북한|조선민주주의|김정은|휴먼라이츠워치|제재", re.IGNORECASE
)
DOCUMENTS = [
    ("letter", "FR"),
    ("letter", "KE"),
    ("letter", "VA"),
    ("briefing", "all"),
    ("briefing", "FR"),
    ("factsheet", "all"),
    ("talking-points", "KE"),
    ("open-letter", "human-rights-council"),
    ("oral-statement", "human-rights-council"),
    ("questions-answers", "all"),
    ("cover-email", "FR"),
    ("invitation", "all"),
]


@pytest.fixture(scope="module")
def example(library: Library) -> ReportPack:
    return load_pack(library, REPORT)


def written(library: Library, day: date, format_: str, to: str, language: str = "en") -> Document:
    return compose(resolve(library, Order(format_, to, language, REPORT, day))).document


def mark_in(library: Library, language: str) -> str:
    if language == "en":
        return MARK
    return load_language(library, language, REPORT).catalogue.entries[INTERFACE, MARK].text


def test_every_statement_stands_in_the_source(library: Library, example: ReportPack, delegations: Delegations) -> None:
    assert check_pack(example, delegations, load_numbers(library, "en")) == []


def test_the_korean_catalogue_is_whole_and_says_the_same(library: Library, example: ReportPack) -> None:
    names = tuple(term for term in load_glossary(library, "ko") if term.kind == "name")
    numbers = load_numbers(library, "en"), load_numbers(library, "ko")
    yardstick = Yardstick(*numbers, load_checks(library, "ko"), names)
    messages = messages_to_translate(library, [example])[REPORT]
    catalogue = load_language(library, "ko", REPORT).catalogue
    assert list(check_catalogue(catalogue, REPORT, messages, yardstick)) == []


def test_it_is_about_no_state_and_says_that_it_is_invented(example: ReportPack) -> None:
    report = example.report
    assert (report.example, report.languages, report.concerned, report.about) == (True, ("en", "ko"), None, "")
    assert "nvented" in report.source.origin
    first, *_ = example.source.path.read_text(encoding="utf-8").splitlines()
    assert first.startswith("EXAMPLE – Everything in this text is invented")


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(("format_", "to"), DOCUMENTS)
def test_its_documents_carry_the_mark_and_no_word_of_the_other_report(
    library: Library, day: date, format_: str, to: str, language: str
) -> None:
    document = written(library, day, format_, to, language)
    assert mark_in(library, language) in document.furniture.marks
    assert document.title
    assert OF_THE_OTHER_REPORT.findall(as_text(document)) == []


@pytest.mark.parametrize("language", ["en", "ko"])
def test_letters_reach_delegations_in_every_role(
    library: Library, delegations: Delegations, day: date, language: str
) -> None:
    request = resolve(library, Order("letter", "FR", language, REPORT, day))
    assert list(try_out(request, one_of_each(delegations, day, ""))) == []


def test_the_donors_of_whom_no_list_is_kept_are_asked_in_briefings_alone(library: Library, day: date) -> None:
    asked = "Pay for upkeep as well as for construction"
    assert asked in as_text(written(library, day, "briefing", "all"))
    letter = as_text(written(library, day, "letter", "FR"))
    assert asked not in letter
    assert "Propose, as a member of the European Union" in letter


def test_no_format_for_the_state_concerned_goes_to_anyone(
    library: Library, example: ReportPack, delegations: Delegations, day: date
) -> None:
    everyone = one_of_each(delegations, day, "")
    files = [load_format(library, name) for name in format_names(library)]
    for file in (file for file in files if file.format.addressees == "concerned"):
        assert all(misfit(file, each, delegations, example, day) for each in everyone)


def test_a_language_in_which_it_is_not_written_is_refused_where_the_pack_names_its_languages(
    library: Library, example: ReportPack, day: date
) -> None:
    with pytest.raises(BriefgenError) as caught:
        written(library, day, "letter", "FR", "fr")
    (problem,) = caught.value.problems
    assert "`fr`" in problem.message
    assert problem.place == example.text.place(("languages",))
    assert re.search(r"\ben\b.*\bko\b", problem.message)


def test_it_is_never_meant_where_no_report_is_named(library: Library) -> None:
    assert default_report(library) != REPORT


@pytest.mark.parametrize(("language", "heading"), [("en", "How the countries were chosen"), ("ko", "대상국 선정 방식")])
def test_its_annex_is_for_partners_alone(library: Library, day: date, language: str, heading: str) -> None:
    for to, shown in (("FR", True), ("eu", True), ("KE", False), ("all", False)):
        assert (heading in as_text(written(library, day, "briefing", to, language))) is shown, to
    assert heading not in as_text(written(library, day, "questions-answers", "FR", language))
