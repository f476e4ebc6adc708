"""From parsed YAML or CSV rows to frozen models, with pydantic's findings in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from briefgen.errors import BriefgenError, Place, Problem, did_you_mean
from briefgen.reading.files import read_text
from briefgen.reading.yaml_text import Path_, YamlText, parse_yaml

Model = TypeVar("Model", bound=BaseModel)

MOST_TOLD = 200
"""Problems of one file that are told at once."""
LONGEST_SHOWN = 80
KEPT = 512
"""Files that are kept as they were read: all that come with the program."""

_MESSAGES = {
    "missing": "{key} is missing",
    "string_type": "{key} must be text",
    "int_type": "{key} must be a whole number",
    "bool_type": "{key} must be true or false",
    "tuple_type": "{key} must be a list",
    "list_type": "{key} must be a list",
    "dict_type": "{key} must be a mapping",
    "model_type": "{key} must be a mapping of keys to values",
    "string_too_short": "{key} is empty",
    "too_short": "{key} is empty",
    "date_from_datetime_parsing": "{key} is not a date: {input}",
    "date_parsing": "{key} is not a date: {input}",
    "date_type": "{key} is not a date: {input}",
    "literal_error": "{key} cannot be {input}",
    "string_pattern_mismatch": "{key} has a form that is not allowed: {input}",
}
_HINTS = {
    "missing": "add it",
    "date_from_datetime_parsing": "write YYYY-MM-DD",
    "date_parsing": "write YYYY-MM-DD",
    "date_type": "write YYYY-MM-DD",
    "string_type": "put quotation marks around a value that looks like a number or a date",
}


def read_model(path: Path, model: type[Model]) -> tuple[Model, YamlText]:
    """Read one YAML file into a model; raises a BriefgenError with every problem of the file."""
    return model_in(read_text(path), path, model)


def model_in(text: str, path: Path, model: type[Model]) -> tuple[Model, YamlText]:
    """Read the text of a YAML file, which need not stand there yet, into a model; raises a BriefgenError likewise.

    What was read is kept, since most files are asked for again and again and stay as they are: nobody may change it.
    """
    value, parsed = _model_in(text, path, model)
    return cast(Model, value), parsed


@lru_cache(maxsize=KEPT)
def _model_in(text: str, path: Path, model: type[BaseModel]) -> tuple[BaseModel, YamlText]:
    parsed, problems = parse_yaml(text, path)
    if parsed.data is None and problems:
        raise BriefgenError(_first(problems, path))
    try:
        value = validate(parsed, model)
    except BriefgenError as error:
        raise BriefgenError([*_first(problems, path), *error.problems]) from error
    if problems:
        raise BriefgenError(_first(problems, path))
    return value, parsed


def validate(parsed: YamlText, model: type[Model]) -> Model:
    """Validate parsed YAML; raises a BriefgenError with every problem and its place."""
    try:
        return model.model_validate(parsed.data)
    except ValidationError as error:
        found = _findings(error)
        told = [_problem(detail, parsed, model) for detail in found[:MOST_TOLD]]
        raise BriefgenError([*told, *_untold(len(found), parsed.path)]) from error


def _first(problems: Sequence[Problem], path: Path) -> list[Problem]:
    """The first problems of a file, and how many more there are."""
    return [*problems[:MOST_TOLD], *_untold(len(problems), path)]


def _untold(count: int, path: Path) -> Iterator[Problem]:
    if count > MOST_TOLD:
        yield Problem(f"there are {count - MOST_TOLD} more problems", Place(path), "mend these first")


def plain_words(detail: ErrorDetails) -> tuple[str, str]:
    """The message and the hint for one finding of pydantic."""
    kind, location = detail["type"], detail["loc"]
    key = _named(location)
    template = _MESSAGES.get(kind)
    given = _shown(detail["input"])
    if template:
        message = template.format(key=key, input=given)
    else:
        message = f"{key}: {detail['msg'].removeprefix('Value error, ')}"
    hint = _HINTS.get(kind, "")
    if kind == "literal_error":
        allowed = re.findall(r"'([^']+)'", str(detail["ctx"]["expected"]))
        hint = did_you_mean(str(detail["input"]), allowed) or f"use one of {', '.join(allowed)}"
    return message, hint


def _shown(value: object) -> str:
    """A value as it was given, when it is short enough to be shown."""
    if isinstance(value, str) and len(value) > LONGEST_SHOWN:
        return f"{value[:LONGEST_SHOWN]!r}…"
    return repr(value) if isinstance(value, (str, int, float)) else "this"


def _named(location: Path_) -> str:
    """What a person calls the place of a value: `points`, item 2 of `points`, the file."""
    if not location:
        return "the file"
    last = location[-1]
    return f"item {last + 1} of {_named(location[:-1])}" if isinstance(last, int) else f"`{last}`"


def _findings(error: ValidationError) -> list[ErrorDetails]:
    """What pydantic found, without lists that seem empty only because an item of theirs is wrong."""
    found = error.errors(include_url=False)
    parents = {detail["loc"][:length] for detail in found for length in range(len(detail["loc"]))}
    return [detail for detail in found if detail["type"] != "too_short" or detail["loc"] not in parents]


def _problem(detail: ErrorDetails, parsed: YamlText, model: type[BaseModel]) -> Problem:
    location: Path_ = tuple(detail["loc"])
    if detail["type"] == "extra_forbidden":
        known = _known_keys(model, tuple(0 if isinstance(step, int) else step for step in location[:-1]))
        return Problem(
            f"the key `{location[-1]}` is not known here",
            parsed.place(location, key=True),
            did_you_mean(str(location[-1]), known) or f"known keys: {', '.join(known)}",
        )
    message, hint = plain_words(detail)
    return Problem(message, parsed.place(location), hint)


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


@lru_cache(maxsize=256)
def _known_keys(model: type[BaseModel], at: Path_) -> list[str]:
    """The keys that the schema allows at a path of the data."""
    schema = _schema(model)
    node = schema
    for step in at:
        node = _resolve(schema, node)
        node = node.get("items", {}) if isinstance(step, int) else node.get("properties", {}).get(step, {})
    return list(_resolve(schema, node).get("properties", {}))


def _resolve(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    for option in node.get("anyOf", ()):
        if option.get("type") != "null":
            node = option
            break
    if "$ref" in node:
        found: dict[str, Any] = schema["$defs"][node["$ref"].rpartition("/")[2]]
        return found
    return node
