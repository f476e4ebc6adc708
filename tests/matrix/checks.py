"""All checks of the matrix by name: each looks at finished files and tells every problem that it finds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import ooxml_integrity
from openxml_audit import FileFormat, OpenXmlValidator

from briefgen.finished.expectation import expectation_of
from briefgen.finished.verdict import problems_of, read_finished
from briefgen.library.languages import load_numbers
from briefgen.library.shelves import open_library
from tests import verapdf
from tests.matrix import office, pdf_checks, word_checks
from tests.matrix.making import Made

Check = Callable[[Sequence[Made]], Iterator[str]]


def _rules_of_pdf(made: Sequence[Made]) -> Iterator[str]:
    return iter(verapdf.failures([each.pdf for each in made]))


def _schema_of_word(made: Made) -> Iterator[str]:
    # One validator a file: it keeps what it has read of a part, and may take it for another file's.
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
    yield from map(str, validator.validate(str(made.word)).errors)


def _integrity_of_word(made: Made) -> Iterator[str]:
    yield from map(str, ooxml_integrity.check(str(made.word)))


def _opened_in_office(made: Sequence[Made]) -> Iterator[str]:
    return (f"{each.case.name}: {problem}" for each, problem in office.same_text(made))


def _read_back(made: Made) -> Iterator[str]:
    expected = expectation_of(made.draft.request, made.draft.composition)
    numbers = load_numbers(open_library(), made.document.language)
    yield from map(str, problems_of([read_finished(made.pdf), read_finished(made.word)], expected, numbers))


def _one_by_one(check: Callable[[Made], Iterator[str]]) -> Check:
    """A check of one document as a check of many."""

    def check_all(made: Sequence[Made]) -> Iterator[str]:
        return (f"{each.case.name}: {problem}" for each in made for problem in check(each))

    return check_all


CHECKS: dict[str, Check] = {
    "PDF: PDF/UA-1 and PDF/A-3a (veraPDF)": _rules_of_pdf,
    "PDF: structure, notes, languages, bookmarks": _one_by_one(pdf_checks.structure),
    "PDF: the pages say it too": _one_by_one(pdf_checks.pages),
    "PDF: number of pages": _one_by_one(pdf_checks.length),
    "PDF and Word: read back, held against the report, as typographers read them": _one_by_one(_read_back),
    "Word: schema (openxml-audit)": _one_by_one(_schema_of_word),
    "Word: integrity (ooxml-integrity)": _one_by_one(_integrity_of_word),
    "Word: structure, notes, languages": _one_by_one(word_checks.structure),
    "Word: as LibreOffice opens it": _opened_in_office,
}


def problems_in(made: Sequence[Made]) -> dict[str, list[str]]:
    """The problems that each check finds; a check that cannot be made here is a problem too."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, check in CHECKS.items():
        try:
            found[name] = list(check(made))
        except RuntimeError as error:
            found[name] = [f"cannot be checked here: {error}"]
    return dict(found)
