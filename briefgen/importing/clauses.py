"""What a sentence asks as a clause that begins with its verb, as letters put it: “open the gates”."""

from __future__ import annotations

from briefgen.importing.patterns import compiled
from briefgen.importing.rules import RecommendationRules

_MARKS = (("“", "”"), ("«", "»"), ("(", ")"), ("「", "」"))


def clause_of(act: str, rules: RecommendationRules) -> str:
    """The infinitive clause in the words of the text; empty where a letter could not go on with them.

    That is so where the words begin with no infinitive, speak of a second one who should act, or cut a quotation.
    """
    clause = compiled(rules.act_openers).sub("", act.strip()).rstrip(" ,;:.")
    if not compiled(rules.infinitive).match(clause) or compiled(rules.second_subject).search(clause):
        return ""
    whole = all(clause.count(opening) == clause.count(closing) for opening, closing in _MARKS)
    return clause if whole and clause.count('"') % 2 == 0 else ""
