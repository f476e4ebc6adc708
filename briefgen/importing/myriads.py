"""Numbers that are grouped by ten thousands, in digits, in signs or in both: 1만2천, 6천500억, 삼천."""

from __future__ import annotations

import re
from decimal import Decimal

_MYRIAD = 10_000


def value_of(words: str, scales: dict[str, int], signs: str) -> Decimal:
    """The value of a number; `scales` are the words that multiply, `signs` those for one to nine, in order."""
    total, section, number = Decimal(0), Decimal(0), Decimal(0)
    for token in re.findall(rf"\d[\d,]*(?:\.\d+)?|[{signs}{''.join(scales)}]", words):
        if token[0].isdigit():
            number = Decimal(token.replace(",", "").rstrip("."))
        elif token in signs:
            number = Decimal(signs.index(token) + 1)
        elif scales[token] < _MYRIAD:
            section, number = section + (number or 1) * scales[token], Decimal(0)
        else:
            total, section, number = total + ((section + number) or 1) * scales[token], Decimal(0), Decimal(0)
    return total + section + number
