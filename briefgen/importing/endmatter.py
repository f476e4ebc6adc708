"""The passages below a release that say nothing of its subject: who the publisher is, notes to editors, contacts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.importing.passages import Passage
from briefgen.importing.patterns import compiled
from briefgen.importing.rules import FindingRules

_ADDRESS = r"\S+@\S+\.\w+|\+\d[\d\s().-]{7,}\d"
_FOOTNOTE = r"\*(?!\*)[^\s*][^*]+$"
_SHORT = 60
_LINE = 300
_LAST = 6
"""Among how many of the last passages one may say who the publisher is."""


def set_aside(passages: Sequence[Passage], rules: FindingRules) -> frozenset[int]:
    """The numbers of the passages in which no statement is looked for."""
    aside: set[int] = set()
    closing = False
    for index, passage in enumerate(passages):
        heads = len(passage.text) < _SHORT and bool(compiled(rules.closing).search(passage.text))
        closing = heads or (closing and passage.kind != "heading")
        about = index >= len(passages) - _LAST and bool(compiled(rules.about).search(passage.text))
        if closing or about or passage.kind == "note" or _is_line(passage.text, rules):
            aside.add(index)
    return frozenset(aside)


def _is_line(text: str, rules: FindingRules) -> bool:
    """Whether a passage is a line of the press office rather than a paragraph."""
    if compiled(rules.skip).search(text) or re.match(_FOOTNOTE, text):
        return True
    return len(text) < _LINE and bool(re.search(rf"{_ADDRESS}|(?i:{rules.contact})[.:\s]*[+(]?\d[\d\s-]{{5,}}", text))
