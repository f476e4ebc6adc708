"""A comparison as people read it: entries in words, each with its place and its marked texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.comparing.changes import Change
from briefgen.comparing.comparison import Comparison
from briefgen.comparing.duties import duties_of, tell_duties
from briefgen.comparing.entries import Marked, Told, marked
from briefgen.comparing.items import SINGULAR
from briefgen.comparing.mailing import tell_letters
from briefgen.comparing.translations import Original, Translation
from briefgen.errors import printable

_AROUND = 40
"""Letters of the unchanged text that are shown on each side of a change."""
# Unicode Bidirectional Algorithm (UAX 9): the right-to-left isolate, and its end.
_FROM_THE_RIGHT, _AS_BEFORE = "\u2067", "\u2069"
_MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


_NOT_COMPARED = "not compared before the report is mended"
_NOT_GIVEN = "not compared: no manifest with documents was given"


@dataclass(frozen=True, slots=True)
class Story:
    """A comparison in its parts, in the order in which it is told."""

    duties: tuple[Told, ...]
    pack: tuple[Told, ...]
    translations: tuple[Told, ...]
    letters: tuple[Told, ...]
    sign_offs: tuple[Told, ...]


def told(found: Comparison) -> Story:
    """The comparison in words, with what is to be done first."""
    return Story(
        tuple(tell_duties(duties_of(found), found.letters)),
        tuple(_change(change) for change in found.changes),
        (*_languages(found.translations), *(_original(each) for each in found.originals if each.untranslated)),
        tuple(tell_letters(found.letters)) or (Told(_NOT_COMPARED if found.problems else _NOT_GIVEN),),
        tuple(
            Told(f"{each.language}: {each.state}", (f"reviewed on {each.day} by: {each.role}",))
            for each in found.sign_offs
        ),
    )


def _change(change: Change) -> Told:
    called = f"{SINGULAR[change.kind]} {change.id}".strip() if change.what != "reordered" else change.kind
    name = f" (was {change.before})" if change.before else ""
    return Told(
        f"{called}: {change.what}{name}",
        (str(change.place),),
        tuple(marked(each.name, each.old, each.new) for each in change.texts),
    )


def _languages(translations: Sequence[Translation]) -> Iterator[Told]:
    for each in translations:
        if each.stale or each.new or each.done or each.dropped:
            counts = f"{each.stale} stale, {each.new} new, {each.done} translated already, {each.dropped} dropped"
            yield Told(f"{each.language}: {counts}")


def _original(each: Original) -> Told:
    kind = "stale" if each.old else "new"
    return Told(f"{kind} in {', '.join(each.untranslated)}", (str(each.place),), (marked("text", each.old, each.new),))


def as_lines(story: Story) -> Iterator[str]:
    """The comparison as lines of text: `[-deleted-]`, `{+inserted+}`; a long stretch without changes is cut."""
    parts = {
        "to do": story.duties,
        "report": story.pack,
        "translations": story.translations,
        "documents": story.letters,
        "sign-offs": story.sign_offs,
    }
    for name, entries in parts.items():
        yield f"{name}:" if entries else f"{name}: nothing"
        for entry in entries:
            yield f"  {printable(entry.heading)}"
            yield from (f"      {printable(remark)}" for remark in entry.remarks)
            yield from (f"      {text.name}: {shown(text)}" for text in entry.texts)


def shown(text: Marked) -> str:
    """A marked text in one line; one that is written from right to left keeps its order between the marks."""
    last = len(text.spans) - 1
    pieces = [
        _MARKS[span.kind].format(_cut(span.text, index == 0, index == last) if span.kind == "same" else span.text)
        for index, span in enumerate(text.spans)
    ]
    line = printable(" ".join("".join(pieces).split()))
    return f"{_FROM_THE_RIGHT}{line}{_AS_BEFORE}" if text.direction == "rtl" else line


def _cut(text: str, first: bool, last: bool) -> str:
    """A stretch without changes, cut where it is longer than the reader needs to find the place."""
    if len(text) <= 2 * _AROUND + 10:
        return text
    head, tail = text[:_AROUND], text[-_AROUND:]
    # Between words, where the script has such places.
    head, tail = head.rpartition(" ")[0] or head, tail.partition(" ")[2] or tail
    return f"{'' if first else head} … {'' if last else tail}"
