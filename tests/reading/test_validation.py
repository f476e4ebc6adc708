from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from briefgen.errors import BriefgenError
from briefgen.model.delegation import Membership
from briefgen.reading.files import read_text
from briefgen.reading.validation import read_model


class Point(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = Field(min_length=1)
    basis: Literal["stated", "inferred"] = "stated"


class Pack(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z]+$")
    day: date | None = None
    pages: int = 1
    final: bool = False
    points: tuple[Point, ...] = ()
    main: Point | None = None
    names: dict[str, str] = {}
    words: tuple[str, ...] = Field(default=("x",), min_length=1)


@pytest.fixture
def problems(tmp_path: Path):
    """The problems of a text as lines without the folder."""

    def read(text: str) -> list[str]:
        path = tmp_path / "pack.yaml"
        path.write_text(dedent(text), encoding="utf-8")
        with pytest.raises(BriefgenError) as caught:
            read_model(path, Pack)
        return [str(problem).removeprefix(f"{tmp_path}/") for problem in caught.value.problems]

    return read


def test_a_valid_file_is_a_model_with_places(tmp_path: Path) -> None:
    path = tmp_path / "pack.yaml"
    path.write_text("id: pack\nday: 2026-11-23\npoints:\n  - text: Ü\n", encoding="utf-8")
    pack, text = read_model(path, Pack)
    assert pack == Pack(id="pack", day=date(2026, 11, 23), points=(Point(text="Ü"),))
    assert str(text.place(("points", 0, "text"))) == f"{path}:4:11"


def test_every_problem_of_a_file_is_reported_at_once(problems) -> None:
    found = problems("""\
        id: Pack
        day: 23 November
        pagse: 3
        points:
          - text: ""
            basis: infered
          - basis: stated
        """)
    assert sorted(found) == [
        "pack.yaml:1:5: `id` has a form that is not allowed: 'Pack'",
        "pack.yaml:2:6: `day` is not a date: '23 November' (write YYYY-MM-DD)",
        "pack.yaml:3:1: the key `pagse` is not known here (did you mean `pages`?)",
        "pack.yaml:5:11: `text` is empty",
        "pack.yaml:6:12: `basis` cannot be 'infered' (did you mean `inferred`?)",
        "pack.yaml:7:5: `text` is missing (add it)",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("day: 2026-11-23", "pack.yaml:1:1: `id` is missing (add it)"),
        ("id: a\nzzzz: 1", "pack.yaml:2:1: the key `zzzz` is not known here"
         " (known keys: id, day, pages, final, points, main, names, words)"),
        ("id: a\npoints:\n- text: x\n  bases: stated",
         "pack.yaml:4:3: the key `bases` is not known here (did you mean `basis`?)"),
        ("id: a\nmain: {txet: x, text: y}", "pack.yaml:2:8: the key `txet` is not known here (did you mean `text`?)"),
        ("id: a\nmain: {text: x, basis: 3}", "pack.yaml:2:24: `basis` cannot be 3 (use one of stated, inferred)"),
        ("id: 12", "pack.yaml:1:5: `id` must be text"
         " (put quotation marks around a value that looks like a number or a date)"),
        ("id: a\npages: many", "pack.yaml:2:8: `pages`: Input should be a valid integer,"
         " unable to parse string as an integer"),
        ("id: a\nday: [1]", "pack.yaml:2:6: `day` is not a date: this (write YYYY-MM-DD)"),
        ("id: a\nday: soon", "pack.yaml:2:6: `day` is not a date: 'soon' (write YYYY-MM-DD)"),
        ("id: a\nmain: x", "pack.yaml:2:7: `main` must be a mapping of keys to values"),
        ("id: a\nnames: x", "pack.yaml:2:8: `names` must be a mapping"),
        ("id: a\nwords: [x, 2]", "pack.yaml:2:12: item 2 of `words` must be text"
         " (put quotation marks around a value that looks like a number or a date)"),
        ("id: a\nwords: []", "pack.yaml:2:8: `words` is empty"),
        ("id: a\npoints: [x]", "pack.yaml:2:10: item 1 of `points` must be a mapping of keys to values"),
        ("id: a\npoints: x", "pack.yaml:2:9: `points` must be a list"),
    ],
)  # fmt: skip
def test_a_problem_is_told_in_plain_words(problems, text: str, problem: str) -> None:
    assert problems(text) == [problem]


@pytest.mark.parametrize(
    ("text", "place"),
    [("", "pack.yaml"), ("# only a comment\n", "pack.yaml"), ("- a\n- b\n", "pack.yaml:1:1"), ("x\n", "pack.yaml:1:1")],
)
def test_a_file_that_is_no_mapping(problems, text: str, place: str) -> None:
    assert problems(text) == [f"{place}: the file must be a mapping of keys to values"]


def test_problems_of_the_text_and_of_the_model_are_told_together(problems) -> None:
    assert problems("id: pack\nid: other\npagse: 3\n") == [
        "pack.yaml:2:1: the key `id` stands twice; the first is in line 1 (keep one)",
        "pack.yaml:3:1: the key `pagse` is not known here (did you mean `pages`?)",
    ]


def test_broken_yaml_is_reported_before_any_validation(problems) -> None:
    (problem,) = problems("id: [\n")
    assert problem.startswith("pack.yaml:2:1: this is not valid YAML here")


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match=r"none\.yaml: the file is missing \(check its name and folder\)$"):
        read_text(tmp_path / "none.yaml")


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(BriefgenError, match="this is a folder, not a file"):
        read_text(tmp_path)


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "pack.yaml"
    path.write_bytes("id: 한국".encode("euc-kr"))
    with pytest.raises(BriefgenError, match=r"pack\.yaml: the file is not in UTF-8 \(save it as UTF-8\)"):
        read_model(path, Pack)


def test_a_key_that_stands_twice_does_not_hide_the_other_problems(tmp_path: Path) -> None:
    path = tmp_path / "membership.yaml"
    path.write_text("state: FR\nstate: DE\nfrom: 2026-13-01\n", encoding="utf-8")
    with pytest.raises(BriefgenError) as caught:
        read_model(path, Membership)
    found = [str(problem).partition(": ")[2] for problem in caught.value.problems]
    assert found[0].startswith("the key `state` stands twice")
    assert found[1].startswith("`from` is not a date: '2026-13-01'")
