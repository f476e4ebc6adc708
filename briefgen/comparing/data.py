"""A comparison as a script reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from briefgen.comparing.changes import Change
from briefgen.comparing.comparison import Comparison
from briefgen.comparing.duties import Duties, duties_of
from briefgen.comparing.letters import Letter
from briefgen.comparing.words import differing


def as_data(found: Comparison) -> dict[str, object]:
    """The comparison as a script reads it, each document by itself; places are `file:line:column`."""
    return {
        "to do": _duties_data(duties_of(found)),
        "changes": [_change_data(change) for change in found.changes],
        "translations": {
            "languages": [asdict(each) for each in found.translations],
            "texts": [
                {"old": each.old, "new": each.new, "place": str(each.place), "untranslated": each.untranslated}
                for each in found.originals
            ],
        },
        "documents": [_letter_data(letter) for letter in found.letters],
        "sign-offs": [asdict(each) for each in found.sign_offs],
        "problems": [str(problem) for problem in found.problems],
    }


def _duties_data(duties: Duties) -> dict[str, object]:
    return {
        "mend": duties.mend,
        "translate": [{"texts": number, "languages": tags} for number, tags in duties.translate],
        "sign off again": [each.language for each in duties.review_again],
        "sign off first": duties.review_first,
        "make again": _names(duties.again),
        "change by hand": _names(duties.by_hand),
        "make when mended": _names(duties.blocked),
        "look at": _names(duties.unclear),
        "leave": duties.kept,
    }


def _names(letters: Sequence[Letter]) -> list[str]:
    return [letter.entry.name for letter in letters]


def _change_data(change: Change) -> dict[str, object]:
    texts = [{**_text_data(text.old, text.new), "name": text.name} for text in change.texts]
    told_as = {"kind": change.kind, "id": change.id, "what": change.what, "was": change.before}
    return {**told_as, "place": str(change.place), "texts": texts}


def _letter_data(letter: Letter) -> dict[str, object]:
    entry, effect = letter.entry, letter.effect
    return {
        "document": entry.name,
        "recipient": entry.recipient,
        "contact": entry.contact,
        "language": entry.language,
        "format": entry.format,
        "affected": effect.affected,
        "asks": [{**_text_data(ask.old, ask.new), "id": ask.id, "what": ask.what} for ask in effect.asks],
        "blocks": [
            {**_text_data(block.old, block.new), "kind": block.kind, "what": block.what} for block in effect.blocks
        ],
        "problems": effect.problems,
        "remarks": effect.remarks,
        "compared in": effect.language,
        "edited": letter.edited,
    }


def _text_data(old: str, new: str) -> dict[str, object]:
    return {"old": old, "new": new, "words": [[span.kind, span.text] for span in differing(old, new)]}
