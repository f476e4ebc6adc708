import ast
from dataclasses import fields
from pathlib import Path

import pytest

from briefgen.errors import BriefgenError, Place, Problem, did_you_mean

PACKAGE = Path(__file__).parents[1] / "briefgen"


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("report.yaml", 12, 4), "report.yaml:12:4"),
        (Place("report.yaml", 12), "report.yaml:12"),
        (Place("report.yaml"), "report.yaml"),
        (Place("report.yaml", 0, 4), "report.yaml"),
        (Place(Path("pack") / "report.yaml", 1, 1), str(Path("pack") / "report.yaml") + ":1:1"),
    ],
)
def test_a_place_is_written_as_editors_read_it(place: Place, text: str) -> None:
    assert str(place) == text


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("it is wrong"), "it is wrong"),
        (Problem("it is wrong", Place("f", 3)), "f:3: it is wrong"),
        (Problem("it is wrong", None, "mend it"), "it is wrong (mend it)"),
        (Problem("it is wrong", Place("f", 3, 7), "mend it"), "f:3:7: it is wrong (mend it)"),
    ],
)
def test_a_problem_says_where_what_and_what_to_do(problem: Problem, text: str) -> None:
    assert str(problem) == text


def test_an_error_carries_every_problem_in_order() -> None:
    problems = [Problem("first", Place("f", 1)), Problem("second", hint="mend it")]
    error = BriefgenError(iter(problems))
    assert error.problems == tuple(problems)
    assert str(error) == "f:1: first\nsecond (mend it)"


def test_an_error_of_one_problem() -> None:
    assert BriefgenError.one("gone", Place("f"), "find it").problems == (Problem("gone", Place("f"), "find it"),)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("security-counsil", "did you mean `security-council`?"),
        ("breifing", "did you mean `briefing`?"),
        ("zzz", ""),
        ("", ""),
    ],
)
def test_did_you_mean_names_what_is_near(word: str, hint: str) -> None:
    assert did_you_mean(word, ["security-council", "briefing", "letter"]) == hint


def test_did_you_mean_names_two_at_most() -> None:
    assert did_you_mean("lettr", ["letter", "letters", "lettre"]).count("`") == 4
    assert did_you_mean("letter", iter(())) == ""


def _written(call: ast.Call) -> bool:
    """Whether the message of a problem is written here, and does not come from elsewhere as it is."""
    first = call.args[0] if call.args else None
    if isinstance(first, ast.JoinedStr):
        first = first.values[0]
    return isinstance(first, ast.Constant)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_message_says_what_to_do(path: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    made = [call for call in calls if ast.unparse(call.func) in ("Problem", "BriefgenError.one", "Conflict.one")]
    without = [
        f"{path.name}:{call.lineno}"
        for call in made
        if _written(call)
        and len(call.args) < len(fields(Problem))
        and all(word.arg != "hint" for word in call.keywords)
    ]
    assert without == []
