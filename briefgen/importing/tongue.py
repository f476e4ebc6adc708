"""The language of a text by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

_SCRIPTS = {
    "ko": "\uac00-\ud7a3",
    "ja": "\u3040-\u30ff",
    "zh": "\u4e00-\u9fff",
    "ar": "\u0600-\u06ff",
    "ru": "\u0400-\u04ff",
}
_WORDS = {
    "en": "the of and to in that is for on with was by as are said has have not their be",
    "fr": "le la les des et du une est que dans pour sur par au aux qui avec sont ont ces",
    "es": "el los las del y que en una por con para se su es como más ha han fue sus",
    "de": "der die das und den von zu mit des ist nicht ein eine dem für auf sich im hat sind",
    "pt": "o os as do da dos das e que em uma por com para se não é foi são ao",
}


def languages_of(text: str) -> tuple[str, ...]:
    """The languages in which a text may be, the likeliest first; a second one where they are near, none if unknown."""
    letters = sum(char.isalpha() for char in text) or 1
    shares = {tag: len(re.findall(f"[{signs}]", text)) / letters for tag, signs in _SCRIPTS.items()}
    if shares["ja"] > 0.05:
        return ("ja",)
    script = max(shares, key=lambda tag: shares[tag])
    if shares[script] > 0.3:
        return (script,)
    counted = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    scores = {tag: sum(counted[word] for word in words.split()) for tag, words in _WORDS.items()}
    ranked = sorted((tag for tag in scores if scores[tag]), key=lambda tag: -scores[tag])
    near = [tag for tag in ranked if scores[tag] * 1.5 > scores[ranked[0]]]
    return tuple(near)
