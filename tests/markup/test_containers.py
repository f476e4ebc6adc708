"""A container that is not closed is told, before it swallows the rest of a letter."""

from __future__ import annotations

import pytest

from briefgen.markup.blocks import parse_blocks
from briefgen.markup.containers import require_closed
from briefgen.markup.inline import MarkupError


@pytest.mark.parametrize("text", ["", "text", "::: date\nx\n:::\n\ntext\n\n::: page-break\n:::\n", "a ::: b"])
def test_closed_containers_pass(text: str) -> None:
    require_closed(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("::: date\nx\n", "`::: date` is not closed; end it"),
        ("::: date\nx\n\n::: addressee\ny\n:::\n", "`::: date` is not closed before `::: addressee`"),
        ("::: key-figures Figures\n- **1** a\n", "`::: key-figures` is not closed"),
    ],
)
def test_an_open_container_is_named(text: str, said: str) -> None:
    with pytest.raises(MarkupError, match=said):
        parse_blocks(text)
