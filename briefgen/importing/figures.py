"""The figures of a text: value, unit and approximation – not years, paragraphs, addresses or ages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from briefgen.importing.figure_rules import FigureRules
from briefgen.importing.numerals import Numeral, numerals_in, plain
from briefgen.importing.patterns import compiled
from briefgen.importing.quantities import Quantity, parts_with_units
from briefgen.importing.units import unit_after, unit_around, unit_of

_CODE = re.compile(
    r"^\d{1,2}[.)](?=\s|$)|\(\d{1,2}\)|(?:(?<=[^\W\d])|(?<=\*)), [1-9]\d(?=, |\.(?:\s|$))|\b[0-2]\d\.[0-5]0(?=\s*(?:$|hrs|GMT|CET|UTC|[),;]))|https?://\S+|www\.\S+|\S+@\S+|\b[A-Z]+(?:/[A-Z0-9.]+)+(?:\s?\(\d{4}\))?"
    r"|\b[A-Za-z]+-?\d+[\w-]*|\b\d{2,}/\d{2,}\b|\b24/7\b"
    r"|\+\d[\d\s().-]{6,}\d|\b0\d{2,4}[\s-]\d{3,}[\s-]?\d+|\b\d{4}-\d{2}-\d{2}\b"
    r"|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{3,4} \((?:19|20)\d\d\)"
    r"|\b(?:19|20)\d\d\s?[–-]\s?(?:(?:19|20)\d\d|\d\d)\b|\b\d{1,2}:\d\d\b"
    r"|\b0\d(?:[ .]\d\d){4}\b|\b\d{1,2}\s?h\s?\d\d\b"
    r"|(?<![\d.,])(?<!\d[\s\u00a0\u202f])0\d[\d -]*\d|\b\d{3}[ -]\d{4}\b(?![ -]?\d)"
    r"|\b\d{4}(?: \d{3}){2}\b|\b\d{3}(?: \d{2}){2}\b"
)
_KNOWN = 3
"""Up to which number “the two men” are known already, and not counted."""
_CURRENCY = re.compile(r"(?:US\$|[A-Z]{0,2}\$|€|£|₩|¥|USD |EUR |GBP )\s?$")


def quantities_in(text: str, rules: FigureRules) -> tuple[Quantity, ...]:
    """The figures of a sentence in order."""
    hidden = _without_codes(text, rules)
    found: list[Quantity] = []
    for quantity in (*_special(hidden, text, rules), *_counted(hidden, text, rules)):
        if not any(other.start < quantity.end and quantity.start < other.end for other in found):
            found.append(quantity)
    ordered = sorted(found, key=lambda quantity: quantity.start)
    return parts_with_units(ordered, text, rules)


def _without_codes(text: str, rules: FigureRules) -> str:
    def blank(match: re.Match[str]) -> str:
        return "¤" * len(match[0])

    joint = r"(?:\s?(?:and|to|et|au|y|al|[–-])\s?(?:du |le |el |del )?\d{1,2})?"
    day_first = (
        rf"\b\d{{1,2}}(?:er|º|st|nd|rd|th)?{joint}\s(?:de\s)?(?:{rules.months})\b(?:,?\s(?:de\s|del\s)?\d{{4}})?"
    )
    month_first = rf"\b(?:{rules.months})\.?\s\d{{1,2}}(?:[–-]\d{{1,2}})?(?!\d)(?:,?\s\d{{4}})?"
    dates = rf"(?i){day_first}|{month_first}"
    text = _CODE.sub(blank, text)
    return compiled(rules.date).sub(blank, compiled(dates).sub(blank, text))


def _special(hidden: str, text: str, rules: FigureRules) -> Iterator[Quantity]:
    """Fractions, ratios, ranks and multiples."""
    for pattern, share in rules.fractions.items():
        for match in compiled(rf"(?i)\b{pattern}(?={rules.fraction_after.lstrip('^') or '.?'})").finditer(hidden):
            yield _made(text, match.start(), match.end(), Decimal(share), rules, unit=_share(text, match.span(), rules))
    for match in rules.regex(rules.parted).finditer(hidden):
        part = plain(round(Decimal(match["a"]) / Decimal(match["b"]), 2))
        yield _made(text, match.start(), match.end(), part, rules, unit=_share(text, match.span(), rules))
    for match in compiled(rf"(?i){rules.rank}").finditer(hidden):
        group = match.groupdict().get("b")
        start = match.start("a") if group is None else min(match.start("a"), match.start("b"))
        out_of = Decimal(group) if group else None
        yield _made(text, start, match.end(), Decimal(match["a"]), rules, unit="rank", out_of=out_of)
    ratios = (rules.regex(rf"(?i)(?<![\w.,-])(?:{pattern})") for pattern in (rules.ratio, rules.share_of))
    for match in (match for ratio in ratios for match in ratio.finditer(hidden)):
        first, second = _value(match["a"], rules), _value(match["b"], rules)
        if first < second:
            named = match.groupdict()
            what = (named.get("what") or "").strip() or unit_after(text, match.end(), rules)
            unit = f"{what} {named.get('counter') or ''}".strip()
            yield _made(text, match.start(), match.end(), first, rules, unit=unit, out_of=second)
    for word, times in rules.multiples.items():
        for match in compiled(rf"(?i)\b{word}\b").finditer(hidden):
            if not word.startswith("twice") or re.match(" as| the", hidden[match.end() :]):
                yield _made(text, match.start(), match.end(), Decimal(times), rules, unit="times")


def _share(text: str, span: tuple[int, int], rules: FigureRules) -> str:
    """The unit of a share that stands at a span of the text, with the words for what it is a share of."""
    before = rules.regex(rules.share_before).search(text[: span[0]])
    return f"share {before['what'] if before else unit_after(text, span[1], rules)}".strip()


def _value(words: str, rules: FigureRules) -> Decimal:
    if words.isdigit():
        return Decimal(words)
    if words in rules.numerals:
        return Decimal(rules.numerals[words])
    return next((numeral.number for numeral in numerals_in(words, rules)), Decimal(1))


def _counted(hidden: str, text: str, rules: FigureRules) -> Iterator[Quantity]:
    for numeral in numerals_in(hidden, rules):
        before, after = hidden[: numeral.start], hidden[numeral.end :]
        if _is_none(numeral, before, after, rules) or _is_name(hidden[numeral.start : numeral.end], before, after):
            continue
        unit, end = unit_of(text, numeral, rules)
        unit = unit_around(before, unit, text[end:], rules)
        yield _lasting(
            _made(text, numeral.start, end, numeral.number, rules, numeral=numeral, unit=unit), before, rules
        )


def _lasting(quantity: Quantity, before: str, rules: FigureRules) -> Quantity:
    """A length of time without what says that something lasted so long, “over eight months”, and no approximation."""
    is_time = compiled(rf"(?i){rules.period_after}").match(f" {quantity.unit}")
    if is_time and rules.regex(rf"(?i)(?:{rules.lasting}) $").search(before):
        return replace(quantity, approximation="")
    return quantity


def _made(  # noqa: PLR0913 - what a figure is made of
    text: str,
    start: int,
    end: int,
    number: Decimal,
    rules: FigureRules,
    *,
    numeral: Numeral | None = None,
    unit: str = "",
    out_of: Decimal | None = None,
) -> Quantity:
    approximation, begin = _approximation(text[:start], rules)
    if money := _CURRENCY.search(text[:start]):
        approximation, begin = _approximation(text[: money.start()], rules)
        begin, unit = (begin if approximation else money.start()), money[0].strip()
    later = rules.regex(rf"^(?:{rules.approximation_particle})?[\s,]?(?P<near>{rules.approximation_after})")
    if unit_end := later.match(text[end:]):
        approximation, end = approximation or unit_end["near"], end + unit_end.end()
    elif after := later.match(text[numeral.end if numeral else end :]):
        approximation = approximation or after["near"]
        end = max(end, (numeral.end if numeral else end) + after.end())
    if numeral and not approximation and rules.regex(rules.rounded).fullmatch(text[numeral.start : numeral.end]):
        approximation, begin = text[numeral.start : numeral.end], numeral.start
    begin = begin if approximation or unit in text[begin:start] else start
    begin = min(begin, start)
    if numeral and numeral.upper and (opening := compiled(rf"(?i)\b(?:{rules.between})\s+$").search(text[:begin])):
        begin = opening.start()
    return Quantity(
        begin, end, text[begin:end].strip(), number, numeral.upper if numeral else None, out_of, unit, approximation
    )


def _approximation(before: str, rules: FigureRules) -> tuple[str, int]:
    near = rf"(?:^|(?<=[\s(«“\"’']))(?P<near>{rules.approximation})(?:{rules.approximation_article})?(?=\s?$)"
    found = compiled(rf"(?i){near}").search(before)
    return (found["near"], found.start()) if found else ("", len(before))


def _is_none(numeral: Numeral, before: str, after: str, rules: FigureRules) -> bool:
    """Whether the number is a year, a date, an age, an address, a paragraph or a span of time that only frames."""
    if compiled(rf"(?i){rules.not_before}").search(before) or compiled(rf"(?i){rules.not_after}").search(after):
        return True
    if not numeral.digits and _is_vague_or_known(numeral, before, rules):
        return True
    if compiled(rf"(?i){rules.age_before}").search(before) and compiled(rf"(?i){rules.age_after}").search(after):
        return True
    if compiled(rules.street).search(after) or compiled(rf"(?i){rules.period_ago}").search(after):
        return True
    if compiled(rf"(?i){rules.period_before}").search(before) and compiled(rf"(?i){rules.period_after}").search(after):
        return True
    return _is_year(numeral, before, after, rules)


def _is_name(number: str, before: str, after: str) -> bool:
    """Whether a number in words is part of a name: « la colonia Tres Cruces »."""
    within = before.rstrip()[-1:].isalnum()
    return within and number[:1].isupper() and after[:1] == " " and after[1:2].isupper()


def _is_vague_or_known(numeral: Numeral, before: str, rules: FigureRules) -> bool:
    """Whether a number in words is “several hundred”, or “the two men” who were named before."""
    if compiled(rf"(?i){rules.not_before_words}").search(before):
        return True
    return numeral.number <= _KNOWN and bool(compiled(rf"(?i){rules.known_before}").search(before))


def _is_year(numeral: Numeral, before: str, after: str, rules: FigureRules) -> bool:
    if not re.fullmatch(r"1[89]\d\d|20\d\d", numeral.digits) or numeral.number != int(numeral.digits or 0):
        return False
    if compiled(rules.percent).match(after) or _CURRENCY.search(before) or _approximation(before, rules)[0]:
        return False
    if compiled(rf"(?i)(?:{rules.year_before}|\b(?:{rules.months}) (?:del? )?$)").search(before):
        return True
    return not rules.regex(rules.unit).match(after) or not re.match(r" [a-zà-ÿ]+s\b", after)
