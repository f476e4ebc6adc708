"""New overlays hold every block of their format in a comment, and change nothing until one is taken out of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.compose.composition import compose
from briefgen.compose.request import Request
from briefgen.document import text_of
from briefgen.library.formats import FormatFile, format_names, load_format, read_overlay
from briefgen.library.overlays import block_hash, inherited_blocks, new_overlay
from briefgen.library.shelves import Library
from tests.check.shelf_copy import ShelfCopy
from tests.compose.document_text import as_text

Ask = Callable[..., Request]


def written(folder: Path, file: FormatFile, owner: str, change: Callable[[str], str] = str) -> FormatFile:
    """The format with a new overlay, changed as a user would."""
    path = folder / owner / f"{file.format.id}.md"
    path.parent.mkdir()
    path.write_text(change(new_overlay(file, owner, "An explanation.")), encoding="utf-8")
    return replace(file, overlays={**file.overlays, owner: read_overlay(path)})


def uncommented(block: str) -> Callable[[str], str]:
    pattern = rf"\{{#\n(\{{% block {block} %\}}.*?\{{% endblock %\}})\n#\}}"
    return lambda text: re.sub(pattern, r"\1", text, flags=re.DOTALL)


@pytest.mark.parametrize("name", ["letter", "letter-security-council", "open-letter", "briefing"])
def test_a_new_overlay_changes_nothing(library: Library, request_for: Ask, tmp_path: Path, name: str) -> None:
    to = {"group": "all"} if name in ("open-letter", "briefing") else {"state": "FR"}
    request = request_for(format_=name, **to)
    owner = request.recipient.name
    changed = replace(request, format=written(tmp_path, request.format, owner))
    assert as_text(compose(changed).document) == as_text(compose(request).document)


def test_a_new_overlay_names_every_block_with_its_present_text(library: Library) -> None:
    for name in format_names(library):
        file = load_format(library, name)
        text = new_overlay(file, "JP", "An explanation.")
        for block, inherited in inherited_blocks(file).items():
            assert f"{{% block {block} %}}" in text
            assert f'{block}: "{block_hash(inherited.text)}"' in text
        assert "An explanation." in text


def test_a_block_taken_out_of_its_comment_stands_as_it_was(request_for: Ask, tmp_path: Path) -> None:
    request = request_for("JP")
    changed = replace(request, format=written(tmp_path, request.format, "JP", uncommented("asks")))
    assert as_text(compose(changed).document) == as_text(compose(request).document)


def test_blocks_are_replaced_extended_and_dropped(request_for: Ask, tmp_path: Path) -> None:
    request = request_for("JP")
    own = (
        "{% block account %}{% endblock %}\n{% block offer %}\n{{ super() }}\nMore for {{ state.name }}.\n\n"
        "{% endblock %}\n{% block opening %}\nInstead.\n\n{% endblock %}\n"
    )
    changed = replace(request, format=written(tmp_path, request.format, "JP", lambda text: text + own))
    before = [text_of(block.line) for block in compose(request).document.blocks if hasattr(block, "role")]
    after = [text_of(block.line) for block in compose(changed).document.blocks if hasattr(block, "role")]
    assert any(text.startswith("A former herbal medicine trader") for text in before)
    assert not any(text.startswith("A former herbal medicine trader") for text in after)
    assert after[-2:] == [before[-1], "More for Japan."]
    assert after[1] == "Instead."


def test_the_state_comes_before_its_groups_and_these_by_their_size(request_for: Ask, tmp_path: Path) -> None:
    request = request_for("FR")
    file = request.format
    for owner in ("FR", "permanent-five", "security-council", "all"):
        own = f"{{% block offer %}}{owner}. {{{{ super() }}}}{{% endblock %}}\n"
        file = written(tmp_path, file, owner, lambda text, own=own: text + own)  # type: ignore[misc]
    said = [
        text_of(block.line)
        for block in compose(replace(request, format=file)).document.blocks
        if hasattr(block, "role")
    ]
    assert said[-1].startswith("FR. permanent-five. security-council. We enclose a briefing on the report")
    assert said[-1].endswith("in New York or in Brussels, at a time of your convenience.")


def test_a_hash_does_not_mind_spaces_at_the_ends_of_lines() -> None:
    assert block_hash("one  \ntwo\n\n") == block_hash("one\ntwo")
    assert block_hash("one\ntwo") != block_hash("one two")


def test_a_derived_format_inherits_the_blocks_that_it_does_not_change(shelf: ShelfCopy) -> None:
    file = load_format(shelf.library, "letter-security-council")
    blocks = inherited_blocks(file)
    assert blocks["opening"].place.path == file.layers[0].path
    assert blocks["asks"].place.path == file.layers[1].path
