"""Placeholders in sentences: `{state.of}`, `{concerned.short:은/는}`, filled without evaluating anything.

A placeholder is a name, or a name and attributes, of a value that the sentence is given; a specification after
the colon asks for the Korean particle that follows the value. No index, call or private name is possible.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from string import Formatter

from briefgen.errors import nearest
from briefgen.languages.particles import particle

_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*\Z")


class PlaceholderError(ValueError):
    """A placeholder that cannot be filled; the message says which, in plain words."""


def placeholders(sentence: str) -> frozenset[str]:
    """The names of the placeholders of a sentence, without particles: `state.of`.

    Raises PlaceholderError for a sentence whose braces do not match.
    """
    return frozenset(name for _, name, _ in _parts(sentence) if name is not None)


def fill(sentence: str, names: Mapping[str, object], escape: Callable[[str], str] = str) -> str:
    """The sentence with its placeholders filled; `escape` treats each value for the text around it.

    Raises PlaceholderError for an unknown name or a particle that cannot be chosen.
    """
    parts = _parts(sentence)
    if len(parts) == 1 and parts[0][1] is None:
        return parts[0][0]
    pieces: list[str] = []
    for literal, name, spec in parts:
        pieces.append(literal)
        if name is not None:
            value = _value(name, names)
            pieces.append(escape(value))
            if spec:
                pieces.append(_particle(name, value, spec))
    return "".join(pieces)


@lru_cache(maxsize=4096)
def _parts(sentence: str) -> tuple[tuple[str, str | None, str], ...]:
    """The pieces of a sentence: literal text, the placeholder after it and its specification."""
    try:
        parsed = list(Formatter().parse(sentence))
    except ValueError as error:
        raise PlaceholderError(f"the braces of a placeholder do not match ({error})") from error
    for _, name, _, conversion in parsed:
        if name is not None and (conversion or not _NAME.match(name)):
            raise PlaceholderError(f"`{{{name}}}` is not a placeholder; write {{name}} or {{name.form}}")
    return tuple((literal, name, spec or "") for literal, name, spec, _ in parsed)


def _value(name: str, names: Mapping[str, object]) -> str:
    first, *attributes = name.split(".")
    if first not in names:
        near = nearest(first, names)
        known = f"nearest are {', '.join(near)}" if near else f"known are {', '.join(sorted(names))}"
        raise PlaceholderError(f"the placeholder {{{name}}} names nothing; {known}")
    value = names[first]
    for attribute in attributes:
        found = getattr(value, attribute, None) or getattr(value, f"{attribute}_", None)
        if found is None:
            raise PlaceholderError(f"the placeholder {{{name}}} names nothing: `{first}` has no `{attribute}`")
        value = found
    if not isinstance(value, str):
        raise PlaceholderError(f"the placeholder {{{name}}} is not a text; name one of its forms")
    return value


def _particle(name: str, value: str, spec: str) -> str:
    try:
        return particle(value, spec)
    except ValueError as error:
        raise PlaceholderError(f"in {{{name}:{spec}}}: {error}") from error
