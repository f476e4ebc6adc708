"""Changes of a format for one addressee, before they are saved."""

from __future__ import annotations

from pathlib import Path

from briefgen.compose.composition import compose
from briefgen.document import lines_of, text_of
from briefgen.library.shelves import Library, open_library
from briefgen.studio.changes import Pick, Saying, as_default, overlay_text, with_overlay
from tests.conftest import Ask

OFFER = (
    "We enclose a briefing on the report, and would welcome an opportunity to discuss these matters with you or your"
    " colleagues at a time of your convenience."
)


def words(request: object) -> str:
    document = compose(request).document  # type: ignore[arg-type]
    return "\n".join(text_of(line) for block in document.blocks for line in lines_of(block))


def test_a_saying_is_read_as_if_it_were_written(request_for: Ask, library: Library, tmp_path: Path) -> None:
    request = request_for("KR", language="ko")
    overlay = overlay_text(open_library(tmp_path), tmp_path, "letter", "KR")
    assert overlay.text == ""
    assert overlay.read() is None
    changed = with_overlay(request, overlay.with_change(Saying("ko", OFFER, "브리핑을 동봉합니다.")))
    assert "브리핑을 동봉합니다." in words(changed)
    assert "브리핑을 동봉합니다." not in words(request)
    assert words(as_default(changed)) == words(request)
    assert not list(tmp_path.rglob("*.md"))


def test_what_is_taken_back_leaves_nothing(tmp_path: Path) -> None:
    overlay = overlay_text(open_library(tmp_path), tmp_path, "letter", "KR")
    changed = overlay.with_change(Saying("ko", OFFER, "동봉합니다."))
    assert changed.with_change(Saying("ko", OFFER, "")).text == ""
    assert changed.path == tmp_path / "templates" / "delegations" / "KR" / "letter.md"


def test_a_pick_is_of_one_report(request_for: Ask, tmp_path: Path) -> None:
    request = request_for("KR")
    overlay = overlay_text(open_library(tmp_path), tmp_path, "letter", "KR")
    changed = overlay.with_change(Pick("north-korea-border", ("R3",), "none"))
    assert "report: north-korea-border" in changed.text
    seen = with_overlay(request, changed)
    assert [item.recommendation.id for item in compose(seen).asks] == ["R3"]
    assert changed.with_change(Pick("north-korea-border", None, None)).text == ""


def test_a_built_in_overlay_is_what_one_begins_with(tmp_path: Path) -> None:
    overlay = overlay_text(open_library(tmp_path), tmp_path, "letter", "VA")
    assert "changes: letter" in overlay.text
    assert overlay.path.is_relative_to(tmp_path), "it is the workspace that is written"
