"""Who speaks or acts in a sentence without a quotation, so that a pronoun or a verb after it leads back to them."""

from __future__ import annotations

import re

from briefgen.importing.names import Speaker
from briefgen.importing.rules import Rules
from briefgen.importing.speakers import speaker_of
from briefgen.importing.witnesses import called_witness

_COMMAS = 4
"""Behind how many of the last commas of a sentence the speaker may be named: “…, said Ana Lima, nurse, on Monday”."""


def reporter_of(sentence: str, rules: Rules) -> Speaker | None:
    """The person, witness or organisation whose words a sentence reports; None if it reports none."""
    if (match := rules.speakers.regex(rules.speakers.reports).search(sentence)) and (
        speaker := _accepted(re.split("[§¶]", match["who"])[-1], rules)
    ):
        return speaker
    if "§" in sentence:
        return None
    commas = [match.start() for match in re.finditer(r",", sentence)][-_COMMAS:]
    for comma in reversed(commas):
        for pattern in rules.speakers.after:
            match = rules.speakers.regex(pattern).search(f"§{sentence[comma:]}")
            if match and (speaker := _accepted(match["who"], rules)):
                return speaker
    return None


def source_of(sentence: str, rules: Rules) -> Speaker | None:
    """The person whom a sentence names as its source: “…, according to Ana Lima, her lawyer”, “For Ana Lima, …”."""
    words = rules.speakers
    named = words.regex(words.source).search(sentence) or words.regex(words.view).search(sentence)
    speaker = speaker_of(named["who"], rules) if named else None
    return speaker if speaker is not None and speaker.kind in ("person", "witness") else None


def subject_of(sentence: str, rules: Rules) -> Speaker | None:
    """The person or witness with whom a sentence begins; None where it begins with anyone or anything else."""
    if witness := called_witness(sentence, rules.speakers):
        return witness
    if reporter := reporter_of(sentence, rules):
        return reporter
    if case := rules.speakers.regex(rules.speakers.cases).search(sentence):
        return speaker_of(case["who"], rules)
    if called := re.match(rf"[^,.()]+\((?:{rules.speakers.unnamed})\)", sentence):
        return speaker_of(called[0], rules)
    plain = re.sub(r"\([^()]*\)", lambda match: "·" * len(match[0]), sentence)
    cut = rules.speakers.regex(rules.speakers.predicate).search(plain)
    words = sentence[: cut.start()] if cut else sentence
    speaker = speaker_of(words, rules)
    titled = re.search(rf"(?:^|, )(?:{rules.speakers.titles})\.? [A-ZÀ-Þ]", words)
    if speaker.kind == "person" and " " not in speaker.name and not rules.speakers.wholes and not titled:
        return None
    return speaker if speaker.kind in ("person", "witness", "official") else None


def body_of(sentence: str, rules: Rules) -> Speaker | None:
    """The body that acts in a sentence, so that “it” in the next one means it; None where a named person acts."""
    words = rules.speakers
    sentence = _without_opener(sentence, rules)
    cut = words.regex(rf"{words.predicate}| (?:{words.says})\b").search(sentence)
    subject = sentence[: cut.start()] if cut else ""
    speaker = speaker_of(subject, rules)
    name = subject.split(",")[0].strip()
    if speaker.kind == "person" and speaker.name == name:  # a firm that goes by a name of its own
        return Speaker(name, "organisation")
    return speaker if speaker.kind == "organisation" else None


def role_of(sentence: str, rules: Rules) -> Speaker | None:
    """The role with which a sentence begins, “The director …”; None where it begins with none."""
    words = rules.speakers
    sentence = _without_opener(sentence, rules)
    role = re.match(rf"(?i:{words.definite})(?:[a-zà-ÿ-]+ ){{0,2}}?(?i:{words.posts})\b", sentence)
    return Speaker(role[0], "unknown") if role else None


def _without_opener(sentence: str, rules: Rules) -> str:
    """The sentence without the words with which it opens: “In a statement, …”."""
    return re.sub(rf"^(?:{rules.speakers.openers})\b[^,]*, ", "", sentence)


def _accepted(who: str, rules: Rules) -> Speaker | None:
    speaker = speaker_of(who, rules)
    return speaker if speaker.kind in ("person", "witness", "organisation") else None
