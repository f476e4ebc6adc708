"""Names: what a personal name looks like in a text, and the speaker whom one names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from briefgen.importing.rules import SpeakerRules

SpeakerKind = Literal["person", "organisation", "witness", "official", "pronoun", "unknown"]
WORD = r"[A-ZÀ-ÖØ-ÞŁŚŠŽČĆĞİ][^\W\d_]*(?:[’'-][^\W\d_]+)*"
"""A word with a capital."""
CAPITAL = rf"{WORD}(?:(?<=s)[’'](?= [A-Z])|\.)?"
"""The same with what may end it within a name: an apostrophe, or the stop of an abbreviation."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker in the words of the text; what the text does not give is empty."""

    name: str
    kind: SpeakerKind
    post: str = ""
    organisation: str = ""
    candidates: tuple[str, ...] = ()


def without_article(name: str, rules: SpeakerRules) -> str:
    """The name of an organisation without the article before it."""
    return re.sub(rf"^(?:{rules.articles})(?: |(?<=[’']))", "", name, flags=re.IGNORECASE)


def untitled(name: str, rules: SpeakerRules) -> str:
    """A name without the title before it: “Dr Ana Lima”."""
    titles = rf"(?:(?:{rules.titles})\.? )+(?=(?:d[’'])?[A-ZÀ-Þ])(?!(?:{rules.organisations})\b)"
    return re.sub(rf"^(?:(?i:{rules.articles}) (?=(?:{rules.titles})\b))?{titles}", "", name)


def name_pattern(words: SpeakerRules) -> str:
    """What a personal name looks like in a language: its own pattern, else words with capitals."""
    return words.name or rf"{CAPITAL}(?:[ -](?:(?:{words.particles}) )*(?:{CAPITAL}))*"


def full_name(phrase: str, words: SpeakerRules) -> re.Match[str] | None:
    """A personal name of several words: at the start, after a comma, or right after a post."""
    name = name_pattern(words)
    posted = re.search(rf"\b(?i:{words.posts}) (?={name}$)", phrase)
    if posted and " " in phrase[posted.end() :] and not is_group(phrase[posted.end() :], words):
        return re.compile(name).match(phrase, posted.end())
    for found in re.finditer(rf"(?:^|, |(?<=[a-zà-ÿ] )|(?<=\()){name}", phrase):
        begin = found.start() + (2 if found[0].startswith(", ") else 0)
        text = phrase[begin : found.end()]
        before = phrase[:begin].rstrip()
        if (
            " " not in without_article(text, words)
            or is_group(text, words)
            or (text != without_article(text, words) and text[:1].isupper())
            or re.fullmatch(rf"(?:{words.posts})", text, re.IGNORECASE)
            or re.match(rf"(?:{words.openers}) ", text)
            or (text != without_article(text, words) and re.search(rf" (?:{words.part_of}) ", text))
            or re.search(rf"\b(?:{words.part_of}|{words.articles})$", before, re.I)
        ):
            continue
        if before and not before.endswith(",") and not _is_post(before, words) and untitled(text, words) == text:
            continue
        return re.compile(name).match(phrase, begin)
    return None


def _is_post(before: str, words: SpeakerRules) -> bool:
    """Whether the words right before a name may be a post: one that is listed, or one or two words of no name."""
    if re.search(rf"\b(?:{words.posts})$", before, re.IGNORECASE):
        return True
    bare = without_article(before, words)
    if re.fullmatch(rf"(?:{words.posts}) (?:[a-zà-ÿ’'-]+ )*[a-zà-ÿ-]{{5,}}", bare):
        return True
    plain = re.fullmatch(r"[a-zà-ÿ-]{5,}(?: [a-zà-ÿ-]{5,})?", bare)
    return plain is not None and not re.search(rf"\b(?:{words.bodies}|{words.anonymous})\b", bare)


def is_group(text: str, words: SpeakerRules) -> bool:
    """Whether words name an organisation, and do not begin with a post at one."""
    if re.fullmatch(rf"(?:{words.articles})? ?{WORD} (?:{words.organisations})", text, re.IGNORECASE):
        return True  # “The Ombudsman Institution”
    return bool(re.search(rf"\b(?:{words.organisations})\b", text)) and not re.match(
        rf"(?:{words.posts})\b", without_article(text, words), re.I
    )
