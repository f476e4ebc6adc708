"""Finished files held against their documents: clean ones pass in every language, each kind of harm is found."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefgen.compose.composition import compose
from briefgen.compose.ordering import Order, resolve
from briefgen.document import Addressee, Document, ListBlock, Run
from briefgen.finished.expectation import Expectation
from briefgen.finished.verdict import problems_of_made
from briefgen.inspection import Plan, inspect
from briefgen.library.languages import language_tags, load_numbers
from briefgen.library.layouts import load_layout
from briefgen.library.shelves import Library, open_library
from briefgen.render.pdf import render_pdf
from tests.finished.conftest import DAY, REPORT

Made = Callable[[str, str, str], dict[str, Path]]
Copied = Callable[[str, str, str, str], Path]


@pytest.mark.parametrize("language", language_tags(open_library()))
def test_what_was_built_is_in_order(language: str, library: Library, plan: Plan, made: Made) -> None:
    files = [*made("letter", "FR", language).values(), *made("briefing", "all", language).values()]
    assert list(map(str, inspect(library, plan, files))) == []


# --- Word files that somebody has edited ---------------------------------------------------------------------


def edited(path: Path, part: str, change: Callable[[str], str]) -> Path:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    before = parts[part].decode()
    after = change(before)
    assert after != before
    parts[part] = after.encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def exchanged(old: str, new: str) -> Callable[[str], str]:
    return lambda xml: xml.replace(old, new, 1)


MAIN, CORE = "word/document.xml", "docProps/core.xml"


@pytest.mark.parametrize(
    ("part", "change", "told"),
    [
        (MAIN, exchanged("6,820", "6,920"), r"the number 6920 does not stand in the report"),
        (MAIN, exchanged("Chinese products", "Chinese goods"), "the quotation is altered"),
        (MAIN, exchanged("Government to:", "Government to {name}:"), r"a placeholder is left in the text: “\{name\}”"),
        (MAIN, exchanged("<w:p>", "<w:p><w:ins w:id='1' w:author='A'/>"), "it holds 1 tracked changes"),
        (
            CORE,
            lambda xml: re.sub("(<cp:lastModifiedBy>)[^<]*", r"\1Jo Example", xml),
            "who saved it last: “Jo Example”",
        ),
        (CORE, lambda xml: re.sub("(<dc:title>)[^<]*", r"\1Other", xml), "the title in its properties is “Other”"),
        (CORE, lambda xml: xml.replace("T00:00:00Z", "T10:11:12Z"), "time of day at which it was created"),
        (
            CORE,
            lambda xml: re.sub("(<dc:language>)[^<]*", r"\1ko-KR", xml),
            "the language in its properties is `ko-KR`",
        ),
    ],
)
def test_an_edited_word_file_is_found_out(
    part: str, change: Callable[[str], str], told: str, library: Library, plan: Plan, copied: Copied
) -> None:
    path = edited(copied("letter", "FR", "en", "docx"), part, change)
    problems = "\n".join(map(str, inspect(library, plan, [path])))
    assert re.search(told, problems), problems


def test_a_word_file_that_says_otherwise_than_its_pdf_is_told(library: Library, plan: Plan, copied: Copied) -> None:
    pdf, word = copied("letter", "FR", "en", "pdf"), copied("letter", "FR", "en", "docx")
    edited(word, MAIN, exchanged("Government to:", "Cabinet to:"))
    assert "do not say the same" in "\n".join(map(str, inspect(library, plan, [pdf, word])))


# --- PDF files that say something else than they were to say ---------------------------------------------------


def printed(document: Document, out: Path) -> Path:
    name = f"{REPORT}_letter_FR_{document.language}.pdf"
    path = out / name
    path.write_bytes(render_pdf(document, load_layout(open_library(), "letterhead")))
    return path


def composed(language: str = "en", to: str = "FR") -> Document:
    return compose(resolve(open_library(), Order("letter", to, language, REPORT, DAY))).document


def without_an_ask(document: Document) -> Document:
    return _with_lists(document, lambda block: replace(block, items=block.items[:-1]))


def with_another_ask(document: Document) -> Document:
    return _with_lists(document, lambda block: replace(block, items=(*block.items, (Run("recall its ambassador."),))))


def _with_lists(document: Document, change: Callable[[ListBlock], ListBlock]) -> Document:
    blocks = [change(block) if isinstance(block, ListBlock) else block for block in document.blocks]
    return replace(document, blocks=tuple(blocks))


def for_somebody_else(document: Document) -> Document:
    other = next(block for block in composed(to="DE").blocks if isinstance(block, Addressee))
    blocks = [other if isinstance(block, Addressee) else block for block in document.blocks]
    return replace(document, blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (without_an_ask, "the ask “.*” is missing"),
        (with_another_ask, "“recall its ambassador.” does not stand in the document"),
        (for_somebody_else, "the address line is altered: it reads “.*German"),
        (lambda document: replace(document, title="A letter"), "the title in its properties is “A letter”"),
        (lambda document: replace(document, organisation="Jo Example"), "the author in its properties is “Jo Example”"),
    ],
)
def test_a_pdf_of_another_text_is_found_out(
    change: Callable[[Document], Document], told: str, library: Library, plan: Plan, tmp_path: Path
) -> None:
    problems = "\n".join(map(str, inspect(library, plan, [printed(change(composed()), tmp_path)])))
    assert re.search(told, problems), problems


def test_a_sentence_in_the_language_of_the_source_is_found(library: Library, plan: Plan, tmp_path: Path) -> None:
    english = next(block for block in composed().blocks if isinstance(block, ListBlock))
    korean = _with_lists(composed("ko"), lambda block: replace(block, items=(english.items[0], *block.items[1:])))
    problems = "\n".join(map(str, inspect(library, plan, [printed(korean, tmp_path)])))
    assert "a sentence was left in the language of the source" in problems


def test_the_date_may_be_said_by_who_asks(library: Library, made: Made) -> None:
    files = [made("letter", "FR", "en")["pdf"]]
    problems = "\n".join(map(str, inspect(library, Plan(REPORT, date(2026, 11, 24)), files)))
    assert "the date is altered" in problems
    assert "the date in its properties is “2026-11-23”, and should be “2026-11-24”" in problems


# --- Files that cannot be held against anything ---------------------------------------------------------------


@pytest.mark.parametrize("name", ["letter.pdf", "nothing_FR_en.pdf", "letter_FR_xx.pdf", "a_b_letter_FR_en.pdf"])
def test_a_name_that_says_nothing_is_a_problem(
    name: str, library: Library, plan: Plan, made: Made, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(made("letter", "FR", "en")["pdf"].read_bytes())
    (problem,) = inspect(library, plan, [path])
    assert "does not say which document it is" in problem.message


@pytest.mark.parametrize("kind", ["pdf", "docx"])
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"hello"])
def test_what_is_no_document_is_a_problem(kind: str, data: bytes, library: Library, plan: Plan, tmp_path: Path) -> None:
    path = tmp_path / f"letter_FR_en.{kind}"
    path.write_bytes(data)
    problems = inspect(library, plan, [path])
    assert problems
    assert all(str(path) in str(problem.place) for problem in problems)


def test_a_missing_file_is_a_problem(library: Library, plan: Plan, tmp_path: Path) -> None:
    (problem,) = inspect(library, plan, [tmp_path / "letter_FR_en.pdf"])
    assert problem.message == "the file is missing"


def test_a_letter_to_a_person_needs_the_list(library: Library, made: Made, tmp_path: Path) -> None:
    path = tmp_path / "letter_FR_Jo-Example_en.pdf"
    path.write_bytes(made("letter", "FR", "en")["pdf"].read_bytes())
    (problem,) = inspect(library, Plan(REPORT), [path])
    assert "--contacts" in problem.hint
    contacts = tmp_path / "contacts.csv"
    contacts.write_text("state,name\nFR,Jo Example\n", encoding="utf-8")
    told = "\n".join(map(str, inspect(library, Plan(REPORT, contacts=contacts), [path])))
    assert "Jo Example” is missing" in told or "the address line is altered" in told


def test_what_is_made_is_looked_at_before_it_is_written(
    library: Library, made: Made, expected: Callable[[str, str, str], Expectation]
) -> None:
    files = {kind: path.read_bytes() for kind, path in made("letter", "FR", "en").items()}
    numbers = load_numbers(library, "en")
    assert problems_of_made("letter", files, expected("letter", "FR", "en"), numbers) == []
    found = problems_of_made("letter", files, expected("letter", "JP", "en"), numbers)
    assert any("letter.docx" in str(problem.place) for problem in found)
    assert any(problem.message.startswith("the address line is altered") for problem in found)
