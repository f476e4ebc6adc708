"""Witnesses who are not named: by a pseudonym or a first name, by what they are, or by whose mother they are."""

from __future__ import annotations

import re

from briefgen.importing.names import CAPITAL, WORD, Speaker, SpeakerKind, full_name
from briefgen.importing.rules import SpeakerRules

_MARKED = re.compile(rf"[“\"«‘'„]\s?(?P<name>{WORD}),?\s?[”\"»’'“](?=,|\s|$)")
"""A name that is not the person’s own, in quotation marks."""


def called_witness(phrase: str, words: SpeakerRules) -> Speaker | None:
    """A witness by a name that is not their own or no more than a first name, or who asked not to be named."""
    named = _MARKED.match(phrase) or re.match(words.first_name, phrase) or words.regex(words.called).search(phrase)
    if named:
        return Speaker(named["name"], "witness")
    withheld = re.match(rf"(?P<who>[^,]+?)(?:{words.withheld})", phrase)
    return Speaker(withheld["who"], "witness") if withheld else None


def related_witness(phrase: str, words: SpeakerRules) -> Speaker | None:
    """A witness in one of the forms of the language: “his mother”; a person where the name stands behind it."""
    for pattern in words.witnesses:
        if found := words.regex(pattern).search(phrase):
            name = re.match(rf", (?P<name>{CAPITAL} {CAPITAL}(?: {CAPITAL})?)(?=,|$)", phrase[found.end() :])
            return Speaker(name["name"], "person", found["text"]) if name else Speaker(found["text"].strip(), "witness")
    return None


def described_witness(phrase: str, words: SpeakerRules) -> Speaker | None:
    """A witness or an official who is described and not named."""
    found = re.search(rf"(?:^|, )(?P<text>(?:{words.anonymous})\s.+)$", phrase, re.IGNORECASE)
    initials = re.match(
        r"(?:[A-Z]\.\s?){1,3}(?=,|$| \()|[A-Z][\w-]+ ?(?=\*|, (?:de |âgée? de )?\d\d\b)"
        rf"|[^,]+\((?:{words.unnamed})\)|[A-Z][\w-]+(?=, (?:{words.unnamed})\b)",
        phrase,
    )
    if initial := re.match(r"[A-ZÀ-Þ][\w-]+ [A-Z](?=\.?(?:$|,| \())", phrase):
        return Speaker(f"{initial[0]}.", "witness")
    if initials:
        return Speaker(re.split(rf", (?!(?:{words.anonymous})\b|\D{{0,6}}\d)", phrase.replace("*", ""))[0], "witness")
    shared = re.search(rf"\b(?:{words.shares})", phrase)
    if not found or shared or _is_thing(found["text"], words) or full_name(phrase, words):
        return None
    text = found["text"]
    if one := re.match(rf"(?:{words.one_of})[^,]*, (?P<text>(?:{words.anonymous})\s.+)$", text, re.IGNORECASE):
        text = one["text"]
    kind: SpeakerKind = (
        "official"
        if re.match(rf"(?:{words.anonymous}) (?:(?!{words.former})[^\s,]+ ){{0,3}}(?:{words.officials})\b", text, re.I)
        else "witness"
    )
    return Speaker(_description(text, words), kind)


def _is_thing(text: str, words: SpeakerRules) -> bool:
    """Whether what is described is no person: “a study by the university”."""
    return bool(re.match(rf"(?:{words.anonymous}) (?:[\w-]+ )?(?:{words.works}|{words.norms})\b", text, re.IGNORECASE))


def _description(text: str, words: SpeakerRules) -> str:
    """The anonymised description up to what the text goes on to tell of the witness."""
    cut = re.search(rf",| (?:{words.relative})\b", text)
    return text[: cut.start()] if cut else text
