"""The accounts of witnesses as a pack can hold them: each one stretch of the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefgen.importing.doubts import Doubt
from briefgen.importing.proposals import TestimonyProposal
from briefgen.provenance.source_text import stands_in


def accounts_of(told: Iterable[TestimonyProposal], source: str) -> tuple[TestimonyProposal, ...]:
    """Accounts that each stand in the source in one piece; one that is interrupted becomes several, with a doubt."""
    return tuple(part for item in told for part in _parts(item, source))


def _parts(item: TestimonyProposal, source: str) -> Iterator[TestimonyProposal]:
    whole = " ".join(item.text)
    if len(item.text) < 2 or stands_in(whole, source):
        yield replace(item, text=(whole,))
        return
    question = "One account is told in several pieces, between which other words stand. Is each worth keeping?"
    doubt = Doubt(item.line, question, item.text)
    for number, text in enumerate(item.text, start=1):
        doubts = (*item.doubts, doubt) if number == 1 else item.doubts
        yield replace(item, id=f"{item.id}-{number}", text=(text,), doubts=doubts)
