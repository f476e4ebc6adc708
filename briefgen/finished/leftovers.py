"""What must never be left in a finished text: mark-up, placeholders, sentences in the language of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.errors import Problem
from briefgen.finished.expectation import Expectation
from briefgen.finished.reading import FinishedFile, bare

_PATTERNS = {
    "mark-up of a template": re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}"),
    "a placeholder": re.compile(r"\{[A-Za-z_][\w.]*\}|\b(?:TODO|TBC|TBD|XXX+|FIXME|Lorem ipsum)\b"),
    "mark-up of a text": re.compile(r"\*\*|\]\(|^:::|^#{1,6} |\[\^|</?[a-z]+>|&(?:amp|lt|gt|nbsp|quot);", re.MULTILINE),
    "a message of a word processor": re.compile(r"Error! |Fehler! |Erreur ! |¡Error! |오류! "),
    "a sign that could not be read": re.compile("\ufffd"),
}
_MAKE_AGAIN = "put what it stands for into the text or the template that it comes from, and make the file again"
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_WORDS = 4
"""A sentence of the source with fewer words may be a name that both languages write alike."""


def leftovers(file: FinishedFile, expected: Expectation) -> Iterator[Problem]:
    """What was left in the text of a file; what the report itself says so is none of it."""
    wanted = bare("\n".join(_texts_of(expected)))
    for passage in (*file.body, *file.notes):
        for what, pattern in _PATTERNS.items():
            found = next((match[0] for match in pattern.finditer(passage.text) if bare(match[0]) not in wanted), None)
            if found:
                yield Problem(f"{what} is left in the text: “{found.strip()}”", file.place(passage.where), _MAKE_AGAIN)
    yield from _untranslated(file, expected, wanted)


def _texts_of(expected: Expectation) -> Iterator[str]:
    yield from (said.text for said in expected.body("pdf"))
    yield from (said.text for said in expected.notes)


def _untranslated(file: FinishedFile, expected: Expectation, wanted: str) -> Iterator[Problem]:
    text, catalogue = bare(file.text), expected.request.language.catalogue
    for (domain, message), entry in catalogue.entries.items():
        if not catalogue.translates(domain):
            continue
        stretch = max(_PLACEHOLDER.split(message), key=len)
        if len(stretch.split()) < _WORDS or not entry.complete:
            continue
        original = bare(stretch)
        if original in text and original not in wanted:
            short = " ".join(stretch.split())[:60]
            hint = "make the file again; where it comes back, see whether the translation is used there"
            yield Problem(f"a sentence was left in the language of the source: “{short}”", file.place(), hint)
