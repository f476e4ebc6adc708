"""New overlays: the blocks of a format with their present text, ready to be changed for one delegation or group."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from briefgen.library.formats import FENCE, Block, FormatFile
from briefgen.reading.yaml_edit import as_scalar


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
