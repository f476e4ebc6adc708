"""What a document may not hold when it is to become a text that people open in any program."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from briefgen.document import Document
from briefgen.errors import Problem
from briefgen.render.contents import address_problems, all_runs, texts_of

SPACING = "\n\t"
"""The control characters that are mere white space."""


def problems_in(document: Document) -> tuple[Problem, ...]:
    """Every control character and lone surrogate (each named once), and every address that cannot be a link.

    A control character can make a terminal obey; a lone surrogate has no UTF-8.
    """
    found: dict[str, Problem] = {}
    for text in _strings(document):
        for character in text:
            if unicodedata.category(character) in ("Cc", "Cs") and character not in SPACING:
                found.setdefault(character, _problem(text, character))
    return (*found.values(), *address_problems(document))


def _strings(document: Document) -> Iterator[str]:
    yield from texts_of(document)
    yield from (run.url for run in all_runs(document) if run.url)


def _problem(text: str, character: str) -> Problem:
    # The character itself must not reach a terminal.
    start = "".join(c for c in text[:40] if c.isprintable())
    return Problem(f"the text “{start}” holds the character U+{ord(character):04X}", hint="remove it from the source")
