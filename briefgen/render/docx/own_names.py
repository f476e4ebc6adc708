"""The names that a template may print: what each of them is, found from values and their declared types."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from types import SimpleNamespace
from typing import Final, Literal

from markupsafe import Markup
from pydantic import BaseModel

from briefgen.document import Note, Run
from briefgen.render.docx.flat import FlatLine

Kind = Literal["text", "list", "view", "line", "body", "any"]

_DEEPEST: Final = 6
"""How far names are followed; no view of a report goes deeper."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a name stands for.

    A text, a list of `item`, a view with `parts`, a line with formatting (mark-up or runs), the body; `any` is what
    nothing is known of, such as a value that this letter does not have.
    """

    kind: Kind
    item: Shape | None = None
    parts: Mapping[str, Shape] = field(default_factory=dict)


ANY: Final = Shape("any")
TEXT: Final = Shape("text")
LINE: Final = Shape("line")
BODY: Final = Shape("body")


def shape_of(value: object) -> Shape:  # noqa: PLR0911 - one case per kind of value
    """The shape of a value; empty lists and missing parts are known by the types that their class declares."""
    match value:
        case None:
            return ANY
        case FlatLine() | Markup():
            return LINE
        case str() | int() | float():
            return TEXT
        case tuple() | list():
            if any(isinstance(item, (Run, Note)) for item in value):
                return LINE
            return Shape("list", shape_of(value[0]) if value else ANY)
        case Mapping():
            return Shape("view", parts={str(name): shape_of(part) for name, part in value.items()})
        case _:
            return _of_type(type(value), _DEEPEST)


def _of_type(hint: object, depth: int) -> Shape:  # noqa: PLR0911 - one case per kind of type
    """The shape that a declared type promises."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if depth == 0:
        return ANY
    if origin in (typing.Union, types.UnionType):
        present = [item for item in arguments if item is not types.NoneType]
        return _of_type(present[0], depth) if len(present) == 1 else ANY
    if origin in (tuple, list) and arguments:
        inner = typing.get_args(arguments[0]) or (arguments[0],)
        return LINE if Run in inner else Shape("list", _of_type(arguments[0], depth - 1))
    if not isinstance(hint, type):
        return ANY
    if issubclass(hint, Markup):
        return LINE
    if issubclass(hint, (str, int, float)):
        return TEXT
    parts = {name: _of_type(part, depth - 1) for name, part in _hints(hint).items()}
    return Shape("view", parts=parts) if parts else ANY


def _hints(kind: type) -> dict[str, object]:
    """The declared parts of a dataclass or model, under every name by which a tag may call them."""
    if is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        return {item.name: hints[item.name] for item in fields(kind)}
    if issubclass(kind, BaseModel):
        known = kind.model_fields.items()
        return {name: item.annotation for key, item in known for name in (key, item.alias) if name}
    return {}


def dotted(names: Mapping[str, Shape], before: str = "") -> Iterator[str]:
    """All names as they are written in tags: `report.title`, `asks.stated`."""
    for name, shape in names.items():
        yield f"{before}{name}"
        yield from dotted(shape.parts, f"{before}{name}.")


class View(SimpleNamespace):
    """A value with parts; it has no text of its own, so that no tag can print it by mistake."""

    def __str__(self) -> str:
        raise TypeError("it has parts and is no text itself")


class Nothing:
    """What this document does not have: false in a condition, and an error wherever it is printed."""

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        raise TypeError("this document has nothing under that name")


def plain(value: object) -> object:  # noqa: PLR0911 - one case per kind of value
    """A value as tags see it: plain texts, which escape as XML, in views of nothing but their parts.

    A text of the compositor escapes itself as Markdown wherever it is joined to another one, which is not what
    a Word file wants.
    """
    match value:
        case Markup():
            return value
        case str():
            return str.__str__(value)
        case None:
            return Nothing()
        case int() | float() | FlatLine():
            return value
        case tuple() | list():
            if any(isinstance(item, (Run, Note)) for item in value):
                return tuple(value)
            return tuple(plain(item) for item in value)
        case Mapping():
            return View(**{str(name): plain(part) for name, part in value.items()})
        case _:
            return View(**{name: plain(getattr(value, _field(value, name))) for name in _hints(type(value))})


def _field(value: object, name: str) -> str:
    """The attribute behind a name, which may be the alias of a model's field."""
    if isinstance(value, BaseModel) and name not in type(value).model_fields:
        return next(key for key, item in type(value).model_fields.items() if item.alias == name)
    return name
