"""How long a statement takes when it is read out, in the language of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.compose.request import Request
from briefgen.document import Document, Heading, ListBlock, Paragraph, Quotation, lines_of, text_of
from briefgen.model.language import SpeechRate

_SPOKEN = (Paragraph, ListBlock, Quotation, Heading)


def speech_warnings(document: Document, request: Request) -> Iterator[str]:
    """The estimated time of a statement, where it is over the time that its format has."""
    budget = request.format.format.speech
    if budget is None:
        return
    rate = request.language.settings.speech
    amount = spoken(document, rate)
    seconds = round(amount * 60 / rate.per_minute)
    if seconds > budget.seconds:
        yield (
            f"the statement takes about {seconds} seconds in `{document.language}` ({amount} {rate.unit} at "
            f"{rate.per_minute} a minute); it has {budget.seconds}"
        )


def spoken(document: Document, rate: SpeechRate) -> int:
    """How many words, or characters, are read out: the text without head, notes and marks."""
    texts = (text_of(line) for block in document.blocks if isinstance(block, _SPOKEN) for line in lines_of(block))
    pattern = r"\w" if rate.unit == "characters" else r"\S*\w\S*"
    return sum(len(re.findall(pattern, text)) for text in texts)
