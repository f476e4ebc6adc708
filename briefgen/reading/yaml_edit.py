"""YAML text with one value set or taken out, and every other byte as it was: comments, order, quotation marks.

The text is cut at the marks of its nodes; nothing is written anew but what changes. A mapping is continued in the
style in which it is written, in lines or in braces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

Value = str | Sequence[str]
Nested = Mapping[str, "Value | Nested"]

_STEP = 2
_BREAK = "\n"
_WORD = re.compile("[A-Za-z0-9][A-Za-z0-9_-]*")
_LINE_BELOW = re.compile(r" *: *\n *")
"""What stands between a key and a value in the line below."""
_LONGEST_KEY = 1000
"""Characters; a longer key needs a question mark before it (YAML 1.1, 7.3.3: 1024 with all that is around it)."""


def with_value(text: str, at: Sequence[str], value: Value) -> str:
    """The text, a mapping, with a value at a path of keys: in the place of the one that is there, or as the last.

    Raises a TypeError where the text is no mapping, or a key of the path has another value.
    """
    mapping, left = _nearest(text, at)
    if not left:
        key, node = mapping.value[_index(mapping, at[-1])]
        return text if _says(node, value) else _replaced(text, key, node, value)
    nested: Value | Nested = value
    for key in reversed(left[1:]):
        nested = {key: nested}
    return _added(text, mapping, left[0], nested)


def without_value(text: str, at: Sequence[str]) -> str:
    """The text without the value at a path of keys, and without the mappings that are empty then.

    A text that has no such value stays as it is. Raises a TypeError as `with_value` does.
    """
    if _nearest(text, at)[1]:
        return text
    path = list(at)
    mapping = _nearest(text, path)[0]
    while len(mapping.value) == 1 and len(path) > 1:
        path.pop()
        mapping = _nearest(text, path)[0]
    return _removed(text, mapping, path[-1])


def _nearest(text: str, at: Sequence[str]) -> tuple[MappingNode, Sequence[str]]:
    """The innermost mapping on a path that is there, and the keys that it lacks; none, where it has the last one."""
    node = yaml.compose(text, yaml.SafeLoader)
    for number, key in enumerate(at):
        if not isinstance(node, MappingNode):
            raise TypeError(f"{'.'.join(at[:number]) or 'the text'} is not a mapping")
        following = _found(node, key)
        if following is None or number == len(at) - 1:
            return node, at[number:] if following is None else ()
        node = following
    raise TypeError("there is no key")


def _found(mapping: MappingNode, key: str) -> Node | None:
    return next((value for name, value in mapping.value if name.value == key), None)


def _index(mapping: MappingNode, key: str) -> int:
    return next(index for index, (name, _) in enumerate(mapping.value) if name.value == key)


def _says(node: Node, value: Value) -> bool:
    if isinstance(value, str):
        return isinstance(node, ScalarNode) and node.value == value
    return isinstance(node, CollectionNode) and [getattr(item, "value", None) for item in node.value] == [*value]


def _replaced(text: str, key: Node, node: Node, value: Value) -> str:
    start, end = node.start_mark.index, _end(node)
    before, old = text[:start], text[start:end]
    if _LINE_BELOW.fullmatch(before, key.end_mark.index):  # a list in lines goes up beside its key
        before = f"{before[: key.end_mark.index]}: "
    return f"{before}{_written(value)}{old[len(old.rstrip(_BREAK)) :]}{text[end:]}"


def _added(text: str, mapping: MappingNode, key: str, value: Value | Nested) -> str:
    if mapping.flow_style:
        last = _end(mapping.value[-1][1]) if mapping.value else mapping.end_mark.index - 1
        comma = ", " if mapping.value else ""
        return f"{text[:last]}{comma}{_in_braces(key, value)}{text[last:]}"
    at = _next_line(text, _end(mapping))
    return f"{text[:at]}{_in_lines(key, value, mapping.start_mark.column)}{text[at:]}"


def _removed(text: str, mapping: MappingNode, key: str) -> str:
    index = _index(mapping, key)
    name, value = mapping.value[index]
    start, end = name.start_mark.index, _end(value)
    if not mapping.flow_style:
        start, end = text.rfind(_BREAK, 0, start) + 1, _next_line(text, end)
    elif index:
        start = _end(mapping.value[index - 1][1])
    elif len(mapping.value) > 1:
        end = mapping.value[1][0].start_mark.index
    return text[:start] + text[end:]


def _end(node: Node) -> int:
    """Where a node ends in the text: for what is in lines, at the end of its last value, before all comments."""
    if isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(node, MappingNode) else last)
    return node.end_mark.index


def _next_line(text: str, at: int) -> int:
    """The beginning of the line after a place; the place itself, where it is one."""
    if at and text[at - 1] == _BREAK:
        return at
    end = text.find(_BREAK, at)
    return end + 1 if end >= 0 else len(text)


def _in_lines(key: str, value: Value | Nested, indent: int) -> str:
    before, name = " " * indent, as_scalar(key)
    if len(name) > _LONGEST_KEY:
        name, before_value = f"? {name}", f"\n{before}:"
    else:
        before_value = ":"
    if not isinstance(value, Mapping):
        return f"{before}{name}{before_value} {_written(value)}\n"
    inner = "".join(_in_lines(each, item, indent + _STEP) for each, item in value.items())
    return f"{before}{name}{before_value}\n{inner}"


def _in_braces(key: str, value: Value | Nested) -> str:
    name = as_scalar(key)
    mark = f"? {name} " if len(name) > _LONGEST_KEY else name
    if not isinstance(value, Mapping):
        return f"{mark}: {_written(value)}"
    return f"{mark}: {{{', '.join(_in_braces(each, item) for each, item in value.items())}}}"


def _written(value: Value) -> str:
    return as_scalar(value) if isinstance(value, str) else f"[{', '.join(map(as_scalar, value))}]"


def as_scalar(text: str) -> str:
    """A text as one line of YAML: a plain word where it is one, else in quotation marks, in which all can stand."""
    tag = yaml.SafeLoader("").resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    if _WORD.fullmatch(text) and tag == yaml.SafeLoader.DEFAULT_SCALAR_TAG:
        return text
    quoted: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=float("inf"))
    return quoted.rstrip("\n")
