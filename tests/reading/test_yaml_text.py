from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.errors import Problem
from briefgen.reading.yaml_text import MAX_BYTES, Path_, YamlText, parse_yaml, scalars

FILE = Path("report.yaml")
REPORT = """\
id: pack
asks:
  - roles: [eu, donors]
    text: >-
      Two lines
      as one.
  - roles: []
empty:
"""


def read(text: str, first_line: int = 1) -> YamlText:
    parsed, problems = parse_yaml(text, FILE, first_line)
    assert not problems
    return parsed


def problems_of(text: str) -> list[Problem]:
    return parse_yaml(text, FILE)[1]


@pytest.mark.parametrize(
    ("at", "value", "key"),
    [
        (("id",), "1:5", "1:1"),
        (("asks",), "3:3", "2:1"),
        (("asks", 0), "3:5", "3:3"),
        (("asks", 0, "roles", 1), "3:17", "3:17"),
        (("asks", 0, "text"), "4:11", "4:5"),
        (("asks", 1, "roles"), "7:12", "7:5"),
        (("empty",), "8:7", "8:1"),
    ],
)
def test_every_value_and_key_knows_its_place(at: Path_, value: str, key: str) -> None:
    parsed = read(REPORT)
    assert str(parsed.place(at)) == f"report.yaml:{value}"
    if isinstance(at[-1], str):
        assert str(parsed.place(at, key=True)) == f"report.yaml:{key}"


@pytest.mark.parametrize("at", [("asks", 1, "text"), ("asks", 1, "text", 0, "deeper")])
def test_the_place_of_what_is_not_there_is_that_of_its_nearest_parent(at: Path_) -> None:
    assert str(read(REPORT).place(at)) == "report.yaml:7:5"
    assert str(read(REPORT).place(at, key=True)) == "report.yaml:7:5"


def test_the_place_in_an_empty_file_is_the_file() -> None:
    parsed = read("# nothing but a comment\n")
    assert parsed.data is None
    assert str(parsed.place(("id",))) == "report.yaml"


def test_lines_count_from_the_first_line_of_the_part() -> None:
    assert str(read(REPORT, first_line=11).place(("asks", 0, "text"), key=True)) == "report.yaml:14:5"
    _, (problem,) = parse_yaml("a: 1\na: 2\n", FILE, first_line=11)
    assert str(problem).startswith("report.yaml:12:1: the key `a` stands twice; the first is in line 11")
    _, (problem,) = parse_yaml("a: [1\nb: 2", FILE, first_line=11)
    assert str(problem).startswith("report.yaml:12:")
    _, (problem,) = parse_yaml("a: 1\nb: \x07", FILE, first_line=11)
    assert str(problem).startswith("report.yaml:12:4: the character U+0007")


def test_plain_values_keep_their_types() -> None:
    text = "{a: 1, b: 1.5, c: true, d: null, e: 2026-11-23, f: '1', g: [x, {h: y}], 7: z}"
    assert read(text).data == {
        "a": 1, "b": 1.5, "c": True, "d": None, "e": date(2026, 11, 23), "f": "1", "g": ["x", {"h": "y"}], "7": "z",
    }  # fmt: skip


def test_each_duplicate_key_is_a_problem_and_the_first_value_stands() -> None:
    parsed, problems = parse_yaml("a: 1\nb: {c: 2, c: 3}\na: 4\n", FILE)
    assert parsed.data == {"a": 1, "b": {"c": 2}}
    assert [str(problem) for problem in problems] == [
        "report.yaml:2:11: the key `c` stands twice; the first is in line 2 (keep one)",
        "report.yaml:3:1: the key `a` stands twice; the first is in line 1 (keep one)",
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", "report.yaml:3:2"),
        ("a: 1\n\tb: 2\n", "report.yaml:2:1"),
        ("a: 'open\n", "report.yaml:2:1"),
        ("a: b: c\n", "report.yaml:1:5"),
        ("a: *nowhere\n", "report.yaml:1:4"),
        ("a: 1\n---\nb: 2\n", "report.yaml:2:1"),
        ("a: %x\n", "report.yaml:1:4"),
        ("a: \x07\n", "report.yaml:1:4"),
    ],
)
def test_a_syntax_error_is_located(text: str, place: str) -> None:
    parsed, (problem,) = parse_yaml(text, FILE)
    assert parsed.data is None
    assert str(problem.place) == place
    assert problem.hint
    assert "\n" not in problem.message


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: !!python/object/apply:os.system ['true']", "report.yaml:1:4"),
        ("a: !!python/name:os.system ''", "report.yaml:1:4"),
        ("a: !!binary aGVsbG8=", "report.yaml:1:4"),
        ("a: !own x", "report.yaml:1:4"),
        ("a: !!python/tuple [1]", "report.yaml:1:4"),
        ("a: !!python/object:x.Y {z: 1}", "report.yaml:1:4"),
        ("a:\n- !!set x\n", "report.yaml:2:3"),
        ("!!python/name:os.system k: v", "report.yaml:1:1"),
        ("? [a, b]\n: c", "report.yaml:1:3"),
        ("<<: {a: b}", "report.yaml:1:1"),
    ],
)
def test_what_only_a_program_could_want_is_refused(text: str, place: str) -> None:
    parsed, problems = parse_yaml(text, FILE)
    assert [str(problem.place) for problem in problems] == [place]
    assert parsed.data in ({}, {"a": None}, {"a": [None]})


