"""What stands under a figure: the words of its clause, with … where the figure itself belongs."""

from __future__ import annotations

import re

_BREAK = re.compile(r"[,;:.!?。](?=\s|$)|\s[–—]\s")
_MARK = re.compile('[“”‘’«»"「」]')
_WORDS = 12
"""A clause before a figure is cut to so many words."""
_FEW = 3
"""With fewer words before a figure, those of the next clause are needed to tell what it is."""


def caption_of(anchor: str, value: str) -> str:
    """The words behind a figure up to the end of its clause; where there are none, the clause around it."""
    found = re.search(rf"(?<!\w){re.escape(value)}(?!\w)", anchor) or re.search(re.escape(value), anchor)
    if found is None:
        return anchor
    before, after = anchor[: found.start()], anchor[found.end() :]
    behind, *more = (part.rstrip() for part in _BREAK.split(after))
    if behind[:1].isspace():
        return behind.strip()
    words = _BREAK.split(before)[-1].strip(' “”"«»()—–').split()[-_WORDS:]
    if not behind and len(words) < _FEW and more and more[0].strip() and not _MARK.search(more[0]):
        behind = f",{more[0]}"
    return " ".join([*words, f"…{behind}"]) if words or behind else anchor
