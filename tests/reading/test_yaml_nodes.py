"""Both ways of making the nodes of a text make the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from yaml.nodes import MappingNode, Node

from briefgen.reading.yaml_nodes import TooManyError, nodes_of

ROOT = Path(__file__).parents[2]
FILES = sorted(path for folder in ("reports", "locales", "templates") for path in (ROOT / folder).rglob("*.yaml"))
PIECES = st.sampled_from(
    [
        *":-,[]{}#&*|>'\"%@` \n~a1é한\\",
        *"?!\t\ufeff\x85\u2028",
        "- ",
        "a: ",
        "\n  ",
        "|\n",
        "---\n",
        ": ",
        "? ",
        "!!str ",
        "&a ",
    ]
)


def shown(node: Node | None) -> object:
    """A node as plain data, with the places of all that it holds."""
    if node is None:
        return None
    pairs = isinstance(node, MappingNode)
    value = node.value
    if isinstance(value, list):
        value = [(shown(key), shown(kept)) for key, kept in value] if pairs else [shown(item) for item in value]
    return node.tag, value, node.start_mark.line, node.start_mark.column


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_bundled(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert shown(nodes_of(text, 100_000)) == shown(yaml.SafeLoader(text).get_single_node())


@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_text(text: str) -> None:
    try:
        slow = shown(yaml.SafeLoader(text).get_single_node())
    except yaml.MarkedYAMLError as error:
        if "got '?'" not in str(error):  # “a?b” within brackets, which libyaml takes for a word
            with pytest.raises(yaml.MarkedYAMLError):
                nodes_of(text, 100)
        return
    assert shown(nodes_of(text, 100)) == slow


def test_a_question_mark_within_a_word_is_one() -> None:
    root = nodes_of("asked: [what?now, yes]", 100)
    assert root is not None
    assert [item.value for item in root.value[0][1].value] == ["what?now", "yes"]


@pytest.mark.parametrize("more", ["", " # \x85"])
def test_a_text_has_at_most_so_many_nodes(more: str) -> None:
    text = f"a: [1, 2, 3]{more}"
    assert nodes_of(text, 6) is not None
    with pytest.raises(TooManyError) as caught:
        nodes_of(text, 5)
    assert caught.value.mark is not None
    assert (caught.value.mark.line, caught.value.mark.column) == (0, 10)
