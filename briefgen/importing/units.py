"""What a number counts: a share, a multiple, money, or the words that follow it."""

from __future__ import annotations

import re

from briefgen.importing.figure_rules import FigureRules
from briefgen.importing.numerals import Numeral
from briefgen.importing.patterns import compiled

_MONEY = re.compile(r"\s?(?:(?:€|£|₩|\$|dollars?|euros?|pounds?|dólares)(?!\w)|원|달러|유로)")
_SPACES = " -\u00a0\u202f"


def unit_of(text: str, numeral: Numeral, rules: FigureRules) -> tuple[str, int]:
    """The unit of a number in a text, empty where nothing names one, and the place at which its words end."""
    after = text[numeral.end :]
    if rate := _rate(text[: numeral.start], after, rules):
        return rate[0], numeral.end + rate[1]
    if them := rules.regex(rules.of_them).match(after):
        return "", numeral.end + them.end()
    start = _start(text[numeral.start : numeral.end], after, rules)
    if money := _MONEY.match(after, start):
        return money[0].strip(), numeral.end + money.end()
    end = _end(after, start, rules)
    return after[start:end].strip(_SPACES), numeral.end + (end if end > start else 0)


def _rate(before: str, after: str, rules: FigureRules) -> tuple[str, int] | None:
    """The unit of a number per cent or of a multiple, and how many signs behind the number say so."""
    for unit, behind, ahead in (("%", rules.percent, rules.percent_before), ("times", rules.times, rules.times_before)):
        if (found := rules.regex(behind).match(after)) or compiled(rf"(?i)(?:{ahead})$").search(before):
            return unit, found.end() if found else 0
    return None


def unit_after(text: str, end: int, rules: FigureRules) -> str:
    """The words that say what a share or a ratio which ends at a place is of, empty where none do."""
    after = text[end:]
    near = rules.regex(rf"(?:{rules.approximation_particle})?[\s,]?(?:{rules.approximation_after})").match(after)
    start = near.end() if near else 0
    joint = compiled(rules.share_joint).match(after, start)
    if joint is None:
        return ""
    start = joint.end()
    return after[start : _end(after, start, rules)].strip(_SPACES)


def unit_around(before: str, unit: str, after: str, rules: FigureRules) -> str:
    """A unit with the word for what is counted, where that stands apart: 학교 56곳, “240 were children”."""
    if not unit and (told := rules.regex(rules.counted_as).match(after)):
        return told["what"]
    if not compiled(rules.bare_counters).match(unit):
        return unit
    behind = rules.regex(rules.counted_after).match(f"{unit[-1:]}{after}", 1)
    found = rules.regex(rf"(?:{rules.counted_before})\s?(?:(?:{rules.approximation})\s)?$").search(before)
    if found and not (behind and unit == "개"):  # “지역 4개 군”: counties, in a region
        return f"{found['what']} {unit}"
    if (topic := compiled(rules.counted_topic).search(before)) and compiled(rules.predicative).match(after):
        return f"{topic['what']} {unit}"
    return f"{unit} {behind['what']}" if behind else unit


def _start(number: str, after: str, rules: FigureRules) -> int:
    """Where the unit begins: behind an approximation, or behind the words that join it to the number."""
    skipped = rules.regex(rf"[\s,]?(?:{rules.approximation_after})").match(after)
    if number[-1:].isalpha():
        part = compiled(rules.partitive).match(after)
        skipped = part or compiled(rules.scale_joint).match(after) or skipped
    skipped = skipped or compiled(rules.partitive).match(after)
    return skipped.end() if skipped else 0


def _end(after: str, start: int, rules: FigureRules) -> int:
    """Where the unit ends: before a word that cannot belong to it."""
    end = start
    for _ in range(rules.unit_words):
        word = rules.regex(rules.unit).match(after, end)
        if word is None or compiled(rf"(?i)(?:{rules.unit_stop})").fullmatch(word[0].strip(_SPACES)):
            break
        end = word.end()
    return end
