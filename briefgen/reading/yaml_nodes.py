"""The node tree of a YAML text, by libyaml where that reads a text as PyYAML does, else by PyYAML itself.

libyaml is five times faster. It differs where a text holds a byte order mark, a tabulator, one of the line ends of
Unicode, a tag, a key that is marked by “?” or several documents; such texts, and all that libyaml refuses, are left to
PyYAML, so that faults are told in one way. Within brackets libyaml alone takes “a?b” for the word that it is.
"""

from __future__ import annotations

import re

import yaml
from yaml.composer import Composer
from yaml.nodes import Node

_DIFFERENT = re.compile(
    r"[\ufeff\t\x85\u2028\u2029]|(?:^|[\s\[{,])(?:!|\?(?=[\s,\]}]|$))|[|>][-+\d]*#|:\s*[\]},]|^---|^\.\.\.",
    re.MULTILINE,
)


class TooManyError(Exception):
    """There are more values than a file may hold; `mark` is the place of the first that is too many."""

    def __init__(self, mark: yaml.Mark | None) -> None:
        super().__init__()
        self.mark = mark


def nodes_of(text: str, most: int) -> Node | None:
    """The root of a text's nodes, None of an empty one; at most so many nodes, each of which takes a kilobyte.

    Raises TooManyError, and what PyYAML raises: a MarkedYAMLError, a ReaderError or a RecursionError.
    """
    if yaml.__with_libyaml__ and not _DIFFERENT.search(text):
        try:
            return _Quick(text, most).get_single_node()
        except (yaml.YAMLError, UnicodeError):
            pass  # PyYAML says what is wrong
    return _Slow(text, most).get_single_node()


class _Counting(Composer):
    """Makes nodes, and stops where they are too many."""

    left: int

    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        self.left -= 1
        if self.left < 0:
            raise TooManyError(self.peek_event().start_mark)  # type: ignore[attr-defined]
        node: Node | None = super().compose_node(parent, index)
        return node


class _Slow(_Counting, yaml.SafeLoader):
    def __init__(self, text: str, most: int) -> None:
        yaml.SafeLoader.__init__(self, text)
        self.left = most


if yaml.__with_libyaml__:

    class _Quick(_Counting, yaml.CSafeLoader):
        def __init__(self, text: str, most: int) -> None:
            yaml.CSafeLoader.__init__(self, text)
            Composer.__init__(self)
            self.left = most
