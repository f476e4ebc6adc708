"""The documents of a batch in words: those that change alike are told once, with whom they go to in which language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.comparing.blocks import BlockChange
from briefgen.comparing.entries import Marked, Told, counted, marked
from briefgen.comparing.letters import AskChange, Effect, Letter
from briefgen.document import Direction
from briefgen.library.languages import SOURCE_LANGUAGE

_FEW = 3
"""Up to so many recipients are named even where they are all."""


@dataclass(frozen=True, slots=True)
class _Difference:
    """What documents of one format have in common that change alike, whatever language they are in."""

    format: str
    asks: tuple[AskChange, ...]
    blocks: tuple[BlockChange, ...]
    direction: Direction


def tell_letters(letters: Sequence[Letter]) -> Iterator[Told]:
    """Each difference once, with the documents that it is in; at the end how many of them are others."""
    alike: dict[_Difference, list[Letter]] = {}
    for letter in letters:
        effect = letter.effect
        if effect.affected or effect.remarks:
            difference = _Difference(letter.entry.format, effect.asks, effect.blocks, effect.direction)
            alike.setdefault(difference, []).append(letter)
    addressed = Addressed(letters)
    for difference, group in alike.items():
        yield _entry(difference, group, addressed)
    if letters:
        affected = sum(letter.effect.affected for letter in letters)
        yield Told(f"affected: {affected or 'none'} of {counted(len(letters), 'document')}")


def _entry(difference: _Difference, group: Sequence[Letter], addressed: Addressed) -> Told:
    parts: dict[tuple[str, tuple[str, ...]], list[Letter]] = {}
    for letter in group:
        parts.setdefault((letter.entry.language, tuple(_remarks(letter))), []).append(letter)
    lines = [(addressed.told(found), remarks) for (_, remarks), found in parts.items()]
    texts = [marked(f"ask {ask.id}, {ask.what}", ask.old, ask.new) for ask in difference.asks]
    texts += (_block(block, difference.direction) for block in difference.blocks)
    if len(lines) == 1:
        (heading, remarks), *_ = lines
        return Told(heading, remarks, tuple(texts))
    heading = f"{difference.format}, {counted(len(group), 'document')} alike"
    return Told(heading, tuple("; ".join((line, *remarks)) for line, remarks in lines), tuple(texts))


def _block(block: BlockChange, direction: Direction) -> Marked:
    return marked(f"{block.kind}, {block.what}", block.old, block.new, direction)


def _remarks(letter: Letter) -> Iterator[str]:
    effect = letter.effect
    yield from (f"cannot be made: {problem}" for problem in effect.problems)
    if _instead(letter.entry.language, effect):
        yield "compared in English"
    yield from effect.remarks
    if letter.edited:
        yield "edited since it was made: what a person changed in its files is not compared"
    if not effect.affected:
        yield "no change found"


def _instead(language: str, effect: Effect) -> bool:
    return language != SOURCE_LANGUAGE and effect.language == SOURCE_LANGUAGE


class Addressed:
    """Says to whom documents of a manifest go, and where that is everyone to whom it has them."""

    def __init__(self, letters: Sequence[Letter]) -> None:
        self._all = Counter((letter.entry.format, letter.entry.language) for letter in letters)

    def told(self, letters: Sequence[Letter]) -> str:
        """Documents of one format and language in words: `letter in fr to BE, CD (Camille Example)`."""
        format_, language = letters[0].entry.format, letters[0].entry.language
        every = len(letters) == self._all[format_, language] and len(letters) > _FEW
        names = f"all {len(letters)}" if every else ", ".join(_recipient(letter) for letter in letters)
        return f"{format_} in {language} to {names}"


def _recipient(letter: Letter) -> str:
    entry = letter.entry
    return f"{entry.recipient} ({entry.contact})" if entry.contact else entry.recipient
