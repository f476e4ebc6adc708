"""Each check of the matrix finds nothing in finished files, and finds what is marred in them."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from briefgen.document import Document, ListBlock, Paragraph, Run
from tests.matrix import office, pdf_checks, word_checks
from tests.matrix.checks import CHECKS, problems_in
from tests.matrix.making import Made

Mar = Callable[[pikepdf.Pdf], object]
LETTER, BRIEFING, POINTS = range(3)


def test_finished_files_have_no_problem(samples: list[Made]) -> None:
    assert problems_in(samples) == {name: [] for name in CHECKS}


def with_another_word(document: Document) -> Document:
    at = next(i for i, block in enumerate(document.blocks) if isinstance(block, Paragraph))
    block = document.blocks[at]
    assert isinstance(block, Paragraph)
    other = replace(block, line=(*block.line, Run(" يقال")))
    return replace(document, blocks=(*document.blocks[:at], other, *document.blocks[at + 1 :]))


@pytest.mark.parametrize("at", [LETTER, BRIEFING, POINTS])
def test_a_text_that_is_not_that_of_the_document_is_found(at: int, samples: list[Made]) -> None:
    other = samples[at].saying(with_another_word(samples[at].document))
    checks = [pdf_checks.structure, word_checks.structure] + ([pdf_checks.pages] if at != POINTS else [])
    for check in checks:
        assert list(check(other)), check
    assert list(office.same_text([other]))


def test_words_that_are_not_on_the_pages_are_found(samples: list[Made]) -> None:
    made = samples[POINTS]
    blocks = made.document.blocks
    more = ListBlock(((Run("كلمة أخرى " * 40),),))
    assert list(pdf_checks.pages(made.saying(replace(made.document, blocks=(*blocks, more)))))


def test_a_note_that_is_not_there_is_found(samples: list[Made]) -> None:
    made = samples[LETTER]
    bare = tuple(
        replace(block, line=tuple(item for item in block.line if isinstance(item, Run)))
        if isinstance(block, Paragraph)
        else block
        for block in made.document.blocks
    )
    other = made.saying(replace(made.document, blocks=bare))
    for check in (pdf_checks.structure, word_checks.structure):
        assert any("notes are" in problem for problem in check(other)), check
    assert list(pdf_checks.pages(other))


def elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Dictionary]:
    return [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == kind]


def drop(key: str) -> Callable[[pikepdf.Dictionary], None]:
    return lambda element: element.__delitem__(key)


MARRED: dict[str, Mar] = {
    "the language of the file": lambda pdf: pdf.Root.__setitem__("/Lang", "de"),
    "its title is not shown": lambda pdf: pdf.Root.ViewerPreferences.__setitem__("/DisplayDocTitle", False),
    "the titles are": lambda pdf: pdf.docinfo.__setitem__("/Title", "Other"),
    "the tab order": lambda pdf: pdf.pages[0].__delitem__("/Tabs"),
    "the headings are": lambda pdf: elements(pdf, "/H2")[0].__setitem__("/S", pikepdf.Name.H3),
    "the bookmarks are": lambda pdf: pdf.Root.__delitem__("/Outlines"),
    "same identifier": lambda pdf: [note.__setitem__("/ID", "one") for note in elements(pdf, "/Note")],
    "no link between number": lambda pdf: [each.__delitem__("/K") for each in elements(pdf, "/Reference")],
    "leads to another page": lambda pdf: lead_elsewhere(pdf, 0, -1),
    "leads to another place": lambda pdf: lead_elsewhere(pdf, 0, 0),
    "without words of its own": lambda pdf: [drop("/Contents")(each) for each in pdf.pages[0].Annots],
    "no part of the structure": lambda pdf: [each.__delitem__("/K") for each in elements(pdf, "/Lbl")],
    "in other languages": lambda pdf: [drop("/Lang")(each) for each in elements(pdf, "/Span") if "/Lang" in each],
    "the lists are": lambda pdf: [drop("/A")(each) for each in elements(pdf, "/L")],
    "the reading order": lambda pdf: elements(pdf, "/P")[-1].__delitem__("/K"),
}


def lead_elsewhere(pdf: pikepdf.Pdf, page: int, other: int) -> None:
    link = next(each for each in pdf.pages[page].Annots if "/Dest" in each)
    link.Dest = pikepdf.Array([pdf.pages[other].obj, pikepdf.Name.XYZ, 0, 5, 0])


@pytest.mark.parametrize("problem", MARRED)
def test_a_marred_structure_is_found(problem: str, samples: list[Made], tmp_path: Path) -> None:
    path = tmp_path / "marred.pdf"
    with pikepdf.open(samples[BRIEFING].pdf) as pdf:
        MARRED[problem](pdf)
        pdf.save(path)
    assert any(problem in found for found in pdf_checks.structure(replace(samples[BRIEFING], pdf=path)))


@pytest.mark.parametrize("alt", ["other", ""])
def test_a_picture_without_its_text_is_found(alt: str, samples: list[Made], tmp_path: Path) -> None:
    path = tmp_path / "marred.pdf"
    with pikepdf.open(samples[LETTER].pdf) as pdf:
        elements(pdf, "/Figure")[0].Alt = alt
        pdf.save(path)
    assert any("alternative" in found for found in pdf_checks.structure(replace(samples[LETTER], pdf=path)))


IN_WORD = [
    ("word/styles.xml", '<w:lang w:val="en-GB" w:eastAsia="ko-KR"', '<w:lang w:val="en-GB"', "is in"),
    ("word/footnotes.xml", '<w:lang w:val="en-GB"/>', '<w:lang w:val="fr-FR"/>', "in other languages"),
    ("word/document.xml", '<w:pStyle w:val="Heading1"/>', "", "the headings are"),
    ("word/document.xml", '<w:pStyle w:val="ListBullet"/>', "", "the lists are"),
    ("word/footnotes.xml", "<w:footnoteRef/>", "", "does not show its number"),
    ("docProps/core.xml", "<dc:language>ko-KR", "<dc:language>en-GB", "its properties say"),
]


@pytest.mark.parametrize(("part", "before", "after", "problem"), IN_WORD)
def test_a_marred_word_file_is_found(
    part: str, before: str, after: str, problem: str, samples: list[Made], tmp_path: Path
) -> None:
    path = tmp_path / "marred.docx"
    with zipfile.ZipFile(samples[BRIEFING].word) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == part:
                assert before.encode() in text, text[:3000]
                text = text.replace(before.encode(), after.encode())
            target.writestr(name, text)
    assert any(problem in found for found in word_checks.structure(replace(samples[BRIEFING], word=path)))


def test_a_file_that_libreoffice_does_not_open_is_found(samples: list[Made], tmp_path: Path) -> None:
    path = tmp_path / "marred.docx"
    path.write_bytes(samples[LETTER].word.read_bytes()[:900])
    found = [problem for _, problem in office.same_text([replace(samples[LETTER], word=path), samples[BRIEFING]])]
    assert len(found) == 1


def test_a_check_that_cannot_be_made_is_a_problem(samples: list[Made], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    found = problems_in(samples[:1])
    unchecked = {name for name, problems in found.items() if any("cannot be checked" in each for each in problems)}
    assert unchecked == {"PDF: PDF/UA-1 and PDF/A-3a (veraPDF)", "Word: as LibreOffice opens it"}
