"""Scores the statements that were found in a release against its key."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from briefgen.importing.passages import Kind, Passage
from briefgen.importing.proposals import Proposals
from briefgen.importing.statements import statements_of

_STOPS = " \u00a0.,;:!?…。，’'\""
_ARTICLE = re.compile(r"^(?:(?:the|les?|la|los|las|el) |l[’'])")
_PER_CENT = re.compile(r"per ?cent|pour cent|por ciento|퍼센트|프로")
_AVERAGE = re.compile(
    r"(?:하루 |연|월)?평균|en moyenne|on average|an average of|(?:un|en|de) promedio(?: de)?|(?:una|de) media(?: de)?"
)
_TIMES = re.compile(r"fold|fois|veces|배")
_REMARK = re.compile(r"(?:\s?(?:씨|양|군))?\s?\([^()]*\)(?:\s?(?:씨|양|군))?$")
_PRONOUN = re.compile(r"of (?:them|these|those)|d[’']entre (?:eux|elles)|de (?:ellos|ellas)")
KINDS = ("quotations", "testimonies", "recommendations", "addressees", "figures", "findings")


@dataclass(frozen=True, slots=True)
class Score:
    """How many were found rightly, found at all, and are in the key; what was missed and what was too much."""

    right: int
    found: int
    wanted: int
    missed: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        """The part of what was found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The part of the key that was found; 1 where the key is empty."""
        return self.right / self.wanted if self.wanted else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.found + other.found,
            self.wanted + other.wanted,
            self.missed + other.missed,
            self.surplus + other.surplus,
        )


def passages_of(text: str) -> list[Passage]:
    """The passages of a release in the benchmark: `# ` a heading, `- ` an item, any other line a paragraph."""
    passages = []
    for line, words in enumerate(text.splitlines(), start=1):
        if words.strip():
            kind: Kind = "heading" if words.startswith("# ") else "item" if words.startswith("- ") else "paragraph"
            passages.append(Passage(words.strip() if kind == "paragraph" else words[2:].strip(), kind, line))
    return passages


def score_release(path: Path) -> tuple[str, dict[str, Score]]:
    """The language of a release and its score per kind; `path` is that of its text, the key stands beside it."""
    key = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
    found = statements_of(passages_of(path.read_text(encoding="utf-8")), key["language"])
    return key["language"], scores(found, key)


def scores(found: Proposals, key: dict[str, Any]) -> dict[str, Score]:
    """The score per kind; a quotation counts only with the right speaker, a figure only with its approximation."""
    asked, wanted = found.recommendations, key.get("figures", ())
    met = [([a.addressee for a in asked if k[0] in a.anchor], k) for k in key.get("recommendations", ())]
    pairs = [(addressees, k) for addressees, k in met if addressees]
    wrong = tuple(f"{k[1]} ≠ {to[0]}: {k[0]}" for to, k in pairs if _plain(k[1]) not in map(_plain, to))
    return {
        "quotations": _matched(
            _pieces(found.quotations, key.get("quotations", ())), key.get("quotations", ()), _same_quotation
        ),
        "testimonies": _matched(found.testimonies, key.get("testimonies", ()), _same_testimony),
        "recommendations": _matched(asked, key.get("recommendations", ()), lambda a, k: k[0] in a.anchor),
        "addressees": Score(len(pairs) - len(wrong), len(pairs), len(pairs), wrong),
        "figures": _matched(_parted(found.figures, wanted), _ratios_parted(found.figures, wanted), _same_figure),
        "findings": _matched(found.findings, key.get("findings", ()), lambda a, k: k in a.anchor),
    }


def _plain(addressee: str) -> str:
    """An addressee without the article before it."""
    return _ARTICLE.sub("", addressee.casefold())


def _same_quotation(found: Any, wanted: Sequence[str]) -> bool:
    """Key: speaker, then the first words and the last words of the quotation; the stop behind them does not count.

    Of a body that the key calls by its kind alone, “experts”, the name may say more: “UN experts”.
    """
    said, kind = found.speaker.casefold(), wanted[0]
    named = kind[:1].islower() and (said.endswith(f" {kind}") or said.startswith(f"{kind} "))
    return bool(found.speaker == wanted[0] or named) and _same_words(found, wanted)


def _same_testimony(found: Any, wanted: Sequence[str]) -> bool:
    """As for a quotation; of two descriptions one may say more before or behind the other: “Rosa, 34”, “Rosa”."""
    speaker = _REMARK.sub("", found.speaker)
    more, less = sorted((speaker.casefold(), wanted[0].casefold()), key=len, reverse=True)
    return bool(less) and (more.startswith(less) or more.endswith(less)) and _same_words(found, wanted)


def _same_words(found: Any, wanted: Sequence[str]) -> bool:
    _, first, last = wanted
    return bool(found.text[0].startswith(first) and found.text[-1].rstrip(_STOPS).endswith(last.rstrip(_STOPS)))


def _same_figure(found: Any, wanted: Sequence[Any]) -> bool:
    """Key: number or `low-high` or `place/of`, a word of the unit, the approximation."""
    number, unit, approximation = (*wanted, "", "")[:3]
    low, _, high = str(number).removeprefix("-").partition("-")
    low, _, out_of = low.partition("/")
    low = f"-{low}" if str(number).startswith("-") else low
    numbers = (found.number, found.upper or Decimal(0), found.out_of or Decimal(0))
    if out_of and found.out_of is None and found.unit.startswith("share"):  # “half”, which is kept as 0.5
        low, out_of = str(round(Decimal(low) / Decimal(out_of), 2)), ""
    return bool(
        numbers == (Decimal(low), Decimal(high or 0), Decimal(out_of or 0))
        and (found.unit == "rank" or _same_unit(found.unit, unit))
        and _plain_approximation(found.approximation) == _plain_approximation(approximation)
    )


def _same_unit(found: str, wanted: str) -> bool:
    """Whether two units have a word in common, or one holds the other; of a key without a unit any will do.

    Where the key has a pronoun, “of them”, it does not say what is counted.
    """
    if _PRONOUN.fullmatch(wanted):
        return True
    one, other = _unit(found), _unit(wanted)
    words = {word for word in other.split() if len(word) > 1}
    return other in one or bool(one and one in other) or bool(words & set(one.split()))


def _plain_approximation(words: str) -> str:
    """An approximation; an average is none, whether or not the key has it."""
    return _AVERAGE.sub("", words.casefold()).strip().removesuffix(" de").removeprefix("an ").removeprefix("a ")


def _parted(found: Sequence[Any], wanted: Sequence[Sequence[Any]]) -> list[Any]:
    """The figures, “four of the six” as two of them where the key has it so."""
    ratios = {str(key[0]) for key in wanted if "/" in str(key[0])}
    parted: list[Any] = []
    for figure in found:
        if figure.out_of is None or figure.unit == "rank" or f"{figure.number}/{figure.out_of}" in ratios:
            parted.append(figure)
        else:
            parted += [replace(figure, out_of=None), replace(figure, number=figure.out_of, out_of=None)]
    return parted


def _ratios_parted(found: Sequence[Any], wanted: Sequence[Sequence[Any]]) -> list[Sequence[Any]]:
    """The figures of the key, “four of the six” as two of them where it was found as two."""
    counts = {str(figure.number) for figure in found if figure.out_of is None}
    ratios = {f"{figure.number}/{figure.out_of}" for figure in found if figure.out_of is not None}
    shares = {figure.number for figure in found if figure.unit.startswith("share")}
    parted: list[Sequence[Any]] = []
    for key in wanted:
        part, _, whole = str(key[0]).partition("/")
        whole_found = str(key[0]) in ratios or (whole and round(Decimal(part) / Decimal(whole), 2) in shares)
        apart = whole and not whole_found and {part, whole} <= counts
        parted += [[part, *key[1:]], [whole, key[1]]] if apart else [key]
    return parted


def _pieces(found: Sequence[Any], wanted: Sequence[Sequence[str]]) -> list[Any]:
    """The quotations, one of several pieces as several where the key has the second piece by itself."""
    begun = {key[1] for key in wanted}
    pieces: list[Any] = []
    for quotation in found:
        apart = any(piece.startswith(words) for piece in quotation.text[1:] for words in begun)
        pieces += [replace(quotation, text=(piece,)) for piece in quotation.text] if apart else [quotation]
    return pieces


def _unit(words: str) -> str:
    """The words for what is counted, where shares and multiples have one name in all languages."""
    return _TIMES.sub("times", _PER_CENT.sub("%", words.casefold()))


def _matched(found: Sequence[Any], wanted: Sequence[Any], same: Callable[[Any, Any], bool]) -> Score:
    left = list(found)
    missed = []
    for item in wanted:
        match = next((proposal for proposal in left if same(proposal, item)), None)
        if match is None:
            missed.append(str(item))
        else:
            left.remove(match)
    right = len(wanted) - len(missed)
    return Score(right, len(found), len(wanted), tuple(missed), tuple(_shown(item) for item in left))


def _shown(item: Any) -> str:
    value = getattr(item, "value", "") or getattr(item, "text", "") or item.anchor
    return f"{getattr(item, 'speaker', '')} {getattr(item, 'approximation', '')} {value} ← {item.anchor[:100]}"
