"""What overlays pick from a report, and new ones, with the present blocks of a format ready to be changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.errors import Place
from briefgen.library.formats import FENCE, Block, FormatFile
from briefgen.reading.yaml_edit import as_scalar


@dataclass(frozen=True, slots=True)
class Named:
    """What an overlay names by its id, and where it does."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class Pick:
    """What overlays pick from a report: the recommendations that are asked, in their order, and an account.

    What is not picked is what the format takes by itself.
    """

    asks: tuple[Named, ...] = ()
    account: Named | None = None


NO_PICK = Pick()


def pick_of(file: FormatFile, owners: Sequence[str], report: str) -> Pick:
    """What the overlays of these pick from a report; the first of the owners prevails, for asks and for accounts."""
    pick = NO_PICK
    for overlay in (file.overlays[owner] for owner in owners if owner in file.overlays):
        said, place = overlay.overlay, overlay.text.place
        if said.report in ("", report):
            asks = tuple(Named(name, place(("asks", number))) for number, name in enumerate(said.asks))
            account = Named(said.account, place(("account",))) if said.account else None
            pick = Pick(pick.asks or asks, pick.account or account)
    return pick


def inherited_blocks(file: FormatFile) -> dict[str, Block]:
    """The blocks of a format as its overlays find them: its own, and those that it takes from what it extends."""
    found: dict[str, Block] = {}
    for layer in reversed(file.layers):
        found |= layer.blocks()
    return found


def block_hash(text: str) -> str:
    """The mark by which a later change of a block is noticed; spaces at the ends of lines do not count."""
    bare = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return hashlib.sha256(bare.encode()).hexdigest()[:12]


def new_overlay(file: FormatFile, owner: str, explanation: str) -> str:
    """The text of an overlay that changes nothing yet: each block of the format as a comment.

    `explanation` is the comment at its head. A block is put in force by taking it out of its comment; `super()` in it
    stands for the inherited text, an empty block drops it.
    """
    return "".join(_lines(file, owner, explanation))


def head_lines(format_: str, owner: str) -> str:
    """The first lines of the front matter of an overlay."""
    return f'changes: {as_scalar(format_)}\nfor: {as_scalar(owner)}\nreason: ""\n'


def _lines(file: FormatFile, owner: str, explanation: str) -> Iterator[str]:
    blocks = inherited_blocks(file)
    yield f"{FENCE}{head_lines(file.format.id, owner)}written_against:\n"
    yield from (f'  {name}: "{block_hash(block.text)}"\n' for name, block in blocks.items())
    yield f"{FENCE}{{# {explanation.strip()} #}}\n"
    for name, block in blocks.items():
        text = _without_comments(block.text).rstrip()  # comments of Jinja do not nest
        yield f"\n{{#\n{{% block {name} %}}\n{text}\n{{% endblock %}}\n#}}\n"


def _without_comments(text: str) -> str:
    pieces: list[str] = []
    at = 0
    while (start := text.find("{#", at)) >= 0 and (end := text.find("#}", start + 2)) >= 0:
        pieces.append(text[at:start])
        at = end + 2 + text.startswith("\n", end + 2)
    return "".join((*pieces, text[at:]))
