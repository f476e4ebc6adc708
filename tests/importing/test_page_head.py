"""What the head of a page says of title, publisher and date is a candidate where the text does not give them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.importing.doubts import Doubt
from briefgen.importing.files import read_release
from briefgen.importing.frame import Frame, frame_of

HEAD = """<title>Wells Run Dry | Example Watch</title><meta property="og:title" content="Wells Run Dry">
<meta property="og:site_name" content=" Example&nbsp;Watch "><meta name="author" content="A. Writer">
<meta property="article:published_time" content="2024-03-07T09:00:00Z"><meta name="viewport" content="width=1">"""
BODY = "<p>The wells in the valley are dry and people have to walk for hours to reach the river.</p>"


def frame(folder: Path, page: str) -> Frame:
    (folder / "a.html").write_text(f"<!doctype html><html>{page}</html>", encoding="utf-8")
    read = read_release(folder / "a.html")
    return frame_of(read.passages, read.head)


def doubt(found: Frame, words: str) -> Doubt:
    (doubt,) = (doubt for doubt in found.doubts if words in doubt.question)
    return doubt


@pytest.mark.parametrize(
    ("question", "candidates"),
    [
        ("has no title", ("Wells Run Dry (og:title in the head of the page)",
                          "Wells Run Dry | Example Watch (title of the page)")),
        ("does not say who publishes", ("Example Watch (og:site_name in the head of the page)",
                                        "A. Writer (author in the head of the page)")),
        ("bears no date", ("2024-03-07T09:00:00Z (article:published_time in the head of the page)",)),
    ],
)  # fmt: skip
def test_what_the_text_does_not_give_has_candidates_with_where_they_are_from(
    tmp_path: Path, question: str, candidates: tuple[str, ...]
) -> None:
    found = frame(tmp_path, f"<head>{HEAD}</head><body>{BODY}</body>")
    assert (found.title, found.publisher, found.published) == (None, None, None)
    assert doubt(found, question).candidates == candidates


def test_what_the_text_gives_prevails(tmp_path: Path) -> None:
    said = "<h1>A River Dies</h1><p>8 March 2024</p><p>The river is dead, Other Watch said in a report today.</p>"
    found = frame(tmp_path, f"<head>{HEAD}</head><body>{said}{BODY}</body>")
    assert found.title is not None
    assert found.publisher is not None
    assert (found.title.text, found.publisher.text, str(found.published)) == (
        "A River Dies",
        "Other Watch",
        "2024-03-08",
    )
    assert not any("head of the page" in each for doubt in found.doubts for each in doubt.candidates)


def test_a_page_without_a_head_has_no_candidates(tmp_path: Path) -> None:
    assert doubt(frame(tmp_path, f"<body>{BODY}</body>"), "has no title").candidates == ()
