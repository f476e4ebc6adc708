"""The statements of a text as the tests read them."""

from __future__ import annotations

from benchmarks.importing.scoring import passages_of
from briefgen.importing.proposals import Proposals
from briefgen.importing.statements import statements_of


def read(text: str, language: str = "en") -> Proposals:
    return statements_of(passages_of(text), language)
