"""The numbers of a text with their places: digits, number words, scales, ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from text_to_num import text2num

from briefgen.importing.figure_rules import FigureRules
from briefgen.importing.myriads import value_of
from briefgen.importing.patterns import NEVER, compiled

_LONGEST = 15
"""Digits; a row of more is a code and no number."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number from `start` to `end`; `upper` is the end of a range; `digits` are those that stand there, if any."""

    start: int
    end: int
    number: Decimal
    upper: Decimal | None = None
    digits: str = ""


def numerals_in(text: str, rules: FigureRules) -> Iterator[Numeral]:
    """Every number of the text, in order; the two ends of a range are one."""
    found = sorted((*_in_digits(text, rules), *_in_words(text, rules)), key=lambda numeral: numeral.start)
    index = 0
    while index < len(found):
        first = found[index]
        second = found[index + 1] if index + 1 < len(found) else None
        if second is not None and _is_range(text, first, second, rules):
            number = first.number
            if second.number > number * 1000 and number < 100:  # "2 to 3 million"
                number *= _scale(second)
            yield Numeral(first.start, second.end, number, second.number, first.digits)
            index += 2
        else:
            yield first
            index += 1


def _scale(numeral: Numeral) -> Decimal:
    return next(Decimal(10**power) for power in (9, 6, 3, 0) if numeral.number >= 10**power)


def _is_range(text: str, first: Numeral, second: Numeral, rules: FigureRules) -> bool:
    gap = text[first.end : second.start]
    if re.fullmatch(r"(?:19|20)\d\d", first.digits) and second.number > first.number * 10:  # “in 2022 to 3 million”
        return False
    if not first.number < second.number or rules.regex(rules.change).search(text[: first.start]):
        return False
    if re.search(rf"(?i)\b(?:{rules.between})\s+$", text[: first.start]) and re.fullmatch(rules.between_joint, gap):
        return True
    unit = rf"(?:{rules.percent}|{rules.counters})?"
    return bool(re.fullmatch(rf"{unit}(?:{rules.range})(?:[$€£] ?)?", gap))


def _in_digits(text: str, rules: FigureRules) -> Iterator[Numeral]:
    group = rf"(?:[{rules.thousands}]\d{{3}})+" if rules.thousands else NEVER
    scales = "|".join(sorted(map(re.escape, rules.scales), key=len, reverse=True)) or NEVER
    joined = rf"(?:\s?(?P<scale>{scales})(?![a-zà-ÿ]))?"
    whole = rf"(?P<whole>\d{{1,3}}{group}|\d{{1,{_LONGEST}}})"
    part = rf"(?:{re.escape(rules.decimal)}(?P<part>\d{{1,{_LONGEST}}}))?"
    pattern = rf"(?<![\w.,/]){whole}{part}{joined}(?![\d/])"
    if rules.signs:
        yield from _in_myriads(text, rules)
        return
    for match in compiled(pattern, re.IGNORECASE).finditer(text):
        number = Decimal(f"{re.sub(r'[^0-9]', '', match['whole'])}.{match['part'] or 0}")
        number *= rules.scales.get((match["scale"] or "").lower(), 1)
        yield Numeral(match.start(), match.end(), plain(number), digits=match["whole"])


def _in_myriads(text: str, rules: FigureRules) -> Iterator[Numeral]:
    """Numbers such as 12만 3천: each group of digits with its own scale; those in signs only before a counter."""
    scales = "".join(scale for scale in rules.scales if len(scale) == 1)
    one = rf"\d[\d,]{{0,{_LONGEST}}}(?:\.\d{{1,{_LONGEST}}})?"
    scaled = rf"{one}\s?[{scales}]{{1,3}}"
    digits = rf"(?:{scaled}\s?)*(?:{scaled}|{one})(?![\d/])"
    spoken = rf"(?<![가-힣\d])(?![억조])[{rules.signs}{scales}]{{0,{_LONGEST}}}[{scales}]{rules.word_end}"
    pattern = rf"(?:(?<![\w.,/])|(?<=\b[약총]))(?:{digits})|{spoken}"
    for match in rules.regex(pattern).finditer(text):
        words = match[0].rstrip(",. ")
        value = value_of(words, rules.scales, rules.signs)
        yield Numeral(match.start(), match.start() + len(words), plain(value), digits=words)


def _in_words(text: str, rules: FigureRules) -> Iterator[Numeral]:
    pattern = (
        rf"(?<![\w-])(?:{rules.word_starts})?(?:{rules.words})(?:(?:{rules.joints})(?:{rules.words}))*{rules.word_end}"
    )
    for match in rules.regex(pattern, re.IGNORECASE).finditer(text):
        value = _spoken(match[0], rules)
        half = compiled(rules.half_after).match(text, match.end())
        if value is not None:
            yield Numeral(match.start(), (half or match).end(), value + Decimal("0.5") if half else value)


def _spoken(words: str, rules: FigureRules) -> Decimal | None:
    if words.lower() in rules.numerals:
        return Decimal(rules.numerals[words.lower()])
    pieces = [piece for piece in rules.numerals if words.startswith(piece)]
    for piece in sorted(pieces, key=len, reverse=True):
        if words.removeprefix(piece) in rules.numerals:  # 서른다섯
            return Decimal(rules.numerals[piece] + rules.numerals[words.removeprefix(piece)])
    if not rules.converter:
        return None
    plain = words.lower()
    for spoken in (plain, re.sub(r"^an? ", "one ", plain)):
        try:
            return Decimal(text2num(spoken, rules.converter))
        except ValueError:
            continue
    return None


def plain(number: Decimal) -> Decimal:
    """The number without trailing noughts after the point and without an exponent."""
    return Decimal(int(number)) if number == number.to_integral() else number.normalize()
