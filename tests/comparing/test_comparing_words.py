"""Both versions can be read out of what differs, and a changed item is told from a new one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefgen.comparing.words import Span, aligned, differing, likeness


def read(spans: tuple[Span, ...], without: str) -> str:
    return "".join(span.text for span in spans if span.kind != without)


@given(st.text(), st.text())
def test_both_versions_stand_in_what_differs(old: str, new: str) -> None:
    spans = differing(old, new)
    assert read(spans, "added") == old
    assert read(spans, "removed") == new


@given(st.text(min_size=1))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert differing(text, text) == (Span("same", text),)
    assert likeness(text, text) == 1


def test_a_number_and_a_placeholder_are_one_word_each() -> None:
    assert differing("In all 6,820 posts of {concerned.short}.", "In all 6,920 posts of {concerned.own}.") == (
        Span("same", "In all"),
        Span("removed", " 6,820"),
        Span("added", " 6,920"),
        Span("same", " posts of"),
        Span("removed", " {concerned.short}"),
        Span("added", " {concerned.own}"),
        Span("same", "."),
    )


def test_a_changed_phrase_is_one_change_across_its_commas() -> None:
    spans = differing("We saw fences, posts, and towers.", "We saw walls, huts, and towers.")
    assert [span.text for span in spans if span.kind != "same"] == [" fences, posts", " walls, huts"]


def test_chinese_is_compared_by_its_characters() -> None:
    spans = differing("边境已被封闭。", "边境已经封闭。")
    assert [(span.kind, span.text) for span in spans] == [
        ("same", "边境已"),
        ("removed", "被"),
        ("added", "经"),
        ("same", "封闭。"),
    ]


def test_items_are_paired_with_their_versions_and_keep_their_order() -> None:
    old = ["kept", "the first fence was long", "gone for good", "last"]
    new = ["kept", "entirely other words", "the first fence is long", "last", "added at the end"]
    assert list(aligned(old, new, likeness)) == [
        (None, "entirely other words"),
        ("the first fence was long", "the first fence is long"),
        ("gone for good", None),
        (None, "added at the end"),
    ]
