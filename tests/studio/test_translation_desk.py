"""The translator's page, as it answers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefgen.library.shelves import built_in_shelf
from briefgen.studio import worker
from briefgen.studio.press import Press
from briefgen.studio.worker import work
from briefgen.translate.desk import Desk
from tests.studio.conftest import Visitor, plain

WHERE = {"report": "north-korea-border", "lang": "ko", "state": "", "words": "", "page": "1"}
WORDS = "Our request rests on"


@pytest.fixture
def shelved() -> bytes:
    return built_in_shelf().joinpath("locales", "ko", "LC_MESSAGES", "formats.po").read_bytes()


@pytest.fixture
def catalogue(workspace: Path) -> Path:
    return workspace / "locales" / "ko" / "LC_MESSAGES" / "formats.po"


def found(visitor: Visitor) -> tuple[str, str]:
    """The key and the translation of the one sentence with the words."""
    page = visitor.get("/translate/", query_string={**WHERE, "words": WORDS}).get_data(as_text=True)
    (key,) = re.findall(r'name="sentence" value="(\w+)"', page)
    (seen,) = re.findall(r'name="seen" value="([^"]*)"', page)
    return key, seen


def test_source_and_translation_stand_side_by_side(visitor: Visitor) -> None:
    page = visitor.get("/translate/", query_string={**WHERE, "words": WORDS}).get_data(as_text=True)
    assert "1 sentence" in page
    assert re.search(r'<p lang="en" dir="ltr" id="[^"]+">Our request rests on', page)
    assert re.search(r'<textarea [^>]*lang="ko" dir="ltr"[^>]*>[^<]*보고서', page)
    assert "templates/formats/letter.md:" in page


def test_the_glossary_stands_below_what_it_names(visitor: Visitor) -> None:
    told = plain(visitor.get("/translate/", query_string={**WHERE, "lang": "ar", "words": "We enclose a briefing"}))
    assert "Glossary: briefing = ورقة إحاطة" in told


def test_arabic_is_written_from_right_to_left(visitor: Visitor) -> None:
    page = visitor.get("/translate/", query_string={**WHERE, "lang": "ar", "words": WORDS}).get_data(as_text=True)
    assert re.search(r'<textarea [^>]*lang="ar" dir="rtl"', page)


def test_faults_are_told_while_one_writes(visitor: Visitor) -> None:
    key, seen = found(visitor)
    fine = visitor.post("/translate/check", {**WHERE, "sentence": key, "form": seen})
    assert "No faults" in plain(fine)
    told = plain(visitor.post("/translate/check", {**WHERE, "sentence": key, "form": f"{seen} {{nothing}}"}))
    assert "nothing" in told
    assert "No faults" not in told


def test_what_is_saved_is_one_sentence_of_the_catalogue(visitor: Visitor, catalogue: Path, shelved: bytes) -> None:
    key, seen = found(visitor)
    new = seen.replace("저희의", "우리의")
    assert visitor.post("/translate/save", {**WHERE, "sentence": key, "form": new, "seen": seen}).status_code == 303
    before, after = shelved.decode().splitlines(), catalogue.read_text(encoding="utf-8").splitlines()
    start = next(number for number, (old, now) in enumerate(zip(before, after, strict=False)) if old != now)
    assert "".join(before[:start]) == "".join(after[:start])
    rest = before[start:].index("")
    ended = after[start:].index("")
    assert before[start + rest :] == after[start + ended :], "everything else is as it was"
    assert "우리의" in "".join(after[start : start + ended])
    assert found(visitor)[1] == new


def test_a_fault_is_saved_only_when_one_says_so(visitor: Visitor, catalogue: Path) -> None:
    key, seen = found(visitor)
    fields = {**WHERE, "sentence": key, "form": f"{seen} {{nothing}}", "seen": seen}
    answer = visitor.post("/translate/save", fields)
    assert answer.status_code == 400
    assert "{nothing}</textarea>" in answer.get_data(as_text=True)
    assert not catalogue.exists()
    assert visitor.post("/translate/save", {**fields, "anyway": "yes"}).status_code == 303
    assert "{nothing}" in catalogue.read_text(encoding="utf-8")


def test_another_translators_words_are_not_written_over(visitor: Visitor, catalogue: Path) -> None:
    key, seen = found(visitor)
    visitor.post("/translate/save", {**WHERE, "sentence": key, "form": f"{seen} 하나", "seen": seen})
    before = catalogue.read_bytes()
    answer = visitor.post("/translate/save", {**WHERE, "sentence": key, "form": f"{seen} 둘", "seen": seen})
    assert answer.status_code == 409
    assert catalogue.read_bytes() == before
    text = answer.get_data(as_text=True)
    assert "둘</textarea>" in text
    assert "하나" in plain(answer)


def test_a_sentence_that_another_one_changed_meanwhile_is_merged(visitor: Visitor, catalogue: Path) -> None:
    key, seen = found(visitor)
    page = visitor.get("/translate/", query_string={**WHERE, "words": "Key figures"}).get_data(as_text=True)
    other = re.findall(r'name="sentence" value="(\w+)"', page)[0]
    theirs = re.findall(r'name="seen" value="([^"]*)"', page)[0]
    visitor.post(
        "/translate/save", {**WHERE, "sentence": other, "form": f"{theirs} 하나", "seen": theirs, "anyway": "1"}
    )
    visitor.post("/translate/save", {**WHERE, "sentence": key, "form": f"{seen} 둘", "seen": seen, "anyway": "1"})
    text = catalogue.read_text(encoding="utf-8")
    assert "하나" in text
    assert "둘" in text


def test_undo_takes_a_translation_back(visitor: Visitor, catalogue: Path) -> None:
    key, seen = found(visitor)
    visitor.post("/translate/save", {**WHERE, "sentence": key, "form": f"{seen} 하나", "seen": seen, "anyway": "1"})
    assert visitor.undo("/translate/undo", WHERE).status_code == 303
    assert not catalogue.exists()


def test_a_review_is_put_on_record_and_voided_by_a_change(visitor: Visitor, workspace: Path) -> None:
    assert visitor.post("/translate/sign-off", {**WHERE, "role": "reviser, Korean"}).status_code == 303
    assert "reviser, Korean" in (workspace / "locales" / "ko" / "sign-off.yaml").read_text(encoding="utf-8")
    assert "signed off" in plain(visitor.get("/translate/", query_string=WHERE))
    key, seen = found(visitor)
    visitor.post("/translate/save", {**WHERE, "sentence": key, "form": f"{seen} 하나", "seen": seen, "anyway": "1"})
    assert "signed off" not in plain(visitor.get("/translate/", query_string=WHERE))


def test_a_review_without_a_role_is_refused(visitor: Visitor, workspace: Path) -> None:
    assert visitor.post("/translate/sign-off", {**WHERE, "role": " "}).status_code == 400
    assert not (workspace / "locales" / "ko" / "sign-off.yaml").exists()


@pytest.mark.parametrize("page", ["9" * 5000, "-1", "0", "²", "x", ""])
def test_a_number_of_no_page_is_the_first_or_an_empty_one(visitor: Visitor, page: str) -> None:
    assert visitor.get("/translate/", query_string={**WHERE, "page": page}).status_code == 200


def test_a_review_that_another_one_records_meanwhile_is_not_written_over(
    visitor: Visitor, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, record = workspace / "locales" / "ko" / "sign-off.yaml", worker.record_review

    def slow(desk: Desk, role: str, day: date) -> tuple[Path, bytes]:
        found = record(desk, role, day)
        path.parent.mkdir(parents=True)
        path.write_text("theirs", encoding="utf-8")
        return found

    monkeypatch.setattr(worker, "record_review", slow)
    assert visitor.post("/translate/sign-off", {**WHERE, "role": "reviser"}).status_code == 400
    assert path.read_text(encoding="utf-8") == "theirs"


def test_rules_of_a_language_that_have_no_end_do_not_hold_up_the_studio(visitor: Visitor, workspace: Path) -> None:
    """Patterns come with a workspace; the worker, which can be ended, searches by them."""
    key, _ = found(visitor)
    rules = built_in_shelf().joinpath("locales", "ko", "checks.yaml").read_text(encoding="utf-8")
    endless = rules.replace("punctuation:\n", "punctuation:\n  - {never: '(.+)+~', instead: x}\n")
    path = workspace / "locales" / "ko" / "checks.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(endless, encoding="utf-8")
    press = Press(workspace, work, seconds=8)
    visitor.client.application.extensions["studio"] = replace(visitor.studio, press=press)
    try:
        told = plain(visitor.post("/translate/check", {**WHERE, "sentence": key, "form": "가" * 60}))
    finally:
        press.close()
    assert "was ended" in told
