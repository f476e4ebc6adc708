"""The part of the style sheet that depends on data: fonts by language, and words of the page furniture."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefgen.model.typography import Typography

PLACEHOLDERS = re.compile(r"\{(pages?)\}")
PLAIN = re.compile(r"[A-Za-z0-9 ]")
TEXT_SIZE = 10.5
"""Points; `Typography.leading` is given for this size."""


def css_string(text: str) -> str:
    r"""A CSS string that means exactly `text`, whatever it holds.

    Everything but letters, digits and spaces is written as an escape (CSS Syntax 3, 4.3.7), so that neither a
    quotation mark ends the string nor `</style>` the sheet. A character beyond ASCII needs no escape.
    """
    return '"{}"'.format("".join(c if PLAIN.match(c) or ord(c) > 0x9F else f"\\{ord(c):x} " for c in text))


def css_content(text: str) -> str:
    """A CSS content list: `{page}` and `{pages}` become counters, in any order, and the rest strings."""
    parts = PLACEHOLDERS.split(text)  # every second part is the name of a counter
    words = (f"counter({part})" if at % 2 else css_string(part) for at, part in enumerate(parts) if part)
    return " ".join(words) or '""'


def css_lines(lines: tuple[str, ...]) -> str:
    r"""A CSS string of several lines, for a box that keeps line breaks (`white-space: pre-line`)."""
    return css_string("\n".join(lines))


def families(typography: Typography) -> str:
    """The value of `font-family` for a language."""
    return ",".join(css_string(family) for family in typography.families)


def language_rules(typographies: Mapping[str, Typography], language: str) -> str:
    """Fonts for every language that may occur, and the leading of the document's own language.

    `:lang()` matches every element in a language, not only the one that carries the attribute; a run of
    another language therefore leaves a family set here only through its own rule.
    """
    rules = [_rule(typography) for typography in typographies.values()]
    step = typographies[language].leading
    return "\n".join([f"html{{--step:{step}pt;font-size:{TEXT_SIZE}pt}}", *rules])


def _rule(typography: Typography) -> str:
    chosen = f":lang({css_string(typography.tag)})"
    rule = f"{chosen}{{font-family:{families(typography)}}}"
    if typography.italics:
        return rule
    return f"{rule}\n{chosen}{{font-style:normal}} em{chosen}{{font-weight:700}}"
