"""All that can be said of a finished file, in one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from briefgen.errors import BriefgenError, Place, Problem
from briefgen.finished.comparison import differences, disagreement, rejoined
from briefgen.finished.expectation import Expectation
from briefgen.finished.identity import identity
from briefgen.finished.leftovers import leftovers
from briefgen.finished.pdf import read_pdf
from briefgen.finished.reading import FinishedFile
from briefgen.finished.typesetting import faults_of_setting
from briefgen.finished.word import read_word
from briefgen.provenance.numbers import NumberStyle

KINDS = (".pdf", ".docx")
"""The endings of files that can be read back."""


def read_finished(path: Path) -> FinishedFile:
    """A finished file as it was read back; raises a BriefgenError where it cannot be."""
    try:
        return read_pdf(path, path.read_bytes()) if path.suffix.lower() == ".pdf" else read_word(path)
    except OSError as error:
        raise BriefgenError.one(f"the file cannot be read: {error.strerror or error}", Place(path)) from error


def problems_of(files: Sequence[FinishedFile], expected: Expectation, numbers: NumberStyle) -> Iterator[Problem]:
    """Everything in which finished files of a document are not what was composed, or not as they should go out.

    `numbers` is how its language writes numbers.
    """
    whole = [rejoined(file, expected) for file in files]
    for file in whole:
        yield from identity(file, expected)
        yield from differences(file, expected, numbers)
        yield from leftovers(file, expected)
        if file.kind == "pdf":
            yield from faults_of_setting(file, expected)
    unordered = expected.document.direction == "rtl"
    for one, other in pairwise(whole):
        text = disagreement(one, other, unordered=unordered)
        if text:
            yield Problem(f"{one.path.name} and it do not say the same: “{text[:60]}”", other.place())
