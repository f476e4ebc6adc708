"""The numbers that a text states, in digits or in words."""

from __future__ import annotations

import re
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

MOST_DIGITS = 100
"""Digits of a number that count: Python reads numbers without end, and takes time without end for them."""


class NumberStyle(BaseModel):
    """How a language writes numbers, as `locales/<lang>/numbers.yaml` states it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    thousands: str
    """The characters that may stand between groups of three digits."""
    decimal: str
    """The decimal sign."""
    words: dict[str, int] = {}
    """Number words that stand as words of their own, in lower case."""
    myriads: dict[str, int] = {}
    """Signs that multiply the digits before them: 만, 億."""


def numbers_in(text: str, style: NumberStyle) -> frozenset[Decimal]:
    """Every number that the text states, whatever its form: 1,250; almost 500; thirty-two; 1990s."""
    digits = {_value(match, style) for match in _digits(style).finditer(text)}
    return frozenset(digits | _in_words(text, style))


def _digits(style: NumberStyle) -> re.Pattern[str]:
    group = f"[{re.escape(style.thousands)}]" if style.thousands else "(?!)"
    decimal = re.escape(style.decimal)
    myriad = "".join(style.myriads)
    scale = f"[{myriad}]" if myriad else "(?!)"
    return re.compile(rf"(?<!\d)(\d{{1,3}}(?:{group}\d{{3}})+|\d+)(?:{decimal}(\d+))?(?:({scale})|(?!\d))")


def _value(match: re.Match[str], style: NumberStyle) -> Decimal:
    whole = re.sub(r"\D", "", match[1])[:MOST_DIGITS]
    number = Decimal(f"{int(whole)}.{(match[2] or '0')[:MOST_DIGITS]}")
    return (number * style.myriads.get(match[3] or "", 1)).normalize()


def _in_words(text: str, style: NumberStyle) -> set[Decimal]:
    """Number words, joined where they stand together: thirty-two, two hundred."""
    found: set[int] = set()
    together: list[int] = []
    for token in re.findall(r"\w+|[^\w\s-]", text.casefold()):
        if token in style.words:
            together.append(style.words[token])
        else:
            found |= _spoken(together)
            together = []
    return {Decimal(number).normalize() for number in found | _spoken(together)}


def _spoken(words: list[int]) -> set[int]:
    """The numbers that number words make one after the other: two, thousand, three, hundred; seven, ten."""
    found: set[int] = set()
    thousands, rest = 0, 0
    for value in words:
        if value >= 1000:
            thousands, rest = thousands + (rest or 1) * value, 0
        elif value >= 100:
            rest = (rest or 1) * value
        elif rest % 100 == 0 or (rest % 100 >= 20 and rest % 10 == 0 and value < 10):
            rest += value
        else:
            found.add(thousands + rest)
            thousands, rest = 0, value
    return found | ({thousands + rest} if words else set())
