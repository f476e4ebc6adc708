"""Everything on the shelves is checked in one pass; a file that cannot be read hides nothing else than itself."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from briefgen.check.library import check_library
from tests.check.shelf_copy import REPORT, ShelfCopy

LETTER = "templates/formats/letter.md"
BRIEFING = "templates/formats/briefing.md"
FORMATS = "locales/ko/LC_MESSAGES/formats.po"


def told(shelf: ShelfCopy, day: date, *packs: str) -> list[str]:
    problems = check_library(shelf.library, packs or ["north-korea-border"], day)
    return [str(problem).replace(f"{shelf.path}/", "") for problem in problems]


@pytest.fixture
def korean(shelf: ShelfCopy) -> ShelfCopy:
    shelf.add_language("ko")
    return shelf


@pytest.mark.parametrize("on", [date(2026, 11, 23), date(2027, 1, 15)], ids=str)
def test_the_bundled_library_has_no_problem_in_english(shelf: ShelfCopy, on: date) -> None:
    assert told(shelf, on) == []


def test_the_bundled_library_has_no_problem_in_korean(korean: ShelfCopy, day: date) -> None:
    assert told(korean, day) == []


def test_a_template_that_names_nothing_is_found_by_trial(shelf: ShelfCopy, day: date) -> None:
    line = shelf.edit(LETTER, "{{ asks.opening }}", "{{ adress.opening }}")
    assert told(shelf, day) == [f"{LETTER}:{line}: 'adress' is undefined (did you mean `address` or `addressees`?)"]


def test_a_name_in_a_sentence_that_is_nothing_is_found_by_trial(shelf: ShelfCopy, day: date) -> None:
    line = shelf.edit(LETTER, "by {report.publisher}.{% endtrans %}", "by {report.publsher}.{% endtrans %}")
    (problem,) = told(shelf, day)
    assert problem.startswith(f"{LETTER}:{line}: the placeholder {{report.publsher}} names nothing")


def test_a_template_that_fails_for_one_role_only_is_found(shelf: ShelfCopy, day: date) -> None:
    line = shelf.edit(LETTER, "{% if asks.inferred %}\n", "{% if asks.inferred %}\n{{ nobody }}\n")
    assert told(shelf, day) == [f"{LETTER}:{line + 1}: 'nobody' is undefined"]


def test_a_name_in_a_pack_that_is_nothing_is_found_at_its_line(shelf: ShelfCopy, day: date) -> None:
    line = shelf.edit(REPORT, 'short_title: "The closing of {concerned.short}"', 'short_title: "Of {concerned.shrt}"')
    found = [problem for problem in told(shelf, day) if "{concerned.shrt}" in problem]
    assert len(found) == 1
    assert found[0].startswith(f"{REPORT}:{line}:")


def test_problems_of_packs_formats_and_catalogues_are_told_together(korean: ShelfCopy, day: date) -> None:
    format_line = korean.edit(LETTER, "by {report.publisher}.{% endtrans %}", "by {report.publisher.{% endtrans %}")
    pack_line = korean.edit(REPORT, "addressees: [state-concerned]", "addressees: [state-concernd]")
    po_line = korean.edit(FORMATS, 'msgstr "주요 수치"', 'msgstr ""') - 1
    found = told(korean, day)
    for place in (f"{LETTER}:{format_line}", f"{REPORT}:{pack_line}", f"{FORMATS}:{po_line}"):
        assert any(problem.startswith(f"{place}:") for problem in found), place


def test_a_message_that_no_catalogue_holds_is_told_where_its_sentence_stands(korean: ShelfCopy, day: date) -> None:
    korean.edit(FORMATS, 'msgid "Key figures"\nmsgstr "주요 수치"\n', "")
    line = korean.line_of(BRIEFING, "{% trans %}Key figures")
    problem = next(each for each in told(korean, day) if each.startswith(BRIEFING))
    assert problem.startswith(f"{BRIEFING}:{line}: no translation into `ko`: “Key figures”")
    assert FORMATS in problem, "the hint names the file to which it belongs"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('msgstr "브리핑 자료 – {addressees}"', 'msgstr "브리핑 자료"', "lacks the placeholder {addressees}"),
        ('msgstr "주요 수치"', 'msgstr "주요 수치 {date}"', "has the placeholder {date}, which the original has not"),
    ],
)
def test_a_missing_or_extra_placeholder_is_told_where_the_translation_stands(
    korean: ShelfCopy, day: date, old: str, new: str, message: str
) -> None:
    line = korean.edit(FORMATS, old, new) - 1
    (problem,) = told(korean, day)
    assert problem.startswith(f"{FORMATS}:{line}: the translation {message}")


def test_a_language_without_the_names_of_a_state_is_told(shelf: ShelfCopy, day: date) -> None:
    states = "locales/en/states.csv"
    lines = (shelf.path / states).read_text(encoding="utf-8").splitlines(keepends=True)
    shelf.write(states, "".join(line for line in lines if not line.startswith("FR,")))
    assert told(shelf, day) == [f"{states}: there are no names for FR (add a row for each)"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("templates/interface.yaml", "draft:", "drafft:"),
        ("templates/senders/placeholder.yaml", "organisation:", "organization:"),
        ("templates/roles.yaml", "members: concerned", "members: concernd"),
        ("locales/en/numbers.yaml", "thousands:", "thousand:"),
        ("locales/en/address.yaml", "salutation:", "salutatoin:"),
        (REPORT, "publisher:", "publischer:"),
        (LETTER, "kind: letter", "kind: lettr"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_located_problem(
    shelf: ShelfCopy, day: date, file: str, old: str, new: str
) -> None:
    line = shelf.edit(file, old, new)
    assert any(problem.startswith(f"{file}:{line}:") for problem in told(shelf, day))


def test_a_pack_that_cannot_be_read_does_not_hide_the_problems_of_another(shelf: ShelfCopy, day: date) -> None:
    shutil.copytree(shelf.path / "reports/north-korea-border", shelf.path / "reports/broken")
    broken = shelf.edit("reports/broken/report.yaml", "publisher:", "publischer:")
    line = shelf.edit(REPORT, "addressees: [state-concerned]", "addressees: [state-concernd]")
    found = told(shelf, day, "broken", "north-korea-border")
    for place in (f"reports/broken/report.yaml:{broken}:", f"{REPORT}:{line}:"):
        assert any(problem.startswith(place) for problem in found), place


def test_an_unknown_pack_is_told(shelf: ShelfCopy, day: date) -> None:
    assert told(shelf, day, "north-korea") == ["there is no report `north-korea` (did you mean `north-korea-border`?)"]


def test_no_problem_is_told_twice(korean: ShelfCopy, day: date) -> None:
    korean.edit(LETTER, "kind: letter", "kind: lettr")
    korean.edit("templates/roles.yaml", "members: concerned", "members: concernd")
    found = told(korean, day)
    assert found
    assert len(found) == len(set(found))


def test_a_statement_that_only_some_see_is_tried_for_them(shelf: ShelfCopy, day: date) -> None:
    shelf.edit(REPORT, "\nsummary:\n", "\nshared_with: {restricted: [CH]}\nsummary:\n")
    shelf.edit(
        REPORT,
        "findings:\n",
        "findings:\n  - id: secret\n    claim: It is {nothing.known}.\n    anchor: The 148-page report,\n"
        "    visibility: restricted\n",
    )
    shelf.edit(REPORT, "    claims: [shoot-on-sight,", "    claims: [secret, shoot-on-sight,")
    found = [problem.message for problem in check_library(shelf.library, ["north-korea-border"], day)]
    assert any("nothing" in message for message in found)


def test_what_an_overlay_says_is_checked_with_all_else(korean: ShelfCopy, day: date) -> None:
    text = "---\nchanges: letter\nfor: KR\nsays:\n  ko:\n    Re {subject}: 네\n  kx: {}\n---\n"
    overlay = korean.write("templates/delegations/KR/letter.md", text)
    first, second = told(korean, day)
    assert first.startswith("templates/delegations/KR/letter.md:6:5: the format `letter` does not say this sentence")
    assert second.startswith("templates/delegations/KR/letter.md:7:3: there is no language `kx`")
    overlay.write_text(
        text.replace("Re {subject}: 네", '"Re: {subject}": 6 {subject}').replace("  kx: {}\n", ""), "utf-8"
    )
    (problem,) = told(korean, day)
    assert "the number 6 does not stand in the original" in problem
