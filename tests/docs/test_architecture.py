"""The page on how it is built names what there is: modules, functions, classes, files, and the floors as they are."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from importlib import import_module

import pytest

from tests.docs.pages import ROOT, Piece, fences, spans

PAGE = "docs/architecture.md"
PACKAGE = ROOT / "briefgen"
MOST_LINES = 120
_DOTTED = re.compile(r"[a-z_]+(?:\.[A-Za-z_]+)+")
_WORDS = {"lint-imports", "stale", "auto"}
"""What is neither a name nor a file: a program, a state of a document, a value of an option."""


@cache
def floors() -> list[set[str]]:
    """The layers of the import contract, the highest first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = settings["tool"]["importlinter"]["contracts"]
    return [{name.strip().removeprefix("briefgen.") for name in layer.split(":")} for layer in contract["layers"]]


@cache
def classes() -> set[str]:
    """The names of all classes of the package."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py"))
    return {node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}


def is_there(name: str) -> bool:
    """Whether a dotted name, from the package down, leads to a module or to something in one."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        path = PACKAGE.joinpath(*parts[:length])
        if path.is_dir() or path.with_suffix(".py").is_file():
            found: object = import_module(".".join(["briefgen", *parts[:length]]))
            for part in parts[length:]:
                if not hasattr(found, part):
                    return False
                found = getattr(found, part)
            return True
    return False


def is_known(text: str) -> bool:
    """Whether a span of code of the page names something that is there, or a command."""
    if text.startswith(("briefgen ", "--")) or text in _WORDS:
        return True  # the commands of all pages are tried elsewhere
    if "/" in text or (ROOT / text).is_file():
        return (ROOT / text).exists()
    if _DOTTED.fullmatch(text) or text.islower():
        return is_there(text)
    return text in classes()


@pytest.mark.parametrize("piece", spans(PAGE), ids=str)
def test_what_the_page_names_is_there(piece: Piece) -> None:
    assert is_known(piece.text)


@pytest.mark.parametrize(
    "name", ["cli.build.comand", "briefgen/cli/bild.py", "Ordre", "composing", "workshop.Workshop.drafts"]
)
def test_a_name_that_is_not_there_is_noticed(name: str) -> None:
    assert not is_known(name)


def test_the_floors_of_the_picture_are_those_of_the_contract() -> None:
    drawn = [
        set(re.findall(r"\b[a-z_]+", re.sub(r"/\{[^}]*\}", "", re.split(r"\s{3,}", line.strip())[0])))
        for line in fences(PAGE)[0].text.splitlines()
    ]
    built = floors()
    assert drawn == [built[0] | built[1], *built[2:]]


def test_every_package_stands_on_a_floor() -> None:
    found = {path.stem for path in PACKAGE.iterdir() if (path / "__init__.py").is_file() or path.suffix == ".py"}
    assert found - {"__init__"} == set().union(*floors())


def test_the_renderers_of_the_picture_are_those_that_there_are() -> None:
    named = re.search(r"render/\{([^}]*)\}", fences(PAGE)[0].text)
    folders = {path.parent.name for path in (PACKAGE / "render").glob("*/__init__.py")}
    assert named
    assert set(named[1].split(",")) == folders


def test_only_the_doors_know_the_clock_and_the_environment() -> None:
    found: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        uses = set(
            re.findall(r"\b(?:date\.today|datetime\.now|os\.environ|getenv)\b", path.read_text(encoding="utf-8"))
        )
        name = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if uses and name not in ("cli", "studio"):
            found[name] = uses
    assert found == {"limits": {"os.environ"}, "fonts": {"os.environ"}}


def test_the_page_can_be_read_in_one_go() -> None:
    assert len((ROOT / PAGE).read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_whoever_begins_is_led_to_it(page: str) -> None:
    assert "(docs/architecture.md)" in (ROOT / page).read_text(encoding="utf-8")
