"""One value of a YAML text is set or taken out; nothing else of the text changes, whatever it holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.reading.yaml_edit import as_scalar, with_value, without_value
from briefgen.reading.yaml_text import parse_yaml

LINES = "# head\na: 'one' # why\n\nb:\n  c: >-\n    two\n    three\n\n  # in between\n  d: [e,  f]\n# tail\n"
TEXTS = st.one_of(st.text(), st.text(alphabet="\"'#:-{}[]&*!|>%@` ,?~\\\n\t\u0085\u2028\ufeffaé가𝒳"), st.sampled_from(
    ["no", "null", "~", "1", "1e3", "2026-11-23", "=", "<<", "R1", "zh-Hans", "- a", "x" * 1100]
))  # fmt: skip


def read(text: str) -> object:
    parsed, problems = parse_yaml(text, Path("a.yaml"))
    assert problems == []
    return parsed.data


@given(TEXTS)
@settings(deadline=None)
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    written = as_scalar(text)
    assert "\n" not in written
    assert read(f"a: {written}\n") == {"a": text}


@given(st.lists(TEXTS, min_size=1, max_size=3), st.one_of(TEXTS, st.lists(TEXTS, max_size=3)))
@pytest.mark.parametrize(
    "text", [LINES, "{a: one, b: {c: d}}\n", "a: b\n", 'b:   # why\n    "x": {y: z}\n', "b: {x: {y: z,}}\n"]
)
@settings(deadline=None)
def test_what_is_added_is_read_and_taken_out_without_a_trace(
    text: str, path: list[str], value: str | list[str]
) -> None:
    at = ["b", "new", *path]
    if text == "a: b\n":
        at = at[1:]
    changed = with_value(text, at, value)
    data = read(changed)
    for key in at:
        assert isinstance(data, dict)
        data = data[key]
    assert data == value
    assert without_value(changed, at) == text


@pytest.mark.parametrize(
    ("at", "value", "old", "new"),
    [
        (["a"], "two words", "'one'", '"two words"'),
        (["a"], "two", "'one'", "two"),
        (["b", "c"], "x", ">-\n    two\n    three\n", "x\n"),
        (["b", "d"], ["g"], "[e,  f]", "[g]"),
        (["b", "e"], "x", "f]\n", "f]\n  e: x\n"),
        (["g", "h"], "x", "f]\n", "f]\ng:\n  h: x\n"),
    ],
)
def test_a_value_is_replaced_or_added_where_it_belongs(at: list[str], value: str, old: str, new: str) -> None:
    assert with_value(LINES, at, value) == LINES.replace(old, new)


def test_what_is_there_already_is_left_in_its_own_style() -> None:
    assert with_value(LINES, ["b", "c"], "two three") == LINES
    assert with_value(LINES, ["b", "d"], ["e", "f"]) == LINES


@pytest.mark.parametrize("text", ["a:\n  - x\n  - y\nb: z\n", "a:\n- x\nb: z\n", "a:\n  x\nb: z\n"])
def test_a_value_in_lines_below_its_key_goes_up_beside_it(text: str) -> None:
    assert with_value(text, ["a"], ["c", "d"]) == "a: [c, d]\nb: z\n"


@pytest.mark.parametrize(
    ("at", "old"),
    [
        (["a"], "a: 'one' # why\n"),
        (["b", "c"], "  c: >-\n    two\n    three\n\n"),
        (["b", "d"], "  d: [e,  f]\n"),
    ],
)
def test_a_value_is_taken_out_with_its_lines(at: list[str], old: str) -> None:
    assert without_value(LINES, at) == LINES.replace(old, "")


@pytest.mark.parametrize(
    ("key", "left"), [("a", "x: {b: 2, c: 3}\n"), ("b", "x: {a: 1, c: 3}\n"), ("c", "x: {a: 1, b: 2}\n")]
)
def test_a_value_is_taken_out_of_braces_with_its_comma(key: str, left: str) -> None:
    assert without_value("x: {a: 1, b: 2, c: 3}\n", ["x", key]) == left


def test_mappings_that_are_empty_go_too() -> None:
    assert without_value("{a: b, c: {d: {e: f}}}\n", ["c", "d", "e"]) == "{a: b}\n"
    assert without_value("a: b\nc:\n  d:\n    e: f\n", ["c", "d", "e"]) == "a: b\n"
    assert without_value("a: b\nc:\n  d:\n    e: f\n  g: h\n", ["c", "d", "e"]) == "a: b\nc:\n  g: h\n"


def test_what_is_not_there_need_not_be_taken_out() -> None:
    assert without_value(LINES, ["b", "x", "y"]) == LINES


@pytest.mark.parametrize("text", ["- a\n", "", "b: text\n"])
def test_a_path_through_what_is_no_mapping_is_refused(text: str) -> None:
    for change in (lambda: with_value(text, ["b", "c"], "x"), lambda: without_value(text, ["b", "c"])):
        with pytest.raises(TypeError, match="is not a mapping"):
            change()
