"""A comparison as people and scripts read it: entries in words, each with its place and its marked texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from briefgen.comparing.changes import Change, TextChange
from briefgen.comparing.comparison import Comparison
from briefgen.comparing.items import SINGULAR
from briefgen.comparing.letters import Effect, Letter
from briefgen.comparing.translations import Original, Translation
from briefgen.comparing.words import Span, differing
from briefgen.document import Direction

_AROUND = 40
"""Letters of the unchanged text that are shown on each side of a change."""
_MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its changes, under its name."""

    name: str
    spans: tuple[Span, ...]
    direction: Direction = "ltr"


@dataclass(frozen=True, slots=True)
class Told:
    """One entry of a comparison: what it is about and what became of it, remarks, and the texts that differ."""

    heading: str
    remarks: tuple[str, ...] = ()
    texts: tuple[Marked, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A comparison in its four parts, in the order in which it is told."""

    pack: tuple[Told, ...]
    translations: tuple[Told, ...]
    letters: tuple[Told, ...]
    sign_offs: tuple[Told, ...]


def told(found: Comparison) -> Story:
    """The comparison in words; documents that change alike are told once."""
    return Story(
        tuple(_change(change) for change in found.changes),
        (*_languages(found.translations), *(_original(each) for each in found.originals if each.untranslated)),
        tuple(_letters(found.letters)),
        tuple(
            Told(f"{each.language}: {each.state}", (f"reviewed on {each.day} by: {each.role}",))
            for each in found.sign_offs
        ),
    )


def _change(change: Change) -> Told:
    called = f"{SINGULAR[change.kind]} {change.id}".strip() if change.what != "reordered" else change.kind
    name = f" (was {change.before})" if change.before else ""
    return Told(f"{called}: {change.what}{name}", (str(change.place),), tuple(_marked(text) for text in change.texts))


def _marked(text: TextChange) -> Marked:
    return Marked(text.name, differing(text.old, text.new))


def _languages(translations: Sequence[Translation]) -> Iterator[Told]:
    for each in translations:
        if each.stale or each.new or each.done or each.dropped:
            counts = f"{each.stale} stale, {each.new} new, {each.done} translated already, {each.dropped} dropped"
            yield Told(f"{each.language}: {counts}")


def _original(each: Original) -> Told:
    kind = "stale" if each.old else "new"
    spans = differing(each.old, each.new)
    return Told(f"{kind} in {', '.join(each.untranslated)}", (str(each.place),), (Marked("text", spans),))


def _letters(letters: Sequence[Letter]) -> Iterator[Told]:
    alike: dict[tuple[str, str, Effect], list[Letter]] = {}
    for letter in letters:
        alike.setdefault((letter.entry.format, letter.entry.language, letter.effect), []).append(letter)
    for (format_, language, effect), group in alike.items():
        if effect.affected or effect.remarks:
            names = ", ".join(_recipient(letter) for letter in group)
            state = "" if effect.affected else ": no change found"
            texts = [Marked(f"ask {ask.id}, {ask.what}", differing(ask.old, ask.new)) for ask in effect.asks]
            for block in effect.blocks:
                spans = differing(block.old, block.new)
                texts.append(Marked(f"{block.kind}, {block.what}", spans, effect.direction))
            yield Told(f"{format_} in {language} to {names}{state}", (*effect.problems, *effect.remarks), tuple(texts))
    affected = sum(letter.effect.affected for letter in letters)
    if letters:
        yield Told(f"{affected} of {len(letters)} documents are affected")


def _recipient(letter: Letter) -> str:
    entry = letter.entry
    return f"{entry.recipient} ({entry.contact})" if entry.contact else entry.recipient


def as_lines(story: Story) -> Iterator[str]:
    """The comparison as lines of text: `[-deleted-]`, `{+inserted+}`; a long stretch without changes is cut."""
    parts = {
        "report": story.pack,
        "translations": story.translations,
        "documents": story.letters,
        "sign-offs": story.sign_offs,
    }
    for name, entries in parts.items():
        yield f"{name}:" if entries else f"{name}: nothing"
        for entry in entries:
            yield f"  {entry.heading}"
            yield from (f"      {remark}" for remark in entry.remarks)
            yield from (f"      {text.name}: {shown(text.spans)}" for text in entry.texts)


def shown(spans: Sequence[Span]) -> str:
    """A marked text in one line."""
    last = len(spans) - 1
    pieces = [
        _MARKS[span.kind].format(_cut(span.text, index == 0, index == last) if span.kind == "same" else span.text)
        for index, span in enumerate(spans)
    ]
    return " ".join("".join(pieces).split())


def _cut(text: str, first: bool, last: bool) -> str:
    """A stretch without changes, cut where it is longer than the reader needs to find the place."""
    if len(text) <= 2 * _AROUND + 10:
        return text
    return f"{'' if first else text[:_AROUND]} … {'' if last else text[-_AROUND:]}"


def as_data(found: Comparison) -> dict[str, object]:
    """The comparison as a script reads it, each document by itself; places are `file:line:column`."""
    return {
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
    }


def _text_data(old: str, new: str) -> dict[str, object]:
    return {"old": old, "new": new, "words": [[span.kind, span.text] for span in differing(old, new)]}
