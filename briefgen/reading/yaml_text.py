"""YAML with places: plain data together with the line and column of every value and key.

The mapping of YAML nodes follows the safe schema only; no tag can construct an object.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from briefgen.errors import Place, Problem
from briefgen.reading.yaml_nodes import TooManyError, nodes_of

Path_ = tuple[str | int, ...]

MAX_BYTES = 2_000_000
MAX_NODES = 100_000
MAX_DEPTH = 50
MAX_PLAIN = 100
"""Characters of a number or a date; a longer one could take hours to be read."""


@dataclass(frozen=True, slots=True)
class YamlText:
    """A parsed file: its data, and the places of its values by their path of keys and indexes."""

    path: Path
    data: object
    values: dict[Path_, Place] = field(default_factory=dict)
    keys: dict[Path_, Place] = field(default_factory=dict)

    def place(self, at: Path_, *, key: bool = False) -> Place:
        """The place of the value at a path, or of its key; the nearest parent's where there is none."""
        table = self.keys if key else self.values
        for length in range(len(at), -1, -1):
            found = table.get(at[:length]) or self.values.get(at[:length])
            if found:
                return found
        return Place(self.path)

    def renumbered(self, kept: Mapping[str, Iterable[int]]) -> YamlText:
        """The places by the paths that values have where lists of the file, by their keys, hold only these items.

        The data itself is left out.
        """
        moved: dict[str | int, dict[str | int, int]]
        moved = {key: {old: new for new, old in enumerate(items)} for key, items in kept.items()}
        return YamlText(self.path, None, _moved(self.values, moved), _moved(self.keys, moved))


def _moved(places: Mapping[Path_, Place], moved: Mapping[str | int, Mapping[str | int, int]]) -> dict[Path_, Place]:
    """Places by the new paths of what is left."""
    found: dict[Path_, Place] = {}
    for at, place in places.items():
        if len(at) < 2 or at[0] not in moved:
            found[at] = place
        elif at[1] in moved[at[0]]:
            found[(at[0], moved[at[0]][at[1]], *at[2:])] = place
    return found


def parse_yaml(text: str, path: Path, first_line: int = 1) -> tuple[YamlText, list[Problem]]:
    """Parse YAML text; `first_line` is the line at which it begins in its file.

    Returns the parsed text and the problems found: syntax errors, duplicate keys, values that only a
    program could want (tags, anchors that repeat themselves without end).
    """
    reader = _Reader(path, first_line)
    if len(text) > MAX_BYTES:
        return YamlText(path, None), [Problem("the file is larger than 2 MB", Place(path), "split it")]
    try:
        root = nodes_of(text, MAX_NODES)
    except TooManyError as error:
        return YamlText(path, None), [
            Problem(_TOO_MANY, reader.place(error.mark), "split it, and write it without aliases")
        ]
    except yaml.MarkedYAMLError as error:
        return YamlText(path, None), [reader.syntax_problem(error)]
    except yaml.reader.ReaderError as error:
        return YamlText(path, None), [reader.character_problem(text, error)]
    except RecursionError:
        return YamlText(path, None), [Problem(_TOO_DEEP, Place(path), "write it flatter")]
    data = reader.convert(root, ()) if root is not None else None
    return YamlText(path, data, reader.values, reader.keys), reader.problems


def scalars(data: object, at: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Every text value of the data with its path, in file order."""
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from scalars(value, (*at, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from scalars(value, (*at, index))


class _Reader:
    """Turns a node tree into data while noting places and problems."""

    def __init__(self, path: Path, first_line: int) -> None:
        self.path = path
        self.offset = first_line
        self.values: dict[Path_, Place] = {}
        self.keys: dict[Path_, Place] = {}
        self.problems: list[Problem] = []
        self._count = 0
        self._stopped = False
        self._scalars = yaml.SafeLoader("")

    def place(self, mark: yaml.Mark | None) -> Place:
        if mark is None:
            return Place(self.path)
        return Place(self.path, mark.line + self.offset, mark.column + 1)

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        mark = error.problem_mark or error.context_mark
        what = error.problem or error.context or "not readable"
        return Problem(
            f"this is not valid YAML here: {what}",
            self.place(mark),
            "check the indentation, the colon after the key and the quotation marks",
        )

    def character_problem(self, text: str, error: yaml.reader.ReaderError) -> Problem:
        before = text[: error.position].split("\n")
        place = Place(self.path, len(before) - 1 + self.offset, len(before[-1]) + 1)
        return Problem(f"the character U+{error.character:04X} may not stand in YAML", place, "delete it")

    def convert(self, node: Node, at: Path_) -> object:
        self._count += 1
        if self._stopped:
            return None
        self.values[at] = self.place(node.start_mark)
        if self._count > MAX_NODES or len(at) > MAX_DEPTH:
            self._stop(_TOO_DEEP if len(at) > MAX_DEPTH else _TOO_MANY, node)
            return None
        if isinstance(node, MappingNode) and node.tag == _MAPPING_TAG:
            return self._mapping(node, at)
        if isinstance(node, SequenceNode) and node.tag == _SEQUENCE_TAG:
            return [self.convert(child, (*at, index)) for index, child in enumerate(node.value)]
        return self._scalar(node)

    def _stop(self, message: str, node: Node) -> None:
        self._stopped = True
        self.problems.append(Problem(message, self.place(node.start_mark), "write it flatter, and without aliases"))

    def _mapping(self, node: MappingNode, at: Path_) -> dict[str, object]:
        result: dict[str, object] = {}
        for key_node, value_node in node.value:
            place = self.place(key_node.start_mark)
            if not isinstance(key_node, ScalarNode) or key_node.tag not in _PLAIN_TAGS:
                self.problems.append(Problem("a key must be a plain word", place, "put quotation marks around it"))
                continue
            key = str(key_node.value)
            if key in result:
                first = self.keys[(*at, key)]
                self.problems.append(
                    Problem(f"the key `{key}` stands twice; the first is in line {first.line}", place, "keep one")
                )
                continue
            self.keys[(*at, key)] = place
            result[key] = self.convert(value_node, (*at, key))
        return result

    def _scalar(self, node: Node) -> object:
        if not isinstance(node, ScalarNode) or node.tag not in _PLAIN_TAGS:
            self.problems.append(
                Problem(f"the tag {node.tag} is not allowed", self.place(node.start_mark), "use plain values")
            )
            return None
        if node.tag != yaml.SafeLoader.DEFAULT_SCALAR_TAG and len(node.value) > MAX_PLAIN:
            message = f"not a valid value: `{node.value[:20]}…` is too long for a number or a date"
            self.problems.append(Problem(message, self.place(node.start_mark), "put quotation marks around it"))
            return None
        try:
            return self._scalars.construct_object(node)
        except (yaml.YAMLError, ValueError, LookupError, AttributeError) as error:  # SafeLoader raises all four
            if node.tag.endswith(":timestamp"):
                return str(node.value)  # a day that does not exist: the model tells it together with all else
            self.problems.append(
                Problem(f"not a valid value: {error}", self.place(node.start_mark), "put quotation marks around it")
            )
            return None


_TOO_DEEP = "the values are nested too deeply"
_MAPPING_TAG, _SEQUENCE_TAG = yaml.SafeLoader.DEFAULT_MAPPING_TAG, yaml.SafeLoader.DEFAULT_SEQUENCE_TAG
_TOO_MANY = "the file holds too many values, or repeats them too often through YAML aliases"
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp"))
