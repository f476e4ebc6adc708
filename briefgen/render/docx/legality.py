"""What a document may not hold when it is to become a Word file; every problem is found before any rendering."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from briefgen.document import Document, Heading, KeyFigures, Line, Note, Run, lines_of
from briefgen.errors import Problem, did_you_mean
from briefgen.model.typography import Typography
from briefgen.render.docx.ooxml import illegal_characters

_SCHEMES: Final = ("http", "https", "mailto")
"""A link of another kind can run a program or send the reader's password hash when it is clicked."""


def problems_of(document: Document, typographies: Mapping[str, Typography]) -> list[Problem]:
    """Characters that XML cannot hold, languages without typography, heading levels and links that Word lacks."""
    problems = [problem for text in _texts(document) for problem in _character_problems(text)]
    languages = {document.language, *(run.language for run in _runs(document) if run.language)}
    for language in sorted(languages - typographies.keys()):
        hint = did_you_mean(language, typographies)
        problems.append(Problem(f"the layout has no typography for the language `{language}`", hint=hint))
    for run in _runs(document):
        if run.url is not None and urlsplit(run.url).scheme.lower() not in _SCHEMES:
            hint = f"links start with {', '.join(_SCHEMES)}"
            problems.append(Problem(f"the link “{run.url}” has an address that is not allowed", hint=hint))
    for block in document.blocks:
        if isinstance(block, Heading) and block.level not in (1, 2, 3):
            problems.append(Problem(f"a heading has level {block.level}", hint="levels are 1, 2 and 3"))
    return problems


def _character_problems(text: str) -> Iterator[Problem]:
    for character in sorted(set(illegal_characters(text))):
        name = unicodedata.name(character, "control character")
        # The character itself must not reach a terminal.
        start = "".join(c for c in text[:40] if c.isprintable())
        yield Problem(
            f"the text “{start}” holds U+{ord(character):04X} ({name}), which Word cannot store",
            hint="remove it from the source",
        )


def _texts(document: Document) -> Iterator[str]:
    furniture = document.furniture
    yield from (document.title, document.organisation, furniture.short_title, furniture.page, *furniture.marks)
    yield from (block.label for block in document.blocks if isinstance(block, KeyFigures))
    yield from (run.text for run in _runs(document))


def _runs(document: Document) -> Iterator[Run]:
    for block in document.blocks:
        for line in lines_of(block):
            yield from _runs_of(line)


def _runs_of(line: Line) -> Iterator[Run]:
    for part in line:
        yield from part.line if isinstance(part, Note) else (part,)
