"""The sentences of a paragraph, as places in it.

Own rules, since a quotation must not be cut and a place must be kept: of the libraries that were tried, pysbd has not
been kept since 2021, and sentencex (4 MB) cuts French after “M.” and “art.”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefgen.importing.rules import Rules

_STOP = re.compile(
    r"(?:[.!?…]+|[。！？]+|¶)[)\]’”»\"'」』]*(?P<gap>\s+|(?<=[。！？])|$)(?=[\[(“«\"‘'¿¡„「§]*\s?[^\W_a-zà-öø-ÿ]|[§¶]|$|[-–—]\s)"
)
_LONGEST = 40
"""Characters of an abbreviation, with the word before it."""
_INITIAL = re.compile(r"(?:^|[\s(.])[^\W\d_]$")


def spans_of(skeleton: str, rules: Rules) -> Iterator[tuple[int, int]]:
    """First and last place of each sentence; quotations are masked by §, so that no sentence ends inside one."""
    start = 0
    for match in _STOP.finditer(skeleton):
        if _abbreviated(skeleton[start : match.start() + 1], rules):
            continue
        end = match.start("gap")
        if skeleton[start:end].strip():
            yield _stripped(skeleton, start, end)
        start = match.end()
    if skeleton[start:].strip():
        yield _stripped(skeleton, start, len(skeleton))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _abbreviated(words: str, rules: Rules) -> bool:
    """Whether the full stop at the end of the words belongs to a shortened word or an initial."""
    if not words.endswith("."):
        return False
    end = words[-_LONGEST:-1]
    return bool(_INITIAL.search(end) or _abbreviation(rules.sentences.abbreviations).search(end))


@lru_cache(maxsize=16)
def _abbreviation(listed: tuple[str, ...]) -> re.Pattern[str]:
    """One of the abbreviations at the end of a text."""
    return re.compile(rf"(?:^|[\s(])(?:{'|'.join(map(re.escape, listed)) or '(?!)'})$")


def texts_of(text: str, rules: Rules) -> list[str]:
    """The sentences of a text without quotation marks around whole sentences."""
    return [text[start:end] for start, end in spans_of(text, rules)]
