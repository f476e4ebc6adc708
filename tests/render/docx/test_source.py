"""What a preparation hangs on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError
from briefgen.render.docx.source import make_ready, read_source
from tests.render.docx.samples import layout

SOURCE = read_source(layout(), "ko")


def test_equal_layouts_are_equal_sources() -> None:
    again = read_source(layout(), "ko")
    assert (again, hash(again)) == (SOURCE, hash(SOURCE))


@pytest.mark.parametrize(
    "changes",
    [{"language": "en"}, {"data": b"other"}, {"layout": layout(indent=True)}, {"layout": layout().scaled(0.9)}],
    ids="-".join,
)
def test_whatever_changes_the_look_makes_another_source(changes: dict[str, object]) -> None:
    assert replace(SOURCE, **changes) != SOURCE  # type: ignore[arg-type]


def test_a_missing_file_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match=r"word\.docx: the Word layout is missing"):
        read_source(layout(tmp_path), "ko")


def test_a_layout_is_prepared_for_the_language_at_the_scale_of_the_layout() -> None:
    ready = make_ready(replace(SOURCE, layout=layout().scaled(0.9)))
    assert ready.runs.typography == layout().scaled(0.9).typography("ko")
    assert b'w:eastAsia="ko-KR"' in ready.prepared.parts["word/styles.xml"]
    assert ready.runs.style_ids["emphasis"] == "Emphasis"
