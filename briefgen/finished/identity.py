"""What a finished file says of itself in its properties, held against the composed document."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.errors import Problem
from briefgen.finished.expectation import Expectation
from briefgen.finished.reading import FinishedFile, bare

_ANEW = "set it in Word under File › Info, or build the file anew"


def identity(file: FinishedFile, expected: Expectation) -> Iterator[Problem]:
    """Whether title, organisation, language and day in the properties of a file are those of the document.

    The organisation is the only author that may be named; `language` is compared by its first part, since Word writes
    a region with it.
    """
    document, said = expected.document, file.properties
    wanted = {
        "title": (said.title, document.title),
        "author": (said.author, document.organisation),
        "date": (said.created, document.date.isoformat()),
    }
    for name, (found, right) in wanted.items():
        if bare(found or "") != bare(right):
            yield Problem(
                f"the {name} in its properties is “{found or ''}”, and should be “{right}”", file.place(), _ANEW
            )
    if (said.language or "").partition("-")[0] != document.language.partition("-")[0]:
        yield Problem(
            f"the language in its properties is `{said.language or ''}`, and should be `{document.language}`",
            file.place(),
            _ANEW,
        )
    for fault in file.faults:
        yield Problem(
            fault, file.place(), "remove it (in Word: File › Info › Inspect Document), or build the file anew"
        )
