"""A report pack as items that can be compared: each with an id, and its texts by the names of their keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel

from briefgen.library.packs import ReportPack
from briefgen.model.phrases import translatable
from briefgen.model.report import Ask, Recommendation, Report
from briefgen.provenance.source_text import fold
from briefgen.reading.files import read_text
from briefgen.reading.yaml_text import Path_

SINGULAR: Mapping[str, str] = {
    "title": "title data",
    "summary": "summary point",
    "figures": "figure",
    "findings": "finding",
    "sections": "section",
    "quotations": "quotation",
    "testimonies": "testimony",
    "recommendations": "recommendation",
    "asks": "ask",
    "questions": "question",
    "source": "source text",
}
"""What one item of each kind is called, by the kind, in the order in which changes are told."""

ANCHORED = ("summary", "figures", "findings", "quotations", "testimonies", "recommendations")
"""The kinds whose ids name one thing in the whole pack; other items refer to them."""
LISTED = (*ANCHORED, "sections", "questions")
_MARKS = ("anchor", "heading", "question")
"""The keys by which an item is known again where its id is another."""


@dataclass(frozen=True, slots=True)
class Field:
    """One text of an item, and its path in report.yaml; `names` are the ids in it where it is a list of such."""

    text: str
    at: Path_
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One statement of a pack, or its title data: its kind, its id, its path, and its fields by their names."""

    kind: str
    id: str
    at: Path_
    fields: Mapping[str, Field]

    @property
    def mark(self) -> str:
        """The words by which it is known again under another id, typography aside."""
        return next((fold(self.fields[name].text) for name in _MARKS if name in self.fields), "")


def title_data(report: Report) -> Item:
    """What stands in report.yaml beside the lists of statements."""
    others = [name for name in type(report).model_fields if name not in LISTED]
    reader = _Reader.of(report)
    return Item("title", "", (), {key: each for name in others for key, each in reader.value(report, name, ())})


def items_of(report: Report, kind: str) -> tuple[Item, ...]:
    """The statements of a kind in their order; a recommendation without its asks."""
    reader = _Reader.of(report)
    return tuple(reader.item(kind, each.id, each, (kind, n)) for n, each in enumerate(getattr(report, kind)))


def asks_of(report: Report, recommendation: Recommendation) -> tuple[Item, ...]:
    """The asks of a recommendation, each called by whom it is made of."""
    at: Path_ = ("recommendations", report.recommendations.index(recommendation), "asks")
    reader = _Reader.of(report)
    return tuple(
        reader.item("asks", ask_name(recommendation.id, ask), ask, (*at, number))
        for number, ask in enumerate(recommendation.asks)
    )


def ask_name(recommendation: str, ask: Ask) -> str:
    """What an ask is called: `R6 to KR, JP, US, eu`."""
    return f"{recommendation} to {', '.join((*ask.states, *ask.roles))}"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the source; two that read alike are equal, wherever they stand."""

    text: str
    number: int = field(compare=False)


def source_lines(pack: ReportPack) -> tuple[SourceLine, ...]:
    """The lines of the source that are not empty."""
    rows = read_text(pack.source.path).splitlines()
    return tuple(SourceLine(" ".join(row.split()), at) for at, row in enumerate(rows, start=1) if row.strip())


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the fields of models; texts that readers see stand for themselves, ids of a list stand together."""

    translated: frozenset[Path_]

    @classmethod
    def of(cls, report: Report) -> _Reader:
        return cls(frozenset(phrase.at for phrase in translatable(report)))

    def item(self, kind: str, name: str, model: BaseModel, at: Path_) -> Item:
        keys = [key for key in type(model).model_fields if key not in ("id", "asks")]
        return Item(kind, name, at, {label: each for key in keys for label, each in self.value(model, key, at)})

    def value(self, model: BaseModel, key: str, at: Path_, before: str = "") -> Iterator[tuple[str, Field]]:
        """The texts of one field of a model, by what they are called."""
        yield from self._texts(getattr(model, key), (*at, key), f"{before}{key}".replace("_", " "))

    def _texts(self, value: object, at: Path_, label: str) -> Iterator[tuple[str, Field]]:
        if isinstance(value, BaseModel):
            for key in type(value).model_fields:
                yield from self.value(value, key, at, f"{label} ")
        elif isinstance(value, dict):
            for key, each in value.items():
                yield from self._texts(each, (*at, key), f"{label} {key}")
        elif isinstance(value, tuple) and value and (isinstance(value[0], BaseModel) or (*at, 0) in self.translated):
            for number, each in enumerate(value):
                yield from self._texts(each, (*at, number), f"{label} {number + 1}")
        elif isinstance(value, tuple):
            if value:
                yield label, Field(", ".join(value), at, value)
        elif value not in (None, False, ""):
            yield label, Field("yes" if value is True else str(value), at)
