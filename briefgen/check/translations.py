"""The checks of one translation against its original: numbers, brackets, negation, leftovers, punctuation.

Each check is a function of a pair; what a language needs stands in `locales/<lang>/checks.yaml`, so that a new
language brings its own rules. The checks of translate-toolkit are not used: they fail correct Arabic digits, French
decimals and Korean myriads, and pass a dropped negation.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import month_name
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefgen import fonts
from briefgen.model.language import LanguageChecks, Term
from briefgen.provenance.numbers import NumberStyle, numbers_in

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_LANGUAGE_MARK = re.compile(r"\[(?:[^\[\]]|\[[^\]]*\])*\]\{\{lang=[^}]*\}\}")
_OVERRIDES = re.compile("[\u202a-\u202e]")
_OPENING_ISOLATES, _CLOSING_ISOLATE = "\u2066\u2067\u2068", "\u2069"
_NEGATIONS = re.compile(r"\b(no|not|never|nor|neither|without|cannot|unable|\w+n[’']t)\b", re.IGNORECASE)
_OBLIGATIONS = re.compile(r"\b(should|must|ought|shall)\b", re.IGNORECASE)
_APPROXIMATIONS = re.compile(
    r"\b(almost|nearly|approximately|(?:about|more than|at least|at most|up to|fewer than|less than)(?= \d))\b",
    re.IGNORECASE,
)
_LEFTOVER_WORDS = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """An original and its translation, and what both are held against."""

    original: str
    translation: str
    source_numbers: NumberStyle
    numbers: NumberStyle
    rules: LanguageChecks
    names: tuple[Term, ...]

    @property
    def bare(self) -> str:
        """The translation's own words, without placeholders."""
        return _PLACEHOLDER.sub(" ", self.own)

    @property
    def own(self) -> str:
        """The translation with a letter in the place of stretches that are marked as another language."""
        return _LANGUAGE_MARK.sub("X", self.translation)


Check = Callable[[Pair], Iterator[str]]


def _numbers(pair: Pair) -> Iterator[str]:
    if pair.original in pair.rules.idioms:
        return
    wanted = numbers_in(_PLACEHOLDER.sub(" ", pair.original), pair.source_numbers)
    found = numbers_in(pair.bare, pair.numbers)
    spelled = {number for number, form in pair.rules.spelled.items() if re.search(form, pair.bare)}
    lacking = sorted(wanted - found - spelled)
    beyond = sorted(found - wanted - _months(pair.original))
    if lacking:
        yield f"the number {lacking[0]:f} of the original is missing"
    if beyond:
        yield f"the number {beyond[0]:f} does not stand in the original"


def _months(original: str) -> set[int]:
    """The numbers of the months that an English text names; many languages write them in digits."""
    return {number for number, name in enumerate(month_name) if name and re.search(rf"\b{name}\b", original)}


def _brackets(pair: Pair) -> Iterator[str]:
    translation = pair.own
    for sign, name in (("[", "bracketed insertions"), ("…", "ellipses")):
        wanted, found = pair.original.count(sign), translation.count(sign)
        if sign == "…":
            found = len(re.findall("…+", translation))
        if wanted != found:
            yield f"the original has {wanted} {name}, the translation {found}"


def _negation(pair: Pair) -> Iterator[str]:
    if pair.original in pair.rules.idioms or not _NEGATIONS.search(pair.original):
        return
    if not re.search(pair.rules.negations, pair.bare, re.IGNORECASE):
        yield "the original denies something, the translation does not"


def _obligation(pair: Pair) -> Iterator[str]:
    """Whether what should be done is still what should be done, and no fact, wish or offer."""
    if pair.original in pair.rules.idioms or not _OBLIGATIONS.search(pair.original):
        return
    if not re.search(pair.rules.obligations, pair.bare, re.IGNORECASE):
        yield "the original says what should be done, the translation does not"


def _approximation(pair: Pair) -> Iterator[str]:
    """Whether a number that is approximate in the original is so in the translation."""
    if pair.original in pair.rules.idioms:
        return
    wanted = len(_APPROXIMATIONS.findall(pair.original))
    found = sum(1 for _ in re.finditer(pair.rules.approximations, pair.bare, re.IGNORECASE))
    if found < wanted:
        yield f"the original says {wanted} times that something is approximate, the translation {found} times"


def _names(pair: Pair) -> Iterator[str]:
    for term in pair.names:
        if stands_in(term.english, pair.original) and not any(
            form.casefold() in pair.bare.casefold() for form in term.forms
        ):
            yield f"the name “{term.english}” is not written “{term.forms[0]}”"


def stands_in(name: str, text: str) -> bool:
    """Whether a name stands in a text as words of their own."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _leftovers(pair: Pair) -> Iterator[str]:
    words = re.findall(r"[A-Za-z]+", _without_names(_PLACEHOLDER.sub(" ", pair.original), pair))
    runs = {" ".join(words[at : at + _LEFTOVER_WORDS]) for at in range(len(words) - _LEFTOVER_WORDS + 1)}
    kept = " ".join(re.findall(r"[A-Za-z]+", _without_names(pair.bare, pair)))
    left = sorted(run for run in runs if f" {run} " in f" {kept} ")
    if left or (pair.translation == pair.original and len(words) > 1):
        yield f"text of the original is left untranslated: “{left[0] if left else pair.original}”"


def _without_names(text: str, pair: Pair) -> str:
    """A text without the names that the language writes as English does: those are no leftovers."""
    for term in pair.names:
        text = text.replace(term.english, " ") if term.english in term.forms else text
    return text


def _punctuation(pair: Pair) -> Iterator[str]:
    text = pair.own
    for rule in pair.rules.punctuation:
        found = re.search(rule.never, text)
        if found:
            yield f"“{found[0]}”: {rule.instead}"
    if "  " in text or text != text.strip():
        yield "there are two spaces in a row, or one at the edge"


def _controls(pair: Pair) -> Iterator[str]:
    depth = 0
    for char in pair.translation:
        depth += (char in _OPENING_ISOLATES) - (char == _CLOSING_ISOLATE)
        if depth < 0:
            break
    if depth or _OVERRIDES.search(pair.translation):
        yield "a control character for the direction of writing stands alone, or overrides the text"


def _glyphs(pair: Pair) -> Iterator[str]:
    for _, char in fonts.uncovered(pair.translation)[:1]:
        yield f"no font of ours has the character {char} (U+{ord(char):04X})"


def _length(pair: Pair) -> Iterator[str]:
    limit = columns(pair.original) * pair.rules.longest + 20
    if columns(pair.translation) > limit:
        yield f"the translation is {columns(pair.translation)} columns long; at most {limit:.0f} fit"


def columns(text: str) -> int:
    """The width of a text in columns: a character of East Asian scripts takes two (Unicode annex 11)."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


OF_TRANSLATIONS: tuple[Check, ...] = (
    _numbers,
    _brackets,
    _negation,
    _obligation,
    _approximation,
    _names,
    _leftovers,
    _punctuation,
    _controls,
    _glyphs,
    _length,
)
"""The checks of a text in another language than its original."""

OF_REWORDINGS: tuple[Check, ...] = (_numbers, _brackets, _punctuation, _controls, _glyphs)
"""The checks of a text in the language of its original: those that need no rules of a language."""


def problems_of(pair: Pair, checks: Iterable[Check] = OF_TRANSLATIONS) -> Iterator[str]:
    """What is wrong with a translation, each in plain words."""
    for check in checks:
        yield from check(pair)
