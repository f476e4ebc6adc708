"""Whom a sentence asks: the words that name the addressee, without the clauses and openers around them."""

from __future__ import annotations

import re

from briefgen.importing.patterns import compiled
from briefgen.importing.rules import RecommendationRules

_APPOSED = re.compile(r"^(?:[Tt]he|[Oo]ur|[Ii]ts) [a-z][\w -]*, (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)$")
"""A body by its kind and its name: “the insurer, Northgate Mutual”."""


def named_in(who: str, rules: RecommendationRules) -> str:
    """The words that name the addressee, without what stands before and after them, such as another clause."""
    *told, last = compiled(rules.clause_break).split(who)
    two = (len(told) == 1 and "," not in told[0]) or any(map(compiled(rules.subject).search, told[:1]))
    who = last if told and two else who
    if apposed := _APPOSED.match(who.rstrip(" ,")):
        return apposed["name"]
    if topic := compiled(rules.topic).search(who):
        return topic["who"].strip()
    clause, _, doer = who.rpartition(", ")
    if clause and compiled(rules.pronouns).search(doer) and (subject := subject_in(clause, rules)):
        return subject
    who = _without_openers(who, rules)
    if compiled(rules.goes_on).search(who) and (subject := subject_in(who, rules)):
        return subject
    who = compiled(rules.who_relative).sub("", who)
    who = compiled(rules.who_end).sub("", who)
    return who.strip(" ,;:–—-“”\"«»‘'")


def subject_in(text: str, rules: RecommendationRules) -> str:
    """The subject with which a clause begins, empty where it is none that acts."""
    found = compiled(rules.subject).search(text)
    return next((words.strip() for words in found.groupdict().values() if words), "") if found else ""


def _without_openers(who: str, rules: RecommendationRules) -> str:
    while compiled(rules.who_openers).search(who) and "," in who:
        rest = who.split(",", 1)[1].strip()
        if compiled(rf"(?:{rules.relative})\b").match(rest):
            break
        who = rest
    return compiled(rules.who_openers).sub("", who).strip() or who
