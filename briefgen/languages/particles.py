"""Korean particles, chosen by the final sound of the word before them.

Rule: Korean orthography (한글 맞춤법); 로 follows a vowel or ㄹ, 으로 any other final consonant. Digits and
Latin letters are read aloud as Koreans read them.
"""

from __future__ import annotations

PAIRS = {
    "은": ("은", "는"),
    "는": ("은", "는"),
    "이": ("이", "가"),
    "가": ("이", "가"),
    "을": ("을", "를"),
    "를": ("을", "를"),
    "과": ("과", "와"),
    "와": ("과", "와"),
    "으로": ("으로", "로"),
    "로": ("으로", "로"),
}

_HANGUL_FIRST, _HANGUL_LAST, _FINALS, _RIEUL = 0xAC00, 0xD7A3, 28, 8
# Final sounds of what is not Hangul, as read: 0 영, 1 일, 3 삼, 6 육, 7 칠, 8 팔; L 엘, M 엠, N 엔, R 알.
_READ = dict.fromkeys("036mn", 1) | dict.fromkeys("178lr", _RIEUL) | dict.fromkeys("2459abcdefghijkopqstuvwxyz", 0)


def particle(word: str, spec: str) -> str:
    """The form of a particle that follows a word; `spec` is the pair or one of it: `은/는`, `을`.

    Raises ValueError where the particle is unknown or the word ends in a sign with no known reading.
    """
    name = spec.split("/", maxsplit=1)[0].strip("()")
    if name not in PAIRS:
        raise ValueError(f"`{spec}` is not a Korean particle; known are {', '.join(sorted(PAIRS))}")
    closed, opened = PAIRS[name]
    final = _final_sound(word)
    if final == 0 or (final == _RIEUL and closed == "으로"):
        return opened
    return closed


def _final_sound(word: str) -> int:
    """0 for a vowel, 8 for ㄹ, another number for any other final consonant."""
    bare = word.rstrip(" )]}’”」』》〉'\".")
    if not bare:
        raise ValueError("there is no word before the particle")
    last = bare[-1]
    if _HANGUL_FIRST <= ord(last) <= _HANGUL_LAST:
        return (ord(last) - _HANGUL_FIRST) % _FINALS
    if last.lower() in _READ:
        return _READ[last.lower()]
    raise ValueError(f"the reading of “{last}” is not known, so the particle after “{word}” cannot be chosen")
