"""What the importer knows of the numbers of a language, as `languages/<lang>.yaml` states it."""

from __future__ import annotations

from pydantic import Field

from briefgen.importing.patterns import NEVER, Pattern, Section


class FigureRules(Section):
    """How a text states numbers, and which numbers are no figures."""

    thousands: str
    decimal: str
    converter: str = ""
    """The language by which number words are converted; empty where there are none."""
    words: Pattern = NEVER
    word_starts: Pattern = NEVER
    word_end: Pattern = r"(?!\w)"
    """What must follow a number word."""
    joints: Pattern = " "
    scales: dict[str, int] = Field(default_factory=dict)
    fractions: dict[str, str] = Field(default_factory=dict)
    fraction_after: Pattern = ""
    vague: Pattern = NEVER
    approximation: Pattern = NEVER
    approximation_article: Pattern = NEVER
    """What may stand between the approximation and the number: “casi *el* 80 %”."""
    lasting: Pattern = NEVER
    """An approximation that before a length of time says that something lasted so long: “*over* eight months”."""
    approximation_after: Pattern = NEVER
    approximation_particle: Pattern = ""
    """What may stand between the unit and the approximation after it."""
    rounded: Pattern = NEVER
    """Number words that are an approximation by themselves: « une quarantaine »."""
    range: Pattern = NEVER
    change: Pattern = NEVER
    """What comes before two numbers that are no range but the one became the other: “rose from”."""
    between: Pattern = NEVER
    between_joint: Pattern = NEVER
    percent: Pattern = "%"
    percent_before: Pattern = NEVER
    times: Pattern = NEVER
    times_before: Pattern = NEVER
    multiples: dict[str, str] = Field(default_factory=dict)
    parted: Pattern = NEVER
    """A fraction in digits: `a` parts of `b`."""
    ratio: Pattern = NEVER
    share_of: Pattern = NEVER
    """A few of a number that stands in words: “three of the four”."""
    partitive: Pattern = NEVER
    """What stands between a number and the whole that it counts a part of: “11 *of the* sites”."""
    of_them: Pattern = NEVER
    """What stands behind a number that counts a part of what was named before: “six *of them*”."""
    whole: Pattern = NEVER
    """What stands between a number and the number of the whole, which both count the same: “312 *of the* 905 homes”."""
    verbs: Pattern = NEVER
    """What stands behind a number and is no unit: what those who are counted did."""
    among: Pattern = NEVER
    """What stands before a whole of which the numbers behind it are parts: “Of the 39 complaints, 31 …”."""
    them: Pattern = NEVER
    """Pronouns for what the number before counts: “half of *them*”."""
    part: Pattern = NEVER
    """What stands between a whole and its part, where the whole comes first: 46명 *가운데* 17명."""
    share_joint: Pattern = NEVER
    """What stands between a share and what it is of: “two thirds *of the* homes”."""
    share_before: Pattern = NEVER
    """What stands before a share and says, as `what`, of whom it is: *입소자의* 5분의 1."""
    counted_before: Pattern = NEVER
    """The word for what is counted, as `what`, where it stands before the number."""
    counted_after: Pattern = NEVER
    """The same, as `what`, behind the number and its counter: 42개 *시설*."""
    half_after: Pattern = NEVER
    """What adds a half to the number before it: “four *and a half*”."""
    counted_as: Pattern = NEVER
    """What says, as `what`, whom a number counts that has no noun behind it: “of whom 240 were children”."""
    counted_topic: Pattern = NEVER
    """The same, where it is what a sentence tells the number of: *어린이는* 11명이었다."""
    predicative: Pattern = NEVER
    """What follows the number in such a sentence."""
    bare_counters: Pattern = NEVER
    """The counters before whose number it may stand: those of things and people, not of time or money."""
    rank: Pattern = NEVER
    not_before: Pattern = NEVER
    not_before_words: Pattern = NEVER
    """The same before a number in words."""
    known_before: Pattern = NEVER
    """What stands before a few in words who have been named: “*the* two men”."""
    year_before: Pattern = NEVER
    not_after: Pattern = NEVER
    months: Pattern = NEVER
    date: Pattern = NEVER
    street: Pattern = NEVER
    age_before: Pattern = NEVER
    age_after: Pattern = NEVER
    period_before: Pattern = NEVER
    period_after: Pattern = NEVER
    period_ago: Pattern = NEVER
    scale_joint: Pattern = NEVER
    """What stands between a number that ends with a scale and what is counted: “millions *de* personnes”."""
    unit: Pattern = r"(?:[ \-\u00a0\u202f]?[^\W\d_][\w’'-]*)"
    particles: Pattern = NEVER
    """Endings that are written together with the word before them, and are none of it."""
    unit_stop: Pattern = NEVER
    unit_words: int = 4
    """How many words a unit may have."""
    numerals: dict[str, int] = Field(default_factory=dict)
    """Number words that need no conversion."""
    pages: Pattern = NEVER
    """What a document is long by."""
    documents: Pattern = NEVER
    """What has such a length."""
    signs: str = ""
    """The words for one to nine of a language that groups numbers by ten thousands; empty for any other."""
    counters: Pattern = NEVER
    """Words that only count, written after the number."""