@pytest.mark.parametrize("value", ["2026-13-01", "2026-02-30"])
def test_a_day_that_does_not_exist_is_left_to_the_model(value: str) -> None:
    assert read(f"ok: 1\na: {value}\n").data == {"ok": 1, "a": value}


@pytest.mark.parametrize("value", ["!!int x", "!!float x", "!!bool x", "9" * 5000])
def test_a_value_that_is_none_is_a_located_problem(value: str) -> None:
    (problem,) = problems_of(f"ok: 1\na: {value}\n")
    assert str(problem).startswith("report.yaml:2:4: not a valid value")


def test_aliases_are_followed_where_they_are_few() -> None:
    assert read("a: &x [1]\nb: *x\n").data == {"a": [1], "b": [1]}


def test_an_alias_bomb_is_bounded_and_named_once() -> None:
    rows = [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 9)]
    (problem,) = problems_of("\n".join(["a0: &a0 x", *rows]))
    assert "aliases" in problem.message
    assert problem.place


@pytest.mark.parametrize("text", ["&a [*a]", "a: &a {b: *a}", "&a [*a, *a]"])
def test_an_alias_to_itself_is_a_problem(text: str) -> None:
    (problem,) = problems_of(text)
    assert "nested too deeply" in problem.message
    assert str(problem.place).startswith("report.yaml:1:")


@pytest.mark.parametrize("depth", [60, 300, 3000])
def test_deep_nesting_is_bounded(depth: int) -> None:
    (problem,) = problems_of("[" * depth + "]" * depth)
    assert "nested too deeply" in problem.message


def test_a_huge_file_is_not_read() -> None:
    parsed, (problem,) = parse_yaml("#" * (MAX_BYTES + 1), FILE)
    assert parsed.data is None
    assert "larger" in problem.message


def test_scalars_yields_every_text_with_its_path() -> None:
    data = {"a": "x", "b": ["y", 2, {"c": "z"}], "d": None}
    assert list(scalars(data)) == [(("a",), "x"), (("b", 0), "y"), (("b", 2, "c"), "z")]


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=60), inner, max_size=4),
    max_leaves=15,
)


@settings(deadline=None)
@given(st.dictionaries(st.text(max_size=60), plain, max_size=5), st.booleans())
def test_any_plain_mapping_reads_back_equal(data: dict[str, object], flow: bool) -> None:
    text = yaml.safe_dump(data, default_flow_style=flow, sort_keys=False)
    assert read(text).data == data


LISTS = """\
ids: [a, b, c]
items:
  - id: a
  - id: b
  - id: c
    more: [x, y]
last: 1
"""


def test_places_follow_their_values_where_lists_are_shortened() -> None:
    whole = read(LISTS)
    short = whole.renumbered({"items": [0, 2]})
    assert short.place(("items", 0, "id")) == whole.place(("items", 0, "id"))
    assert short.place(("items", 1, "more", 1)) == whole.place(("items", 2, "more", 1))
    assert short.place(("items", 1, "more"), key=True) == whole.place(("items", 2, "more"), key=True)
    assert short.place(("items", 2)) == whole.place(("items",)), "there is none left"
    assert short.place(("ids", 2)) == whole.place(("ids", 2))
    assert short.place(("last",)) == whole.place(("last",))
    assert short.path == FILE
    assert short.data is None, "what was left out is not there"


@given(st.lists(st.booleans(), max_size=8))
def test_any_items_that_are_kept_keep_their_places(kept: list[bool]) -> None:
    whole = read(
        "".join(f"- {number}\n" for number in range(len(kept))).join(["items:\n", ""]) if kept else "items: []\n"
    )
    indexes = [index for index, keep in enumerate(kept) if keep]
    short = whole.renumbered({"items": indexes})
    assert [short.place(("items", new)) for new in range(len(indexes))] == [
        whole.place(("items", old)) for old in indexes
    ]
