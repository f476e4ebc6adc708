"""Which texts of a model readers see: what is marked as translated, with its path in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, get_args

from pydantic import BaseModel


class Translatable:
    """Marks a text that readers see, and that catalogues therefore translate."""


@dataclass(frozen=True)
class PluralOf:
    """Marks a text that says the same as the text of another key, of several things."""

    key: str


class Phrase(NamedTuple):
    """A text that readers see: its path in the file, its words, and those for several things where it counts."""

    at: tuple[str | int, ...]
    text: str
    plural: str = ""


def translatable(model: BaseModel, at: tuple[str | int, ...] = ()) -> Iterator[Phrase]:
    """Every translatable text of a model with its path, in the order of the fields."""
    fields = type(model).model_fields
    marks = ((name, mark) for name, field in fields.items() for mark in field.metadata)
    plurals = {mark.key: name for name, mark in marks if isinstance(mark, PluralOf)}
    for name, field in fields.items():
        if name in plurals.values():
            continue
        marked = _is_marked(field.annotation, field.metadata)
        for phrase in _texts(getattr(model, name), (*at, name), marked):
            several = getattr(model, plurals[name]) if name in plurals else None
            yield phrase._replace(plural=several) if several else phrase


def _texts(value: object, at: tuple[str | int, ...], marked: bool) -> Iterator[Phrase]:
    if isinstance(value, BaseModel):
        yield from translatable(value, at)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*at, index), marked)
    elif marked and isinstance(value, str):
        yield Phrase(at, value)


def _is_marked(annotation: object, metadata: Iterable[object] = ()) -> bool:
    inner = (*metadata, *getattr(annotation, "__metadata__", ()))
    return any(isinstance(item, Translatable) for item in inner) or any(
        _is_marked(part) for part in get_args(annotation) if part is not annotation
    )
