"""All that can be said of a finished file, in one list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from briefgen.errors import Problem
from briefgen.finished.comparison import differences, disagreement
from briefgen.finished.expectation import Expectation
from briefgen.finished.identity import identity
from briefgen.finished.leftovers import leftovers
from briefgen.finished.pdf import read_pdf
from briefgen.finished.reading import FinishedFile
from briefgen.finished.typesetting import faults_of_setting
from briefgen.finished.word import read_word
from briefgen.provenance.numbers import NumberStyle
from briefgen.reading.files import read_bytes

_BOTH = "change both, or make both again"

KINDS = (".pdf", ".docx")
"""The endings of files that can be read back."""


_LARGEST = 100_000_000


def read_finished(path: Path) -> FinishedFile:
    """A finished file as it was read back; raises a BriefgenError where it cannot be."""
    return read_data(path, read_bytes(path, _LARGEST))


def read_data(path: Path, data: bytes) -> FinishedFile:
    """The same of the bytes of a file, whether or not they have been written to that path."""
    return (read_pdf if path.suffix.lower() == ".pdf" else read_word)(path, data)


def problems_of(files: Sequence[FinishedFile], expected: Expectation, numbers: NumberStyle) -> Iterator[Problem]:
    """Everything in which finished files of a document are not what was composed, or not as they should go out.

    `numbers` is how its language writes numbers.
    """
    for file in files:
        yield from identity(file, expected)
        yield from differences(file, expected, numbers)
        yield from leftovers(file, expected)
        if file.kind == "pdf":
            yield from faults_of_setting(file, expected)
    unordered = expected.document.direction == "rtl"
    for one, other in pairwise(files):
        text = disagreement(one, other, unordered=unordered)
        if text:
            yield Problem(f"{one.path.name} and it do not say the same: “{text[:60]}”", other.place(), _BOTH)


def problems_of_made(
    name: str, files: Mapping[str, bytes], expected: Expectation, numbers: NumberStyle
) -> list[Problem]:
    """The same of the files of a document by their endings, before they are written under a name."""
    read = [read_data(Path(f"{name}.{kind}"), data) for kind, data in files.items()]
    return list(problems_of(read, expected, numbers))
