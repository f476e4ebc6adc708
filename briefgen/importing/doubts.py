"""What an importer does not decide: a question to a person, with the answers that the text offers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question about a line of the source text, from 1, or about all of it (0), with candidates for an answer."""

    line: int
    question: str
    candidates: tuple[str, ...] = ()
