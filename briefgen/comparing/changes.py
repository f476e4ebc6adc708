"""What differs between two versions of a report pack, item by item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from briefgen.comparing.items import (
    ANCHORED,
    LISTED,
    Field,
    Item,
    SourceLine,
    asks_of,
    items_of,
    source_lines,
    title_data,
)
from briefgen.comparing.words import aligned, likeness
from briefgen.errors import Place
from briefgen.library.packs import ReportPack
from briefgen.model.report import Recommendation
from briefgen.reading.yaml_text import Path_

What = Literal["added", "removed", "changed", "renamed", "reordered"]

_SAME_ASK = 0.5
"""Above which likeness an ask of others is the old one, put to them."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """A text in its old and its new words, empty where there is none; `at` is its path in the new file."""

    name: str
    old: str
    new: str
    at: Path_ = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one item of a pack; `id` is its new id, `before` the old one of an item that was renamed."""

    kind: str
    what: What
    id: str
    place: Place
    texts: tuple[TextChange, ...] = ()
    before: str = ""


@dataclass(frozen=True, slots=True)
class PackChanges:
    """Everything that differs, and the new ids of what was renamed, by the old ones."""

    changes: tuple[Change, ...]
    renamed: Mapping[str, str]


def compare_packs(old: ReportPack, new: ReportPack) -> PackChanges:
    """What differs between two versions of a pack: title data, statements with their asks, and the source text."""
    comparison = _Comparison(old, new)
    listed = {kind: comparison.pairs(kind) for kind in LISTED}
    for kind in ANCHORED:
        comparison.renamed.update({b.id: a.id for b, a in listed[kind] if b and a and b.id != a.id})
    changes = list(comparison.versions(title_data(old.report), title_data(new.report)))
    for kind, pairs in listed.items():
        for before, after in pairs:
            changes += comparison.versions(before, after)
            if kind == "recommendations":
                changes += comparison.asks(before, after)
        changes += comparison.order(kind, pairs)
    return PackChanges((*changes, *comparison.source()), comparison.renamed)


@dataclass(frozen=True, slots=True)
class _Comparison:
    old: ReportPack
    new: ReportPack
    renamed: dict[str, str] = field(default_factory=dict)

    def pairs(self, kind: str) -> list[tuple[Item | None, Item | None]]:
        """The items of a kind with their versions: by id, then by the words of the source; new ones in their order."""
        before = {item.id: item for item in items_of(self.old.report, kind)}
        after = {item.id: item for item in items_of(self.new.report, kind)}
        partner = {name: name for name in after if name in before}
        gone = [item for item in before.values() if item.id not in after]
        for item in after.values():
            twins = [each for each in gone if item.id not in partner and each.mark == item.mark]
            if twins:
                found = max(twins, key=lambda each: likeness(_whole(each), _whole(item)))
                partner[item.id] = found.id
                gone.remove(found)
        kept = [(before.get(partner.get(item.id, "")), item) for item in after.values()]
        return [*kept, *((item, None) for item in gone)]

    def versions(self, before: Item | None, after: Item | None) -> Iterator[Change]:
        """The change from one version of an item to the other, if there is any."""
        if after is None or before is None:
            yield from self._alone(before, after)
            return
        names = dict.fromkeys([*after.fields, *before.fields])
        texts = [self._text(name, before.fields.get(name), after.fields.get(name)) for name in names]
        changed = tuple(text for text in texts if text is not None)
        place = self._place(after)
        # Asks are called by whom they are made of, which is told as a change of that.
        if before.id != after.id and after.kind != "asks":
            yield Change(after.kind, "renamed", after.id, place, changed, before.id)
        elif changed:
            yield Change(after.kind, "changed", after.id, place, changed)

    def _alone(self, before: Item | None, after: Item | None) -> Iterator[Change]:
        if after is not None:
            texts = tuple(TextChange(name, "", each.text, each.at) for name, each in after.fields.items())
            yield Change(after.kind, "added", after.id, self._place(after), texts)
        elif before is not None:
            texts = tuple(TextChange(name, each.text, "") for name, each in before.fields.items())
            yield Change(before.kind, "removed", before.id, self.old.text.place(before.at), texts)

    def _text(self, name: str, before: Field | None, after: Field | None) -> TextChange | None:
        """The change of a field; a list of ids that were only renamed is the same."""
        old = ", ".join(self.renamed.get(each, each) for each in before.names) if before and before.names else ""
        told = old or (before.text if before else "")
        new = after.text if after else ""
        return TextChange(name, told, new, after.at if after else ()) if told != new else None

    def _place(self, item: Item) -> Place:
        return self.new.text.place(item.at)

    def asks(self, before: Item | None, after: Item | None) -> Iterator[Change]:
        """The changes of the asks of a recommendation: versions by whom they are made of, then by their words."""
        old = asks_of(self.old.report, _of(self.old, before)) if before else ()
        new = asks_of(self.new.report, _of(self.new, after)) if after else ()
        pairs: dict[Path_, Item] = {}
        for alike in (_same_addressees, _likeness_of_asks):
            for item in new:
                left = [each for each in old if item.at not in pairs and each not in pairs.values()]
                scores = {alike(each, item): each for each in reversed(left)}
                if max(scores, default=0.0) > _SAME_ASK:
                    pairs[item.at] = scores[max(scores)]
        for item in new:
            yield from self.versions(pairs.get(item.at), item)
        for item in old:
            if item not in pairs.values():
                yield from self.versions(item, None)

    def order(self, kind: str, pairs: Sequence[tuple[Item | None, Item | None]]) -> Iterator[Change]:
        """Whether the items that both versions have stand in another order."""
        new = [after.id for before, after in pairs if before and after]
        known = {before.id: after.id for before, after in pairs if before and after}
        old = [known[item.id] for item in items_of(self.old.report, kind) if item.id in known]
        if old != new:
            text = TextChange("order", ", ".join(old), ", ".join(new), (kind,))
            yield Change(kind, "reordered", "", self.new.text.place((kind,), key=True), (text,))

    def source(self) -> Iterator[Change]:
        """The lines of the source text that differ; empty ones do not count."""
        for before, after in aligned(source_lines(self.old), source_lines(self.new), _likeness_of_lines):
            text = TextChange("text", before.text if before else "", after.text if after else "")
            if after:
                place = Place(self.new.source.path, after.number)
                yield Change("source", "changed" if before else "added", f"line {after.number}", place, (text,))
            elif before:
                place = Place(self.old.source.path, before.number)
                yield Change("source", "removed", f"line {before.number}", place, (text,))


def _whole(item: Item) -> str:
    return " ".join(each.text for each in item.fields.values())


def _of(pack: ReportPack, item: Item) -> Recommendation:
    return next(each for each in pack.report.recommendations if each.id == item.id)


def _same_addressees(before: Item, after: Item) -> float:
    return float(all(_names(before, key) == _names(after, key) for key in ("states", "roles")))


def _names(item: Item, key: str) -> frozenset[str]:
    return frozenset(item.fields[key].names) if key in item.fields else frozenset()


def _likeness_of_asks(before: Item, after: Item) -> float:
    return likeness(before.fields["ask"].text, after.fields["ask"].text)


def _likeness_of_lines(before: SourceLine, after: SourceLine) -> float:
    return likeness(before.text, after.text)
