"""What a document may not hold when it is to become a Word file; every problem is found before any rendering."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from briefgen.document import Document, Heading
from briefgen.errors import Problem, did_you_mean
from briefgen.model.typography import Typography
from briefgen.render.contents import address_problems, all_runs, texts_of
from briefgen.render.docx.ooxml import illegal_characters


def problems_of(document: Document, typographies: Mapping[str, Typography]) -> list[Problem]:
    """Characters that XML cannot hold, languages without typography, heading levels and links that Word lacks."""
    problems = [problem for text in texts_of(document) for problem in _character_problems(text)]
    languages = {document.language, *(run.language for run in all_runs(document) if run.language)}
    for language in sorted(languages - typographies.keys()):
        hint = did_you_mean(language, typographies)
        problems.append(Problem(f"the layout has no typography for the language `{language}`", hint=hint))
    problems += address_problems(document)
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
