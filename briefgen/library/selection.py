"""Sets of delegations in words: `security-council and not permanent-five`, `eu or Japan`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from briefgen.errors import BriefgenError

_TOKEN = re.compile(r"[()]|[^\s()]+")
_WORDS = ("and", "or", "not", "(", ")")

Members = Callable[[str], frozenset[str]]
"""The ISO codes behind a name; raises a BriefgenError where the name is not known."""


def select(expression: str, members: Members) -> frozenset[str]:
    """The ISO codes of an expression of names with `and`, `or`, `not` and brackets.

    `not` binds the most, `or` the least; `not` alone takes away from all delegations. Raises a BriefgenError that says
    where the expression breaks off, or which name is not known.
    """
    parser = _Parser(_tokens(expression), members, expression)
    try:
        found = parser.union()
    except RecursionError as error:
        raise parser.broken("it is nested too deeply") from error
    if parser.tokens:
        raise parser.broken(f"“{parser.tokens[0]}” is not expected here")
    return found


def _tokens(expression: str) -> list[str]:
    """The words of the expression; neighbouring words that are no operators are one name: Viet Nam."""
    tokens: list[str] = []
    for word in _TOKEN.findall(expression):
        named = bool(tokens) and tokens[-1] not in _WORDS and word.casefold() not in _WORDS
        if named:
            tokens[-1] = f"{tokens[-1]} {word}"
        else:
            tokens.append(word.casefold() if word.casefold() in _WORDS else word)
    return tokens


@dataclass(slots=True)
class _Parser:
    tokens: list[str]
    members: Members
    expression: str = field(default="")

    def union(self) -> frozenset[str]:
        found = self._intersection()
        while self._takes("or"):
            found |= self._intersection()
        return found

    def _intersection(self) -> frozenset[str]:
        found = self._operand()
        while self._takes("and"):
            found &= self._operand()
        return found

    def _operand(self) -> frozenset[str]:
        if self._takes("not"):
            return self.members("all") - self._operand()
        if self._takes("("):
            found = self.union()
            if not self._takes(")"):
                raise self.broken("a bracket is not closed")
            return found
        if not self.tokens or self.tokens[0] in _WORDS:
            raise self.broken("a name is missing")
        return self.members(self.tokens.pop(0))

    def _takes(self, word: str) -> bool:
        if self.tokens and self.tokens[0] == word:
            self.tokens.pop(0)
            return True
        return False

    def broken(self, what: str) -> BriefgenError:
        """The error of an expression that cannot be read."""
        hint = "write such as `security-council and not permanent-five`"
        return BriefgenError.one(f"“{self.expression[:80]}” cannot be read: {what}", None, hint)
