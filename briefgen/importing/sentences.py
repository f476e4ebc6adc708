"""The sentences of a paragraph, as places in it.

Own rules, since a quotation must not be cut and a place must be kept: of the libraries that were tried, pysbd has not
been kept since 2021, and sentencex (4 MB) cuts French after “M.” and “art.”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.importing.patterns import compiled
from briefgen.importing.rules import Rules

_STOP = re.compile(
    r"(?:[.!?…]+|[。！？]+|¶)[)\]’”»\"'」』]*(?P<gap>\s+|(?<=[。！？])|$)(?=[\[(“«\"‘'¿¡„「§]*\s?[^\W_a-zà-öø-ÿ]|[§¶]|$|[-–—]\s)"
)
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
    listed = "|".join(re.escape(word) for word in rules.sentences.abbreviations) or "(?!)"
    return bool(_INITIAL.search(words[:-1]) or compiled(rf"(?:^|[\s(])(?:{listed})$").search(words[:-1]))


def texts_of(text: str, rules: Rules) -> list[str]:
    """The sentences of a text without quotation marks around whole sentences."""
    return [text[start:end] for start, end in spans_of(text, rules)]
