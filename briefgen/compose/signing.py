"""The locked text of a joint letter: what organisations have signed may not change under their signatures."""

from __future__ import annotations

import hashlib
from itertools import takewhile

from briefgen.compose.request import Request
from briefgen.document import (
    Addressee,
    DateLine,
    Document,
    Letterhead,
    Signature,
    lines_of,
    notes_of,
    text_of,
)
from briefgen.errors import BriefgenError, Place
from briefgen.model.occasion import Details

_NOT_SIGNED = (Letterhead, DateLine, Addressee)
_SIGNED = {"sign_on", "signatories"}


def text_hash(document: Document) -> str:
    """The hash of what is signed: subject, paragraphs, asks, tables and notes, up to the signatures.

    The line on the state of the letter above it, its date, its addressee and the signatories are not part of it.
    """
    blocks = takewhile(lambda block: not isinstance(block, Signature), document.blocks)
    signed = [
        block for block in blocks if not isinstance(block, _NOT_SIGNED) and getattr(block, "role", "") != "summary"
    ]
    texts = [text_of(line) for block in signed for line in lines_of(block)]
    notes = [text_of(note.line) for note in notes_of(document)]
    return hashlib.sha256("\n".join([*texts, *notes]).encode()).hexdigest()


def as_draft(details: Details) -> Details:
    """The details without a lock, which the text need not agree with."""
    sign_on = details.sign_on
    return details.model_copy(update={"sign_on": sign_on and sign_on.model_copy(update={"state": "draft"})})


def require_locked_text(document: Document, request: Request) -> None:
    """Raise a BriefgenError where the text of a joint letter is not the one that was locked in this language.

    It is held against every format under which the signatories stand: the one that goes round, and the one that is
    sent.
    """
    sign_on = request.details.sign_on
    if sign_on is None or sign_on.state == "draft" or not _SIGNED & set(request.format.format.needs):
        return
    place = Place(request.details_path) if request.details_path else None
    wanted = sign_on.locked.get(document.language)
    if wanted is None:
        message = f"the text was not locked in `{document.language}`"
        raise BriefgenError.one(message, place, f"it is in {', '.join(sign_on.locked)}")
    if wanted != text_hash(document):
        raise BriefgenError.one(
            f"the text in `{document.language}` has changed since it was locked",
            place,
            "undo the change, or write `state: draft`, tell those who have signed, and lock it again",
        )
