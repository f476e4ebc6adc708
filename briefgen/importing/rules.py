"""What the importer knows of a language, as `languages/<lang>.yaml` states it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from briefgen.errors import BriefgenError
from briefgen.reading.validation import read_model

_FOLDER = Path(__file__).parent / "languages"
NEVER = "(?!)"
"""The pattern of what a language has not."""


def _one_line(value: object) -> object:
    """A pattern that the file breaks over several lines, as one."""
    return "".join(line.lstrip() for line in value.splitlines()) if isinstance(value, str) and "\n" in value else value


def _compiles(value: str) -> str:
    re.compile(re.sub(r"\{[a-z_]+\}", "x", value))
    return value


Pattern = Annotated[str, BeforeValidator(_one_line), AfterValidator(_compiles)]
"""A regular expression; `{name}` stands for the pattern of that name in the same section."""


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    def regex(self, pattern: str, flags: int = 0) -> re.Pattern[str]:
        """The pattern compiled, with the patterns that it names put in."""
        return compiled(re.sub(r"\{([a-z_]+)\}", lambda match: str(getattr(self, match[1])), pattern), flags)


@lru_cache(maxsize=4096)
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern, compiled once."""
    return re.compile(pattern, flags)


class SentenceRules(_Section):
    """Where a full stop ends no sentence."""

    abbreviations: tuple[str, ...] = ()


class SpeakerRules(_Section):
    """How a text names who speaks. In patterns of attribution § stands for the quotation, `who` is the speaker."""

    says: Pattern
    pronouns: Pattern = NEVER
    anonymous: Pattern = NEVER
    """What begins the description of a witness who is not named."""
    officials: Pattern = NEVER
    """Who speaks for an office: without a name, yet no witness."""
    group: Pattern = NEVER
    name: Pattern = ""
    """What a personal name looks like; empty: words with capitals, joined by `particles`."""
    titles: Pattern = NEVER
    particles: Pattern = NEVER
    posts: Pattern = NEVER
    organisations: Pattern = NEVER
    part_of: Pattern = NEVER
    strong_part_of: Pattern = NEVER
    articles: Pattern = NEVER
    relative: Pattern = NEVER
    unnamed: Pattern = NEVER
    openers: Pattern = NEVER
    """What begins a phrase before the speaker: “In a statement, …”."""
    tail: Pattern = NEVER
    """Where the words about the speaker end and others begin."""
    said_when: Pattern = NEVER
    works: Pattern = NEVER
    """What has a title rather than something to say."""
    norms: Pattern = NEVER
    """What states a rule rather than an opinion."""
    after: tuple[Pattern, ...] = ()
    before: tuple[Pattern, ...] = ()
    reported: Pattern = NEVER
    """What follows a quotation within a sentence of speech."""
    inside: Pattern = NEVER
    introduction: Pattern = NEVER
    wholes: tuple[Pattern, ...] = ()
    """Forms of name, post and organisation that a language writes without commas."""


class FigureRules(_Section):
    """How a text states numbers, and which numbers are no figures."""

    thousands: str
    decimal: str
    converter: str = ""
    """The language by which number words are converted; empty where there are none."""
    words: Pattern = NEVER
    word_starts: Pattern = NEVER
    joints: Pattern = " "
    scales: dict[str, int] = {}
    fractions: dict[str, str] = {}
    fraction_after: Pattern = ""
    vague: Pattern = NEVER
    approximation: Pattern = NEVER
    approximation_after: Pattern = NEVER
    range: Pattern = NEVER
    between: Pattern = NEVER
    between_joint: Pattern = NEVER
    percent: Pattern = "%"
    percent_before: Pattern = NEVER
    times: Pattern = NEVER
    multiples: dict[str, str] = {}
    ratio: Pattern = NEVER
    rank: Pattern = NEVER
    not_before: Pattern = NEVER
    not_before_words: Pattern = NEVER
    year_before: Pattern = NEVER
    not_after: Pattern = NEVER
    months: Pattern = NEVER
    date: Pattern = NEVER
    street: Pattern = NEVER
    period_before: Pattern = NEVER
    period_after: Pattern = NEVER
    period_ago: Pattern = NEVER
    unit: Pattern = r"(?:[ -]?[^\W\d_][\w’'-]*)"
    particles: Pattern = NEVER
    """Endings that are written together with the word before them, and are none of it."""
    unit_stop: Pattern = NEVER
    numerals: dict[str, int] = {}
    """Number words that need no conversion."""
    pages: Pattern = NEVER
    """What a document is long by."""
    documents: Pattern = NEVER
    """What has such a length."""
    counters: Pattern = NEVER
    """Words that only count, written after the number."""


class RecommendationRules(_Section):
    """How a text asks for something, and what only looks like it. `who` is the addressee."""

    patterns: tuple[Pattern, ...]
    modals: Pattern = NEVER
    imperatives: Pattern = NEVER
    heading: Pattern = NEVER
    to_heading: Pattern = NEVER
    lead_ins: tuple[Pattern, ...] = ()
    conditions: Pattern = NEVER
    norms: Pattern = NEVER
    """What a law or a rule prescribes."""
    false: Pattern = NEVER
    infinitive: Pattern = NEVER
    """How what is to be done begins where a letter can go on with it: “… your Government to” or its like."""
    act_openers: Pattern = NEVER
    """Words before the verb that belong to the text around."""
    second_subject: Pattern = NEVER
    """Where someone else comes in who should act, too."""
    false_who: Pattern = NEVER
    passive: Pattern = NEVER
    passive_by: Pattern = NEVER
    impersonal: Pattern = NEVER
    pronouns: Pattern = NEVER
    who_openers: Pattern = NEVER
    who_relative: Pattern = NEVER
    who_end: Pattern = NEVER
    said_end: Pattern = NEVER
    said_start: Pattern = NEVER


class FindingRules(_Section):
    """Which sentences are no findings."""

    skip: Pattern = NEVER
    context: Pattern = NEVER
    dateline: Pattern = NEVER


class Rules(BaseModel):
    """The rules of one language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sentences: SentenceRules
    speakers: SpeakerRules
    figures: FigureRules
    recommendations: RecommendationRules
    findings: FindingRules


@lru_cache(maxsize=16)
def rules_of(language: str) -> Rules:
    """The rules of a language by its code; raises a BriefgenError where there are none."""
    path = _FOLDER / f"{language}.yaml"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in _FOLDER.glob("*.yaml")))
        raise BriefgenError.one(f"releases in `{language}` cannot be read yet", None, f"there are rules for: {known}")
    return read_model(path, Rules)[0]
